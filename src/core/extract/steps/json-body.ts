import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { jsonBodyTag } from '../json-body.ts';

/** Paragraphs from structured data replace a visible body that is only its beginning. */
export const jsonBodyStep: LabelStep = {
  name: 'json-body',
  format: 'html',
  *run(draft: Draft): Iterable<LabelDecision> {
    if (!draft.raw.blocks.some(({ tag }) => tag === jsonBodyTag)) return;
    for (const [block, raw] of draft.raw.blocks.entries()) {
      if (raw.tag === jsonBodyTag)
        yield {
          block,
          label: 'body',
          // As sure as the text of the article's element: a page without one takes these for it.
          probability: 0.9,
          reason: raw.fromFeed ? 'feed-body' : 'json-ld-body',
          kind: 'paragraph',
        };
      else if (draft.decisions[block]?.label === 'body')
        yield { block, label: 'other', probability: 0.97, reason: 'beginning-of-json-body' };
    }
  },
};
