import type { ModerationPhase } from '../moderate.ts';

/** "Thank you!" is written by many; only a longer text is the same by no chance. */
const longEnough = 25;

/** The same text again. */
export const repeated: ModerationPhase = {
  name: 'repeated',
  judge: ({ text, sameOwn, sameOthers }) => {
    if (sameOwn > 0) return [{ action: 'refuse', reason: 'repeated' }];
    return sameOthers > 0 && text.length >= longEnough ? [{ action: 'hold', reason: 'repeated-by-others' }] : [];
  },
};
