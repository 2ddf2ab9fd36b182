import type { ModerationPhase } from './moderate.ts';
import { advertising } from './steps/advertising.ts';
import { heldWords } from './steps/held-words.ts';
import { length } from './steps/length.ts';
import { links } from './steps/links.ts';
import { newcomer } from './steps/newcomer.ts';
import { noise } from './steps/noise.ts';
import { repeated } from './steps/repeated.ts';

/**
 * In this order: what cannot be a comment is told at once (length, repetition); then what is to be seen in the text
 * itself, from the plain to the doubtful; who wrote it comes last, so that a moderator reads first what was wrong.
 */
export const moderationPhases: readonly ModerationPhase[] = [
  length,
  repeated,
  links,
  noise,
  advertising,
  heldWords,
  newcomer,
];
