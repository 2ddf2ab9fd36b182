import type { ModerationPhase } from '../moderate.ts';
import { findModerationWords } from './find-words.ts';

/** What advertisements say. */
export const advertising: ModerationPhase = {
  name: 'advertising',
  judge: ({ text }) =>
    findModerationWords(text, 'advertising').map((span) => ({ action: 'hold', reason: 'advertising', span })),
};
