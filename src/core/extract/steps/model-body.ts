import type { RawPage } from '../../read/raw-page.ts';
import { type BodySource, bestSource, candidateRows, chosenBlocks } from '../body-model/choose-body.ts';
import { feedCandidate } from '../body-model/feed-candidate.ts';
import { judgeBlocks } from '../body-model/judge-blocks.ts';
import { blockModels, choiceModel } from '../body-model/models.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { jsonBodyTag, jsonCandidate } from '../json-body.ts';

/** Where the body of a judged page should come from; set by the step, read by the extractor. */
const sources = new WeakMap<RawPage, BodySource>();

/** `json` or `feed` when the structured data or the feed holds a better body than the visible page. */
export function bodySourceOf(raw: RawPage): BodySource | undefined {
  return sources.get(raw);
}

/**
 * The trained models judge every block of the page, knowing what the rules said. A page-level model then says whether
 * their choice, the rules' container, the structured data or the text of the feed makes the best body.
 */
export const modelBodyStep: LabelStep = {
  name: 'model-body',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const feed = feedCandidate(draft);
    if ((draft.raw.blocks.length === 0 && !feed) || draft.raw.blocks.some(({ tag }) => tag === jsonBodyTag)) return [];
    const probabilities = judgeBlocks(draft, blockModels(draft.raw.format));
    const chosen = chosenBlocks(draft, probabilities);
    const source = bestSource(
      candidateRows(draft, probabilities, chosen, jsonCandidate(draft), feed),
      choiceModel(feed !== undefined),
    );
    sources.set(draft.raw, source);
    return source === 'container' ? [] : overruled(draft, probabilities, chosen);
  },
};

/** Where the chosen blocks disagree with the standing decisions. */
export function overruled(draft: Draft, probabilities: Float64Array, chosen: Uint8Array): readonly LabelDecision[] {
  const found: LabelDecision[] = [];
  for (let block = 0; block < chosen.length; block++) {
    const standing = draft.decisions[block];
    const wasBody = standing?.label === 'body';
    if ((chosen[block] === 1) === wasBody || isSettled(standing)) continue;
    // Code among the text reads like no prose, in any model.
    if (wasBody && draft.raw.blocks[block]?.tag === 'pre') continue;
    const probability = probabilities[block] as number;
    // At least as sure as the rule that is overruled, else the rule would stand.
    const sure = Math.max(standing?.probability ?? 0, wasBody ? 1 - probability : probability);
    if (wasBody) {
      found.push({ block, label: 'other', probability: sure, reason: 'model-not-body' });
      continue;
    }
    const heading = (draft.features[block]?.heading ?? 0) > 0;
    const reason = standing?.label === 'standfirst' ? 'model-standfirst-in-body' : 'model-body';
    found.push({ block, label: 'body', probability: sure, reason, ...(heading ? { kind: 'heading' as const } : {}) });
  }
  return found;
}

/** What the models cannot judge better: the headline, copies, what an editor said, and lines that say what they are. */
function isSettled(standing: LabelDecision | undefined): boolean {
  return (
    standing !== undefined &&
    (standing.label === 'headline' ||
      standing.label === 'ticker' ||
      telling.has(standing.reason) ||
      standing.reason.startsWith('profile') ||
      standing.reason.startsWith('page-word-') ||
      standing.reason.startsWith('date-line-'))
  );
}

const telling: ReadonlySet<string> = new Set([
  'repeated',
  'publication-line',
  'signature',
  'byline-line',
  'embedded-post',
  'zone-comments',
  'host-memory',
  'summary-item',
]);
