import { otherModifiedOn, otherPublishedOn } from '../languages/other-date-words.ts';
import { isDigit, isLetterOrMark } from '../text/characters.ts';
import { foldName, foldWord } from '../text/normalise.ts';
import { phrasesOf, phrasesOfAll } from './page-word-index.ts';
import { findPrintedDates, type PrintedDate, type PrintedDateOptions } from './printed-dates.ts';

const publishedIn = new Set(phrasesOfAll('publishedIn'));
const publishedOn = [...phrasesOfAll('publishedOn'), ...phrasesOf(otherPublishedOn)];
const modifiedOn = [...phrasesOfAll('modifiedOn'), ...phrasesOf(otherModifiedOn)];
const otherDay = phrasesOfAll('otherDay');
const bylineWords = new Set(phrasesOfAll('by'));
const photoWords = phrasesOfAll('photo');

export interface PublicationLine {
  /** Offsets of the outlet's name in the line. */
  readonly outlet: { readonly start: number; readonly end: number };
  readonly date: PrintedDate;
}

/**
 * An aggregator's line with the outlet and the day: "Publié dans X le 19 - 01 - 2024", "نشر في X يوم 19 - 01 - 2024",
 * "Published in X on …".
 */
export function parsePublicationLine(line: string): PublicationLine | undefined {
  if (line.length > 160) return undefined;
  const lead = prefixLength(line, publishedIn);
  if (lead === undefined) return undefined;
  const date = findPrintedDates(line)[0];
  if (!date || date.start < 8) return undefined;
  // Between the phrase and the date: the outlet, then "le", "on", "el", "يوم", perhaps a weekday.
  const middle = line.slice(lead, date.start);
  const name = /^[\s:«"]*(.{2,60}?)[»"]?[\s,]+(?:le|on|el|the|du|del|يوم|بتاريخ|في)?\s*(?:\p{L}{3,12},?\s*)?$/u.exec(
    middle,
  );
  const found = name?.[1]?.trim();
  if (!found) return undefined;
  const start = lead + middle.indexOf(found);
  return { outlet: { start, end: start + found.length }, date };
}

const firsts = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function firstWords(phrases: ReadonlySet<string>): ReadonlySet<string> {
  let words = firsts.get(phrases);
  if (!words) {
    words = new Set([...phrases].map((phrase) => phrase.split(' ')[0] as string));
    firsts.set(phrases, words);
  }
  return words;
}

/** Length of the longest of the phrases that the line begins with, in UTF-16 units of the line with what follows it. */
function prefixLength(line: string, phrases: ReadonlySet<string>): number | undefined {
  // A phrase stands at the very start, its words close together.
  let start = 0;
  while (start <= 4 && start < line.length && !isLetterOrMark(line.charCodeAt(start))) start++;
  if (start > 4) return undefined;
  let end = start;
  while (end < 80 && end < line.length && isLetterOrMark(line.charCodeAt(end))) end++;
  if (end === start || !firstWords(phrases).has(foldWord(line.slice(start, end)))) return undefined;
  let joined = '';
  let length: number | undefined;
  let count = 0;
  for (const match of line.slice(0, 80).matchAll(/[\p{L}\p{M}]+/gu)) {
    joined = count === 0 ? foldWord(match[0]) : `${joined} ${foldWord(match[0])}`;
    if (phrases.has(joined)) length = match.index + match[0].length;
    if (++count === 5) break;
  }
  if (length === undefined) return undefined;
  const rest = /^[^\p{L}\p{M}\p{N}]{1,3}/u.exec(line.slice(length, length + 4));
  return rest ? length + rest[0].length : undefined;
}

export interface DateLine {
  readonly date: PrintedDate;
  /** `other`: the words say that it is the day of something else. */
  readonly role: 'published' | 'modified' | 'plain' | 'other';
}

/** Words of the Islamic date that stands beside the Gregorian one, folded. */
const HIJRI: ReadonlySet<string> = new Set(
  'محرم صفر ربيع جمادي رجب شعبان رمضان شوال ذو ذي القعده الحجه الاول الثاني الاخر الاولي الاخره الثانيه ه هجري م'.split(
    ' ',
  ),
);

/**
 * A short line that says a date and little else: "Mis à jour le 3 mai 2024 à 10:30", "Jeudi, 26 Avril 2018". Of several
 * dates the one that the words call the publication counts, else the first.
 */
export function parseDateLine(line: string, options?: PrintedDateOptions): DateLine | undefined {
  const dates = parseDateLines(line, options);
  return dates.find(({ role }) => role === 'published') ?? dates[0];
}

/** All dates of such a line, each with its role: "Published 3 May 2024 | Updated 5 May 2024". */
export function parseDateLines(line: string, options?: PrintedDateOptions): readonly DateLine[] {
  if (line.length > 140 || !hasDigit(line)) return [];
  const dates = findPrintedDates(line, options);
  if (dates.length === 0 || dates.length > 4) return [];
  let rest = '';
  let from = 0;
  for (const { start, end } of dates) {
    rest += `${line.slice(from, start)} `;
    from = end;
  }
  const words = foldName(rest + line.slice(from))
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !HIJRI.has(word)).length;
  return dates.flatMap((date, i): readonly DateLine[] => {
    const field = line.slice(dates[i - 1]?.end ?? 0, date.start).split(SEPARATOR);
    const before = foldName(field.at(-1) ?? '');
    const near = (phrases: readonly string[]): boolean => phrases.some((phrase) => startsOrEnds(before, phrase));
    const role = near(modifiedOn) ? 'modified' : near(otherDay) ? 'other' : near(publishedOn) ? 'published' : 'plain';
    return words <= (role === 'plain' ? 4 : 8) || isDatedSegment(line, date) ? [{ date, role }] : [];
  });
}

