import type { OutcomeVerb } from '../../languages/record-lexicons.ts';
import type { Token } from '../../text/tokens.ts';
import type { OutcomeMatchers } from './outcome-matchers.ts';
import { objectAfter, type Range } from './outcome-object.ts';

/** Words between "as well as" and the paper: "as well as two cooperation protocols". */
const PAPER_REACH = 4;

/**
 * "Signed a declaration, as well as two protocols": the papers after the first stand beside it, each an outcome of its
 * own. Undefined when there is no second one.
 */
export function signedAlso(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: OutcomeVerb,
  object: Range,
  limit: number,
): { readonly first: Range; readonly others: readonly Range[] } | undefined {
  if (verb.kind !== 'signed' || verb.object !== 'after') return undefined;
  const joins = lexicon.additions
    .find(tokens, object.from + 1, limit)
    .filter(
      ({ lastToken }) =>
        lexicon.instruments.find(tokens, lastToken, Math.min(limit, lastToken + PAPER_REACH)).length > 0,
    );
  const [next] = joins;
  if (next === undefined || lexicon.instruments.find(tokens, object.from, next.firstToken).length === 0)
    return undefined;
  const others: Range[] = [];
  for (const [index, { lastToken }] of joins.entries()) {
    const end = joins[index + 1]?.firstToken ?? limit;
    const range = objectAfter(tokens, lexicon, { lastToken }, end);
    if (range !== undefined) others.push(range);
  }
  let to = Math.min(object.to, next.firstToken);
  while (to > object.from + 1 && tokens[to - 1]?.kind === 'punctuation') to--;
  return { first: { from: object.from, to }, others };
}
