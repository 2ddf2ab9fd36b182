import { z } from 'zod';

const reportRefSchema = z.strictObject({ articleId: z.string(), report: z.int().min(0) });

export const decisionActionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('correct'),
      meetingId: z.string(),
      field: z.string().describe('Key of the field, e.g. `when`, `where`, `type`, `status`.'),
      value: z.unknown(),
      was: z.unknown().optional(),
    }),
    z.strictObject({ kind: z.literal('merge'), meetingId: z.string(), intoId: z.string() }),
    z.strictObject({ kind: z.literal('split'), meetingId: z.string(), reports: z.array(reportRefSchema).min(1) }),
    z.strictObject({ kind: z.literal('not-same'), meetingId: z.string(), otherId: z.string() }),
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

type ReportRef = { readonly articleId: string; readonly report: number };

export type DecisionActionInput =
  | {
      readonly kind: 'correct';
      readonly meetingId: string;
      readonly field: string;
      readonly value: unknown;
      readonly was?: unknown;
    }
  | { readonly kind: 'merge'; readonly meetingId: string; readonly intoId: string }
  | { readonly kind: 'split'; readonly meetingId: string; readonly reports: readonly ReportRef[] }
  | { readonly kind: 'not-same'; readonly meetingId: string; readonly otherId: string }
  | { readonly kind: 'undo'; readonly decisionId: string };

export function renderDecision(decision: {
  readonly id: string;
  readonly action: DecisionActionInput;
  readonly inverse: DecisionActionInput;
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

function renderAction(action: DecisionActionInput): z.infer<typeof decisionActionSchema> {
  if (action.kind !== 'split') return { ...action };
  return {
    kind: 'split',
    meetingId: action.meetingId,
    reports: action.reports.map(({ articleId, report }) => ({ articleId, report })),
  };
}
