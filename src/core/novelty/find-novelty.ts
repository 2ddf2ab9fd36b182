import { matchSequences } from '../compare/match-sequences.ts';
import type { Span } from '../model/evidence.ts';
import { findPrecedents, type Precedent, type Precedents } from './find-precedents.ts';
import { noveltyPrint } from './novelty-print.ts';
import type { NoveltySentence, NoveltyText } from './novelty-text.ts';

export type { Precedent } from './find-precedents.ts';

export type NoveltyKind = 'new' | 'said-before' | 'changed-number';

export interface NoveltyPart extends Span {
  readonly kind: NoveltyKind;
  /** The figure as it was told last, of a changed one. */
  readonly was?: string;
}

export interface SentenceNovelty extends Span {
  readonly kind: NoveltyKind;
  /** From end to end of the sentence, in order. */
  readonly parts: readonly NoveltyPart[];
  readonly first?: Precedent;
  readonly last?: Precedent;
  /** How many earlier dispatches say it. */
  readonly times: number;
}

export interface Novelty {
  readonly sentences: readonly SentenceNovelty[];
  /** Share of the content words that were said before, 0 to 1. */
  readonly saidBefore: number;
  /** How many earlier dispatches it was held against. */
  readonly earlier: number;
}

export interface NoveltyOptions {
  /**
   * Runs of formula, from `createFormulaIndex`: inside a new sentence they are no news.
   * @default none
   */
  readonly formula?: readonly Span[];
}

/** Unmatched words this near each other are one new part: the function words between them go with it. */
const nearWords = 1;

/**
 * What a text says for the first time. Each sentence is held against every sentence of the earlier texts: said before
 * when nearly all of its content stands in one of them, whatever its endings, dates and order of clauses; then the
 * words that are new in it are parts of their own.
 *
 * @example
 * import { comparedText, findNovelty, noveltyText } from 'rapporteur';
 *
 * const told = noveltyText('a', comparedText('The fund for the harbour holds 14 million euros.', 'en'), { day: '2023-05-02' });
 * const now = noveltyText('b', comparedText('The fund for the harbour holds 19 million euros.', 'en'), { day: '2024-01-19' });
 * for (const { kind, first, times } of findNovelty(now, [told]).sentences) console.log(kind, first?.day, times);
 */
export function findNovelty(text: NoveltyText, earlier: readonly NoveltyText[], options: NoveltyOptions = {}): Novelty {
  const others = earlier.filter((one) => one.language === text.language && one.id !== text.id);
  const byId = new Map(others.map((one) => [one.id, one]));
  return tellNovelty(text, findPrecedents(text, others.map(noveltyPrint)), (id) => byId.get(id), {
    ...options,
    earlier: new Set(others.map((one) => one.group ?? one.id)).size,
  });
}

/**
 * The same from precedents that were found already: only the sources need their texts.
 * @param sourceOf the text of an article that is the source of a sentence; without it the sentence is said before as a whole
 */
export function tellNovelty(
  text: NoveltyText,
  precedents: readonly (Precedents | undefined)[],
  sourceOf: (articleId: string) => NoveltyText | undefined,
  options: NoveltyOptions & { readonly earlier: number },
): Novelty {
  let all = 0;
  let old = 0;
  const sentences = text.sentences.map((sentence, index): SentenceNovelty => {
    const known = precedents[index];
    const { novelty, matched } =
      known === undefined
        ? newSentence(sentence, options.formula ?? [])
        : toldBefore(sentence, known, sourceOf(known.source.articleId), text.text);
    all += sentence.words.length;
    old += matched;
    return novelty;
  });
  return { sentences, saidBefore: all === 0 ? 0 : old / all, earlier: options.earlier };
}

interface TellingOf {
  readonly novelty: SentenceNovelty;
  /** Words that were said before. */
  readonly matched: number;
}

