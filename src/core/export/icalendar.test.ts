import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { anyItem, exportedItem, written } from '../../../test/helpers/exported-item.ts';
import type { Meeting } from '../model/record.ts';
import { hasCalendarDay, openCalendar } from './icalendar.ts';

const calendarOf = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (changes: Partial<Meeting> = {}, options = {}) =>
  calendarOf(written(openCalendar(options), [exportedItem(changes)])).getAllSubcomponents('vevent');
const whenOf = (edtf: string) => ({ when: { edtf, precision: 'day', basis: 'explicit', mentions: [] } }) as const;

describe('iCalendar, read back by ical.js', () => {
  test('a day, its place, its words in two scripts', () => {
    const [event] = eventsOf();
    const value = (name: string) => event?.getFirstPropertyValue(name);
    expect(value('uid')).toBe('urn:rapporteur:meeting:m1');
    expect(String(value('dtstart'))).toBe('2024-01-19');
    expect(String(value('dtend'))).toBe('2024-01-20');
    expect(value('summary')).toBe('Talks, Spain (Ada Lumen) and Morocco');
    expect(value('location')).toBe('Rabat, Morocco');
    expect(value('status')).toBe('CONFIRMED');
    expect(value('url')).toBe('https://gazette.example/digues?a=1,2;b');
    expect(event?.getFirstProperty('categories')?.getValues()).toEqual(['Migration']);
    const description = String(value('description'));
    expect(description).toContain('Agreed: partager les relevés\n');
    expect(description).toContain('where: Rabat (certainty 0.93, 2 independent sources, agreed)');
    expect(description).toContain('https://gazette.example/digues?a=1,2;b: characters 22 to 28 “a reçu”');
    expect(description).toContain('article a2: characters 33 to 39 “الرباط”');
  });

  test('nothing depends on the clock: the stamp is the last day on which anything was said', () => {
    const [event] = eventsOf();
    expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2024-01-21T00:00:00Z');
    expect(event?.getFirstPropertyValue('sequence')).toBe(3);
    expect(written(openCalendar(), [exportedItem()])).toBe(written(openCalendar(), [exportedItem()]));
  });

  test.each([
    ['2024-01-19', '2024-01-19', '2024-01-20'],
    ['2024-02-28/2024-02-29', '2024-02-28', '2024-03-01'],
    ['2024-12-31T23:30:00-02:00', '2025-01-01T01:30:00Z', undefined],
    ['2024-01-01T00:10+03:00', '2023-12-31T21:10:00Z', undefined],
    ['2024-01-01T14:05', '2024-01-01T14:05:00', undefined],
    ['{2024-02-01,2024-02-05}', '2024-02-01', '2024-02-02'],
  ])('%s', (edtf, start, end) => {
    const [event] = eventsOf(whenOf(edtf));
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe(start);
    const last = event?.getFirstPropertyValue('dtend');
    expect(last === null ? undefined : String(last)).toBe(end);
  });

  test('days that do not follow each other are repeated', () => {
    const [event] = eventsOf(whenOf('{2024-02-01,2024-02-05}'));
    expect(String(event?.getFirstPropertyValue('rdate'))).toBe('2024-02-05');
  });

  test.each(['2024-02', '2024', 'soon', '2024-02-30', '2024-02-03/2024-02-01'])('%s is no day: left out', (edtf) => {
    const writer = openCalendar({ undated: 1 });
    const text = written(writer, [exportedItem(whenOf(edtf)), exportedItem()]);
    expect(calendarOf(text).getAllSubcomponents('vevent')).toHaveLength(1);
    expect(writer.leftOut()).toBe(1);
    expect(hasCalendarDay({ ...whenOf(edtf), status: 'held' })).toBe(false);
    expect(String(calendarOf(text).getFirstPropertyValue('description'))).toContain('denied: 1.');
  });

  test.each([
    ['planned', 'TENTATIVE', 'Planned: Talks'],
    ['held', 'CONFIRMED', 'Talks'],
    ['postponed', 'TENTATIVE', 'Postponed: '],
    ['cancelled', 'CANCELLED', 'Cancelled: '],
    ['disputed', 'TENTATIVE', 'Disputed: '],
  ] as const)('%s is %s', (status, word, title) => {
    const [event] = eventsOf({ status });
    expect(event?.getFirstPropertyValue('status')).toBe(word);
    expect(event?.getFirstPropertyValue('x-rapporteur-status')).toBe(status);
    expect(String(event?.getFirstPropertyValue('summary')).startsWith(title)).toBe(true);
  });

  test('what is denied stands in no calendar', () => {
    const writer = openCalendar();
    const denied = exportedItem({ status: 'denied' });
    expect(calendarOf(written(writer, [denied])).getAllSubcomponents('vevent')).toHaveLength(0);
    expect(writer.leftOut()).toBe(1);
    expect(hasCalendarDay(denied.meeting)).toBe(false);
  });

  test('the words of an outlet that allows none stay away, the place in its text does not', () => {
    const text = written(openCalendar(), [exportedItem({}, { quoteOf: () => null })]);
    const description = String(calendarOf(text).getFirstSubcomponent('vevent')?.getFirstPropertyValue('description'));
    expect(description).not.toContain('a reçu');
    expect(description).toContain('characters 22 to 28');
  });

  test('the site gives each entry its address', () => {
    const [event] = eventsOf({}, { site: 'https://press.example/r/' });
    expect(event?.getFirstPropertyValue('url')).toBe('https://press.example/r/meetings/m1');
  });
});

test('any record: lines of at most 75 octets that end in CRLF, and every text comes back', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const text = written(openCalendar({ name: item.meeting.slug }), [item]);
      expect(text.endsWith('\r\n')).toBe(true);
      for (const line of text.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
      }
      const calendar = calendarOf(text);
      const events = calendar.getAllSubcomponents();
      expect(events.length).toBe(hasCalendarDay(item.meeting) ? 1 : 0);
      for (const event of events) {
        expect(event.name).toBe('vevent');
        for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'summary', 'status']) {
          expect(event.getAllProperties(name)).toHaveLength(1);
        }
        const outcome = item.meeting.outcomes[0]?.text ?? '';
        if (/^[^\p{C}\p{Z}]+$/u.test(outcome)) {
          expect(String(event.getFirstPropertyValue('description'))).toContain(`Signed: ${outcome}`);
        }
      }
    }),
    { numRuns: 400 },
  );
});
