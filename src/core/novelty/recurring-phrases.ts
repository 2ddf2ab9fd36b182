import type { Span } from '../model/evidence.ts';
import { contentStem } from '../text/content-stem.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { NoveltyText } from './novelty-text.ts';

/** One place where a phrase stands. */
export interface PhraseUse {
  readonly articleId: string;
  readonly day?: string;
  readonly span: Span;
}

/** Words that come back in the texts of a dossier. */
export interface RecurringPhrase {
  /** As its first text writes it. */
  readonly text: string;
  readonly language: string;
  /** The first use of each dispatch, by day, the undated last. */
  readonly uses: readonly PhraseUse[];
}

/** What a phrase is looked for in: a prepared text, or some sentences of one. */
export type PhraseText = Pick<NoveltyText, 'id' | 'day' | 'group' | 'text' | 'language'> & {
  readonly sentences: readonly Span[];
};

export interface RecurringPhraseOptions {
  /**
   * Dispatches that must have it.
   * @default 3
   */
  readonly leastTexts?: number;
  /**
   * Folded words that make no phrase: names of people and places.
   * @default none
   */
  readonly names?: ReadonlySet<string>;
  /** @default 20 */
  readonly limit?: number;
}

/** Words that every phrase has at least, and those that more texts are not asked for. */
const shortest = 4;
const longest = 14;
/** Of them, words that say something and are no names. */
const leastContent = 3;

/**
 * Phrases that come back in several texts, word for word but for accents and case, each with the day it first
 * appeared. Of phrases inside one another the longest is given, unless a shorter one is in clearly more texts.
 *
 * @example
 * import { comparedText, findRecurringPhrases, noveltyText } from 'rapporteur';
 *
 * const texts = ['2021-03-01', '2022-05-02', '2023-09-03'].map((day) =>
 *   noveltyText(day, comparedText(`On ${day} both praised the lasting friendship between the two ports.`, 'en'), { day }),
 * );
 * for (const { text, uses } of findRecurringPhrases(texts)) console.log(text, uses[0]?.day, uses.length);
 */
export function findRecurringPhrases(
  texts: readonly PhraseText[],
  options: RecurringPhraseOptions = {},
): RecurringPhrase[] {
  const { leastTexts = 3, names = new Set<string>(), limit = 20 } = options;
  const runs = texts.flatMap((text) => text.sentences.flatMap((sentence) => runsOf(text, sentence)));
  const chosen: Counted[] = [];
  for (const [length, grams] of gramsByLength(runs, leastTexts)) {
    for (const gram of grams) {
      const counted = trimmed(gram, length, names);
      if (counted === undefined) continue;
      const covered = chosen.some(
        (other) => other.key.includes(counted.key) && other.groups.size * 3 >= counted.groups.size * 2,
      );
      if (!covered) chosen.push(counted);
    }
  }
  return chosen
    .map((one) => ({ one, uses: usesOf(one) }))
    .sort(
      (a, b) =>
        b.one.groups.size * b.one.content - a.one.groups.size * a.one.content || (a.one.key < b.one.key ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ one, uses }) => ({ text: surfaceOf(one, uses), language: one.language, uses }));
}

/** A stretch of one sentence without punctuation, as folded words. */
interface Run {
  readonly text: PhraseText;
  readonly tokens: readonly Token[];
}

interface Gram {
  readonly places: readonly (readonly [run: Run, at: number])[];
  readonly groups: ReadonlySet<string>;
}

type Counted = Gram & {
  /** Folded words with a space around each. */
  readonly key: string;
  readonly language: string;
  readonly skip: number;
  readonly length: number;
  readonly content: number;
};

function runsOf(text: PhraseText, sentence: Span): Run[] {
  const runs: Run[] = [];
  let tokens: Token[] = [];
  const close = (): void => {
    if (tokens.length >= shortest) runs.push({ text, tokens });
    tokens = [];
  };
  for (const token of tokenize(text.text, sentence.start, sentence.end)) {
    if (token.kind === 'word' || token.folded === '-') tokens.push(token);
    else close();
  }
  close();
  return runs;
}

