import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** A line split into many segments is a ticker or a menu: each segment a headline of something else. */
export const tickerStep: LabelStep = {
  name: 'ticker',
  format: 'text',
  *run(draft: Draft): Iterable<LabelDecision> {
    for (const [block, raw] of draft.raw.blocks.entries()) {
      if (raw.segments < 4) continue;
      const words = draft.features[block]?.words ?? 0;
      const label = words >= 4 ? 'ticker' : 'navigation';
      yield { block, label, probability: raw.segments >= 8 ? 0.97 : 0.8, reason: 'segments' };
    }
  },
};
