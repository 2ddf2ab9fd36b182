import { zone } from '../../read/raw-page.ts';
import { foldName } from '../../text/normalise.ts';
import { findRoot } from '../article-root.ts';
import type { BlockFeatures } from '../block-features.ts';
import type { Draft } from '../draft.ts';
import { countCues } from '../page-word-index.ts';
import { inDescription, type PageHints, readHints, shareInJson, titleShare } from './page-hints.ts';
import { type PageSums, sumPage } from './page-sums.ts';
import { countMarks, firstMark, lastMark } from './text-marks.ts';

/** Everything about a page that the columns of its blocks are taken from. */
export interface ColumnContext {
  readonly draft: Draft;
  readonly sums: PageSums;
  readonly hints: PageHints;
  readonly root: number;
  readonly headline: number;
  readonly firstBody: number;
  readonly lastBody: number;
  /** Sums over the blocks before each block. */
  readonly proseBefore: Float64Array;
  readonly bodyBefore: Float64Array;
  readonly charsBefore: Float64Array;
  /** 1 when an earlier block has the same text, 2 when a later one. */
  readonly copies: Uint8Array;
  readonly articleIndex: ReadonlyMap<number, number>;
}

export function columnContext(draft: Draft): ColumnContext {
  const { raw, features, decisions } = draft;
  const sums = sumPage(draft);
  const count = raw.blocks.length;
  const proseBefore = new Float64Array(count + 1);
  const bodyBefore = new Float64Array(count + 1);
  const charsBefore = new Float64Array(count + 1);
  const copies = new Uint8Array(count);
  const seen = new Map<string, number>();
  let firstBody = -1;
  let lastBody = -1;
  for (let i = 0; i < count; i++) {
    const f = features[i] as BlockFeatures;
    const isBody = decisions[i]?.label === 'body';
    if (isBody) {
      if (firstBody < 0) firstBody = i;
      lastBody = i;
    }
    proseBefore[i + 1] = (proseBefore[i] as number) + f.prose * Math.min(f.chars, 1200);
    bodyBefore[i + 1] = (bodyBefore[i] as number) + (isBody ? f.words : 0);
    charsBefore[i + 1] = (charsBefore[i] as number) + f.chars;
    const text = raw.blocks[i]?.text ?? '';
    const earlier = seen.get(text);
    if (earlier !== undefined) {
      copies[i] = 1;
      copies[earlier] = (copies[earlier] as number) | 2;
    }
    seen.set(text, i);
  }
  return {
    draft,
    sums,
    hints: readHints(draft),
    root: raw.nodes.length === 0 ? 0 : findRoot(draft),
    headline: decisions.findIndex((decision) => decision?.label === 'headline'),
    firstBody,
    lastBody,
    proseBefore,
    bodyBefore,
    charsBefore,
    copies,
    articleIndex: new Map(sums.articles.map((node, i) => [node, i])),
  };
}

/** A group of columns and the function that fills them for one block, starting at `at`; all values are 0 before. */
export interface ColumnGroup {
  readonly names: readonly string[];
  readonly fill: (out: Float32Array, at: number, context: ColumnContext, block: number) => void;
}

const empty: BlockFeatures = {
  folded: '',
  words: 0,
  chars: 0,
  linkShare: 0,
  sentenceEnd: false,
  sentences: 0,
  capitalShare: 0,
  digitShare: 0,
  zones: 0,
  prose: 0,
  heading: 0,
};

