import { nameParts } from '../core/record/names.ts';
import { cliticForms } from '../core/text/clitics.ts';
import { type Token, tokenize } from '../core/text/tokens.ts';
import type { Withdrawal } from './editing.ts';

/** Gives a text back in the same length, with the names of withdrawn people blotted out. */
export type Withhold = (text: string) => string;

const blot = '█';
const unchanged: Withhold = (text) => text;

/**
 * What keeps withdrawn people out of texts. Full names are blotted out everywhere; a family name alone only in articles
 * that name the person, since others bear it too. Offsets into a text stay right.
 * @param articleIds the articles that the texts come from
 * @param context a text of the same article, where the full name may stand
 */
export function withholder(withdrawals: readonly Withdrawal[], articleIds: readonly string[], context = ''): Withhold {
  if (withdrawals.length === 0) return unchanged;
  const known = withdrawals.map(formsOf);
  const inContext = context === '' ? [] : wordsOf(context);
  const people = known.map((forms, position) => {
    const named = new Set(withdrawals[position]?.articleIds);
    const isTheirs = articleIds.some((id) => named.has(id)) || findFull(inContext, forms).length > 0;
    return { ...forms, lone: isTheirs ? forms.lone : new Set<string>() };
  });
  return (text) => {
    if (text === '') return text;
    if (/^https?:\/\//.test(text)) return withholdAddress(text, people);
    const words = wordsOf(text);
    const spans = people.flatMap((forms) => {
      const full = findFull(words, forms);
      const lone = full.length > 0 ? (known.find((one) => one.full === forms.full)?.lone ?? forms.lone) : forms.lone;
      return [...full, ...words.filter((word) => isLone(word, lone))];
    });
    let result = text;
    for (const { start, end } of spans) {
      result = result.slice(0, start) + result.slice(start, end).replace(/[^\s]/g, blot) + result.slice(end);
    }
    return result;
  };
}

/** `withhold` on every text inside a value; ids and addresses on this site stay. */
export function withholdDeep<T>(value: T, withhold: Withhold): T {
  if (withhold === unchanged) return value;
  return deep(value, withhold) as T;
}

const keptKeys: ReadonlySet<string> = new Set([
  'id',
  'slug',
  'articleId',
  'personId',
  'textVersion',
  'hash',
  'pageHash',
]);

function deep(value: unknown, withhold: Withhold): unknown {
  if (typeof value === 'string') return withhold(value);
  if (Array.isArray(value)) return value.map((one) => deep(one, withhold));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, keptKeys.has(key) ? inner : deep(inner, withhold)]),
  );
}

interface NameForms {
  /** Names of two words and more, and their endings of two and more. */
  readonly full: readonly (readonly string[])[];
  readonly lone: ReadonlySet<string>;
}

function formsOf({ names }: Withdrawal): NameForms {
  const full = new Map<string, readonly string[]>();
  const lone = new Set<string>();
  for (const name of names) {
    const words = wordsOf(name).map(({ folded }) => folded);
    const { regnal } = nameParts(name);
    for (let from = 0; from + 2 <= words.length; from++) full.set(words.slice(from).join(' '), words.slice(from));
    const last = words.at(-1);
    if (last !== undefined && regnal === undefined && last.length > 2) lone.add(last);
  }
  return { full: [...full.values()].sort((a, b) => b.length - a.length), lone };
}

function wordsOf(text: string): Token[] {
  return tokenize(text).filter(({ kind }) => kind === 'word');
}

function findFull(words: readonly Token[], { full }: NameForms): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = full.find((name) => name.every((word, offset) => isWord(words[at + offset], word, offset === 0)));
    if (found === undefined) continue;
    for (const token of words.slice(at, at + found.length)) spans.push({ start: token.start, end: token.end });
    at += found.length - 1;
  }
  return spans;
}

function isWord(token: Token | undefined, word: string, withClitics: boolean): boolean {
  if (token === undefined) return false;
  return token.folded === word || (withClitics && cliticForms(token.folded).includes(word));
}

/** In Latin letters a name has a capital: a word like it in the middle of a sentence is only a word. */
function isLone(token: Token, lone: ReadonlySet<string>): boolean {
  if (lone.has(token.folded)) return token.upper || !/\p{Script=Latin}/u.test(token.folded);
  return cliticForms(token.folded).some((form) => lone.has(form));
}

/** An outlet's address that spells the name leads to its front page only. */
function withholdAddress(address: string, people: readonly NameForms[]): string {
  let path = address;
  try {
    path = decodeURIComponent(address);
  } catch {
    // Left as it is: a wrong escape hides no name that a reader could read.
  }
  const words = wordsOf(path.replace(/^https?:\/\/[^/]*/, '').replace(/[-_+./]/g, ' '));
  const named = people.some(
    (forms) => findFull(words, forms).length > 0 || words.some(({ folded }) => forms.lone.has(folded)),
  );
  return named ? `${/^https?:\/\/[^/]*/.exec(address)?.[0] ?? ''}/` : address;
}
