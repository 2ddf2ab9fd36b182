import type { Span } from '../model/evidence.ts';
import { splitSentences } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { hashWord, winnowedGrams } from './fingerprints.ts';
import type { GroupArticle } from './group-article.ts';
import { publicationDay, publicationMinute, type RecordSignature, recordSignature } from './look-alike.ts';
import { type WordMarks, wordMarks } from './word-marks.ts';

/** Changes whenever the same article may give another print. */
export const dispatchPrintVersion: string = '2';

/**
 * All that grouping keeps of an article: computed once, a tenth of a millisecond to compare, about 2 kB. The text is
 * not needed again.
 */
export interface DispatchPrint {
  readonly id: string;
  readonly language: string;
  /** Day number of the publication; absent when it is not known to the day. */
  readonly day?: number;
  /** Minutes since 1970, UTC; absent without an hour and its zone. */
  readonly minute?: number;
  /** One number a word: a 24-bit hash, and in the lowest byte what kind of word it is (`wordKinds`). */
  readonly words: Uint32Array;
  /** Three numbers a sentence: its first word, and its start and end in the text. */
  readonly sentences: Uint32Array;
  /** Names as spelled, folded, in order: spellings of one name are no different names. */
  readonly names: readonly string[];
  readonly record: RecordSignature;
}

/** What one word is, as bits of a number in `words`. */
export const wordKinds = { name: 1, number: 2, country: 4, weekday: 8, date: 16 } as const;

/** Longer texts are cut: a book is no dispatch. */
const mostWords = 3000;
/** With more capitals than this the text is set in capitals, and they show no names. */
const capitalShare = 0.5;

/** Everything that grouping needs of an article, once and for all. */
export function dispatchPrint(article: GroupArticle): DispatchPrint {
  const marks = wordMarks(article.language);
  const words: number[] = [];
  const sentences: number[] = [];
  const names = new Map<string, number>();
  const spans = splitSentences(article.text, 0, article.text.length, article.language);
  const cut = spans.map((span) => tokenize(article.text, span.start, span.end));
  const readNames = marks.capitals && !setInCapitals(cut);
  for (const [index, tokens] of cut.entries()) {
    const first = words.length;
    if (first >= mostWords) break;
    addWords(words, names, tokens, marks, readNames);
    const { start, end } = spans[index] as Span;
    if (words.length > first) sentences.push(first, start, end);
  }
  const day = publicationDay(article.published);
  const minute = publicationMinute(article.published);
  return {
    id: article.id,
    language: article.language,
    ...(day === undefined ? {} : { day }),
    ...(minute === undefined ? {} : { minute }),
    words: Uint32Array.from(words),
    sentences: Uint32Array.from(sentences),
    names: [...names.keys()],
    record: recordSignature(article),
  };
}

/**
 * Fingerprints of a print, then the names of two words that stand in it: a communiqué that was cut to its formulas is
 * still about somebody. Numbers are left out, so that a corrected figure does not tear a copy from its original.
 */
export function fingerprintsOfPrint(print: DispatchPrint): Uint32Array {
  const grams = fingerprintsOfWords(print.words, print.language);
  const names = nameKeys(print.words);
  if (!wordMarks(print.language).capitals) addPairs(names, print.words.subarray(0, print.sentences[3]));
  const both = new Uint32Array(grams.length + names.size);
  both.set(grams);
  both.set([...names], grams.length);
  return both;
}

/**
 * Where articles, conjunctions and prepositions are written on to the word, four words say what five say elsewhere, and
 * an edit breaks as much.
 */
const attachedGram = 4;

export function fingerprintsOfWords(words: Uint32Array, language: string): Uint32Array {
  const plain = new Uint32Array(words.length);
  let size = 0;
  for (const word of words) if ((word & wordKinds.number) === 0) plain[size++] = word >>> 8;
  return winnowedGrams(plain, size, wordMarks(language).attached ? attachedGram : undefined);
}

/** Where no letter shows names, any two words of the first sentence may be one. */
function addPairs(keys: Set<number>, words: Uint32Array): void {
  for (let i = 1; i < words.length; i++) {
    const [one = 0, other = 0] = [words[i - 1], words[i]];
    if ((one & ~wordKinds.name & 0xff) === 0 && (other & ~wordKinds.name & 0xff) === 0) keys.add(pairKey(one, other));
  }
}

/** Two words of a name that follow each other, each as one number. */
export function nameKeys(words: Uint32Array): Set<number> {
  const keys = new Set<number>();
  for (let i = 1; i < words.length; i++) {
    const [one = 0, other = 0] = [words[i - 1], words[i]];
    if ((one & other & wordKinds.name) !== 0) keys.add(pairKey(one, other));
  }
  return keys;
}

