import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { startsWithDateline } from '../line-shapes.ts';
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
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const body = draft.decisions.findIndex((decision) => decision?.label === 'body');
    if (body < 0) return found;
    const lines = draft.decisions;
    const publication = lines.findIndex((decision, i) => decision?.reason === 'publication-line' && i < body + 2);
    if (publication > 0 && isFree(draft, publication - 1)) {
      found.push({ block: publication - 1, label: 'headline', probability: 0.97, reason: 'before-publication-line' });
      return found;
    }
    const from = Math.max(0, body - reach);
    let best: { block: number; score: number; inAddress: boolean } | undefined;
    for (let i = from; i < body; i++) {
      if (!isFree(draft, i) || !couldBeTitle(draft, i)) continue;
      const share = titleInAddress(draft.raw.blocks[i]?.text ?? '', draft.page.url);
      const score = titleScore(draft, i, body) + share * 3;
      if (!best || score > best.score) best = { block: i, score, inAddress: share >= 0.5 };
    }
    if (!best || best.score < 0.8) return found;
    found.push({
      block: best.block,
      label: 'headline',
      probability: best.inAddress ? 0.95 : Math.min(0.9, 0.5 + best.score / 8),
      reason: best.inAddress ? 'title-in-address' : 'line-above-body',
    });
    return found;
  },
};

/** How much a line above the body looks like its title, without the address. */
function titleScore(draft: Draft, index: number, body: number): number {
  const features = draft.features[index];
  if (!features) return 0;
  const next = draft.decisions[index + 1]?.label;
  const signed =
    next === 'byline' || next === 'publication' || next === 'clock' || next === 'dateline' || next === 'agency';
  return (
    (features.words >= 4 ? 1 : 0.3) +
    (features.words >= 6 && features.words <= 25 ? 0.5 : 0) +
    (features.sentenceEnd ? -0.6 : 0.2) +
    (signed ? 1.2 : 0) +
    (index === 0 ? 0.7 : 0) +
    (index === body - 1 ? 0.2 : 0) +
    // An item of a list above the text sums it up.
    (/^\s*[•▪●■-]\s/.test(draft.raw.blocks[index]?.text ?? '') ? -1 : 0) +
    // A sentence above the text of a page whose first line is the title is its standfirst.
    (features.chars > 200 ? -0.5 : 0)
  );
}

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

/**
 * The summary of a text dump: prose between the title and a line with author or day, or the one paragraph between the
 * title and a dateline.
 */
export const dumpStandfirstStep: LabelStep = {
  name: 'dump-standfirst',
  format: 'text',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
    if (head < 0) return found;
    for (let block = head + 1; block <= head + 2 && block < draft.decisions.length; block++) {
      const standing = draft.decisions[block];
      const features = draft.features[block];
      if ((standing && standing.label !== 'body') || !features || features.words < 6 || features.words > 90)
        return found;
      const next = draft.decisions[block + 1]?.label;
      const text = draft.raw.blocks[block + 1]?.text ?? '';
      // An item between the title and a text that is no list sums the text up.
      const isItem = (line: string): boolean => /^\s*[•▪●■]\s/.test(line);
      if (!standing && isItem(draft.raw.blocks[block]?.text ?? '') && next === 'body' && !isItem(text)) {
        found.push({ block, label: 'other', probability: 0.8, reason: 'summary-item' });
        return found;
      }
      const signed = next === 'byline' || next === 'publication' || next === 'clock';
      if (
        signed ||
        (next === 'body' && !startsWithDateline(draft.raw.blocks[block]?.text ?? '') && startsWithDateline(text))
      ) {
        found.push({
          block,
          label: 'standfirst',
          probability: 0.98,
          reason: signed ? 'above-byline' : 'above-dateline',
        });
        return found;
      }
    }
    return found;
  },
};
