import { tokenize } from './tokens.ts';

export type PatternElement =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'stem'; readonly stem: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'gap'; readonly words: number };

type Sequence = readonly PatternElement[];

/** A pattern that unfolds into more sequences than this is a mistake of its author. */
const MOST_SEQUENCES = 5000;

/**
 * Reads a pattern and unfolds it into the token sequences it stands for.
 *
 * - words are separated by spaces and folded like the text, so `l'Intérieur` is the two tokens `l'` `interieur`, and
 *   `l'` alone is the elided article;
 * - `stem*` any word that begins so; `_` any one word; `..3` up to three words between (punctuation is free);
 * - `(a|b c|d)` one of; `word?` or `(…)?` may be absent.
 *
 * @throws {Error} when brackets do not match or the pattern can match nothing: data must not fail silently.
 */
export function parsePattern(pattern: string): Sequence[] {
  if (!SYNTAX.test(pattern)) {
    const words = tokenize(pattern).map(({ folded }): PatternElement => ({ kind: 'word', word: folded }));
    if (words.length === 0) throw new Error(`Pattern matches nothing: ${pattern}`);
    return [words];
  }
  const reader = { text: pattern, at: 0 };
  const sequences = readAlternatives(reader);
  if (reader.at < pattern.length) throw new Error(`Unmatched bracket in pattern: ${pattern}`);
  const useful = sequences.filter((sequence) => sequence.some((element) => element.kind !== 'gap'));
  if (useful.length === 0) throw new Error(`Pattern matches nothing: ${pattern}`);
  return useful;
}

/** Most patterns are plain words; an elision alone (`l'`) is not, see `readChunk`. */
const SYNTAX = /[()|?*_]|\.\.\d|['’](?:\s|$)/;

interface Reader {
  readonly text: string;
  at: number;
}

function readAlternatives(reader: Reader): Sequence[] {
  const all: Sequence[] = [];
  let current: Sequence[] = [[]];
  while (reader.at < reader.text.length) {
    const sign = reader.text.charAt(reader.at);
    if (sign === ')') break;
    if (sign === '|') {
      all.push(...current);
      current = [[]];
      reader.at++;
    } else if (/\s/.test(sign)) reader.at++;
    else current = join(current, readItem(reader), reader.text);
  }
  return [...all, ...current];
}

function readItem(reader: Reader): Sequence[] {
  let item: Sequence[];
  if (reader.text.charAt(reader.at) === '(') {
    reader.at++;
    item = readAlternatives(reader);
    if (reader.text.charAt(reader.at) !== ')') throw new Error(`Unmatched bracket in pattern: ${reader.text}`);
    reader.at++;
  } else {
    const start = reader.at;
    while (reader.at < reader.text.length && !/[\s()|?]/.test(reader.text.charAt(reader.at))) reader.at++;
    item = [readChunk(reader.text.slice(start, reader.at))];
  }
  if (reader.text.charAt(reader.at) === '?') {
    reader.at++;
    return [[], ...item];
  }
  return item;
}

function readChunk(chunk: string): Sequence {
  if (chunk === '_') return [{ kind: 'any' }];
  const gap = /^\.\.(\d+)$/.exec(chunk);
  if (gap !== null) return [{ kind: 'gap', words: Number(gap[1]) }];
  const prefix = chunk.endsWith('*');
  const bare = prefix ? chunk.slice(0, -1) : chunk;
  // An elision alone (`l'`) is only read as one before a letter, as in the text.
  const tokens = /.['’]$/.test(bare) ? tokenize(`${bare}x`).slice(0, -1) : tokenize(bare);
  return tokens.map((token, index) =>
    prefix && index === tokens.length - 1 ? { kind: 'stem', stem: token.folded } : { kind: 'word', word: token.folded },
  );
}

function join(left: Sequence[], right: Sequence[], pattern: string): Sequence[] {
  if (left.length * right.length > MOST_SEQUENCES) throw new Error(`Pattern unfolds too far: ${pattern}`);
  return left.flatMap((head) => right.map((tail) => [...head, ...tail]));
}
