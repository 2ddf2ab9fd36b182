import { describe, expect, test } from 'vitest';
import { dateInAddress } from './address-date.ts';
import { findPrintedDates } from './printed-dates.ts';
import { parseMachineDate } from './machine-dates.ts';

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
    ['https://a.example/noticia-visita-20250401164259.html', '2025-04-01'],
    ['https://a.example/stories/202504150083.html', '2025-04-15'],
    ['https://a.example/19-01-2024/visit', '2024-01-19'],
    ['https://a.example/25-Feb-2019/visit', '2019-02-25'],
    ['https://a.example/2015mar27/1427440288.html', '2015-03-27'],
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
