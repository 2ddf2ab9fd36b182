import { foldWord } from '../text/normalise.ts';
import type { Token } from '../text/tokens.ts';
import { nameLike, titleWords } from './data/context.ts';

const NAME_LIKE: ReadonlySet<string> = new Set(nameLike.map(foldWord));
const TITLES: ReadonlySet<string> = new Set(titleWords.map(foldWord));

/**
 * True when `tokens[first]` is more likely part of a person's name (`Israel Katz`, `Jordan Smith`): a form that is also
 * a name, beside another capitalised word that is no title, in a text that does not capitalise every word.
 */
export function looksLikePersonName(
  tokens: readonly Token[],
  first: number,
  last: number,
  from: number,
  to: number,
): boolean {
  const token = tokens[first];
  if (last !== first + 1 || token === undefined || token.capitals || !NAME_LIKE.has(token.folded)) return false;
  if (!isNamePart(tokens, first - 1, from, to) && !isNamePart(tokens, last, from, to)) return false;
  return !isTitleCase(tokens, Math.max(from, first - NEIGHBOURHOOD), Math.min(to, last + NEIGHBOURHOOD));
}

function isNamePart(tokens: readonly Token[], at: number, from: number, to: number): boolean {
  const token = at >= from && at < to ? tokens[at] : undefined;
  return token?.upper === true && !token.capitals && !TITLES.has(token.folded);
}

/** Tokens looked at on each side to tell a headline. */
const NEIGHBOURHOOD = 30;

/** English headlines capitalise most words: capitals then say nothing. */
function isTitleCase(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0;
  let upper = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.folded.length < 4) continue;
    words++;
    if (token.upper) upper++;
  }
  return words >= 4 && upper / words > 0.7;
}
