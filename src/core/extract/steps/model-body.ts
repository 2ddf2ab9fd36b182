import { type BodyRow, bodyRows } from '../body-columns.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { jsonBodyTag } from '../json-body.ts';
import bodyModel from '../models/body.json' with { type: 'json' };
import { probabilityOf, type TreeModel } from '../trees.ts';

const model = bodyModel as TreeModel;

/** How sure the model must be; chosen on hosts that the judging models had not seen, like the two below. */
const threshold = 0.45;
/** On a page where even the middle word of the body is doubtful, the threshold is this share of that word's doubt. */
const adaptation = 0.5;
/** Weight of each neighbour in a block's probability: paragraphs come in runs. */
const smoothing = 0.1;

/** The trained model judges again what the rules took for the body, and what stands in and around it. */
export const modelBodyStep: LabelStep = {
  name: 'model-body',
  format: 'html',
  run: (draft: Draft): Iterable<LabelDecision> => judgeBody(draft, model),
};

/** Where a model disagrees with the standing decisions about what is body. */
export function* judgeBody(draft: Draft, trees: TreeModel): Iterable<LabelDecision> {
  if (draft.raw.blocks.some(({ tag }) => tag === jsonBodyTag)) return;
  const rows = bodyRows(draft);
  const single = rows.map(({ values }) => probabilityOf(trees, values));
  const probabilities = single.map(
    (own, i) => own * (1 - 2 * smoothing) + smoothing * ((single[i - 1] ?? own) + (single[i + 1] ?? own)),
  );
  const needed = Math.min(threshold, adaptation * middleOfBody(draft, rows, probabilities));
  for (const [i, { block }] of rows.entries()) {
    const standing = draft.decisions[block];
    if (isSettled(standing)) continue;
    const probability = probabilities[i] as number;
    const wasBody = standing?.label === 'body';
    if (probability >= needed === wasBody) continue;
    // At least as sure as the rule that is overruled, else the rule would stand.
    const sure = Math.max(standing?.probability ?? 0, wasBody ? 1 - probability : probability);
    const heading = (draft.features[block]?.heading ?? 0) > 0;
    if (wasBody) yield { block, label: 'other', probability: sure, reason: 'model-not-body' };
    else
      yield {
        block,
        label: 'body',
        probability: sure,
        reason: 'model-body',
        ...(heading ? { kind: 'heading' as const } : {}),
      };
  }
}

/** What the model cannot judge better: the head of the article, copies, and what an editor said. */
function isSettled(standing: LabelDecision | undefined): boolean {
  return (
    standing !== undefined &&
    (standing.label === 'headline' ||
      standing.label === 'standfirst' ||
      standing.reason === 'repeated' ||
      standing.reason === 'publication-line' ||
      standing.reason.startsWith('profile'))
  );
}

/** Probability of the word in the middle of the rules' body, by probability. */
function middleOfBody(draft: Draft, rows: readonly BodyRow[], probabilities: readonly number[]): number {
  const body = rows
    .map(({ block }, i) => ({
      words: draft.decisions[block]?.label === 'body' ? (draft.features[block]?.words ?? 0) : 0,
      probability: probabilities[i] as number,
    }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => a.probability - b.probability);
  let rest = body.reduce((sum, { words }) => sum + words, 0) / 2;
  for (const { words, probability } of body) {
    rest -= words;
    if (rest <= 0) return probability;
  }
  return 1;
}
