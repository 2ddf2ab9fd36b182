import { zone } from '../read/raw-page.ts';
import { findRoot, isInside } from './article-root.ts';
import type { Draft } from './draft.ts';

/** Zones that a column of their own says; the rest has no weight in any tree. */
const zoneColumns = Object.entries(zone);
const tagColumns = ['p', 'div', 'li', 'td', 'th', 'blockquote', 'figcaption', 'pre', 'dd', 'span', 'section', 'label'];
const labelColumns = [
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
  'poll',
  'other',
  'standfirst',
  'headline',
  'source-link',
  'notice',
] as const;
/** Neighbours whose numbers stand beside a block's own. */
const neighbours = [-3, -2, -1, 1, 2, 3];
/** Blocks before the first and after the last paragraph of the rules' body that are judged again. */
const margin = 25;

/** Names of the columns, in the order of a row. */
export const bodyColumns: readonly string[] = [
  'words',
  'chars',
  'linkShare',
  'links',
  'sentenceEnd',
  'sentences',
  'capitalShare',
  'digitShare',
  'prose',
  'heading',
  'depth',
  'colonEnd',
  'questionEnd',
  'ellipsisEnd',
  'opensWithMark',
  'opensWithDigit',
  'at',
  'copyright',
  'slash',
  'bar',
  'repeated',
  ...zoneColumns.map(([name]) => `zone-${name}`),
  ...tagColumns.map((name) => `tag-${name}`),
  ...labelColumns.map((name) => `rule-${name}`),
  'rule-none',
  'rule-probability',
  'page-word-exact',
  'page-word-starts',
  'page-word-contains',
  ...neighbours.flatMap((step) => [
    `words${step}`,
    `prose${step}`,
    `linkShare${step}`,
    `body${step}`,
    `heading${step}`,
  ]),
  'prose-around',
  'links-around',
  'body-around',
  'inside-root',
  'parent-body-share',
  'node-body-share',
  'grandparent-body-share',
  'parent-link-share',
  'parent-blocks',
  'same-kind',
  'same-kind-body-share',
  'position',
  'from-headline',
  'from-first',
  'to-last',
  'body-before',
  'body-after',
  'gap-before',
  'body-words',
  'body-share',
  'blocks',
];

/** A block to judge and its row of `bodyColumns`. */
export interface BodyRow {
  readonly block: number;
  readonly values: Float32Array;
}

/**
 * Rows for the blocks in and around what the rules took for the body, from the page alone: the numbers of the block and
 * its neighbours, where it stands, and what the rules said. Empty when the rules found no body.
 */
