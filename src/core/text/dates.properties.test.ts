import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LanguageCode } from '../model/language.ts';
import { civilDay, dayNumber, hijriDayNumber, isoDay, parseIsoDay, weekdayOf } from './calendars.ts';
import { findDates, resolveDate } from './dates.ts';

const WEEKDAYS: Readonly<Record<LanguageCode, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  pt: ['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado', 'domingo'],
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
};
const LANGUAGES = ['fr', 'en', 'es', 'pt', 'ar'] as const;

describe('weekday rule', () => {
  for (const language of LANGUAGES) {
    test(`${language}: each weekday in papers of each weekday is the last one on or before the paper`, () => {
      for (let paper = 0; paper < 7; paper++) {
        const anchor = dayNumber({ year: 2024, month: 2, day: 26 + 0 }) + paper; // a Monday, over the end of February
        for (const [weekday, name] of WEEKDAYS[language].entries()) {
          const [mention] = findDates(name, 0, name.length, language);
          const held = mention && parseIsoDay(resolveDate(mention, { day: isoDay(anchor) }).edtf ?? '');
          const planned =
            mention && parseIsoDay(resolveDate(mention, { day: isoDay(anchor), direction: 'future' }).edtf ?? '');
          expect(held).toBe(anchor - ((paper - weekday + 7) % 7));
          expect(planned).toBe(anchor + ((weekday - paper + 7) % 7));
        }
      }
    });

    test(`${language}: without a day of publication a weekday stays a weekday`, () => {
      for (const [weekday, name] of WEEKDAYS[language].entries()) {
        const [mention] = findDates(name, 0, name.length, language);
        expect(mention && resolveDate(mention, { notLaterThan: '2024-02-01' })).toEqual({
          precision: 'unknown',
          basis: 'weekday',
          weekday,
          notLaterThan: '2024-02-01',
        });
      }
    });
  }
});

const PIECES = [
  ...Object.values(WEEKDAYS).flat(),
  ...'mars avril March Jan. janv. enero marzo شعبان مارس آذار كانون الأول أمس اليوم غد mañana ayer hier demain today next last'.split(
    ' ',
  ),
  ...'dernier prochain pasado próximo الماضي المقبل du au le les et y e al del de of to from between entre و من إلى / - . , ( )'.split(
    ' ',
  ),
  ...'1 2 3 12 29 30 31 32 2023 2024 1445 99 ٥ م هـ er th soir matin noche tarde مساء ministre وزير met'.split(' '),
];

describe('any text', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' '));

  test('mentions are ordered, apart, inside the text and resolve without failing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (sentence, language) => {
        let last = 0;
        for (const mention of findDates(sentence, 0, sentence.length, language)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(sentence.slice(mention.start, mention.end).trim()).toBe(sentence.slice(mention.start, mention.end));
          last = mention.end;
          const when = resolveDate(mention, { day: '2024-01-24' });
          if (when.precision === 'day') expect(parseIsoDay(when.edtf ?? '')).toBeDefined();
          if (when.edtf === undefined) expect(when.precision).toBe('unknown');
        }
        expect(last).toBeLessThanOrEqual(sentence.length);
      }),
      { numRuns: 600 },
    );
  });

  test('no day without an anchor or a full date in the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (sentence, language) => {
        for (const mention of findDates(sentence, 0, sentence.length, language)) {
          const when = resolveDate(mention);
          if (when.edtf !== undefined) expect(mention.parts.year ?? mention.parts.endYear).toBeDefined();
        }
      }),
      { numRuns: 600 },
    );
  });

  test('no date from words that are none', () => {
    const words = fc.array(
      fc.constantFrom('ministre', 'accord', 'visite', 'Madrid', 'وزير', 'zone', 'reunión', 'talks', '%', ':'),
    );
    fc.assert(
      fc.property(words, fc.constantFrom(...LANGUAGES), (list, language) => {
        const sentence = list.join(' ');
        expect(findDates(sentence, 0, sentence.length, language)).toEqual([]);
      }),
    );
  });
});

describe('calendars', () => {
  test('day numbers agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(civilDay(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayNumber(civilDay(number))).toBe(number);
        expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test.each([
    [{ year: 1445, month: 9, day: 1 }, '2024-03-11'],
    [{ year: 1446, month: 9, day: 1 }, '2025-03-01'],
    [{ year: 1444, month: 12, day: 10 }, '2023-06-28'],
    [{ year: 1445, month: 1, day: 1 }, '2023-07-19'],
  ])('%o of the Islamic calendar is %s', (date, day) => {
    expect(isoDay(hijriDayNumber(date) ?? 0)).toBe(day);
  });

  test('the Islamic calendar has no 30th in a short month and no year 99', () => {
    expect(hijriDayNumber({ year: 1445, month: 13, day: 1 })).toBeUndefined();
    expect(hijriDayNumber({ year: 99, month: 1, day: 1 })).toBeUndefined();
  });
});
