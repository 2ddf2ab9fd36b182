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