const own: ColumnGroup = {
  names: [
    'words',
    'chars',
    'letters-a-word',
    'link-share',
    'links',
    'sentence-end',
    'sentences',
    'capital-share',
    'digit-share',
    'prose',
    'heading',
    'commas',
    'last-mark',
    'first-mark',
    'marks',
    'copy',
    'language-attribute',
    'gap-before',
    'gap-after',
    'segments',
  ],
  fill(out, at, { draft, copies }, block) {
    const f = draft.features[block] ?? empty;
    const raw = draft.raw.blocks[block];
    const text = raw?.text ?? '';
    out[at] = f.words;
    out[at + 1] = f.chars;
    out[at + 2] = f.words === 0 ? 0 : f.chars / f.words;
    out[at + 3] = f.linkShare;
    out[at + 4] = raw?.links.length ?? 0;
    out[at + 5] = f.sentenceEnd ? 1 : 0;
    out[at + 6] = f.sentences;
    out[at + 7] = f.capitalShare;
    out[at + 8] = f.digitShare;
    out[at + 9] = f.prose;
    out[at + 10] = f.heading;
    const marks = countMarks(text);
    out[at + 11] = f.words === 0 ? 0 : marks.commas / f.words;
    out[at + 12] = lastMark(text);
    out[at + 13] = firstMark(text);
    out[at + 14] = marks.kinds;
    out[at + 15] = copies[block] ?? 0;
    out[at + 16] = raw?.lang && draft.raw.htmlLang && raw.lang !== draft.raw.htmlLang ? 1 : 0;
    out[at + 17] = raw?.gapBefore ?? 0;
    out[at + 18] = draft.raw.blocks[block + 1]?.gapBefore ?? 0;
    out[at + 19] = raw?.segments ?? 0;
  },
};

const hinted: ColumnGroup = {
  names: ['title-share', 'in-description', 'in-json', 'json-words', 'asks', 'legal', 'about', 'cue-share'],
  fill(out, at, { draft, hints, sums }, block) {
    const f = draft.features[block] ?? empty;
    const text = draft.raw.blocks[block]?.text ?? '';
    out[at] = f.words > 0 && f.words <= 40 ? titleShare(hints, f.folded) : 0;
    out[at + 1] = f.words >= 5 && hints.descriptions.length > 0 ? inDescription(hints, text) : 0;
    out[at + 2] = hints.jsonBody === '' ? -1 : shareInJson(hints, text);
    out[at + 3] = sums.words === 0 ? 0 : hints.jsonBodyWords / sums.words;
    // Longer blocks than that are no furniture.
    if (f.words < 2 || f.words > 160) return;
    const counts = countCues(f.folded === '' ? foldName(text) : f.folded);
    for (const [k, count] of counts.entries()) out[at + 4 + k] = count;
    out[at + 7] = (counts[0] + counts[1] + counts[2]) / f.words;
  },
};

const zoneNames = Object.entries(zone);
const zoneBits = zoneNames.map(([, bit]) => bit);
const zones: ColumnGroup = {
  names: zoneNames.map(([name]) => `zone-${name}`),
  fill(out, at, { draft }, block) {
    const bits = draft.features[block]?.zones ?? 0;
    if (bits === 0) return;
    for (let k = 0; k < zoneBits.length; k++) if (bits & (zoneBits[k] as number)) out[at + k] = 1;
  },
};

const tags = ['p', 'div', 'li', 'td', 'th', 'blockquote', 'figcaption', 'pre', 'dd', 'span', 'section', 'article'];
const tagGroup: ColumnGroup = {
  names: tags.map((tag) => `tag-${tag}`),
  fill(out, at, { draft }, block) {
    const k = tags.indexOf(draft.raw.blocks[block]?.tag ?? '');
    if (k >= 0) out[at + k] = 1;
  },
};

const labels = [
  'body',
  'caption',
  'credit',
  'related',
  'comment',
  'navigation',
  'legal',
  'social',
  'advert',
  'byline',
  'publication',
  'agency',
  'tags',
  'form',
  'other',
  'standfirst',
  'headline',
  'source-link',
  'notice',
];
const rules: ColumnGroup = {
  names: [...labels.map((label) => `rule-${label}`), 'rule-none', 'rule-probability', 'page-word'],
  fill(out, at, { draft }, block) {
    const decision = draft.decisions[block];
    const own = decision ? labels.indexOf(decision.label) : -1;
    if (own >= 0) out[at + own] = 1;
    out[at + labels.length] = decision ? 0 : 1;
    out[at + labels.length + 1] = decision?.probability ?? 0;
    const reason = decision?.reason;
    out[at + labels.length + 2] =
      reason === 'page-word-exact' ? 3 : reason === 'page-word-starts' ? 2 : reason === 'page-word-contains' ? 1 : 0;
  },
};

