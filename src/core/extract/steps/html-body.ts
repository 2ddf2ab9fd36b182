import { zone } from '../../read/raw-page.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** Zones whose text never makes a container the article's. */
const noiseZones =
  zone.navigation |
  zone.footer |
  zone.related |
  zone.comments |
  zone.promo |
  zone.advert |
  zone.legal |
  zone.hidden |
  zone.form |
  zone.share |
  zone.poll |
  zone.ticker |
  zone.breadcrumb |
  zone.noscript |
  zone.aside;

/** How much of a block's weight its holder, the holder's parent and so on receive. */
const shares = [1, 0.8, 0.5, 0.25, 0.12];

/**
 * Finds the element that holds the article: each paragraph gives its weight to its ancestors, less with every level;
 * markup that says "article body" counts extra.
 */
export function findRoot(draft: Draft): number {
  const { raw, features } = draft;
  const scores = new Float64Array(raw.nodes.length);
  for (const [i, block] of raw.blocks.entries()) {
    const f = features[i];
    if (!f || (f.zones & noiseZones) !== 0 || f.words < 8) continue;
    const weight = Math.min(f.chars, 1200) * f.prose * (f.zones & (zone.caption | zone.figure) ? 0.1 : 1);
    if (weight <= 0) continue;
    let node = raw.nodes[block.node]?.parent ?? -1;
    if (block.tag === 'div' || block.tag === 'section' || block.tag === 'article' || block.tag === 'td')
      node = block.node;
    for (let level = 0; level < shares.length && node >= 0; level++) {
      scores[node] = (scores[node] as number) + weight * (shares[level] as number);
      node = raw.nodes[node]?.parent ?? -1;
    }
  }
  let best = 0;
  let bestScore = 0;
  for (const [i, node] of raw.nodes.entries()) {
    const own = node.zones | node.classZones;
    const factor = (own & zone.articleBody ? 1.35 : 1) * (own & zone.article ? 1.1 : 1) * (own & noiseZones ? 0.5 : 1);
    const score = (scores[i] as number) * factor;
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  }
  return best;
}

/** Whether `ancestor` is `node` or holds it; parents have smaller indexes. */
export function isInside(draft: Draft, node: number, ancestor: number): boolean {
  let at = node;
  while (at > ancestor) at = draft.raw.nodes[at]?.parent ?? -1;
  return at === ancestor;
}

/** The paragraphs inside the article's element are its body, unless an earlier step knows better. */
export const htmlBodyStep: LabelStep = {
  name: 'html-body',
  format: 'html',
  *run(draft: Draft): Iterable<LabelDecision> {
    const root = findRoot(draft);
    if (root <= 0) return;
    for (const [block, raw] of draft.raw.blocks.entries()) {
      if (draft.decisions[block] || raw.node < root || !isInside(draft, raw.node, root)) continue;
      const f = draft.features[block];
      if (!f || f.heading === 1) continue;
      const decision = judge(f.words, f.linkShare, f.sentenceEnd, f.heading, f.zones, raw.tag);
      if (decision) yield { block, ...decision };
    }
  },
};

function judge(
  words: number,
  linkShare: number,
  sentenceEnd: boolean,
  heading: number,
  zones: number,
  tag: string,
): Omit<LabelDecision, 'block'> | undefined {
  if (linkShare > 0.75 && (words < 30 || linkShare > 0.95) && !sentenceEnd) {
    return { label: 'related', probability: 0.7, reason: 'link-only' };
  }
  if (linkShare > 0.9 && tag === 'li') return { label: 'related', probability: 0.7, reason: 'link-item' };
  if (heading > 0) return { label: 'body', probability: 0.75, reason: 'heading-in-root', kind: 'heading' };
  if (zones & zone.standfirst && words <= 80)
    return { label: 'standfirst', probability: 0.6, reason: 'standfirst-class' };
  return { label: 'body', probability: words >= 12 || sentenceEnd ? 0.9 : 0.6, reason: 'in-root' };
}
