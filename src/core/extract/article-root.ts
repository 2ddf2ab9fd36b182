import { type RawBlock, type RawNode, zone } from '../read/raw-page.ts';
import type { Draft } from './draft.ts';

/** Zones whose text never makes a container the article's. */
const noiseZones =
  zone.navigation |
  zone.footer |
  zone.related |
  zone.comments |
  zone.promo |
  zone.advert |
  zone.legal |
  zone.form |
  zone.share |
  zone.poll |
  zone.ticker |
  zone.breadcrumb |
  zone.noscript |
  zone.aside;

/** How much of a block's weight its holder, the holder's parent and so on receive. */
const shares = [1, 0.8, 0.5, 0.25, 0.12];

/** The root grows to its parent when that adds at least this share of good paragraphs. */
const worthClimbing = 0.12;

/**
 * Finds the element that holds the article. Each paragraph gives its weight to its ancestors, less with every level;
 * then the winner grows as long as its parent adds enough real paragraphs, because many sites cut an article into
 * several boxes. 0 when the page has no prose.
 */
export function findRoot(draft: Draft): number {
  const { raw, features } = draft;
  const scores = new Float64Array(raw.nodes.length);
  const good = new Float64Array(raw.nodes.length);
  for (let i = 0; i < raw.blocks.length; i++) {
    const block = raw.blocks[i] as RawBlock;
    const f = features[i];
    if (!f || (f.zones & noiseZones) !== 0 || f.words < 8) continue;
    const doubtful = f.zones & (zone.caption | zone.figure | zone.hidden | zone.credit | zone.byline) ? 0.1 : 1;
    const weight = Math.min(f.chars, 1200) * f.prose * doubtful;
    if (weight <= 0) continue;
    if (f.words >= 18 && f.linkShare < 0.4 && (f.sentenceEnd || f.sentences > 1)) {
      good[block.node] = (good[block.node] as number) + f.chars * doubtful;
    }
    let node = holder(draft, i);
    for (let level = 0; level < shares.length && node >= 0; level++) {
      scores[node] = (scores[node] as number) + weight * (shares[level] as number);
      node = raw.nodes[node]?.parent ?? -1;
    }
  }
  for (let i = raw.nodes.length - 1; i > 0; i--) {
    const parent = raw.nodes[i]?.parent as number;
    good[parent] = (good[parent] as number) + (good[i] as number);
  }
  let best = 0;
  let bestScore = 0;
  for (let i = 0; i < raw.nodes.length; i++) {
    const node = raw.nodes[i] as RawNode;
    const own = node.zones | node.classZones;
    const factor = (own & zone.articleBody ? 1.35 : 1) * (own & zone.article ? 1.1 : 1) * (own & noiseZones ? 0.5 : 1);
    const score = (scores[i] as number) * factor;
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  }
  return climb(draft, best, good);
}

function climb(draft: Draft, from: number, good: Float64Array): number {
  const total = good[0] as number;
  let root = from;
  let held = good[from] as number;
  for (let node = from; node > 0; ) {
    const current = draft.raw.nodes[node];
    const parent = current?.parent ?? 0;
    // An article element that holds most of the prose is the whole article: beyond it stand other articles.
    if (current && current.zones & zone.article && (good[node] as number) > total * 0.4) break;
    if ((good[parent] as number) > held * (1 + worthClimbing)) {
      root = parent;
      held = good[parent] as number;
    }
    node = parent;
  }
  return root;
}

/** The element whose child the block is: a paragraph's parent, or the box itself when the text stands bare in it. */
function holder(draft: Draft, block: number): number {
  const raw = draft.raw.blocks[block];
  if (!raw) return -1;
  const bare = raw.tag === 'div' || raw.tag === 'section' || raw.tag === 'article' || raw.tag === 'td';
  return bare ? raw.node : (draft.raw.nodes[raw.node]?.parent ?? -1);
}

/** Whether `ancestor` is `node` or holds it; parents have smaller indexes. */
export function isInside(draft: Draft, node: number, ancestor: number): boolean {
  let at = node;
  while (at > ancestor) at = draft.raw.nodes[at]?.parent ?? -1;
  return at === ancestor;
}
