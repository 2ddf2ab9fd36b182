import { foldName } from '../../text/normalise.ts';
import { mayNameAgency } from '../agency-index.ts';
import type { BlockFeatures } from '../block-features.ts';
import { inDescription, titleShare } from '../body-model/page-hints.ts';
import { countMarks, firstMark, lastMark } from '../body-model/text-marks.ts';
import { looksLikeCaption, parseByline } from '../line-shapes.ts';
import { countCues } from '../page-word-index.ts';
import { announcedLabels, type LabelContext } from './label-context.ts';

/**
 * Columns of the label models: place, size, links, shape of the text, neighbours, words of the language data. None of
 * them knows a class name, a role or the name of an element that says what it holds: the models are asked where the
 * markup is silent.
 */
interface ColumnGroup {
  readonly names: readonly string[];
  readonly fill: (out: Float32Array, at: number, context: LabelContext, block: number, f: BlockFeatures) => void;
}

const own: ColumnGroup = {
  names: [
    'is-dump',
    'words',
    'chars',
    'letters-a-word',
    'link-share',
    'links',
    'sentence-end',
    'sentences',
    'capital-share',
    'digit-share',
    'heading',
    'commas',
    'last-mark',
    'first-mark',
    'marks',
    'gap-before',
    'segments',
  ],
  fill(out, at, { draft }, block, f) {
    const raw = draft.raw.blocks[block];
    const text = raw?.text ?? '';
    const marks = countMarks(text);
    out[at] = draft.raw.format === 'text' ? 1 : 0;
    out[at + 1] = f.words;
    out[at + 2] = f.chars;
    out[at + 3] = f.words === 0 ? 0 : f.chars / f.words;
    out[at + 4] = f.linkShare;
    out[at + 5] = raw?.links.length ?? 0;
    out[at + 6] = f.sentenceEnd ? 1 : 0;
    out[at + 7] = f.sentences;
    out[at + 8] = f.capitalShare;
    out[at + 9] = f.digitShare;
    out[at + 10] = f.heading;
    out[at + 11] = f.words === 0 ? 0 : marks.commas / f.words;
    out[at + 12] = lastMark(text);
    out[at + 13] = firstMark(text);
    out[at + 14] = marks.kinds;
    out[at + 15] = raw?.gapBefore ?? 0;
    out[at + 16] = raw?.segments ?? 0;
  },
};

/** Blocks of more words are no furniture: their words are not looked up. */
const longest = 120;

const words: ColumnGroup = {
  names: ['title-share', 'in-description', 'asks', 'legal', 'about', 'byline', 'caption', 'agency', 'year', 'hour'],
  fill(out, at, { draft, hints }, block, f) {
    const text = draft.raw.blocks[block]?.text ?? '';
    if (f.words > 0 && f.words <= 40) out[at] = titleShare(hints, f.folded);
    if (f.words >= 5 && hints.descriptions.length > 0) out[at + 1] = inDescription(hints, text);
    if (f.words > longest) return;
    const counts = countCues(f.folded === '' ? foldName(text) : f.folded);
    for (const [k, count] of counts.entries()) out[at + 2 + k] = count;
    // Where no rule spoke, the one for the shapes of lines found neither.
    if (draft.decisions[block]) {
      if (f.words <= 18) out[at + 5] = parseByline(text) ? 1 : 0;
      out[at + 6] = looksLikeCaption(text) ? 1 : 0;
    }
    out[at + 7] = f.words <= 25 && mayNameAgency(f.folded) ? 1 : 0;
    if (f.digitShare === 0) return;
    out[at + 8] = /(?:19|20)\d\d/.test(text) ? 1 : 0;
    out[at + 9] = /\d{1,2}[:h.]\d\d/.test(text) ? 1 : 0;
  },
};

const tags = ['p', 'div', 'li', 'td', 'span', 'section', 'h2', 'h3', 'h4', 'dd', 'blockquote'];
const tagGroup: ColumnGroup = {
  names: tags.map((tag) => `tag-${tag}`),
  fill(out, at, { draft }, block) {
    const k = tags.indexOf(draft.raw.blocks[block]?.tag ?? '');
    if (k >= 0) out[at + k] = 1;
  },
};

const steps = [-3, -2, -1, 1, 2, 3];
const neighbours: ColumnGroup = {
  names: [
    ...steps.flatMap((step) => ['words', 'link-share', 'body', 'heading', 'digit-share'].map((name) => name + step)),
    'tag-before-same',
    'tag-after-same',
    'element-before-same',
    'element-after-same',
    'image-before',
    'image-after',
  ],
  fill(out, at, { draft, body, images }, block) {
    for (let k = 0; k < steps.length; k++) {
      const near = block + (steps[k] as number);
      const f = draft.features[near];
      if (!f) continue;
      const base = at + k * 5;
      out[base] = f.words;
      out[base + 1] = f.linkShare;
      out[base + 2] = body[near] as number;
      out[base + 3] = f.heading;
      out[base + 4] = f.digitShare;
    }
    const base = at + steps.length * 5;
    const { blocks, nodes } = draft.raw;
    const self = blocks[block];
    for (let k = 0; k < 2; k++) {
      const near = blocks[k === 0 ? block - 1 : block + 1];
      if (!near || !self) continue;
      if (near.tag === self.tag) out[base + k] = 1;
      if (nodes[near.node]?.parent === nodes[self.node]?.parent) out[base + 2 + k] = 1;
    }
    out[base + 4] = distanceTo(images, block, -1);
    out[base + 5] = distanceTo(images, block + 1, 1);
  },
};

