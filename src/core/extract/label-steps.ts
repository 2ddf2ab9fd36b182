import { type Draft, draftOf, type LabelDecision, type LabelStep } from './draft.ts';
import { dumpBodyStep, lineShapeStep } from './steps/dump-body.ts';
import { dumpHeadStep, dumpStandfirstStep } from './steps/dump-head.ts';
import { tickerStep } from './steps/dump-layout.ts';
import { pageWordStep, scrapStep, zoneStep } from './steps/furniture.ts';
import { hostMemoryStep } from './steps/host-memory.ts';
import { htmlBodyStep, standfirstStep } from './steps/html-body.ts';
import { htmlHeadStep } from './steps/html-head.ts';
import { jsonBodyStep } from './steps/json-body.ts';
import { modelBodyStep } from './steps/model-body.ts';
import { modelLabelsStep } from './steps/model-labels.ts';
import { profileBodyStep, profileStep } from './steps/profile-rules.ts';

/**
 * The label rules in order. First what an editor knows about the outlet; then what a block says about itself (layout,
 * vocabulary, shape); then the headline, which the body search must not swallow; then the body and what only the
 * neighbours tell; then the trained models, which weigh all of that; then where the outlet's profile says that the body is; last
 * the models that name what is left.
 */
export const labelSteps: readonly LabelStep[] = [
  profileStep,
  tickerStep,
  zoneStep,
  pageWordStep,
  scrapStep,
  hostMemoryStep,
  lineShapeStep,
  htmlHeadStep,
  htmlBodyStep,
  standfirstStep,
  dumpBodyStep,
  dumpHeadStep,
  dumpStandfirstStep,
  modelBodyStep,
  jsonBodyStep,
  profileBodyStep,
  modelLabelsStep,
];

/** Runs the steps; a decision stands until a later one is at least as sure. */
export function labelBlocks(
  draft: Draft,
  switchedOff: ReadonlySet<string> = new Set(),
): readonly (LabelDecision | undefined)[] {
  const decisions: (LabelDecision | undefined)[] = new Array(draft.raw.blocks.length).fill(undefined);
  const current: Draft = draftOf({ ...draft, decisions });
  for (const step of labelSteps) {
    if (switchedOff.has(step.name) || (step.format !== 'both' && step.format !== draft.raw.format)) continue;
    for (const decision of [...step.run(current)]) {
      const standing = decisions[decision.block];
      if (!standing || decision.probability >= standing.probability) decisions[decision.block] = decision;
    }
  }
  return decisions;
}
