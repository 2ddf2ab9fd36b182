import type { PageInput } from '../../src/core/model/page.ts';
import { diceOf } from './dice.ts';
import { mutationNames, mutations } from './mutations.ts';
import { writeDump, writePage } from './write-page.ts';

/** Page that the mutations start from. */
export interface SeedPage {
  readonly text: string;
  readonly url: string;
  readonly format: 'html' | 'text';
}

export interface FuzzedPage {
  readonly index: number;
  readonly input: PageInput;
  /** What was done to it, in order. */
  readonly made: readonly string[];
}

/** Longer pages are cut after each mutation, but for one in a hundred. */
const maxChars = 200_000;
const maxLarge = 4_000_000;
/** The moment at which every page was saved: no published day may be later. */
export const savedAt = '2024-06-15T12:00:00Z';

/** Page `index` of a run: it depends on the seed, the index and the seed pages alone. */
export function makePage(seed: number, index: number, seeds: readonly SeedPage[]): FuzzedPage {
  const dice = diceOf(seed, index);
  const large = dice.share() < 0.01;
  const made: string[] = [];
  const source = dice.below(3);
  let page: SeedPage;
  if (source === 0 && seeds.length > 0) {
    page = dice.pick(seeds);
    made.push('given');
  } else if (source === 1) {
    page = { text: writeDump(dice), url: 'https://quay.example/2024/01/19/dump', format: 'text' };
    made.push('dump');
  } else {
    page = { text: writePage(dice), url: 'https://quay.example/2024/01/19/ferry', format: 'html' };
    made.push('grammar');
  }
  let text = page.text;
  if (large) {
    text = text.repeat(1 + Math.floor((100_000 + dice.below(900_000)) / Math.max(1, text.length)));
    made.push('large');
  }
  const limit = large ? maxLarge : Math.max(maxChars, text.length);
  for (let count = dice.below(7); count > 0; count--) {
    const name = dice.pick(mutationNames);
    text = mutations[name]?.(text, dice).slice(0, limit) ?? text;
    made.push(name);
  }
  const given = {
    ...(dice.share() < 0.9 ? { url: page.url } : {}),
    savedAt,
    ...(dice.share() < 0.7 ? { format: page.format } : {}),
  };
  if (dice.share() < 0.6) return { index, input: { text, ...given }, made };
  const encoding = dice.pick(['utf-8', 'utf-8', 'utf-16le', 'latin1', 'halves', 'flips'] as const);
  made.push(encoding);
  const contentType = dice.pick([undefined, 'text/html; charset=utf-8', 'text/html; charset=windows-1256', 'x/y', '']);
  const bytes = encode(text, encoding, dice.share);
  return { index, input: { bytes, ...(contentType === undefined ? {} : { contentType }), ...given }, made };
}

function encode(
  text: string,
  encoding: 'utf-8' | 'utf-16le' | 'latin1' | 'halves' | 'flips',
  share: () => number,
): Uint8Array {
  if (encoding === 'halves') {
    const middle = text.length >> 1;
    return Buffer.concat([Buffer.from(text.slice(0, middle), 'utf8'), Buffer.from(text.slice(middle), 'latin1')]);
  }
  const bytes = Buffer.from(text, encoding === 'flips' ? 'utf8' : encoding);
  if (encoding === 'flips') {
    const flips = Math.ceil(share() * 40);
    for (let i = 0; i < flips && bytes.length > 0; i++) {
      const at = Math.floor(share() * bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(share() * 8));
    }
  }
  return bytes;
}