/** Sequences in enough texts, the longest first: each length is looked for only where the one below was found. */
function gramsByLength(runs: readonly Run[], leastTexts: number): [number, Gram[]][] {
  const levels: [number, Gram[]][] = [];
  let places: (readonly [Run, number])[] = runs.flatMap((run) => run.tokens.map((_, at) => [run, at] as const));
  for (let length = shortest; length <= longest && places.length > 0; length++) {
    const byKey = new Map<string, { places: (readonly [Run, number])[]; groups: Set<string> }>();
    for (const place of places) {
      const [run, at] = place;
      if (at + length > run.tokens.length) continue;
      const key = `${run.text.language}|${keyOf(run.tokens, at, length)}`;
      const gram = byKey.get(key);
      const group = run.text.group ?? run.text.id;
      if (gram === undefined) byKey.set(key, { places: [place], groups: new Set([group]) });
      else {
        gram.places.push(place);
        gram.groups.add(group);
      }
    }
    const grams = [...byKey.values()].filter((gram) => gram.groups.size >= leastTexts);
    levels.unshift([length, grams]);
    places = grams.flatMap((gram) => gram.places);
  }
  return levels;
}

function keyOf(tokens: readonly Token[], at: number, length: number): string {
  let key = '';
  for (let i = at; i < at + length; i++) key += ` ${tokens[i]?.folded ?? ''}`;
  return `${key} `;
}

/** Without the function words and names at its ends; nothing when too little is left that says something. */
function trimmed(gram: Gram, length: number, names: ReadonlySet<string>): Counted | undefined {
  const [run, at] = gram.places[0] ?? [];
  if (run === undefined || at === undefined) return undefined;
  const { language } = run.text;
  const says = (index: number) => contentStem(run.tokens[at + index]?.folded ?? '-', language) !== '';
  // A capital inside a phrase is a name or an office; in Arabic only the given names tell.
  const isName = (index: number) => {
    const token = run.tokens[at + index];
    return names.has(token?.folded ?? '') || (index > 0 && token?.upper === true);
  };
  let skip = 0;
  let end = length;
  while (skip < end && (!says(skip) || isName(skip))) skip++;
  while (end > skip && (!says(end - 1) || isName(end - 1))) end--;
  if (end - skip < shortest) return undefined;
  let content = 0;
  let named = 0;
  for (let i = skip; i < end; i++) {
    if (isName(i)) named++;
    else if (says(i)) content++;
  }
  if (content < leastContent || content < 2 * named) return undefined;
  return { ...gram, key: keyOf(run.tokens, at + skip, end - skip), language, skip, length: end - skip, content };
}

function usesOf({ places, skip, length }: Counted): PhraseUse[] {
  const first = new Map<string, PhraseUse>();
  for (const [{ text, tokens }, at] of places) {
    const [from, to] = [tokens[at + skip], tokens[at + skip + length - 1]];
    if (from === undefined || to === undefined) continue;
    const use = {
      articleId: text.id,
      ...(text.day === undefined ? {} : { day: text.day }),
      span: { start: from.start, end: to.end },
    };
    const group = text.group ?? text.id;
    const known = first.get(group);
    if (known === undefined || compareUses(use, known) < 0) first.set(group, use);
  }
  return [...first.values()].sort(compareUses);
}

function compareUses(a: PhraseUse, b: PhraseUse): number {
  const [dayA, dayB] = [a.day ?? '9999', b.day ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (a.articleId !== b.articleId) return a.articleId < b.articleId ? -1 : 1;
  return a.span.start - b.span.start;
}

function surfaceOf({ places }: Counted, uses: readonly PhraseUse[]): string {
  const [first] = uses;
  const text = places.find(([run]) => run.text.id === first?.articleId)?.[0].text.text ?? '';
  return text.slice(first?.span.start, first?.span.end).replace(/\s+/g, ' ');
}