function newSentence(sentence: NoveltySentence, formula: readonly Span[]): TellingOf {
  const { start, end, words } = sentence;
  const inside = formula.filter((span) => span.start < end && start < span.end);
  const matched = words.filter((word) => inside.some((span) => span.start <= word.start && word.end <= span.end));
  return { novelty: { start, end, kind: 'new', parts: cutOut(sentence, inside), times: 0 }, matched: matched.length };
}

function toldBefore(
  sentence: NoveltySentence,
  { first, last, source, times }: Precedents,
  sourceText: NoveltyText | undefined,
  text: string,
): TellingOf {
  const { start, end, words } = sentence;
  const before = sourceText?.sentences.find((one) => one.start === source.sentence.start);
  const { parts, matched } =
    sourceText === undefined || before === undefined
      ? { parts: [{ start, end, kind: 'said-before' as const }], matched: words.length }
      : partsOf(sentence, before.words, sourceText.text, text);
  const changed = parts.some(({ kind }) => kind === 'changed-number');
  return {
    novelty: { start, end, kind: changed ? 'changed-number' : 'said-before', parts, first, last, times },
    matched,
  };
}

/** The sentence cut where new words and changed figures stand. */
function partsOf(
  sentence: NoveltySentence,
  before: NoveltySentence['words'],
  sourceText: string,
  text: string,
): { readonly parts: readonly NoveltyPart[]; readonly matched: number } {
  const words = sentence.words;
  const partner = new Map(
    matchSequences(
      before.map(({ stem }) => stem),
      words.map(({ stem }) => stem),
    ).map(([i, j]) => [j, i]),
  );
  // A word that only stands elsewhere in the sentence is not new.
  const elsewhere = new Set(before.map(({ stem }) => stem));
  const marks: NoveltyPart[] = [];
  let matched = 0;
  words.forEach((word, index) => {
    const twin = before[partner.get(index) ?? -1];
    if (word.figure !== undefined && twin?.figure !== undefined && twin.figure !== word.figure) {
      const was = sourceText.slice(twin.start, twin.end);
      marks.push({ start: word.start, end: word.end, kind: 'changed-number', was });
      return;
    }
    const isNew = twin === undefined && (word.figure !== undefined || !elsewhere.has(word.stem));
    if (!isNew) {
      matched++;
      return;
    }
    const previous = marks.at(-1);
    const reach = words[index - nearWords];
    if (previous?.kind === 'new' && reach !== undefined && previous.end >= reach.end) {
      marks[marks.length - 1] = { ...previous, end: word.end };
    } else marks.push({ start: word.start, end: word.end, kind: 'new' });
  });
  return { parts: fillBetween(sentence, marks, text), matched };
}

/** A new sentence with the formulas in it as parts of their own. */
function cutOut({ start, end }: Span, formulas: readonly Span[]): NoveltyPart[] {
  const parts: NoveltyPart[] = [];
  let at = start;
  for (const formula of formulas) {
    const [from, to] = [Math.max(formula.start, at), Math.min(formula.end, end)];
    if (to <= from) continue;
    if (from > at) parts.push({ start: at, end: from, kind: 'new' });
    parts.push({ start: from, end: to, kind: 'said-before' });
    at = to;
  }
  if (at < end) parts.push({ start: at, end, kind: 'new' });
  return parts;
}

function fillBetween(sentence: Span, marks: readonly NoveltyPart[], text: string): NoveltyPart[] {
  const parts: NoveltyPart[] = [];
  let at = sentence.start;
  for (const mark of marks) {
    if (text.slice(at, mark.start).trim() !== '') parts.push({ start: at, end: mark.start, kind: 'said-before' });
    const from = parts.length > 0 ? mark.start : Math.min(at, mark.start);
    parts.push({ ...mark, start: from });
    at = mark.end;
  }
  if (at < sentence.end) parts.push({ start: at, end: sentence.end, kind: 'said-before' });
  return parts;
}
