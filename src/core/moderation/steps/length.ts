import type { ModerationPhase } from '../moderate.ts';

export const commentLimits = { least: 2, most: 3_000 } as const;

/** Something is said, and not too much. */
export const length: ModerationPhase = {
  name: 'length',
  judge: ({ text }) => {
    const said = text.replace(/[^\p{L}\p{N}]/gu, '').length;
    if (said < commentLimits.least) return [{ action: 'refuse', reason: 'empty' }];
    return text.length > commentLimits.most ? [{ action: 'refuse', reason: 'long' }] : [];
  },
};
