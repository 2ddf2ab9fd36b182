import type { ComparedText } from '../compare/compared-text.ts';
import type { Span } from '../model/evidence.ts';
import { tokenize } from '../text/tokens.ts';
import { type ContentWord, contentWords } from './content-words.ts';
import { createGramCounts, type GramCounts, parseGramCounts, serialiseGramCounts } from './gram-counts.ts';
import { type NoveltyPrint, sentenceRange } from './novelty-print.ts';
import { eachGram, gramOf, hashStem } from './stem-hash.ts';

/** What comes back again and again in the texts of a dossier. Adding and removing cost the length of one text. */
export interface FormulaIndex {
  /** How many texts are counted. */
  readonly size: number;
  /** One text of each dispatch: twelve copies of one text are no formula. */
  add(text: ComparedText): void;
  /** Takes out a text that was added, word for word; nothing of it stays. */
  remove(text: ComparedText): void;
  find(text: ComparedText, options?: FindFormulaOptions): Formula;
  /** The same texts give the same bytes, in whatever order they came. */
  serialise(): Uint8Array;
}

export interface Formula {
  /** Runs of formula in the order of the text, none touching the next. */
  readonly spans: readonly Span[];
  /** Share of the words of the content that lie in formula, 0 to 1. */
  readonly share: number;
}

export interface FindFormulaOptions {
  /**
   * Texts that must have said it before.
   * @default 2
   */
  readonly leastTexts?: number;
  /**
   * The text itself is in the index and must not be its own witness.
   * @default false
   */
  readonly included?: boolean;
}

/** Unknown words in the middle of formula that are still taken for it: a name or a day that was filled in. */
const longestGap = 2;
/** Shorter runs of formula are words that just go together. */
const shortestRun = 3;

/**
 * An index of the formulas of some texts: pairs of neighbouring stems, with one word between them or none, by the
 * number of texts that have them.
 * @param serialised what `serialise` gave; bytes that are something else start an empty index
 *
 * @example
 * import { comparedText, createFormulaIndex } from 'rapporteur';
 *
 * const index = createFormulaIndex();
 * index.add(comparedText('Both sides praised the excellent relations of the two ports on Monday.', 'en'));
 * index.add(comparedText('The mayors praised the excellent relations of the two ports again.', 'en'));
 * const { share } = index.find(comparedText('They praised the excellent relations of the two ports.', 'en'));
 * console.log(share);
 */
export function createFormulaIndex(serialised?: Uint8Array): FormulaIndex {
  const counts = (serialised === undefined ? undefined : parseGramCounts(serialised)) ?? createGramCounts();
  return {
    get size(): number {
      return counts.texts;
    },
    add: (text) => count(counts, text, 1),
    remove: (text) => count(counts, text, -1),
    find: (text, options = {}) => findFormula(counts, text, options),
    serialise: () => serialiseGramCounts(counts),
  };
}

function count(counts: GramCounts, text: ComparedText, by: 1 | -1): void {
  const grams = new Set<number>();
  eachSentence(text, (words) => {
    const hashes = words.map(({ stem }) => hashStem(stem));
    eachGram(hashes, 0, hashes.length, (gram) => grams.add(gram));
  });
  counts.change(grams, by);
}

/**
 * Formula of a text by the prints of the earlier ones: what an index of them all would find, counting only what the text
 * asks for.
 */
export function findFormulaInPrints(
  text: ComparedText,
  prints: readonly NoveltyPrint[],
  options: FindFormulaOptions = {},
): Formula {
  const counts = new Map<number, number>();
  const asked = new Set<number>();
  eachSentence(text, (words) => {
    const hashes = words.map(({ stem }) => hashStem(stem));
    for (const hash of hashes) asked.add(hash);
    eachGram(hashes, 0, hashes.length, (gram) => counts.set(gram, 0));
  });
  for (const print of prints) {
    const seen = new Set<number>();
    for (let sentence = 0; sentence * 3 < print.sentences.length; sentence++) {
      eachAskedGram(print, sentence, asked, (gram) => {
        const count = counts.get(gram);
        if (count === undefined || seen.has(gram)) return;
        seen.add(gram);
        counts.set(gram, count + 1);
      });
    }
  }
  return findFormula({ of: (gram) => counts.get(gram) ?? 0 }, text, options);
}

/** `eachGram` where both ends are words that are asked for: most words of an earlier text are not. */
function eachAskedGram(
  print: NoveltyPrint,
  sentence: number,
  asked: ReadonlySet<number>,
  visit: (gram: number) => void,
): void {
  const [from, to] = sentenceRange(print, sentence);
  const none = -1;
  let [before, last] = [none, none];
  for (let at = from; at < to; at++) {
    const word = ((print.words[at] ?? 0) & ~1) >>> 0;
    const here = asked.has(word) ? word : none;
    if (here !== none) {
      if (last !== none) visit(gramOf(last, here));
      if (before !== none) visit(gramOf(before, here));
    }
    before = last;
    last = here;
  }
}

function findFormula(counts: Pick<GramCounts, 'of'>, text: ComparedText, options: FindFormulaOptions): Formula {
  const least = (options.leastTexts ?? 2) + (options.included === true ? 1 : 0);
  const spans: Span[] = [];
  let all = 0;
  let inside = 0;
  eachSentence(text, (words) => {
    all += words.length;
    const known = knownWords(counts, words, least);
    for (let i = 0; i < words.length; ) {
      if (known[i] !== true) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < words.length && known[end] === true) end++;
      const [first, last] = [words[i], words[end - 1]];
      if (end - i >= shortestRun && first !== undefined && last !== undefined) {
        spans.push({ start: first.start, end: last.end });
        inside += end - i;
      }
      i = end;
    }
  });
  return { spans, share: all === 0 ? 0 : inside / all };
}

/** Which words of a sentence are formula: both ends of a known pair, then what is filled in between. */
function knownWords(counts: Pick<GramCounts, 'of'>, words: readonly ContentWord[], least: number): boolean[] {
  const hashes = words.map(({ stem }) => hashStem(stem));
  const known = new Array<boolean>(words.length).fill(false);
  for (let i = 0; i + 1 < hashes.length; i++) {
    const here = hashes[i] ?? 0;
    if (counts.of(gramOf(here, hashes[i + 1] ?? 0)) >= least) known[i] = known[i + 1] = true;
    else if (i + 2 < hashes.length && counts.of(gramOf(here, hashes[i + 2] ?? 0)) >= least)
      known[i] = known[i + 2] = true;
  }
  let last = -1;
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== true) continue;
    if (last >= 0 && i - last - 1 <= longestGap) known.fill(true, last + 1, i);
    last = i;
  }
  return known;
}

function eachSentence(text: ComparedText, visit: (words: readonly ContentWord[]) => void): void {
  for (const { start, end } of text.sentences) {
    visit(contentWords(text.text, tokenize(text.text, start, end), text.language));
  }
}
