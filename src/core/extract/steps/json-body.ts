import type { RawBlock } from '../../read/raw-page.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { jsonBodyTag } from '../json-body.ts';

/** Paragraphs from structured data replace a visible body that is only its beginning. */
export const jsonBodyStep: LabelStep = {
  name: 'json-body',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    if (!draft.raw.blocks.some(({ tag }) => tag === jsonBodyTag)) return found;
    for (let block = 0; block < draft.raw.blocks.length; block++) {
      const raw = draft.raw.blocks[block] as RawBlock;
      if (raw.tag === jsonBodyTag)
        found.push({
          block,
          label: 'body',
          // As sure as the text of the article's element: a page without one takes these for it.
          probability: 0.9,
          reason: raw.fromFeed ? 'feed-body' : 'json-ld-body',
          kind: 'paragraph',
        });
      else if (draft.decisions[block]?.label === 'body')
        found.push({ block, label: 'other', probability: 0.97, reason: 'beginning-of-json-body' });
    }
    return found;
  },
};
