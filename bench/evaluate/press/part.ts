import { createHash } from 'node:crypto';
import type { GoldPage } from './types.ts';

/** `open` may be read while rules are written, `sealed` is only ever scored. */
export type Part = 'open' | 'sealed';

/** Share of the stories that is sealed: one in so many. */
const ONE_IN = 3;

/**
 * By a hash of the story, not of the page: reports of one event never fall on both sides. A story that comes later
 * does not move the others.
 */
export function partOf(page: Pick<GoldPage, 'id' | 'story'>): Part {
  const digest = createHash('sha256')
    .update(page.story ?? page.id)
    .digest();
  return digest.readUInt32BE(0) % ONE_IN === 0 ? 'sealed' : 'open';
}
