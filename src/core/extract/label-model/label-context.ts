import type { BlockLabel } from '../../model/article.ts';
import { type PageHints, readHints } from '../body-model/page-hints.ts';
import { addTo } from '../body-model/page-sums.ts';
import type { Draft } from '../draft.ts';
import { findPageWord } from '../page-word-index.ts';

/** Labels whose headings ("Related stories", "Comments") say what follows them. */
export const announcedLabels: readonly BlockLabel[] = [
  'related',
  'comment',
  'form',
  'social',
  'legal',
  'navigation',
  'tags',
  'advert',
];

/** Everything about a page that the columns of its blocks are taken from, in one pass over blocks and elements. */
export interface LabelContext {
  readonly draft: Draft;
  readonly hints: PageHints;
  readonly headline: number;
  readonly firstBody: number;
  readonly lastBody: number;
  readonly body: Uint8Array;
  /** Sums over the blocks before each block. */
  readonly charsBefore: Float64Array;
  readonly linkCharsBefore: Float64Array;
  readonly proseBefore: Float64Array;
  readonly bodyBefore: Float64Array;
  /** Sums over each element with all that it holds. */
  readonly blocksOf: Float64Array;
  readonly wordsOf: Float64Array;
  readonly charsOf: Float64Array;
  readonly linkCharsOf: Float64Array;
  readonly bodyOf: Float64Array;
  /** Blocks with an image in or just before them. */
  readonly images: Uint8Array;
  /** For each of `announcedLabels` the last block above that names it, −1 without. */
  readonly announced: readonly Int32Array[];
}

/** A line of a few words can announce what follows. */
const announcement = 6;

export function labelContext(draft: Draft): LabelContext {
  const { raw, features, decisions } = draft;
  const count = raw.blocks.length;
  const size = Math.max(1, raw.nodes.length);
  const sums = (length: number): Float64Array => new Float64Array(length);
  const body = new Uint8Array(count);
  const [charsBefore, linkCharsBefore, proseBefore, bodyBefore] = [1, 2, 3, 4].map(() => sums(count + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [blocksOf, wordsOf, charsOf, linkCharsOf, bodyOf] = [1, 2, 3, 4, 5].map(() => sums(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const announced = announcedLabels.map(() => new Int32Array(count));
  const last = announcedLabels.map(() => -1);
  let headline = -1;
  let firstBody = -1;
  let lastBody = -1;
  for (let i = 0; i < count; i++) {
    const block = raw.blocks[i];
    const f = features[i];
    for (let k = 0; k < last.length; k++) (announced[k] as Int32Array)[i] = last[k] as number;
    charsBefore[i + 1] = charsBefore[i] as number;
    linkCharsBefore[i + 1] = linkCharsBefore[i] as number;
    proseBefore[i + 1] = proseBefore[i] as number;
    bodyBefore[i + 1] = bodyBefore[i] as number;
    if (!block || !f) continue;
    const label = decisions[i]?.label;
    if (label === 'headline' && headline < 0) headline = i;
    const bodyWords = label === 'body' ? f.words : 0;
    if (label === 'body') {
      body[i] = 1;
      if (firstBody < 0) firstBody = i;
      lastBody = i;
    } else if (f.words > 0 && f.words <= announcement) {
      const named = findPageWord(f.folded, f.words, true)?.label;
      const k = named === undefined ? -1 : announcedLabels.indexOf(named);
      if (k >= 0) last[k] = i;
    }
    addTo(charsBefore, i + 1, f.chars);
    addTo(linkCharsBefore, i + 1, block.linkChars);
    addTo(proseBefore, i + 1, f.prose * Math.min(f.chars, 1200));
    addTo(bodyBefore, i + 1, bodyWords);
    const node = Math.max(0, block.node);
    addTo(blocksOf, node, 1);
    addTo(wordsOf, node, f.words);
    addTo(charsOf, node, f.chars);
    addTo(linkCharsOf, node, block.linkChars);
    addTo(bodyOf, node, bodyWords);
  }
  for (let i = size - 1; i > 0; i--) {
    const parent = raw.nodes[i]?.parent ?? 0;
    for (const sum of [blocksOf, wordsOf, charsOf, linkCharsOf, bodyOf]) addTo(sum, parent, sum[i] as number);
  }
  const images = new Uint8Array(count + 1);
  for (const image of raw.images) if (!image.background && image.block <= count) images[image.block] = 1;
  return {
    draft,
    hints: readHints(draft),
    headline,
    firstBody,
    lastBody,
    body,
    charsBefore,
    linkCharsBefore,
    proseBefore,
    bodyBefore,
    blocksOf,
    wordsOf,
    charsOf,
    linkCharsOf,
    bodyOf,
    images,
    announced,
  };
}
