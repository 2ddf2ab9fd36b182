import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { labelColumns, labelRows } from '../label-model/label-columns.ts';
import { labelContext } from '../label-model/label-context.ts';
import { judgeLabel, type LabelModel, labelModels } from '../label-model/label-models.ts';

/**
 * Trained models say what the blocks are that no rule knows more of than that they are not the body: on pages whose
 * markup is silent, and in text dumps. What markup, page words or the shape of a line say stands; so does the body.
 */
export const modelLabelsStep: LabelStep = {
  name: 'model-labels',
  format: 'both',
  run: (draft: Draft): Iterable<LabelDecision> => modelLabels(draft, labelModels()),
};

export function* modelLabels(draft: Draft, models: readonly LabelModel[]): Iterable<LabelDecision> {
  const blocks: number[] = [];
  for (let block = 0; block < draft.raw.blocks.length; block++) {
    if ((draft.features[block]?.words ?? 0) > 0 && isOpen(draft.decisions[block])) blocks.push(block);
  }
  if (blocks.length === 0) return;
  const rows = labelRows(labelContext(draft), blocks);
  for (const [i, block] of blocks.entries()) {
    const judged = judgeLabel(models, draft.raw.format, rows, i * labelColumns.length);
    if (!judged) continue;
    const { label, probability } = judged;
    // At least as sure as the guess that it replaces, else the guess would stand.
    yield {
      block,
      label,
      probability: Math.max(probability, draft.decisions[block]?.probability ?? 0),
      reason: `model-label-${label}`,
    };
  }
}

/** Guesses by elimination, which the models beat on pages of unseen hosts. */
const guesses: ReadonlySet<string> = new Set(['model-not-body', 'link-only', 'link-item', 'short-lines']);

export function isOpen(standing: LabelDecision | undefined): boolean {
  return standing === undefined || guesses.has(standing.reason);
}