const steps = [-3, -2, -1, 1, 2, 3];
const neighbours: ColumnGroup = {
  names: [
    ...steps.flatMap((step) => ['words', 'prose', 'link-share', 'body', 'heading'].map((name) => `${name}${step}`)),
    'tag-before-same',
    'tag-after-same',
    'element-before-same',
    'element-after-same',
  ],
  fill(out, at, { draft }, block) {
    for (let k = 0; k < steps.length; k++) {
      const near = block + (steps[k] as number);
      const f = draft.features[near] ?? empty;
      const base = at + k * 5;
      out[base] = f.words;
      out[base + 1] = f.prose;
      out[base + 2] = f.linkShare;
      out[base + 3] = draft.decisions[near]?.label === 'body' ? 1 : 0;
      out[base + 4] = f.heading;
    }
    const base = at + steps.length * 5;
    const { blocks, nodes } = draft.raw;
    const self = blocks[block];
    for (const [k, near] of [blocks[block - 1], blocks[block + 1]].entries()) {
      out[base + k] = near && self && near.tag === self.tag ? 1 : 0;
      out[base + 2 + k] = near && self && nodes[near.node]?.parent === nodes[self.node]?.parent ? 1 : 0;
    }
  },
};

const windows = [5, 15];
const around: ColumnGroup = {
  names: windows.flatMap((size) => [`prose-around-${size}`, `links-around-${size}`, `body-around-${size}`]),
  fill(out, at, { draft, proseBefore, charsBefore, bodyBefore }, block) {
    const count = draft.raw.blocks.length;
    for (let k = 0; k < windows.length; k++) {
      const size = windows[k] as number;
      const from = Math.max(0, block - size);
      const to = Math.min(count, block + size + 1);
      const chars = Math.max(1, (charsBefore[to] as number) - (charsBefore[from] as number));
      out[at + k * 3] = ((proseBefore[to] as number) - (proseBefore[from] as number)) / chars;
      out[at + k * 3 + 1] = chars / (to - from);
      out[at + k * 3 + 2] = ((bodyBefore[to] as number) - (bodyBefore[from] as number)) / chars;
    }
  },
};

const levels = ['element', 'parent', 'grandparent', 'great-grandparent'];
const ancestors: ColumnGroup = {
  names: levels.flatMap((level) =>
    ['prose', 'link-density', 'blocks', 'words-a-block', 'body'].map((name) => `${level}-${name}`),
  ),
  fill(out, at, { draft, sums }, block) {
    let node = draft.raw.blocks[block]?.node ?? -1;
    for (let k = 0; k < levels.length; k++) {
      const base = at + k * 5;
      if (node < 0) {
        out.fill(-1, base, base + 5);
        continue;
      }
      const blocks = Math.max(1, sums.blocksOf[node] as number);
      out[base] = (sums.proseOf[node] as number) / Math.max(1, sums.prose);
      out[base + 1] = (sums.linkCharsOf[node] as number) / Math.max(1, sums.charsOf[node] as number);
      out[base + 2] = blocks;
      out[base + 3] = (sums.wordsOf[node] as number) / blocks;
      out[base + 4] = (sums.ruleBodyOf[node] as number) / Math.max(1, sums.ruleBodyWords);
      node = draft.raw.nodes[node]?.parent ?? -1;
    }
  },
};

