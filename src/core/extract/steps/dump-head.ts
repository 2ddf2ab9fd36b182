import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { titleInAddress } from '../title-match.ts';

/** How far above the body a title may stand, in lines that are not empty. */
const reach = 8;

/**
 * The title of a text dump: the line before the publication line, else the line above the body that the address
 * repeats, else the first line above the body that is no furniture.
 */
export const dumpHeadStep: LabelStep = {
  name: 'dump-head',
  format: 'text',
  *run(draft: Draft): Iterable<LabelDecision> {
    const body = draft.decisions.findIndex((decision) => decision?.label === 'body');
    if (body < 0) return;
    const lines = draft.decisions;
    const publication = lines.findIndex((decision, i) => decision?.reason === 'publication-line' && i < body + 2);
    if (publication > 0 && isFree(draft, publication - 1)) {
      yield { block: publication - 1, label: 'headline', probability: 0.97, reason: 'before-publication-line' };
      return;
    }
    const from = Math.max(0, body - reach);
    const candidates: number[] = [];
    for (let i = from; i < body; i++) if (isFree(draft, i) && couldBeTitle(draft, i)) candidates.push(i);
    const inAddress = candidates
      .map((i) => [i, titleInAddress(draft.raw.blocks[i]?.text ?? '', draft.page.url)] as const)
      .filter(([, share]) => share >= 0.5)
      .sort((a, b) => b[1] - a[1])[0];
    const chosen = inAddress?.[0] ?? candidates[candidates.length - 1];
    if (chosen === undefined) return;
    yield {
      block: chosen,
      label: 'headline',
      probability: inAddress ? 0.95 : 0.7,
      reason: inAddress ? 'title-in-address' : 'line-above-body',
    };
  },
};

function isFree(draft: Draft, index: number): boolean {
  const decision = draft.decisions[index];
  return (
    decision === undefined ||
    (decision.label === 'body' && decision.probability < 0.75) ||
    (decision.label === 'caption' && decision.probability < 0.6)
  );
}

function couldBeTitle(draft: Draft, index: number): boolean {
  const features = draft.features[index];
  return features !== undefined && features.words >= 2 && features.words <= 40 && features.chars <= 300;
}
