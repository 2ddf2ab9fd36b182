import { z } from 'zod';
import type { FusionAction } from '../core/record/fuse/decisions.ts';

const reportRefSchema = z.strictObject({ articleId: z.string(), report: z.int().min(0) });

const meetingId = z.string();
const note = z.string();
const personId = z.string();
const spellings = z.array(z.string()).min(1).describe('`COUNTRY|role|folded name`: whom the decision is about.');
const fieldKey = z.string().describe('Key of the field, e.g. `when`, `where`, `type`, `status`.');

export const decisionActionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('correct'),
      meetingId,
      field: fieldKey,
      value: z.unknown(),
      was: z.unknown().optional(),
    }),
    z.strictObject({ kind: z.literal('restore'), meetingId, field: fieldKey }),
    z.strictObject({ kind: z.literal('merge'), meetingId, intoId: z.string() }),
    z.strictObject({ kind: z.literal('split'), meetingId, reports: z.array(reportRefSchema).min(1) }),
    z.strictObject({ kind: z.literal('not-same'), meetingId, otherId: z.string() }),
    z
      .strictObject({
        kind: z.literal('reject'),
        meetingId,
        field: z.enum(['country', 'post', 'holder']),
        country: z.string(),
        who: z.string().describe('Role code of a holder, else the name that the conclusion is about.'),
        reports: z.array(reportRefSchema).min(1),
      })
      .describe('What the register concluded is wrong for these reports.'),
    z.strictObject({ kind: z.literal('dispute'), meetingId, field: fieldKey, note }),
    z.strictObject({ kind: z.literal('reply'), meetingId, by: z.string(), text: z.string() }),
    z.strictObject({
      kind: z.literal('person-merge'),
      personId,
      spellings,
      intoId: z.string(),
      intoSpellings: z.array(z.string()).min(1),
    }),
    z.strictObject({ kind: z.literal('person-split'), personId, spellings }),
    z.strictObject({ kind: z.literal('person-alias'), personId, spellings, name: z.string() }),
    z.strictObject({ kind: z.literal('person-withdraw'), personId, spellings }),
    z.strictObject({ kind: z.literal('person-restore'), personId, spellings }),
    z.strictObject({ kind: z.literal('person-dispute'), personId, spellings, field: fieldKey, note }),
    z.strictObject({ kind: z.literal('person-reply'), personId, spellings, by: z.string(), text: z.string() }),
    z.strictObject({ kind: z.literal('undo'), decisionId: z.string() }),
  ])
  .describe('What an editor did.');

export const decisionSchema = z
  .strictObject({
    schema: z.literal('rapporteur.decision/1'),
    id: z.string(),
    action: decisionActionSchema,
    inverse: decisionActionSchema.describe('What would take it back.'),
    actor: z.string(),
    reason: z.string(),
    at: z.iso.datetime({ offset: true }).describe('ISO instant.'),
    undoneBy: z.string().nullable(),
    problem: z.string().nullable().describe('Why it does not apply to the present record.'),
  })
  .describe("An editor's decision.");
export type DecisionOut = z.infer<typeof decisionSchema>;

export function renderDecision(decision: {
  readonly id: string;
  readonly action: FusionAction;
  readonly inverse: FusionAction;
  readonly actor: string;
  readonly reason: string;
  readonly at: string;
  readonly undoneBy?: string;
  readonly problem?: string;
}): DecisionOut {
  return {
    schema: 'rapporteur.decision/1',
    id: decision.id,
    action: renderAction(decision.action),
    inverse: renderAction(decision.inverse),
    actor: decision.actor,
    reason: decision.reason,
    at: decision.at,
    undoneBy: decision.undoneBy ?? null,
    problem: decision.problem ?? null,
  };
}

function renderAction(action: FusionAction): z.infer<typeof decisionActionSchema> {
  if (action.kind === 'split' || action.kind === 'reject') {
    return { ...action, reports: action.reports.map(({ articleId, report }) => ({ articleId, report })) };
  }
  if (action.kind === 'person-merge') {
    return { ...action, spellings: [...action.spellings], intoSpellings: [...action.intoSpellings] };
  }
  if ('personId' in action) return { ...action, spellings: [...action.spellings] };
  return { ...action };
}
