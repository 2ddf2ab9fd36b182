import type { GoldEvent, GoldParticipant, PredictedEvent } from './types.ts';

// How names, places, days and texts are compared. The rules are those of the published scorer of the corpus form, so
// that figures of different systems stay comparable; do not improve them.

const ARABIC_MARKS = /[\u064b-\u065f\u0670\u0640]/g;

/** Lower case, no accents, one form for each Arabic letter, words separated by one space. */
export function normalise(text: unknown): string {
  return String(text ?? '')
    .replace(ARABIC_MARKS, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function words(text: unknown): string[] {
  const plain = normalise(text);
  return plain === '' ? [] : plain.split(' ');
}

/** Runs of four words; a text of one to three words is one run. */
export function shingles(text: unknown): Set<string> {
  const all = words(text);
  const runs = new Set<string>();
  if (all.length > 0 && all.length < 4) runs.add(all.join(' '));
  for (let i = 0; i + 4 <= all.length; i++) runs.add(all.slice(i, i + 4).join(' '));
  return runs;
}

/** Dice coefficient of the word sets of two titles. */
export function titleOverlap(a: unknown, b: unknown): number {
  const left = new Set(words(a));
  const right = new Set(words(b));
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size);
}

const NAME_PARTICLES = new Set(
  (
    'bin ben ibn bint al el de la le du des der van von ould uld abd ud da do di y e the mr mrs ms m mm mme king queen ' +
    'prince princess sheikh emir president minister roi rey presidente ministro ministre dr don sir lord lady general ' +
    'بن ابن ال الملك الامير الشيخ الرييس الدكتور السيد خادم'
  ).split(' '),
);

function nameWords(name: unknown): string[] {
  const all = words(name).map((word) =>
    /^[\u0600-\u06ff]/.test(word) && word.length > 4 ? word.replace(/^ال/, '') : word,
  );
  const proper = all.filter((word) => !NAME_PARTICLES.has(word));
  return proper.length > 0 ? proper : all;
}

/** 3 the same name, 2 the same family name (small misspellings allowed), 1 one is part of the other, 0 different. */
export function nameScore(predicted: unknown, gold: GoldParticipant): number {
  let best = 0;
  for (const known of [gold.name, gold.as_written]) {
    if (!known) continue;
    const a = nameWords(predicted);
    const b = nameWords(known);
    if (a.length === 0 || b.length === 0) continue;
    if (a.join(' ') === b.join(' ')) best = Math.max(best, 3);
    else if (alike(a.at(-1) ?? '', b.at(-1) ?? '')) best = Math.max(best, 2);
    else if (a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))) best = Math.max(best, 1);
  }
  return best;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= 5 && editDistance(a, b) <= (shorter >= 8 ? 2 : 1);
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 9;
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

const PLACE_NAMES: Readonly<Record<string, string>> = {
  alger: 'algiers',
  argel: 'algiers',
  الجزاير: 'algiers',
  doha: 'doha',
  الدوحه: 'doha',
  djeddah: 'jeddah',
  jiddah: 'jeddah',
  djedda: 'jeddah',
  yeda: 'jeddah',
  جده: 'jeddah',
  'le caire': 'cairo',
  'el cairo': 'cairo',
  القاهره: 'cairo',
  الرباط: 'rabat',
  tanger: 'tangier',
  tangiers: 'tangier',
  nuakchot: 'nouakchott',
  nouakchot: 'nouakchott',
  tunez: 'tunis',
  تونس: 'tunis',
  قرطاج: 'carthage',
  cartago: 'carthage',
  seul: 'seoul',
  berlin: 'berlin',
  'nueva york': 'new york',
  moscou: 'moscow',
  moscu: 'moscow',
  vientian: 'vientiane',
};

function placeName(place: unknown): string {
  const plain = normalise(place);
  return PLACE_NAMES[plain] ?? plain;
}

export function samePlace(predicted: unknown, gold: GoldEvent): boolean {
  const place = placeName(predicted);
  if (place === '') return false;
  return [gold.place, gold.place_as_written].some((known) => {
    if (!known) return false;
    const name = placeName(known);
    return name === place || ` ${place} `.includes(` ${name} `);
  });
}

export function isoDay(date: unknown): string | null {
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : null;
}

export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 864e5;
}

function countrySet(countries: readonly string[] | undefined): Set<string> {
  return new Set(
    (countries ?? []).map((country) => {
      const code = country.toUpperCase();
      return code === 'UK' ? 'GB' : code === 'EL' ? 'GR' : code;
    }),
  );
}

/** How well a predicted event fits an annotated one; 0 when it cannot be the same. */
export function eventFit(predicted: PredictedEvent, gold: GoldEvent): number {
  const theirs = countrySet(predicted.countries);
  const ours = countrySet(gold.countries);
  if (theirs.size < 2 || ours.size < 2 || ![...theirs].every((country) => ours.has(country))) return 0;
  const a = isoDay(predicted.date);
  const b = isoDay(gold.date);
  const sameDay = a !== null && b !== null ? daysApart(a, b) <= 1 : null;
  const sameName = (predicted.participants ?? []).some((person) =>
    gold.participants.some((known) => !known.minor && nameScore(person.name, known) >= 2),
  );
  const sameType = predicted.type === gold.type;
  if (sameDay === false) return sameName ? 1 + (sameType ? 0.2 : 0) : 0;
  const sameStatus = predicted.status !== undefined && predicted.status !== '' && predicted.status === gold.status;
  return 2 + (sameDay ? 2 : 0) + (sameName ? 1 : 0) + (sameType ? 0.5 : 0) + (sameStatus ? 0.3 : 0);
}
