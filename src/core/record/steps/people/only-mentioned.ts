import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';

/** "message du [président]": titles may stand between, a clause may not. */
const MENTION_REACH = 2;

/** People after "a message from", "at the invitation of": named without taking part. */
export function isOnlyMentioned(tagged: TaggedSentence, mention: { readonly firstToken: number }): boolean {
  return tagged.words.some(
    (word) =>
      word.value === 'mention-only' &&
      word.lastToken <= mention.firstToken &&
      mention.firstToken - word.lastToken <= MENTION_REACH,
  );
}

/** "بمطار الملك خالد", "aéroport Houari Boumediene": the name of a place. */
export function namesPlace(
  tagged: TaggedSentence,
  mention: { readonly firstToken: number },
  tokens: readonly Token[],
): boolean {
  const { namedAfter, pack } = tagged.lexicon;
  const is = (index: number): boolean =>
    index >= tagged.sentence.firstToken && namedAfter.has(tokens[index]?.folded ?? '');
  const before = mention.firstToken - 1;
  if (is(before)) return true;
  // One adjective between, as in "international".
  const word = tokens[before];
  const small = tagged.determiners.has(before) || tagged.linkers.has(before) || tagged.joiners.has(before);
  const by = tagged.words.some((item) => item.value === 'by' && item.firstToken === before);
  return pack.capitals && word?.kind === 'word' && !word.upper && !small && !by && is(before - 1);
}
