import type { BlockFeatures } from '../block-features.ts';
import type { ColumnContext } from './block-columns.ts';

const steps = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];
const reaches = [2, 6, 20];
const levels = ['element', 'parent', 'grandparent', 'great-grandparent', 'article', 'kind'];
const labels = ['body', 'caption', 'related', 'navigation', 'other', 'standfirst', 'headline', 'social', 'advert'];

/** Columns of the second look: what the first look said about the block, its neighbours and everything around it. */
export const contextColumns: readonly string[] = [
  'first',
  ...steps.map((step) => `first${step}`),
  ...reaches.flatMap((reach) => [`mean-before-${reach}`, `mean-after-${reach}`]),
  ...levels.flatMap((level) => [`${level}-mean`, `${level}-share`]),
  'share-before',
  'share-after',
  'from-first-sure',
  'to-last-sure',
  'since-sure',
  'until-sure',
  'run-words',
  'run-share',
  'page-words',
  'page-mean',
  'page-doubt',
  'rank',
  'words',
  'link-share',
  'prose',
  'heading',
  'sentence-end',
  'copy',
  'copy-before',
  'from-headline',
  'inside-root',
  'in-json',
  'tag-p',
  'tag-li',
  'tag-div',
  ...labels.map((label) => `rule-${label}`),
];

