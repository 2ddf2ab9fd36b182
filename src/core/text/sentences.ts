import { allPacks } from '../languages/packs.ts';
import type { Span } from '../model/evidence.ts';
import type { DetectedLanguage } from '../model/language.ts';
import { foldWord } from './normalise.ts';
import type { SentenceRules } from './sentence-rules.ts';
import { isDigitAt, isJoinerAt, isLetterAt, isSpaceAt, isUpperAt } from './tokens.ts';

interface CompiledRules {
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
}

const RULES = new Map<string, CompiledRules>(allPacks.map((pack) => [pack.code, compile([pack.sentences])]));
/** For texts of an unknown language: merging too much does less harm than cutting a name in two. */
const ANY: CompiledRules = compile(allPacks.map((pack) => pack.sentences));

function compile(rules: readonly SentenceRules[]): CompiledRules {
  return {
    titles: new Set(rules.flatMap((rule) => rule.titles).map(foldWord)),
    abbreviations: new Set(rules.flatMap((rule) => rule.abbreviations).map(foldWord)),
    starters: new Set(rules.flatMap((rule) => rule.starters).map(foldWord)),
  };
}

/** Longest abbreviation looked back for, in characters. */
const LOOK_BACK = 14;

const CLOSERS = '"”’»›)]}\'';
const OPENERS = '"“‘«‹([{\'¿¡-–—•';

/**
 * Splits `text` from `start` to `end` into sentences, without the white space between them. A line end is always a
 * boundary, except a wrapped line that goes on in lower case. Written by hand because `Intl.Segmenter` breaks after
 * `M.`, `S.E.`, `U.S.` and `د.`, misses `2022.Ce`, differs between ICU versions and is about ten times slower.
 */
export function splitSentences(text: string, start: number, end: number, language: DetectedLanguage): Span[] {
  const rules = RULES.get(language) ?? ANY;
  const sentences: Span[] = [];
  let from = start;
  let i = start;
  while (i < end) {
    const unit = text.charCodeAt(i);
    let cut = -1;
    if (isLineEnd(unit)) {
      cut = isWrappedLine(text, i, from, end) ? -1 : i;
    } else if (isTerminator(unit)) {
      const run = endOfRun(text, i, end);
      cut = boundaryAfter(text, from, i, run, end, rules);
      i = run - 1;
    }
    if (cut >= 0) {
      push(sentences, text, from, cut);
      from = cut;
      i = Math.max(i + 1, cut);
    } else i++;
  }
  push(sentences, text, from, end);
  return sentences;
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

function isTerminator(unit: number): boolean {
  // . ! ? … ؟ ۔ and the full-width forms
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || unit === 0x61f || unit === 0x6d4;
}

function endOfRun(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isTerminator(text.charCodeAt(i))) i++;
  return i;
}

/** Where the sentence ends that may end with the terminators `[at, run)`; -1 when it goes on. */
function boundaryAfter(text: string, from: number, at: number, run: number, end: number, rules: CompiledRules): number {
  let after = run;
  while (after < end && (CLOSERS.includes(text.charAt(after)) || isJoinerAt(text, after))) after++;
  // French sets a space before the closing guillemet.
  if (after < end && isSpaceAt(text, after) && text.charAt(after + 1) === '»' && after + 1 < end) after += 2;
  if (after >= end) return end;
  const single = run === at + 1 && text.charCodeAt(at) === 0x2e;
  if (!isSpaceAt(text, after)) return single && after === run ? missingSpace(text, from, at, end, rules) : -1;
  let next = after;
  while (next < end && isSpaceAt(text, next)) {
    if (isLineEnd(text.charCodeAt(next))) return after;
    next++;
  }
  while (next < end && (OPENERS.includes(text.charAt(next)) || isSpaceAt(text, next) || isJoinerAt(text, next))) next++;
  if (next >= end) return after;
  if (isLowerLatin(text, next)) return -1;
  if (',;:،؛'.includes(text.charAt(next))) return -1;
  if (!single || after !== run) return after;
  return goesOn(text, from, at, next, end, rules) ? -1 : after;
}

