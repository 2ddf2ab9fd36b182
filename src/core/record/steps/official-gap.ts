import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';

/**
 * Words between two countries that are joined: "Ghana and [the Republic of] Togo". What belongs to the official name of
 * the second does not count.
 */
export function officialGap(tagged: TaggedSentence, tokens: readonly Token[], from: number, to: number): number {
  let gap = to - from;
  for (let i = from; i < to; i++) {
    const noun = tagged.lexicon.stateNouns.has(tokens[i]?.folded ?? '');
    if (!noun || !tagged.linkers.has(i + 1) || i + 3 < to) continue;
    gap = i - from;
    // "the Federal Republic of": a capital word of the name before it.
    if (gap > 1 && tokens[i - 1]?.upper === true) gap--;
  }
  return gap;
}
