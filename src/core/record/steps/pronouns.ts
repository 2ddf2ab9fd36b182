import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';

/** A pronoun stands right before the verb. */
export function pronounBefore(tagged: TaggedSentence, tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(tagged.sentence.firstToken, verb - 2); i--) {
    if (tagged.lexicon.pronouns.has(tokens[i]?.folded ?? '')) return true;
  }
  return false;
}

/** One for several people, near before it. */
export function hasPluralPronoun(tagged: TaggedSentence, tokens: readonly Token[], verb: number): boolean {
  for (let i = Math.max(tagged.sentence.firstToken, verb - 3); i < verb; i++) {
    if (tagged.lexicon.pluralPronouns.has(tokens[i]?.folded ?? '')) return true;
  }
  return false;
}
