import { type DateDraft, readDayMonth, readMonth, readMonthDay, readNumeric, readYear } from './grammar.ts';
import type { Marker, TimeOfDay } from './lexicon.ts';
import { type DateScan, numberAt, signAt, skip, skipBack, touches, wordAt } from './scan.ts';

/** A date with what stands around it: marker, time of day, the tokens it begins and ends with. */
export interface DatePhrase extends DateDraft {
  readonly first: number;
  readonly marker?: Marker;
  readonly timeOfDay?: TimeOfDay;
}

/** The longest date phrase whose core begins at token `at`. */
export function readPhrase(scan: DateScan, at: number): DatePhrase | undefined {
  let best: DatePhrase | undefined;
  for (const read of [readNumeric, readWeekday, readRelative, readPeriod, readDay, readMonth, readYear]) {
    const draft: DateDraft | DatePhrase | undefined = read(scan, at);
    if (draft !== undefined && (best === undefined || draft.end > best.end)) best = { first: at, ...draft };
  }
  if (best === undefined) return undefined;
  return withContext(scan, joinCalendars(scan, best));
}

function readDay(scan: DateScan, at: number): DateDraft | undefined {
  return readDayMonth(scan, at) ?? readMonthDay(scan, at) ?? readMarkedDay(scan, at);
}

/** `el pasado 12`: a day number with a marker and no month. */
function readMarkedDay(scan: DateScan, at: number): DateDraft | undefined {
  const day = numberAt(scan, at, 2);
  if (day === undefined || day < 1 || day > 31 || !endsHere(scan, at + 1)) return undefined;
  const before = skipBack(scan, at, 'articles');
  if (skipBack(scan, before, 'before-past') === before) return undefined;
  return { kind: 'weekday', parts: { day }, end: at + 1 };
}

function readPeriod(scan: DateScan, at: number): DateDraft | undefined {
  const period = wordAt(scan, at, 'period');
  if (period === undefined) return undefined;
  return { kind: 'period', parts: { unit: period.word.unit, offset: period.word.offset }, end: period.end };
}

/** `mardi`, `lundi soir`, `lunes 15 de enero`, `الثلاثاء الموافق 5 مارس`. */
function readWeekday(scan: DateScan, at: number): DatePhrase | undefined {
  const found = wordAt(scan, at, 'weekday');
  if (found === undefined) return undefined;
  if (scan.dates.lexicon.capitalised && scan.tokens[at]?.upper !== true) return undefined;
  if (skipBack(scan, at, 'notWeekdayAfter') < at) return undefined;
  const { weekday, short } = found.word;
  let end = found.end;
  if (short && signAt(scan, end, '.')) end++;
  const time = wordAt(scan, end, 'time');
  if (time !== undefined) end = time.end;
  const marker = markerAfter(scan, end);
  if (marker !== undefined) end = marker.end;
  const extra = {
    ...(time === undefined ? {} : { timeOfDay: time.word.timeOfDay }),
    ...(marker === undefined ? {} : { marker: marker.marker }),
  };
  for (const start of new Set([end, skip(scan, end, 'dayLinks')])) {
    const date = readNumeric(scan, start) ?? readDayMonth(scan, start) ?? readMonthDay(scan, start);
    if (date !== undefined) {
      const close = signAt(scan, start - 1, '(') || signAt(scan, start - 2, '(') ? closing(scan, date.end) : date.end;
      return { ...date, first: at, parts: { ...date.parts, weekday }, end: close, ...extra };
    }
  }
  if (short) return undefined;
  const day = time === undefined && marker === undefined ? numberAt(scan, end, 2) : undefined;
  if (day !== undefined && day >= 1 && day <= 31 && endsHere(scan, end + 1)) {
    return { kind: 'weekday', first: at, parts: { weekday, day }, end: end + 1, ...extra };
  }
  return { kind: 'weekday', first: at, parts: { weekday }, end, ...extra };
}

/** `hier`, `hier soir`, `aujourd'hui mardi`, `اليوم (الثلاثاء)`, `hoy, 15 de enero`. */
function readRelative(scan: DateScan, at: number): DatePhrase | undefined {
  const found = wordAt(scan, at, 'relative');
  if (found === undefined || !isRelative(scan, at, found.end)) return undefined;
  let end = found.end;
  const time = wordAt(scan, end, 'time');
  if (time !== undefined) end = time.end;
  const timeOfDay = found.word.timeOfDay ?? time?.word.timeOfDay;
  const extra = timeOfDay === undefined ? {} : { timeOfDay };
  const offset = found.word.days;
  const bracket = signAt(scan, end, '(');
  for (const start of new Set([end, bracket || signAt(scan, end, ',') ? end + 1 : end])) {
    const inner =
      readWeekday(scan, skip(scan, start, 'articles')) ?? readNumeric(scan, start) ?? readDayMonth(scan, start);
    if (inner === undefined || inner.parts.monthOffset !== undefined) continue;
    // A list of weekdays after a comma is another date.
    if (inner.kind !== 'day' && inner.kind !== 'weekday') continue;
    const close = bracket && start > end ? closing(scan, inner.end) : inner.end;
    const kind = inner.kind === 'day' ? 'day' : 'relative';
    return { ...inner, kind, first: at, parts: { ...inner.parts, offset }, end: close, ...extra };
  }
  return { kind: 'relative', first: at, parts: { offset }, end, ...extra };
}