const article: ColumnGroup = {
  names: ['article-index', 'articles', 'article-prose', 'article-body', 'depth', 'inside-root', 'depth-below-root'],
  fill(out, at, { draft, sums, root, articleIndex }, block) {
    const node = draft.raw.blocks[block]?.node ?? 0;
    const holder = sums.articleOf[Math.max(0, node)] ?? -1;
    out[at] = holder < 0 ? -1 : (articleIndex.get(holder) ?? -1);
    out[at + 1] = sums.articles.length;
    out[at + 2] = holder < 0 ? -1 : (sums.proseOf[holder] as number) / Math.max(1, sums.prose);
    out[at + 3] = holder < 0 ? -1 : (sums.ruleBodyOf[holder] as number) / Math.max(1, sums.ruleBodyWords);
    out[at + 4] = sums.depthOf[Math.max(0, node)] ?? 0;
    let above = node;
    while (above > root) above = draft.raw.nodes[above]?.parent ?? -1;
    const inside = above === root && node >= root;
    out[at + 5] = inside ? 1 : 0;
    out[at + 6] = inside ? (sums.depthOf[node] as number) - (sums.depthOf[root] as number) : -1;
  },
};

const kind: ColumnGroup = {
  names: ['kind-blocks', 'kind-words', 'kind-link-density', 'kind-prose', 'kind-body', 'kind-sentence-ends'],
  fill(out, at, { sums }, block) {
    const own = sums.kinds[sums.kindOf[block] ?? 0];
    if (!own) return;
    out[at] = own.blocks;
    out[at + 1] = own.words / own.blocks;
    out[at + 2] = own.linkChars / Math.max(1, own.chars);
    out[at + 3] = own.prose / Math.max(1, sums.prose);
    out[at + 4] = own.ruleBodyWords / Math.max(1, own.words);
    out[at + 5] = own.sentenceEnds / own.blocks;
  },
};

const place: ColumnGroup = {
  names: [
    'position',
    'position-in-chars',
    'from-headline',
    'chars-from-headline',
    'from-first',
    'to-last',
    'body-before',
    'prose-before',
    'body-words',
    'body-share',
    'blocks',
  ],
  fill(out, at, { draft, sums, headline, firstBody, lastBody, bodyBefore, proseBefore, charsBefore }, block) {
    const count = draft.raw.blocks.length;
    const chars = charsBefore[block] as number;
    out[at] = block / count;
    out[at + 1] = chars / Math.max(1, sums.chars);
    out[at + 2] = headline < 0 ? -500 : clamp(block - headline);
    out[at + 3] = headline < 0 ? -50_000 : chars - (charsBefore[headline] as number);
    out[at + 4] = firstBody < 0 ? -500 : clamp(block - firstBody);
    out[at + 5] = lastBody < 0 ? -500 : clamp(lastBody - block);
    out[at + 6] = (bodyBefore[block] as number) / Math.max(1, sums.ruleBodyWords);
    out[at + 7] = (proseBefore[block] as number) / Math.max(1, sums.prose);
    out[at + 8] = sums.ruleBodyWords;
    out[at + 9] = sums.ruleBodyWords / Math.max(1, sums.words);
    out[at + 10] = count;
  },
};

function clamp(distance: number): number {
  return Math.max(-200, Math.min(200, distance));
}

const groups: readonly ColumnGroup[] = [
  own,
  hinted,
  zones,
  tagGroup,
  rules,
  neighbours,
  around,
  ancestors,
  article,
  kind,
  place,
];

/** Names of the columns, in the order of a row. */
export const blockColumns: readonly string[] = groups.flatMap(({ names }) => names);

/** One row of `blockColumns` for each block of the page, all in one array. */
export function blockRows(context: ColumnContext): Float32Array {
  const width = blockColumns.length;
  const count = context.draft.raw.blocks.length;
  const out = new Float32Array(count * width);
  for (let block = 0; block < count; block++) {
    let at = block * width;
    for (const { names, fill } of groups) {
      fill(out, at, context, block);
      at += names.length;
    }
  }
  return out;
}
