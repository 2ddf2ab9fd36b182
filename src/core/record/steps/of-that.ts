import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';

/** "At the summit that met in ⟨town⟩": who met is what stands before, not the people spoken of. */
export function isOfThat(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  return (
    trigger.value.tense !== 'noun' && tagged.lexicon.demonstratives.has(tokens[trigger.firstToken - 1]?.folded ?? '')
  );
}