/** A full stop that abbreviates: after a title, an initial, an abbreviation or a list number. */
function goesOn(text: string, from: number, at: number, next: number, end: number, rules: CompiledRules): boolean {
  const word = wordBefore(text, from, at);
  if (word.folded === '') return false;
  if (rules.titles.has(word.folded)) return true;
  if (word.start === from || isBlank(text, from, word.start)) {
    if (/^\d{1,3}$/.test(word.folded)) return true;
  }
  const abbreviated = rules.abbreviations.has(word.folded);
  const initial = /^(?:\p{L}\.)*\p{L}$/u.test(word.folded) && isUpperAt(text, word.start);
  if (!abbreviated && !initial) return false;
  if (isDigitAt(text, next)) return abbreviated;
  return !rules.starters.has(wordAfter(text, next, end));
}

/** `2022.Ce` and `قال.وأضاف` are two sentences; `Webook.com`, `3.5`, `U.S.A` are not. */
function missingSpace(text: string, from: number, at: number, end: number, rules: CompiledRules): number {
  const next = at + 1;
  if (!isLetterAt(text, next) || at === from) return -1;
  const before = text.charCodeAt(at - 1);
  const afterDigit = isDigitAt(text, at - 1);
  if (!afterDigit && !isLetterAt(text, at - 1) && !CLOSERS.includes(String.fromCharCode(before))) return -1;
  const arabic = isArabic(text, next);
  if (!arabic) {
    if (!isUpperAt(text, next)) return -1;
    const second = text.charCodeAt(next + 1);
    const apostrophe = second === 0x27 || second === 0x2019;
    const continues = next + 1 < end && (isLetterAt(text, next + 1) ? !isUpperAt(text, next + 1) : apostrophe);
    const oneLetterWord = next + 1 < end && isSpaceAt(text, next + 1);
    if (!continues && !oneLetterWord) return -1;
    if (/^(?:com|net|org|info|gov|js|tv)$/.test(wordAfter(text, next, end))) return -1;
  }
  const word = wordBefore(text, from, at);
  if (word.folded.includes('@') || word.folded.startsWith('www')) return -1;
  if (!afterDigit && word.folded.length < 2) return -1;
  if (arabic && (isUrlLike(text, at, end) || word.folded.includes('.'))) return -1;
  if (rules.titles.has(word.folded) || rules.abbreviations.has(word.folded)) return -1;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word.folded)) return -1;
  return next;
}

/** Arabic has no case: an abbreviation of single letters (`و.م.ع`) is told by the full stop two letters on. */
function isUrlLike(text: string, at: number, end: number): boolean {
  return at + 2 < end && text.charCodeAt(at + 2) === 0x2e;
}

/** The word that ends at `at`, with full stops inside it (`S.E`), at most `LOOK_BACK` characters. */
function wordBefore(text: string, from: number, at: number): { folded: string; start: number } {
  let i = at;
  while (i > from && at - i < LOOK_BACK) {
    const before = i - 1;
    const inside = isLetterAt(text, before) || isDigitAt(text, before) || isJoinerAt(text, before);
    if (!inside && text.charCodeAt(before) !== 0x2e) break;
    i--;
  }
  while (i < at && text.charCodeAt(i) === 0x2e) i++;
  return { folded: foldWord(text.slice(i, at)), start: i };
}

function wordAfter(text: string, next: number, end: number): string {
  let i = next;
  while (i < end && i - next < LOOK_BACK && isLetterAt(text, i)) i++;
  // An elided article counts with its apostrophe, as in the lists.
  const mark = text.charCodeAt(i);
  if (i < end && (mark === 0x27 || mark === 0x2019)) i++;
  return foldWord(text.slice(next, i));
}

function isWrappedLine(text: string, at: number, from: number, end: number): boolean {
  let next = at;
  while (next < end && isSpaceAt(text, next)) {
    if (next > at + 1 && isLineEnd(text.charCodeAt(next))) return false;
    next++;
  }
  let before = at;
  while (before > from && isSpaceAt(text, before - 1)) before--;
  if (before <= from || next >= end) return false;
  return isLowerLatin(text, next) && !isTerminator(text.charCodeAt(before - 1));
}

function isLowerLatin(text: string, at: number): boolean {
  return isLetterAt(text, at) && !isUpperAt(text, at) && text.charCodeAt(at) < 0x590;
}

function isArabic(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x600 && unit < 0x780;
}

function isBlank(text: string, from: number, to: number): boolean {
  // A list number stands within a few characters of the sentence start.
  if (to - from > 8) return false;
  return text.slice(from, to).trim() === '';
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpaceAt(text, start)) start++;
  while (end > start && isSpaceAt(text, end - 1)) end--;
  if (end > start) sentences.push({ start, end });
}
