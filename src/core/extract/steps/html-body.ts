import { type RawBlock, zone } from '../../read/raw-page.ts';
import { findRoot, isInside } from '../article-root.ts';
import type { BlockFeatures } from '../block-features.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** The paragraphs inside the article's element are its body, unless an earlier step knows better. */
export const htmlBodyStep: LabelStep = {
  name: 'html-body',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const root = findRoot(draft);
    const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
    const seen = new Set<string>();
    for (let block = 0; block < draft.raw.blocks.length; block++) {
      const raw = draft.raw.blocks[block] as RawBlock;
      if (raw.node < root || !isInside(draft, raw.node, root)) continue;
      const f = draft.features[block];
      if (!f || f.heading === 1) continue;
      const standing = draft.decisions[block];
      // Text behind a fold or a wall is hidden until a script shows it; it is the article's all the same.
      const folded = standing?.reason === 'zone-hidden' && f.words >= 8 && f.linkShare < 0.5;
      if (standing && !folded) continue;
      if (f.words >= 8) {
        // The same paragraph twice: one copy for narrow screens.
        if (seen.has(raw.text)) {
          found.push({ block, label: 'other', probability: 0.86, reason: 'repeated' });
          continue;
        }
        seen.add(raw.text);
      }
      if (block < head && f.words < 15 && !f.sentenceEnd) {
        found.push({ block, label: 'navigation', probability: 0.7, reason: 'above-headline' });
        continue;
      }
      const decision = judge(f, raw.tag);
      found.push({ block, ...decision, ...(folded ? { probability: 0.86 } : {}) });
    }
    return found;
  },
};

function judge(f: BlockFeatures, tag: string): Omit<LabelDecision, 'block'> {
  if (f.linkShare > 0.75 && (f.words < 30 || f.linkShare > 0.95) && !f.sentenceEnd) {
    return { label: 'related', probability: 0.7, reason: 'link-only' };
  }
  if (f.linkShare > 0.9 && tag === 'li') return { label: 'related', probability: 0.7, reason: 'link-item' };
  if (f.heading > 0) return { label: 'body', probability: 0.75, reason: 'heading-in-root', kind: 'heading' };
  return { label: 'body', probability: f.words >= 12 || f.sentenceEnd ? 0.9 : 0.6, reason: 'in-root' };
}

/** The paragraph between headline and body that the page's classes or its markup call a summary. */
export const standfirstStep: LabelStep = {
  name: 'standfirst',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
    const marked: number[] = [];
    for (let block = 0; block < draft.features.length; block++) {
      const f = draft.features[block] as BlockFeatures;
      const label = draft.decisions[block]?.label;
      if ((f.zones & zone.standfirst) === 0 || (label !== undefined && label !== 'body') || f.words < 5) continue;
      if (block > head && block <= head + 12) marked.push(block);
    }
    const words = marked.reduce((sum, block) => sum + (draft.features[block]?.words ?? 0), 0);
    // A class "intro" around half an article is no standfirst.
    if (head < 0 || marked.length > 2 || words > 110) return found;
    for (const block of marked)
      found.push({ block, label: 'standfirst', probability: 0.91, reason: 'standfirst-class' });
    return found;
  },
};