export function bodyRows(draft: Draft): readonly BodyRow[] {
  const { raw, features, decisions } = draft;
  const isBody = decisions.map((decision) => decision?.label === 'body');
  const first = isBody.indexOf(true);
  const last = isBody.lastIndexOf(true);
  if (first < 0) return [];
  const head = decisions.findIndex((decision) => decision?.label === 'headline');
  const root = findRoot(draft);
  const page = pageSums(draft, isBody);
  const depth = depths(draft);
  const seen = new Map<string, number>();
  for (const block of raw.blocks) seen.set(block.text, (seen.get(block.text) ?? 0) + 1);
  const rows: BodyRow[] = [];
  const from = Math.max(0, first - margin);
  const to = Math.min(raw.blocks.length - 1, last + margin);
  let bodyBefore = 0;
  let sinceBody = 0;
  for (let i = 0; i <= to; i++) {
    const f = features[i];
    const block = raw.blocks[i];
    if (!f || !block) continue;
    if (i >= from && f.words > 0) {
      const decision = decisions[i];
      const text = block.text;
      const values: number[] = [
        f.words,
        f.chars,
        f.linkShare,
        block.links.length,
        Number(f.sentenceEnd),
        f.sentences,
        f.capitalShare,
        f.digitShare,
        f.prose,
        f.heading,
        depth[block.node] ?? 0,
        Number(/[:：]\s*$/.test(text.slice(-3))),
        Number(/[?؟]\s*$/.test(text.slice(-3))),
        Number(/(?:…|\.\.\.)\s*$/.test(text.slice(-4))),
        Number(/^\s*[-–—•*·▪►»>«"“”]/.test(text.slice(0, 4))),
        Number(/^\s*\p{Nd}/u.test(text.slice(0, 4))),
        Number(text.includes('@')),
        Number(text.includes('©')),
        Number(text.includes('/')),
        Number(text.includes('|')),
        Number((seen.get(text) ?? 0) > 1),
      ];
      for (const [, bit] of zoneColumns) values.push(Number((f.zones & bit) !== 0));
      for (const tag of tagColumns) values.push(Number(block.tag === tag));
      for (const label of labelColumns) values.push(Number(decision?.label === label));
      values.push(Number(decision === undefined), decision?.probability ?? 0);
      const reason = decision?.reason ?? '';
      for (const how of ['exact', 'starts', 'contains']) values.push(Number(reason === `page-word-${how}`));
      for (const step of neighbours) {
        const near = features[i + step];
        values.push(
          near?.words ?? 0,
          near?.prose ?? 0,
          near?.linkShare ?? 0,
          Number(isBody[i + step] ?? false),
          near?.heading ?? 0,
        );
      }
      values.push(...around(draft, isBody, i));
      const parent = raw.nodes[block.node]?.parent ?? -1;
      const grandparent = raw.nodes[parent]?.parent ?? -1;
      const kind = kindKey(draft, i);
      const kinds = page.kinds.get(kind);
      values.push(
        Number(block.node >= root && isInside(draft, block.node, root)),
        share(page.body[parent], page.bodyWords),
        share(page.body[block.node], page.bodyWords),
        share(page.body[grandparent], page.bodyWords),
        share(page.links[parent], page.chars[parent]),
        page.blocks[parent] ?? 0,
        kinds?.count ?? 0,
        share(kinds?.bodyWords, page.bodyWords),
        i / raw.blocks.length,
        head < 0 ? 0 : clamp(i - head),
        clamp(i - first),
        clamp(last - i),
        share(bodyBefore, page.bodyWords),
        share(page.bodyWords - bodyBefore - (isBody[i] ? f.words : 0), page.bodyWords),
        Math.min(sinceBody, 50),
        page.bodyWords,
        share(page.bodyWords, page.words),
        raw.blocks.length,
      );
      rows.push({ block: i, values: Float32Array.from(values) });
    }
    if (isBody[i]) {
      bodyBefore += f.words;
      sinceBody = 0;
    } else sinceBody++;
  }
  return rows;
}

function clamp(distance: number): number {
  return Math.max(-200, Math.min(200, distance));
}

function share(part: number | undefined, whole: number | undefined): number {
  return whole && part ? part / whole : 0;
}

/** Tag of the block with the tags of the two elements around it. */
function kindKey({ raw }: Draft, block: number): string {
  const own = raw.blocks[block];
  const node = raw.nodes[own?.node ?? -1];
  const parent = raw.nodes[node?.parent ?? -1];
  return `${own?.tag} ${parent?.tag ?? ''} ${parent?.classZones ?? 0} ${node?.classZones ?? 0}`;
}

interface PageSums {
  readonly words: number;
  readonly bodyWords: number;
  /** Sums by element, its descendants of two levels included. */
  readonly body: Float64Array;
  readonly links: Float64Array;
  readonly chars: Float64Array;
  readonly blocks: Float64Array;
  readonly kinds: ReadonlyMap<string, { count: number; bodyWords: number }>;
}

function pageSums(draft: Draft, isBody: readonly boolean[]): PageSums {
  const { raw, features } = draft;
  const empty = () => new Float64Array(raw.nodes.length);
  const [body, links, chars, blocks] = [empty(), empty(), empty(), empty()];
  const kinds = new Map<string, { count: number; bodyWords: number }>();
  let words = 0;
  let bodyWords = 0;
  for (const [i, block] of raw.blocks.entries()) {
    const own = isBody[i] ? (features[i]?.words ?? 0) : 0;
    words += features[i]?.words ?? 0;
    bodyWords += own;
    let node = block.node;
    for (let level = 0; level < 3 && node >= 0; level++) {
      body[node] = (body[node] ?? 0) + own;
      links[node] = (links[node] ?? 0) + block.linkChars;
      chars[node] = (chars[node] ?? 0) + block.text.length;
      blocks[node] = (blocks[node] ?? 0) + 1;
      node = raw.nodes[node]?.parent ?? -1;
    }
    const key = kindKey(draft, i);
    const kind = kinds.get(key) ?? { count: 0, bodyWords: 0 };
    kind.count++;
    kind.bodyWords += own;
    kinds.set(key, kind);
  }
  return { words, bodyWords, body, links, chars, blocks, kinds };
}

function depths({ raw }: Draft): readonly number[] {
  const result: number[] = [];
  for (const node of raw.nodes) result.push(node.parent < 0 ? 0 : (result[node.parent] as number) + 1);
  return result;
}

/** Means over the eleven blocks around one: prose, link share, share that the rules took for body. */
function around({ features }: Draft, isBody: readonly boolean[], block: number): [number, number, number] {
  let prose = 0;
  let links = 0;
  let body = 0;
  let count = 0;
  for (let i = Math.max(0, block - 5); i <= Math.min(features.length - 1, block + 5); i++) {
    prose += features[i]?.prose ?? 0;
    links += features[i]?.linkShare ?? 0;
    body += Number(isBody[i] ?? false);
    count++;
  }
  return [prose / count, links / count, body / count];
}
