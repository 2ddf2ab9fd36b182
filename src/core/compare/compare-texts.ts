import type { Span } from '../model/evidence.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { alignSentences } from './align-sentences.ts';
import type { ComparedText } from './compared-text.ts';
import { matchSequences } from './match-sequences.ts';

/** A run of words. Both spans are always there: an inserted run has an empty one where it would stand before. */
export interface WordRun {
  readonly kind: 'same' | 'inserted' | 'deleted' | 'changed';
  readonly before: Span;
  readonly after: Span;
}

/** One sentence of either text, with its partner where it has one. */
export interface ComparedSentence {
  readonly kind: 'same' | 'changed' | 'inserted' | 'deleted';
  /** The partner stands elsewhere in the other text. */
  readonly moved: boolean;
  readonly before?: Span;
  readonly after?: Span;
  /** From end to end of both sentences; empty for a sentence without partner. */
  readonly runs: readonly WordRun[];
}

export interface Comparison {
  /** In the order of the second text; what it lacks stands where the first text has it. */
  readonly sentences: readonly ComparedSentence[];
  /** Words of each text, and how many of them the other has in the same sentence. */
  readonly words: { readonly before: number; readonly after: number; readonly shared: number };
}

export interface CompareOptions {
  /**
   * Take spellings for the same that differ in accents, case, quotation marks, dashes or Arabic vowel signs only.
   * @default false
   */
  readonly ignoreTypography?: boolean;
}

/**
 * What became of a text in another version of it: sentences are paired first, moved ones too, then the words inside
 * each pair.
 *
 * @example
 * import { comparedText, compareTexts } from 'rapporteur';
 *
 * const before = comparedText('The ferry sails on Monday. Tickets cost nine euros.', 'en');
 * const after = comparedText('Tickets cost eleven euros. The ferry sails on Monday.', 'en');
 * for (const { kind, moved } of compareTexts(before, after).sentences) console.log(kind, moved);
 */
export function compareTexts(before: ComparedText, after: ComparedText, options: CompareOptions = {}): Comparison {
  const fold = options.ignoreTypography === true;
  const a = before.sentences.map((span) => tokenize(before.text, span.start, span.end));
  const b = after.sentences.map((span) => tokenize(after.text, span.start, span.end));
  // Which sentences belong together never depends on accents; whether they differ may.
  const pairs = alignSentences(a.map(foldedKeys), b.map(foldedKeys));
  const sentences: ComparedSentence[] = [];
  let shared = 0;
  const partnerOf = new Map(pairs.map((pair) => [pair.after, pair]));
  const paired = new Map(pairs.map((pair) => [pair.before, pair]));
  let next = 0;
  const sayDeleted = (until: number): void => {
    for (; next < until; next++) {
      const span = before.sentences[next];
      if (span !== undefined && !paired.has(next)) {
        sentences.push({ kind: 'deleted', moved: false, before: span, runs: [] });
      }
    }
  };
  after.sentences.forEach((span, index) => {
    const pair = partnerOf.get(index);
    const partner = pair === undefined ? undefined : before.sentences[pair.before];
    if (pair === undefined || partner === undefined) {
      sentences.push({ kind: 'inserted', moved: false, after: span, runs: [] });
      return;
    }
    if (!pair.moved) sayDeleted(pair.before);
    const runs = runsOf(before.text, after.text, a[pair.before] ?? [], b[index] ?? [], fold);
    shared += runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.words : 0), 0);
    sentences.push({
      kind: runs.every(({ kind }) => kind === 'same') ? 'same' : 'changed',
      moved: pair.moved,
      before: partner,
      after: span,
      runs: runs.map(({ kind, before: one, after: other }) => ({ kind, before: one, after: other })),
    });
  });
  sayDeleted(before.sentences.length);
  return { sentences, words: { before: countWords(a), after: countWords(b), shared } };
}

type CountedRun = WordRun & { readonly words: number };

/** The words of two sentences as runs: shared ones as anchors, what lies between them deleted, inserted or changed. */
function runsOf(before: string, after: string, a: readonly Token[], b: readonly Token[], fold: boolean): CountedRun[] {
  const keyOf = (text: string) => (token: Token) =>
    fold ? token.folded : text.slice(token.start, token.end).normalize('NFC');
  const matches = matchSequences(a.map(keyOf(before)), b.map(keyOf(after)));
  const kept = withoutChance(matches, a, b);
  const runs: CountedRun[] = [];
  let [i, j] = [0, 0];
  let at = 0;
  while (at <= kept.length) {
    const [nextI, nextJ] = kept[at] ?? [a.length, b.length];
    if (nextI > i || nextJ > j) {
      runs.push({
        kind: nextI === i ? 'inserted' : nextJ === j ? 'deleted' : 'changed',
        before: spanOf(a, i, nextI),
        after: spanOf(b, j, nextJ),
        words: 0,
      });
    }
    if (at === kept.length) break;
    let length = 1;
    while (kept[at + length]?.[0] === nextI + length && kept[at + length]?.[1] === nextJ + length) length++;
    [i, j] = [nextI + length, nextJ + length];
    at += length;
    const words = a.slice(nextI, i).filter(({ kind }) => kind !== 'punctuation').length;
    runs.push({ kind: 'same', before: spanOf(a, nextI, i), after: spanOf(b, nextJ, j), words });
  }
  return runs;
}

/** Between two changes of several words a lone comma or article is shared by chance: showing it would tear them. */
function withoutChance(
  matches: readonly (readonly [number, number])[],
  a: readonly Token[],
  b: readonly Token[],
): readonly (readonly [number, number])[] {
  return matches.filter(([i, j], index) => {
    const token = a[i];
    if (token === undefined || (token.kind === 'word' && token.folded.length > 3) || token.kind === 'number')
      return true;
    const [lastI, lastJ] = matches[index - 1] ?? [-1, -1];
    const [nextI, nextJ] = matches[index + 1] ?? [a.length, b.length];
    const changesBefore = Math.max(i - lastI, j - lastJ) - 1;
    const changesAfter = Math.max(nextI - i, nextJ - j) - 1;
    return changesBefore < 2 || changesAfter < 2;
  });
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (to > from && first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  const at = tokens[from - 1]?.end ?? first?.start ?? 0;
  return { start: at, end: at };
}

function foldedKeys(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.folded);
}

function countWords(sentences: readonly (readonly Token[])[]): number {
  return sentences.reduce((sum, tokens) => sum + tokens.filter(({ kind }) => kind !== 'punctuation').length, 0);
}
