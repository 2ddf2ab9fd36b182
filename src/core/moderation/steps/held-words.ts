import type { ModerationPhase } from '../moderate.ts';
import { findModerationWords } from './find-words.ts';

/** Insults and threats. They are held, not refused: a word is also quoted, and lists err. */
export const heldWords: ModerationPhase = {
  name: 'words',
  judge: ({ text }) => findModerationWords(text, 'held').map((span) => ({ action: 'hold', reason: 'words', span })),
};