function hasDigit(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (isDigit(line.charCodeAt(i))) return true;
  return false;
}

const SEPARATOR = /[|•·⋅]/;

/** "Tuesday 3 May 2024 10:30 | By: Jane Okoro | Ports": the day fills one of a few short fields of the line. */
function isDatedSegment(line: string, date: PrintedDate): boolean {
  if (!SEPARATOR.test(line.slice(0, date.start)) && !SEPARATOR.test(line.slice(date.end))) return false;
  const before = line.slice(0, date.start).split(SEPARATOR);
  const after = line.slice(date.end).split(SEPARATOR);
  const count = (text: string): number => text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const own = count(before.at(-1) ?? '') + count(after[0] ?? '');
  const others = [...before.slice(0, -1), ...after.slice(1)].map(count);
  return own <= 3 && others.length <= 4 && others.every((words) => words <= 6);
}

function startsOrEnds(text: string, phrase: string): boolean {
  if (text === phrase || text.startsWith(`${phrase} `)) return true;
  // A few words may stand before: "Article mis à jour le".
  return text.endsWith(` ${phrase}`) && text.split(' ').length <= 5;
}

/** "Par Awatif Rami", "By Jane Doe and John Doe": a short line with names after a byline word. */
export function parseByline(line: string): { start: number; end: number } | undefined {
  if (line.length > 120) return undefined;
  const lead = prefixLength(line, bylineWords);
  if (lead === undefined || lead >= line.length) return undefined;
  const rest = line.slice(lead).replace(/^[\s:]+/, '');
  const words = rest.split(/\s+/);
  if (words.length > 9 || /[.!?]$/.test(rest)) return undefined;
  const first = rest[0] ?? '';
  const named = /\p{Lo}/u.test(first) ? words.length <= 5 : /\p{Lu}/u.test(first);
  if (!named) return undefined;
  return { start: line.length - rest.length, end: line.length };
}

/** A picture's caption or credit by its own words: "Photo: EFE", "… | Foto: X", "EFE/EPA … HANDOUT". */
export function looksLikeCaption(text: string): boolean {
  if (text.length > 600) return false;
  if (
    /(?:EFE\/EPA|AFP\/|Getty Images|HANDOUT|EDITORIAL USE ONLY|\bAFP PHOTO\b|REUTERS\/|AP Photo|DoD photo|\/ ?AFP\b|File Photo)/.test(
      text,
    )
  )
    return true;
  const tail = text.slice(-80);
  const marker = /[:©]/.test(tail)
    ? /(?:^|[|([./–-]\s*)(?:\p{L}+\s)?(\p{L}+)\s?[:©]\s?[^:]{2,50}$/u.exec(tail)
    : undefined;
  if (marker && photoWords.includes(foldName(marker[1] as string))) return true;
  if (text.length < 200 && text.includes('©') && /©\s?\p{L}/u.test(text)) return true;
  if (text.length >= 250 || !/^[^.]{0,24}[:：]/.test(text) || foldName(text.slice(-70)) === '') return false;
  const head = foldName(text.slice(0, 30));
  return photoWords.some((word) => head === word || head.startsWith(`${word} `));
}

/** "À gauche", "(second right)", "(I)": words that place people in a picture. */
export function placesPeopleInPicture(text: string): boolean {
  if (text.length > 500 || !/[:),]/.test(text)) return false;
  return (
    /(?:^|[\s(])(?:right|left|center|centre|droite|gauche|izquierda|derecha|izq|dcha|يمين|يسار)\s?[:),]/i.test(text) ||
    (text.includes('(') &&
      /\((?:second |first |third )?(?:L|R|C|I|D|left|right|proper|à gauche|à droite|izq\.?|der\.?)\)/i.test(text))
  );
}

/** A line that signs an embedded post, "— Name (@handle) April 14, 2025", or ends one with its short link. */
export function looksLikePost(text: string): boolean {
  if (text.length > 600) return false;
  return (
    (text.includes('(@') && /\(@\w{1,20}\)\s*\p{L}/u.test(text)) ||
    (text.includes('.co') && /(?:pic\.(?:twitter|x)\.com|https:\/\/t\.co)\/\w+\s*$/.test(text.slice(-60)))
  );
}

/**
 * A paragraph that opens with place and day or agency, closed by a dash or bracket: "Argel, 6 abr (EFE).- …",
 * "WASHINGTON, July 23, 2015 – …". A place and a dash alone are too little to tell.
 */
export function startsWithDateline(text: string): boolean {
  const head = /^[^.!?]{3,60}?(?:\.?\)?\s?[-–—]{1,2}\s|\)\s?[.:]?\s?[-–—]?)/u.exec(text.slice(0, 90))?.[0];
  return head !== undefined && /[\d(]/.test(head) && /^[\p{Lu}\p{Lo}]/u.test(head);
}
