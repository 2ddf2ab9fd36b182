import { type RawBlock, zone } from '../read/raw-page.ts';
import type { Draft } from './draft.ts';

/** A part of the page with a heading of its own, as blocks: its end is exclusive. */
export interface PageSection {
  readonly start: number;
  readonly end: number;
  readonly heading: number;
  /** Words of its sentences. */
  readonly prose: number;
  /** The heading leads elsewhere: a teaser. */
  readonly linked: boolean;
}

const notHere =
  zone.navigation | zone.footer | zone.related | zone.comments | zone.promo | zone.advert | zone.aside | zone.form;

/**
 * Parts of an HTML page that are articles by their markup and do not hold one another: the posts of a blog's front
 * page, the teasers of a list. In page order.
 */
export function findSections(draft: Draft): readonly PageSection[] {
  const { raw, features } = draft;
  if (raw.format === 'text') return [];
  const spans = new Map<number, { start: number; end: number }>();
  for (let i = 0; i < raw.blocks.length; i++) {
    const block = raw.blocks[i] as RawBlock;
    if (((features[i]?.zones ?? 0) & notHere) !== 0) continue;
    const node = articleAround(draft, block.node);
    if (node < 0) continue;
    const span = spans.get(node);
    if (span) span.end = i + 1;
    else spans.set(node, { start: i, end: i + 1 });
  }
  const sections: PageSection[] = [];
  for (const span of spans.values()) {
    let heading = -1;
    let prose = 0;
    for (let i = span.start; i < span.end; i++) {
      const f = features[i];
      if (!f) continue;
      if (heading < 0 && f.heading > 0 && f.words >= 3) heading = i;
      else if (f.words >= 10 && (f.sentenceEnd || f.sentences > 0) && f.linkShare < 0.4) prose += f.words;
    }
    if (heading >= 0) sections.push({ ...span, heading, prose, linked: (features[heading]?.linkShare ?? 0) > 0.7 });
  }
  return sections.sort((a, b) => a.start - b.start);
}

/** The outermost element around a block that is an article by its markup. */
function articleAround({ raw }: Draft, from: number): number {
  let found = -1;
  for (let node = from; node > 0; node = raw.nodes[node]?.parent ?? -1)
    if (((raw.nodes[node]?.zones ?? 0) & zone.article) !== 0) found = node;
  return found;
}
