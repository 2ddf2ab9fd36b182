import { cliticForms } from './clitics.ts';
import { type PatternElement, parsePattern } from './pattern.ts';
import type { Token } from './tokens.ts';

export interface MatcherEntry<V> {
  /** See `parsePattern` for the syntax. */
  readonly pattern: string;
  readonly value: V;
}

export interface MatcherOptions {
  /**
   * Arabic: also try each word without a leading و ف ب ل ك س and with or without the article.
   * @default false
   */
  readonly clitics?: boolean;
  /**
   * Also report matches that begin inside an earlier match.
   * @default false
   */
  readonly overlapping?: boolean;
}

export interface Match<V> {
  readonly value: V;
  /** The pattern as its author wrote it. */
  readonly pattern: string;
  /** Offsets in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Token indexes, `lastToken` exclusive. */
  readonly firstToken: number;
  readonly lastToken: number;
}

export interface Matcher<V> {
  /**
   * Leftmost longest matches in `tokens[from, to)`, in order. When several entries end at the same longest token all of
   * them are reported, in the order they were given.
   */
  find(tokens: readonly Token[], from?: number, to?: number): Match<V>[];
}

interface Node<V> {
  readonly literals: Map<string, Node<V>>;
  /** `stem*` children by the first two characters of the stem. */
  readonly stems: Map<string, { readonly stem: string; readonly node: Node<V> }[]>;
  any: Node<V> | undefined;
  readonly gaps: { readonly words: number; readonly node: Node<V> }[];
  readonly entries: MatcherEntry<V>[];
}

/** Punctuation that a gap steps over without counting it, at most; bounds the work on runs of signs. */
const FREE_PUNCTUATION = 8;

/** Compiles patterns into a trie over folded tokens. Compile once per list; `find` is linear in the tokens. */
export function compileMatcher<V>(entries: readonly MatcherEntry<V>[], options: MatcherOptions = {}): Matcher<V> {
  const root = newNode<V>();
  for (const entry of entries) {
    for (const sequence of parsePattern(entry.pattern)) {
      let node = root;
      for (const element of sequence) node = childOf(node, element);
      if (!node.entries.includes(entry)) node.entries.push(entry);
    }
  }
  const clitics = options.clitics === true;
  const overlapping = options.overlapping === true;
  return {
    find: (tokens, from = 0, to = tokens.length) => {
      const matches: Match<V>[] = [];
      let i = from;
      while (i < to) {
        const best: Best<V> = { end: i, entries: [] };
        walk(root, tokens, i, to, clitics, best);
        const first = tokens[i];
        const last = tokens[best.end - 1];
        if (best.end > i && first !== undefined && last !== undefined) {
          for (const entry of best.entries) {
            matches.push({
              value: entry.value,
              pattern: entry.pattern,
              start: first.start,
              end: last.end,
              firstToken: i,
              lastToken: best.end,
            });
          }
          i = overlapping ? i + 1 : best.end;
        } else i++;
      }
      return matches;
    },
  };
}

interface Best<V> {
  end: number;
  entries: MatcherEntry<V>[];
}

function walk<V>(
  node: Node<V>,
  tokens: readonly Token[],
  at: number,
  to: number,
  clitics: boolean,
  best: Best<V>,
): void {
  if (node.entries.length > 0) {
    if (at > best.end) {
      best.end = at;
      best.entries = [...node.entries];
    } else if (at === best.end) {
      for (const entry of node.entries) if (!best.entries.includes(entry)) best.entries.push(entry);
    }
  }
  const token = tokens[at];
  if (at >= to || token === undefined) return;
  for (const gap of node.gaps) walkGap(gap.node, gap.words, tokens, at, to, clitics, best);
  if (node.any !== undefined && token.kind === 'word') walk(node.any, tokens, at + 1, to, clitics, best);
  step(node, token.folded, tokens, at, to, clitics, best);
  if (clitics && token.kind === 'word') {
    for (const form of cliticForms(token.folded)) step(node, form, tokens, at, to, clitics, best);
  }
}

function step<V>(
  node: Node<V>,
  word: string,
  tokens: readonly Token[],
  at: number,
  to: number,
  clitics: boolean,
  best: Best<V>,
): void {
  const literal = node.literals.get(word);
  if (literal !== undefined) walk(literal, tokens, at + 1, to, clitics, best);
  if (node.stems.size === 0) return;
  for (const length of [1, 2]) {
    for (const { stem, node: child } of node.stems.get(word.slice(0, length)) ?? []) {
      if (word.startsWith(stem)) walk(child, tokens, at + 1, to, clitics, best);
    }
    if (word.length < 2) break;
  }
}

function walkGap<V>(
  node: Node<V>,
  words: number,
  tokens: readonly Token[],
  at: number,
  to: number,
  clitics: boolean,
  best: Best<V>,
): void {
  let counted = 0;
  let free = 0;
  for (let i = at; i < to; i++) {
    walk(node, tokens, i, to, clitics, best);
    if (tokens[i]?.kind === 'punctuation') free++;
    else counted++;
    if (counted > words || free > FREE_PUNCTUATION) return;
  }
}

function childOf<V>(node: Node<V>, element: PatternElement): Node<V> {
  switch (element.kind) {
    case 'any':
      node.any ??= newNode();
      return node.any;
    case 'gap': {
      const known = node.gaps.find((gap) => gap.words === element.words);
      if (known !== undefined) return known.node;
      const child = newNode<V>();
      node.gaps.push({ words: element.words, node: child });
      return child;
    }
    case 'stem': {
      const key = element.stem.slice(0, 2);
      const bucket = node.stems.get(key) ?? [];
      node.stems.set(key, bucket);
      const known = bucket.find((item) => item.stem === element.stem);
      if (known !== undefined) return known.node;
      const child = newNode<V>();
      bucket.push({ stem: element.stem, node: child });
      return child;
    }
    case 'word': {
      let child = node.literals.get(element.word);
      if (child === undefined) {
        child = newNode<V>();
        node.literals.set(element.word, child);
      }
      return child;
    }
  }
}

function newNode<V>(): Node<V> {
  return { literals: new Map(), stems: new Map(), any: undefined, gaps: [], entries: [] };
}