/** One row of `contextColumns` for each block. `first` holds the probabilities of the first look. */
export function contextRows(
  context: ColumnContext,
  first: Float64Array,
  inJson: (block: number) => number,
): Float32Array {
  const { draft, sums } = context;
  const { raw, features, decisions } = draft;
  const count = raw.blocks.length;
  const width = contextColumns.length;
  const out = new Float32Array(count * width);
  const words = (i: number): number => features[i]?.words ?? 0;
  const massBefore = new Float64Array(count + 1);
  const wordsBefore = new Float64Array(count + 1);
  const nodeMass = new Float64Array(Math.max(1, raw.nodes.length));
  const kindMass = new Float64Array(sums.kinds.length);
  let doubt = 0;
  for (let i = 0; i < count; i++) {
    const p = first[i] as number;
    const mass = p * words(i);
    massBefore[i + 1] = (massBefore[i] as number) + mass;
    wordsBefore[i + 1] = (wordsBefore[i] as number) + words(i);
    doubt += p * (1 - p) * words(i);
    const node = Math.max(0, raw.blocks[i]?.node ?? 0);
    nodeMass[node] = (nodeMass[node] as number) + mass;
    const kind = sums.kindOf[i] as number;
    kindMass[kind] = (kindMass[kind] as number) + mass;
  }
  for (let i = raw.nodes.length - 1; i > 0; i--) {
    const parent = raw.nodes[i]?.parent ?? 0;
    nodeMass[parent] = (nodeMass[parent] as number) + (nodeMass[i] as number);
  }
  const total = Math.max(1e-9, massBefore[count] as number);
  const sure: number[] = [];
  for (let i = 0; i < count; i++) if ((first[i] as number) > 0.6 && words(i) >= 8) sure.push(i);
  const firstSure = sure[0] ?? -1;
  const lastSure = sure[sure.length - 1] ?? -1;
  const runOf = runsOf(first, words, count);
  const seen = new Map<string, number>();
  let lastSeenSure = -1;
  let next = 0;
  const mean = (from: number, to: number): number => {
    const [low, high] = [Math.max(0, from), Math.min(count, to)];
    if (high <= low) return 0;
    return (
      ((massBefore[high] as number) - (massBefore[low] as number)) /
      Math.max(1, (wordsBefore[high] as number) - (wordsBefore[low] as number))
    );
  };
  for (let i = 0; i < count; i++) {
    const f = features[i] as BlockFeatures;
    const block = raw.blocks[i];
    if (!block) continue;
    let at = i * width;
    const p = first[i] as number;
    out[at++] = p;
    for (const step of steps) out[at++] = first[i + step] ?? -1;
    for (const reach of reaches) {
      out[at++] = mean(i - reach, i);
      out[at++] = mean(i + 1, i + 1 + reach);
    }
    let node = block.node;
    for (let level = 0; level < 4; level++) {
      out[at++] = node < 0 ? -1 : (nodeMass[node] as number) / Math.max(1, sums.wordsOf[node] as number);
      out[at++] = node < 0 ? -1 : (nodeMass[node] as number) / total;
      node = raw.nodes[node]?.parent ?? -1;
    }
    const article = sums.articleOf[Math.max(0, block.node)] ?? -1;
    out[at++] = article < 0 ? -1 : (nodeMass[article] as number) / Math.max(1, sums.wordsOf[article] as number);
    out[at++] = article < 0 ? -1 : (nodeMass[article] as number) / total;
    const kind = sums.kindOf[i] as number;
    out[at++] = (kindMass[kind] as number) / Math.max(1, sums.kinds[kind]?.words ?? 0);
    out[at++] = (kindMass[kind] as number) / total;
    out[at++] = (massBefore[i] as number) / total;
    out[at++] = 1 - (massBefore[i + 1] as number) / total;
    out[at++] = firstSure < 0 ? -500 : Math.max(-200, Math.min(200, i - firstSure));
    out[at++] = lastSure < 0 ? -500 : Math.max(-200, Math.min(200, lastSure - i));
    if (sure[next] === i) {
      lastSeenSure = i;
      next++;
    }
    out[at++] = lastSeenSure < 0 ? 200 : Math.min(200, i - lastSeenSure);
    const upcoming = sure[lastSeenSure === i ? next - 1 : next];
    out[at++] = upcoming === undefined ? 200 : Math.min(200, upcoming - i);
    out[at++] = runOf[i] as number;
    out[at++] = (runOf[i] as number) / total;
    out[at++] = total;
    out[at++] = total / Math.max(1, sums.words);
    out[at++] = doubt / total;
    out[at++] = p / Math.max(0.01, mean(firstSure, lastSure + 1));
    out[at++] = f.words;
    out[at++] = f.linkShare;
    out[at++] = f.prose;
    out[at++] = f.heading;
    out[at++] = f.sentenceEnd ? 1 : 0;
    out[at++] = context.copies[i] as number;
    out[at++] = seen.get(block.text) ?? -1;
    out[at++] = context.headline < 0 ? -500 : Math.max(-200, Math.min(200, i - context.headline));
    let above = block.node;
    while (above > context.root) above = raw.nodes[above]?.parent ?? -1;
    out[at++] = above === context.root && block.node >= context.root ? 1 : 0;
    out[at++] = inJson(i);
    out[at++] = block.tag === 'p' ? 1 : 0;
    out[at++] = block.tag === 'li' ? 1 : 0;
    out[at++] = block.tag === 'div' ? 1 : 0;
    const label = decisions[i]?.label;
    for (const name of labels) out[at++] = label === name ? 1 : 0;
    if (f.words >= 4) seen.set(block.text, Math.max(p, seen.get(block.text) ?? 0));
  }
  return out;
}

/** For each block the expected body words of the run of likely blocks that it stands in; gaps of two blocks are bridged. */
function runsOf(first: Float64Array, words: (i: number) => number, count: number): Float64Array {
  const out = new Float64Array(count);
  let from = -1;
  let last = -1;
  let mass = 0;
  const close = (): void => {
    if (from >= 0) out.fill(mass, from, last + 1);
    from = -1;
    mass = 0;
  };
  for (let i = 0; i < count; i++) {
    if ((first[i] as number) < 0.35) {
      if (from >= 0 && i - last > 2) close();
      continue;
    }
    if (from < 0) from = i;
    last = i;
    mass += (first[i] as number) * words(i);
  }
  close();
  return out;
}