/** Blocks to the next image, 0 where it stands at the block itself; 5 when there is none near. */
function distanceTo(images: Uint8Array, from: number, step: 1 | -1): number {
  for (let distance = 0; distance < 5; distance++) if (images[from + distance * step] === 1) return distance;
  return 5;
}

const windows = [4, 15];
const around: ColumnGroup = {
  names: windows.flatMap((size) =>
    ['chars', 'links', 'prose', 'body'].flatMap((name) => [`${name}-before-${size}`, `${name}-after-${size}`]),
  ),
  fill(out, at, { draft, charsBefore, linkCharsBefore, proseBefore, bodyBefore }, block) {
    const count = draft.raw.blocks.length;
    let base = at;
    for (const size of windows) {
      for (const side of [0, 1]) {
        const from = side === 0 ? Math.max(0, block - size) : block + 1;
        const to = side === 0 ? block : Math.min(count, block + 1 + size);
        if (to <= from) continue;
        const chars = (charsBefore[to] as number) - (charsBefore[from] as number);
        const share = (sums: Float64Array): number =>
          ((sums[to] as number) - (sums[from] as number)) / Math.max(1, chars);
        out[base + side] = chars / (to - from);
        out[base + 2 + side] = share(linkCharsBefore);
        out[base + 4 + side] = share(proseBefore);
        out[base + 6 + side] = share(bodyBefore);
      }
      base += 8;
    }
  },
};

const levels = ['element', 'parent', 'grandparent'];
const ancestors: ColumnGroup = {
  names: [
    ...levels.flatMap((level) => ['link-density', 'blocks', 'words-a-block', 'body'].map((name) => `${level}-${name}`)),
    'to-body-element',
  ],
  fill(out, at, { draft, blocksOf, wordsOf, charsOf, linkCharsOf, bodyOf }, block) {
    let node = draft.raw.blocks[block]?.node ?? -1;
    const bodyWords = Math.max(1, bodyOf[0] as number);
    for (let k = 0; k < levels.length; k++) {
      const base = at + k * 4;
      if (node < 0) {
        out.fill(-1, base, base + 4);
        continue;
      }
      const blocks = Math.max(1, blocksOf[node] as number);
      out[base] = (linkCharsOf[node] as number) / Math.max(1, charsOf[node] as number);
      out[base + 1] = blocks;
      out[base + 2] = (wordsOf[node] as number) / blocks;
      out[base + 3] = (bodyOf[node] as number) / bodyWords;
      node = draft.raw.nodes[node]?.parent ?? -1;
    }
    // How many elements up the one stands that holds most of the body.
    let far = 0;
    let above = draft.raw.blocks[block]?.node ?? -1;
    while (above > 0 && far < 8 && (bodyOf[above] as number) < bodyWords * 0.6) {
      above = draft.raw.nodes[above]?.parent ?? -1;
      far++;
    }
    out[at + levels.length * 4] = above < 0 ? -1 : far;
  },
};

const place: ColumnGroup = {
  names: [
    'position',
    'position-in-chars',
    'from-headline',
    'from-first',
    'after-last',
    'body-before',
    'body-words',
    'body-share',
    'blocks',
    ...announcedLabels.map((label) => `since-${label}`),
  ],
  fill(out, at, context, block) {
    const { draft, headline, firstBody, lastBody, charsBefore, bodyBefore, announced } = context;
    const count = draft.raw.blocks.length;
    const chars = Math.max(1, charsBefore[count] as number);
    const bodyWords = bodyBefore[count] as number;
    out[at] = block / count;
    out[at + 1] = (charsBefore[block] as number) / chars;
    out[at + 2] = headline < 0 ? -300 : near(block - headline);
    out[at + 3] = firstBody < 0 ? -300 : near(block - firstBody);
    out[at + 4] = lastBody < 0 ? -300 : near(block - lastBody);
    out[at + 5] = (bodyBefore[block] as number) / Math.max(1, bodyWords);
    out[at + 6] = bodyWords;
    out[at + 7] = bodyWords / chars;
    out[at + 8] = count;
    for (let k = 0; k < announced.length; k++) {
      const line = (announced[k] as Int32Array)[block] as number;
      out[at + 9 + k] = line < 0 ? 40 : Math.min(40, block - line);
    }
  },
};

function near(distance: number): number {
  return Math.max(-100, Math.min(100, distance));
}

const groups: readonly ColumnGroup[] = [own, words, tagGroup, neighbours, around, ancestors, place];

/** Names of the columns, in the order of a row. */
export const labelColumns: readonly string[] = groups.flatMap(({ names }) => names);

/** One row of `labelColumns` for each of the blocks. */
export function labelRows(context: LabelContext, blocks: readonly number[]): Float32Array {
  const width = labelColumns.length;
  const out = new Float32Array(blocks.length * width);
  for (const [i, block] of blocks.entries()) {
    const f = context.draft.features[block];
    if (!f) continue;
    let at = i * width;
    for (const { names, fill } of groups) {
      fill(out, at, context, block, f);
      at += names.length;
    }
  }
  return out;
}
