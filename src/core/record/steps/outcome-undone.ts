import type { TextDocument } from '../../text/document.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { OutcomeMatchers } from './outcome-matchers.ts';
import type { ReadableSentence } from './scope.ts';

/** Distance in tokens at which negation and plans still belong to the verb. */
const NEGATION_REACH = 4;
const PLAN_REACH = 8;
/** Words at the head of a clause that speak for all of it: "It is recalled that …", "In the coming weeks …". */
const HEAD = 6;

/** True when the clause denies, plans or recalls what the verb tells. */
export function isUndone(
  document: TextDocument,
  lexicon: OutcomeMatchers,
  verb: Match<unknown>,
  clause: number,
  sentence: ReadableSentence,
): boolean {
  const tokens = document.tokens;
  const near = (reach: number): number =>
    Math.max(clause, afterComma(tokens, clause, verb.firstToken), verb.firstToken - reach);
  // One token of the verb itself is read too: "n'ont signé", where the pattern begins at the auxiliary.
  if (lexicon.negationBefore.find(tokens, near(NEGATION_REACH), verb.firstToken).length > 0) return true;
  if (lexicon.negationBefore.find(tokens, verb.firstToken, verb.lastToken).length > 0) return true;
  if (lexicon.planned.find(tokens, near(PLAN_REACH), verb.firstToken).length > 0) return true;
  if (lexicon.pluperfect.find(tokens, near(NEGATION_REACH), verb.firstToken).length > 0) return true;
  if (isRecalled(tokens, lexicon, clause, verb.firstToken) || isPlannedAtHead(tokens, lexicon, clause, verb.firstToken))
    return true;
  const first = tokens[verb.firstToken]?.folded ?? '';
  const bare = lexicon.futurePrefixes.length > 0 ? first.replace(/^[وف](?=.{3})/u, '') : first;
  if (lexicon.futurePrefixes.some((prefix) => bare.startsWith(prefix))) return true;
  const after = Math.min(verb.lastToken + 2, sentence.lastToken);
  return lexicon.negationAfter.find(tokens, verb.lastToken, after).length > 0;
}

/** Index after the last comma before the verb: what stands before it belongs to another clause. */
function afterComma(tokens: readonly Token[], from: number, verb: number): number {
  for (let i = verb - 1; i >= from; i--) if (tokens[i]?.folded === ',') return i + 1;
  return from;
}

/** "The declaration signed last October has led today to the signing …": what is past stands in a clause of its own. */
function isRecalled(tokens: readonly Token[], lexicon: OutcomeMatchers, clause: number, verb: number): boolean {
  const own = afterComma(tokens, clause, verb);
  return lexicon.background
    .find(tokens, clause, verb)
    .some((cue) => cue.firstToken >= own || cue.firstToken < clause + HEAD);
}

/** "It is expected that the two heads of state and their ministers witness the signing": opens the clause, far away. */
function isPlannedAtHead(tokens: readonly Token[], lexicon: OutcomeMatchers, clause: number, verb: number): boolean {
  const own = afterComma(tokens, clause, verb);
  return lexicon.planned
    .find(tokens, own, Math.min(verb, own + HEAD))
    .some((cue) => cue.firstToken < own + 2 && cue.lastToken - cue.firstToken > 1);
}
