import { describe, expect, test } from 'vitest';
import { dateInAddress } from './address-date.ts';
import { parseMachineDate } from './machine-dates.ts';
import { findPrintedDates } from './printed-dates.ts';

describe('printed dates', () => {
  test.each([
    ['Publié le 19 - 01 - 2024', '2024-01-19'],
    ['08/10/2016', '2016-10-08'],
    ['12/31/2016', '2016-12-31'],
    ['بتاريخ 2024/5/14', '2024-05-14'],
    ['2015-07-22 20:04:28', '2015-07-22T20:04:28'],
    ['Jeudi, 26 Avril 2018', '2018-04-26'],
    ['le 1er février 2020 à 8h05', '2020-02-01T08:05:00'],
    ['July 23rd, 2015 - 08:00 GMT', '2015-07-23T08:00:00Z'],
    ['24th Feb, 2023', '2023-02-24'],
    ['17 de enero de 2024', '2024-01-17'],
    ['الاثنين 30 ديسمبر 2024', '2024-12-30'],
    ['٢٣ غشت ٢٠١٩', '2019-08-23'],
    ['13 آذار/مارس 2023', '2023-03-13'],
    ['6. Juni 2022', '2022-06-06'],
    ['en avril 2022', '2022-04'],
    ['date 2025-04', '2025-04'],
  ])('%s', (text, edtf) => {
    expect(findPrintedDates(text).map((date) => date.edtf)).toEqual([edtf]);
  });

  test.each(['31/02/2020', '6 abr', 'lundi 3', '2733 kilos', '10-12', '99/99/9999', 'May we go 2020 times', '3.2.1'])(
    'no date in %s',
    (text) => {
      expect(findPrintedDates(text)).toEqual([]);
    },
  );

  test('spans cover what is printed', () => {
    const text = 'Mis à jour le 3 mai 2024 à 10:30.';
    const [date] = findPrintedDates(text);
    expect(text.slice(date?.start, date?.end)).toBe('3 mai 2024 à 10:30');
  });
});

describe('dates in addresses', () => {
  test.each([
    ['https://a.example/2024/01/19/visit', '2024-01-19'],
    ['https://a.example/nation/2022/sep/20/visit-1.html', '2022-09-20'],
    ['https://a.example/china/2007-01/31/content_41.htm', '2007-01-31'],
    ['https://a.example/noticia-visita-20250401164259.html', '2025-04-01'],
    ['https://a.example/stories/202504150083.html', '2025-04-15'],
    ['https://a.example/19-01-2024/visit', '2024-01-19'],
    ['https://a.example/25-Feb-2019/visit', '2019-02-25'],
    ['https://a.example/2015mar27/1427440288.html', '2015-03-27'],
    ['https://a.example/n3/2023/0810/c90000-20056.html', '2023-08-10'],
    ['https://a.example/n3/2023/1310/c90000-20056.html', undefined],
    ['https://a.example/world/202004171043585551-talks/', '2020-04-17'],
    ['https://a.example/12-45-2019/visit', undefined],
    ['https://a.example/2021/03/visit', '2021-03'],
    ['https://a.example/2015_07_19_archive.html', undefined],
    ['https://a.example/article/1072300', undefined],
    ['https://a.example/20259999/x', undefined],
  ])('%s', (url, edtf) => {
    expect(dateInAddress(url)?.edtf).toBe(edtf);
  });
});

describe('machine-readable dates', () => {
  test.each([
    ['2023-05-04T09:30:00+0200', '2023-05-04T09:30:00+02:00', 'time'],
    ['2023-05-04T09:30Z', '2023-05-04T09:30:00Z', 'time'],
    ['2023-05-04 09:30:00.123', '2023-05-04T09:30:00', 'time'],
    ['2023-05-04', '2023-05-04', 'day'],
    ['20230504', '2023-05-04', 'day'],
    ['Thu, 04 May 2023 09:30:00 GMT', '2023-05-04T09:30:00Z', 'time'],
    ['not a date', undefined, undefined],
  ])('%s', (text, edtf, precision) => {
    const date = parseMachineDate(text);
    expect([date?.edtf, date?.precision]).toEqual([edtf, precision]);
  });
});

describe('what templates and languages do to dates', () => {
  test.each([
    ['Ada QuillDec 05, 2023', '2023-12-05'],
    ['28.09.1912:53', '2019-09-28'],
    ['2020年2月19日', '2020-02-19'],
    ['2024년 1월 19일', '2024-01-19'],
    ['2024 Jun 30', '2024-06-30'],
    ['12 января 2024', '2024-01-12'],
    ['3 Ağustos 2023 14:05', '2023-08-03T14:05:00'],
    ['5. maaliskuuta 2021', '2021-03-05'],
    ['Monday, February 12, 2024, 07:00 PM', '2024-02-12T19:00:00'],
    ['Feb 3, 2024 at 12:15 a.m.', '2024-02-03T00:15:00'],
  ])('%s', (text, edtf) => {
    expect(findPrintedDates(text).map((date) => date.edtf)).toEqual([edtf]);
  });

  test.each(['3 hours ago', 'il y a 2 heures', 'hace 5 minutos', 'منذ 3 ساعات', 'today at 10:30', '12 items 2024'])(
    '%s is no date',
    (text) => {
      expect(findPrintedDates(text)).toEqual([]);
    },
  );

  test('one word, two months: only the language of the page tells', () => {
    expect(findPrintedDates('5. listopada 2023')).toEqual([]);
    expect(findPrintedDates('5. listopada 2023', { language: 'hr' })[0]?.edtf).toBe('2023-10-05');
    expect(findPrintedDates('5 listopada 2023', { language: 'pl' })[0]?.edtf).toBe('2023-11-05');
  });

  test('day and month that could be exchanged', () => {
    expect(findPrintedDates('03/04/2024')[0]).toMatchObject({ edtf: '2024-04-03', exchanged: '2024-03-04' });
    expect(findPrintedDates('03/04/2024', { monthFirst: true })[0]?.edtf).toBe('2024-03-04');
    expect(findPrintedDates('13/04/2024', { monthFirst: true })[0]).not.toHaveProperty('exchanged');
  });

  test('time grows with the length of the text', () => {
    for (const text of ['a'.repeat(200_000), 'aB'.repeat(100_000), '1 a 2020 '.repeat(20_000)]) {
      expect(findPrintedDates(`${text} 3 May 2024`).length).toBeLessThanOrEqual(1);
    }
  });
});
