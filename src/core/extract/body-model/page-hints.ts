import type { RawPage } from '../../read/raw-page.ts';
import { isLetterOrNumber } from '../../text/characters.ts';
import type { Draft } from '../draft.ts';
import { articleObjects, stringsAt } from '../json-ld.ts';
import { machineTitles, metaValues } from '../machine-values.ts';
import { wordsOf } from '../title-match.ts';

/** What the page's own metadata says about its text, ready for comparing with blocks. */
export interface PageHints {
  readonly titles: readonly ReadonlySet<string>[];
  /** Letters and digits of the descriptions. */
  readonly descriptions: readonly string[];
  /** Letters and digits of the body in the structured data; empty without. */
  readonly jsonBody: string;
  readonly jsonBodyWords: number;
}

const known = new WeakMap<RawPage, PageHints>();

/** Read once a page: the columns and the choice of a source both ask. */
export function readHints({ raw }: Pick<Draft, 'raw'>): PageHints {
  const before = known.get(raw);
  if (before) return before;
  const hints = hintsOf(raw);
  known.set(raw, hints);
  return hints;
}

function hintsOf(raw: RawPage): PageHints {
  const titles = machineTitles(raw).map(({ value }) => wordsOf(value));
  const descriptions = new Set(
    metaValues(raw, ['og:description', 'description', 'twitter:description']).map(({ value }) => tight(value)),
  );
  let jsonBody = '';
  for (const object of articleObjects(raw)) {
    for (const value of [...stringsAt(object, 'articleBody'), ...stringsAt(object, 'text')])
      if (value.length > jsonBody.length) jsonBody = value;
  }
  const body = jsonBody.length < 150 ? '' : jsonBody.slice(0, 200_000);
  return {
    titles,
    descriptions: [...descriptions].filter((value) => value.length >= 30),
    jsonBody: tight(body),
    jsonBodyWords: body === '' ? 0 : body.split(/\s+/).length,
  };
}

/** Units of a block's text that surely hold as many letters and digits as are looked up. */
const window = 60;
const lookedUp = 30;

/** Share of the block's beginning, middle and end that the structured body holds: 0 to 1. */
export function shareInJson(hints: PageHints, text: string): number {
  if (text.length <= 2 * window) return shareOfShort(hints, tight(text));
  const middle = (text.length - window) >> 1;
  let hits = 0;
  for (const at of [0, middle, text.length - window]) {
    const own = tight(text.slice(at, at + window));
    if (own.length > 0 && hints.jsonBody.includes(own.slice(0, lookedUp))) hits++;
  }
  return hits / 3;
}

function shareOfShort(hints: PageHints, own: string): number {
  if (own.length < 12) return own.length >= 4 && hints.jsonBody.includes(own) ? 0.5 : 0;
  const size = Math.min(own.length, lookedUp);
  const places = own.length <= size ? [0] : [0, (own.length - size) >> 1, own.length - size];
  return places.filter((at) => hints.jsonBody.includes(own.slice(at, at + size))).length / places.length;
}

/** Whether the block begins like a description of the page, or is one. */
export function inDescription(hints: PageHints, text: string): number {
  const own = tight(text.slice(0, 100));
  if (own.length < 20) return 0;
  const head = own.slice(0, 60);
  let best = 0;
  for (const description of hints.descriptions) {
    if (description.startsWith(head) || own.startsWith(description.slice(0, 60))) best = Math.max(best, 1);
    else if (description.includes(head)) best = Math.max(best, 0.5);
  }
  return best;
}

/** Working memory of `tight`. */
const units = new Uint16Array(1024);

/** Letters and digits alone, lower case: what survives every template. */
function tight(text: string): string {
  if (text.length > units.length) return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) units[size++] = code;
      else if (code >= 65 && code <= 90) units[size++] = code | 0x20;
    } else if (lowerCase(code) === code) {
      if (isLetterOrNumber(code)) units[size++] = code;
    } else return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  }
  return String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
}

/** Capitals outside of ASCII and halves of pairs differ from their lower case here: they are left to the expression. */
function lowerCase(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return 0;
  const known = lowerCases[code] as number;
  if (known > 0) return known;
  const lower = String.fromCharCode(code).toLowerCase();
  const found = lower.length === 1 ? lower.charCodeAt(0) : 0;
  lowerCases[code] = found === code ? found : 1;
  return lowerCases[code] as number;
}

/** The unit itself where it has no other lower case, 1 where it has, 0 not known yet. */
const lowerCases = new Uint16Array(0x10000);

/** Best share of words that a short block has in common with a title. */
export function titleShare(hints: PageHints, folded: string): number {
  if (hints.titles.length === 0 || folded === '') return 0;
  const words = new Set(folded.split(' '));
  let best = 0;
  for (const title of hints.titles) {
    let both = 0;
    for (const word of words) if (title.has(word)) both++;
    best = Math.max(best, (2 * both) / (words.size + title.size));
  }
  return best;
}