/** The same for any two words in a row: a name counts also where nothing shows that it is one. */
export function holdsNames(words: Uint32Array, keys: Iterable<number>): Set<number> {
  const wanted = new Set(keys);
  const found = new Set<number>();
  for (let i = 1; i < words.length && wanted.size > 0; i++) {
    const key = pairKey(words[i - 1] ?? 0, words[i] ?? 0);
    if (wanted.has(key)) found.add(key);
  }
  return found;
}

function pairKey(one: number, other: number): number {
  let hash = Math.imul(one >>> 8, 0x9e3779b1) ^ Math.imul(other >>> 8, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The number that stands for a word of this kind in every text; equal in all languages for numbers, countries, days. */
export function wordNumber(text: string, kind: number): number {
  return ((hashWord(text) << 8) | kind) >>> 0;
}

function addWords(
  words: number[],
  names: Map<string, number>,
  tokens: readonly Token[],
  marks: WordMarks,
  readNames: boolean,
): void {
  const named = marks.capitals ? undefined : namesByPosition(tokens, marks);
  let opening = true;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'punctuation') continue;
    const country = token.kind === 'word' ? marks.countryAt(tokens, i) : undefined;
    if (country !== undefined) {
      words.push(wordNumber(`country ${country.code}`, wordKinds.country));
      i += country.length - 1;
      opening = false;
      continue;
    }
    words.push(
      numberOf(tokens, i, marks) ??
        plainWord(token, (readNames && token.upper && (!opening || opensName(tokens, i))) || named?.has(i)),
    );
    const spelled = marks.capitals ? readNames && token.upper : named?.has(i);
    if (spelled === true && !names.has(token.folded)) names.set(token.folded, names.size);
    opening = false;
  }
}

/** A sentence may open with a name: two capitals in a row. */
function opensName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === 'word' && next.upper && (tokens[index]?.folded.length ?? 0) > 2;
}

function plainWord({ folded, kind }: Token, name: boolean | undefined): number {
  if (kind === 'number') return wordNumber(folded, wordKinds.number);
  return wordNumber(folded, name === true ? wordKinds.name : 0);
}

/** Weekdays, and a number beside the name of a month, whichever stands first. */
function numberOf(tokens: readonly Token[], index: number, marks: WordMarks): number | undefined {
  const token = tokens[index] as Token;
  if (token.kind === 'word') {
    const weekday = marks.weekdayOf(token.folded);
    return weekday === undefined ? undefined : wordNumber(`weekday ${weekday}`, wordKinds.weekday);
  }
  if (token.folded.length > 2) return undefined;
  for (const offset of [1, 2, -1]) {
    const near = tokens[index + offset];
    const month = near?.kind === 'word' ? marks.monthOf(near.folded) : undefined;
    if (month !== undefined)
      return wordNumber(`date ${month} ${Number(token.folded)}`, wordKinds.number | wordKinds.date);
  }
  return undefined;
}

/** Words that a name of a person in a script without capitals may have. */
const longestName = 4;

/**
 * Where no letter shows names: two to four words that follow an office or a title and its country and end with a
 * comma, a stop or a word that no name holds.
 */
function namesByPosition(tokens: readonly Token[], marks: WordMarks): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || !marks.opensOffice(token.folded)) continue;
    let at = i + 1;
    while (at < tokens.length && standsBeforeName(tokens, at, marks)) at++;
    let end = at;
    while (end < tokens.length && isNameWord(tokens, end, marks)) end++;
    if (end - at >= 2 && end - at <= longestName) for (let name = at; name < end; name++) found.add(name);
  }
  return found;
}

/** The rest of the office, its country, a comma. */
function standsBeforeName(tokens: readonly Token[], index: number, marks: WordMarks): boolean {
  const token = tokens[index] as Token;
  if (token.kind === 'punctuation') return token.folded === ',' || token.folded === '"';
  return marks.isOfficeWord(token.folded) || marks.countryAt(tokens, index) !== undefined;
}

function isNameWord(tokens: readonly Token[], index: number, marks: WordMarks): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || token.folded.length < 2) return false;
  if (marks.endsName(token.folded) || marks.isOfficeWord(token.folded)) return false;
  return marks.countryAt(tokens, index) === undefined && marks.weekdayOf(token.folded) === undefined;
}

function setInCapitals(sentences: readonly (readonly Token[])[]): boolean {
  let words = 0;
  let upper = 0;
  for (const tokens of sentences) {
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      words++;
      if (token.upper) upper++;
    }
  }
  return upper > words * capitalShare;
}

/** Whether the first text is known to be printed after the second. */
export function isPrintedLater(one: DispatchPrint, other: DispatchPrint): boolean {
  if (one.minute !== undefined && other.minute !== undefined) return one.minute > other.minute;
  return one.day !== undefined && other.day !== undefined && one.day > other.day;
}