/** Turns down `la mañana`, `اليوم العالمي`, `باليوم`. */
function isRelative(scan: DateScan, at: number, end: number): boolean {
  if (skip(scan, end, 'notRelativeBefore') > end) return false;
  // `India Today` is a paper, `in India today` is not.
  const named = !scan.dates.lexicon.capitalised || scan.tokens[at]?.upper === true;
  if (named && skipBack(scan, at, 'notRelativeAfter') < at) return false;
  const word = scan.tokens[at]?.folded ?? '';
  // A preposition joined to a single Arabic word makes it a noun: `باليوم`, `لغد`.
  return end > at + 1 || !/^[بلك]/.test(word) || /^البارحه|^الليل/.test(word);
}

/** A number read as a day must be the end of its phrase: `mardi 3 à Rabat`, not `mardi 3 accords`. */
function endsHere(scan: DateScan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined) return true;
  if (token.kind === 'number') return false;
  if (token.kind === 'punctuation')
    return !['%', ':', '/', '-', '°', '.'].includes(token.folded) || !touches(scan, at - 1);
  return token.folded.length <= 3 && !/^(?:er|e|h|km|ans|st|nd|rd|th|pm|am)$/.test(token.folded);
}

function closing(scan: DateScan, at: number): number {
  return signAt(scan, at, ')') ? at + 1 : at;
}

function markerAfter(scan: DateScan, at: number): { marker: Marker; end: number } | undefined {
  for (const marker of ['past', 'future', 'present'] as const) {
    const end = skip(scan, at, `after-${marker}`);
    if (end > at) return { marker, end };
  }
  return undefined;
}

/** Joins `5 رمضان 1446هـ الموافق 5 مارس 2025م` into one date, told in the Gregorian calendar. */
function joinCalendars(scan: DateScan, phrase: DatePhrase): DatePhrase {
  if (phrase.kind !== 'day') return phrase;
  const start = skip(scan, phrase.end, 'equals');
  if (start === phrase.end) return phrase;
  const other = readNumeric(scan, start) ?? readDayMonth(scan, start);
  if (other?.kind !== 'day' || (other.parts.calendar === 'hijri') === (phrase.parts.calendar === 'hijri'))
    return phrase;
  const { weekday } = phrase.parts;
  const parts =
    other.parts.calendar === 'hijri' ? phrase.parts : { ...other.parts, ...(weekday === undefined ? {} : { weekday }) };
  return { ...phrase, parts, end: closing(scan, other.end) };
}

/** Adds markers and times of day that stand before or after: `el pasado`, `مساء`, `dernier`. */
function withContext(scan: DateScan, phrase: DatePhrase): DatePhrase {
  let { first, end, marker, timeOfDay } = phrase;
  if (timeOfDay === undefined && phrase.kind !== 'year' && phrase.kind !== 'period') {
    const link = skipBack(scan, first, 'timeOfDayLinks');
    const before = scan.timesByEnd.get(first) ?? scan.timesByEnd.get(link);
    const after = wordAt(scan, end, 'time');
    if (before?.word.kind === 'time') {
      timeOfDay = before.word.timeOfDay;
      first = before.first;
    } else if (after !== undefined && phrase.kind !== 'month') {
      timeOfDay = after.word.timeOfDay;
      end = after.end;
    }
  }
  if (marker === undefined && phrase.kind !== 'period' && phrase.kind !== 'year') {
    const after = markerAfter(scan, end);
    if (after !== undefined) {
      marker = after.marker;
      end = after.end;
    } else {
      const day = skipBack(scan, first, 'articles');
      for (const kind of ['past', 'future', 'present'] as const) {
        for (const at of [first, day]) {
          const start = skipBack(scan, at, `before-${kind}`);
          if (marker === undefined && start < at) {
            marker = kind;
            first = start;
          }
        }
      }
    }
  }
  return {
    kind: phrase.kind,
    parts: phrase.parts,
    first,
    end,
    ...(marker === undefined ? {} : { marker }),
    ...(timeOfDay === undefined ? {} : { timeOfDay }),
  };
}
