import { findCountries } from '../gazetteer/find-countries.ts';
import { findPlaces } from '../gazetteer/places.ts';
import { functionWords } from '../language/function-words.ts';
import { consonantSkeleton, isArabic } from '../record/sounds.ts';
import { stemOf } from '../text/stem.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { Pivot } from './pivot.ts';

/** Counted terms of one text; keys are words, not yet numbers. */
export interface CountedTerms {
  /** Words of the language: stems, names, numbers, pairs of name words. */
  readonly words: Map<string, number>;
  /** What can be compared with a text in another language. */
  readonly shared: Map<string, number>;
}

/** The head says what a text is about twice as clearly as its body. */
const titleWeight = 2;
/** Capitalised words are mostly names, and names tell events apart. */
const nameWeight = 1.6;
const namePairWeight = 0.7;
/** The first words of a text say what it is about twice as clearly as the rest, whether a headline stands above or not. */
const leadTokens = 40;
const leadWeight = 2;
/** Tokens that are read: what comes later is background, and long texts must not cost more than they tell. */
const mostTokens = 600;
/** Weights of what languages share: a place or a name says more than a word that merely looks alike. */
const weights = { place: 1.4, country: 0.8, number: 1.2, name: 1.2, cognate: 0.6, word: 1 } as const;
const cognateLength = 5;
const shortestSkeleton = 2;

const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(functionWords).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const noWords: ReadonlySet<string> = new Set();

/** Counts what a title and a body speak about. */
export function countTerms(title: string | undefined, text: string, language: string, pivot: Pivot): CountedTerms {
  const terms: CountedTerms = { words: new Map(), shared: new Map() };
  if (title !== undefined && title !== '') countIn(title, titleWeight, language, pivot, terms);
  countIn(text, 1, language, pivot, terms);
  return terms;
}

function countIn(text: string, textFactor: number, language: string, pivot: Pivot, terms: CountedTerms): void {
  const tokens = tokenize(text.length > mostTokens * 12 ? text.slice(0, mostTokens * 12) : text).slice(0, mostTokens);
  const stops = stopWords.get(language) ?? noWords;
  const placed = new Set<number>();
  let factor = textFactor;
  const readAt = (at: number) => {
    factor = textFactor * (at < leadTokens ? leadWeight : 1);
  };
  const share = (key: string, weight: number) => add(terms.shared, key, weight * factor);
  for (const { place, firstToken, lastToken } of findPlaces(tokens, 0, tokens.length, language)) {
    readAt(firstToken);
    share(`p:${place.id}`, weights.place);
    for (let at = firstToken; at < lastToken; at++) placed.add(at);
  }
  for (const { code, kind, firstToken, lastToken } of findCountries(tokens, 0, tokens.length, language)) {
    readAt(firstToken);
    if (kind !== 'capital') share(`c:${code}`, weights.country);
    for (let at = firstToken; at < lastToken; at++) placed.add(at);
  }
  const headline = allWordsUpper(tokens);
  let before = '';
  for (const [at, token] of tokens.entries()) {
    readAt(at);
    if (token.kind === 'punctuation') {
      if (token.folded !== '-') before = '';
      continue;
    }
    const { folded, upper } = token;
    if (token.kind === 'number') {
      const number = numberAt(tokens, at);
      if (number !== undefined) {
        add(terms.words, `#${number}`, factor);
        share(`#${number}`, number.length > 1 ? weights.number : weights.number / 2);
      }
      before = '';
      continue;
    }
    if (folded.length < 2 || folded === "'s" || stops.has(folded)) {
      before = '';
      continue;
    }
    const stem = stemOf(folded, language);
    const name = upper && !headline;
    add(terms.words, stem, factor * (name ? nameWeight : 1));
    if (upper) {
      if (before !== '') add(terms.words, `${before}_${folded}`, factor * namePairWeight);
      before = folded;
    } else before = '';
    if (!placed.has(at)) shareWord(folded, stem, upper, startsSentence(tokens, at), language, pivot, share);
  }
}

function shareWord(
  folded: string,
  stem: string,
  upper: boolean,
  first: boolean,
  language: string,
  pivot: Pivot,
  share: (key: string, weight: number) => void,
): void {
  const found = pivot.wordsFor(stem, language);
  for (const { word, weight } of found) share(`w:${word}`, weight * weights.word);
  if (language === 'en' && !found.some(({ word }) => word === stem)) share(`w:${stem}`, weights.word);
  if (isArabic(folded)) {
    if (found.length > 0) return;
    for (const spelling of new Set([folded, withoutParticles(folded)])) {
      const skeleton = consonantSkeleton(spelling);
      if (skeleton.length >= shortestSkeleton) share(`k:${skeleton}`, weights.name);
    }
    return;
  }
  if (upper) {
    const skeleton = consonantSkeleton(folded);
    if (skeleton.length >= shortestSkeleton) share(`k:${skeleton}`, first ? weights.name / 2 : weights.name);
    share(`n:${folded}`, first ? weights.name / 2 : weights.name);
  }
  if (folded.length >= cognateLength) share(`g:${folded.slice(0, cognateLength)}`, weights.cognate);
}

/** Arabic writes "and", "in", "to", "as" and "the" on to the word. */
function withoutParticles(word: string): string {
  const bare = word.replace(/^[وف]?[بكل]?ال(?=..)|^لل(?=..)/, '');
  return bare === word && word.length > 4 ? word.replace(/^[وبل]/, '') : bare;
}

/** Thousands are joined: `1 200`, `1,200` and `1.200` are one number. */
function numberAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const isPart = (index: number): boolean => {
    const [head, mark, part] = [tokens[index - 2], tokens[index - 1], tokens[index]];
    return (
      part?.kind === 'number' &&
      part.folded.length === 3 &&
      head?.kind === 'number' &&
      head.folded.length <= 3 &&
      (mark?.folded === ',' || mark?.folded === '.') &&
      mark.start === head.end &&
      mark.end === part.start
    );
  };
  if (isPart(at)) return undefined;
  let number = token.folded;
  for (let next = at + 2; isPart(next); next += 2) number += tokens[next]?.folded ?? '';
  return number;
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || (before.kind === 'punctuation' && /[.!?":]/.test(before.folded));
}

/** English headlines and shouted texts write every word with a capital: there it says nothing. */
function allWordsUpper(tokens: readonly Token[]): boolean {
  let words = 0;
  let upper = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words++;
    if (token.upper) upper++;
  }
  return upper > words * 0.6;
}

function add(terms: Map<string, number>, key: string, weight: number): void {
  terms.set(key, (terms.get(key) ?? 0) + weight);
}
