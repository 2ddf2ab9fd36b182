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

/** Children are made on demand: most nodes have one or none. */
interface Node<V> {
  literals: Map<string, Node<V>> | undefined;
  /** `stem*` children by the first two characters of the stem. */
  stems: Map<string, { readonly stem: string; readonly node: Node<V> }[]> | undefined;
  any: Node<V> | undefined;
  gaps: { readonly words: number; readonly node: Node<V> }[] | undefined;
  entries: MatcherEntry<V>[] | undefined;
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
      node.entries ??= [];
      if (!node.entries.includes(entry)) node.entries.push(entry);
    }
  }
  const clitics = options.clitics === true;
  const overlapping = options.overlapping === true;
  return {
    find: (tokens, from = 0, to = tokens.length) => {
      const matches: Match<V>[] = [];
      const best: Best<V> = { seen: new Map(), end: 0, entries: NONE };
      let i = from;
      while (i < to) {
        best.end = i;
        if (best.seen.size > 0) best.seen.clear();
        walk(root, tokens, i, to, clitics, best);
        const first = tokens[i];
        const last = tokens[best.end - 1];
        if (best.end > i && first !== undefined && last !== undefined) {
          for (const { value, pattern } of best.entries) {
            const { start } = first;
            matches.push({ value, pattern, start, end: last.end, firstToken: i, lastToken: best.end });
          }
          i = overlapping ? i + 1 : best.end;
        } else i++;
      }
      return matches;
    },
  };
}

const NONE: readonly never[] = [];

interface Best<V> {
  /** Nodes that a gap led to, with the token: two ways to one place are walked once, so hostile text stays cheap. */
  readonly seen: Map<Node<V>, Set<number>>;
  end: number;
  entries: readonly MatcherEntry<V>[];
}

function walk<V>(
  node: Node<V>,
  tokens: readonly Token[],
  at: number,
  to: number,
  clitics: boolean,
  best: Best<V>,
): void {
  const { entries } = node;
  if (entries !== undefined) {
    if (at > best.end) {
      best.end = at;
      best.entries = entries;
    } else if (at === best.end) {
      const more = entries.filter((entry) => !best.entries.includes(entry));
      if (more.length > 0) best.entries = [...best.entries, ...more];
    }
  }
  const token = tokens[at];
  if (at >= to || token === undefined) return;
  if (node.gaps !== undefined) for (const gap of node.gaps) walkGap(gap.node, gap.words, tokens, at, to, clitics, best);
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
  const literal = node.literals?.get(word);
  if (literal !== undefined) walk(literal, tokens, at + 1, to, clitics, best);
  if (node.stems === undefined) return;
  for (let length = 1; length <= 2 && length <= word.length; length++) {
    const bucket = node.stems.get(word.slice(0, length));
    if (bucket === undefined) continue;
    for (const { stem, node: child } of bucket) {
      if (word.startsWith(stem)) walk(child, tokens, at + 1, to, clitics, best);
    }
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
  const seen = best.seen.get(node) ?? new Set();
  best.seen.set(node, seen);
  for (let i = at; i < to; i++) {
    if (!seen.has(i)) {
      seen.add(i);
      walk(node, tokens, i, to, clitics, best);
    }
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
      node.gaps ??= [];
      const known = node.gaps.find((gap) => gap.words === element.words);
      if (known !== undefined) return known.node;
      const child = newNode<V>();
      node.gaps.push({ words: element.words, node: child });
      return child;
    }
    case 'stem': {
      const key = element.stem.slice(0, 2);
      node.stems ??= new Map();
      const bucket = node.stems.get(key) ?? [];
      node.stems.set(key, bucket);
      const known = bucket.find((item) => item.stem === element.stem);
      if (known !== undefined) return known.node;
      const child = newNode<V>();
      bucket.push({ stem: element.stem, node: child });
      return child;
    }
    case 'word': {
      node.literals ??= new Map();
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
  return { literals: undefined, stems: undefined, any: undefined, gaps: undefined, entries: undefined };
}
