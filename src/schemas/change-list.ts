import { z } from 'zod';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const changeSchema = z
  .strictObject({
    seq: z.int().min(1).describe('Number of the change: later ones have larger numbers.'),
    meetingId: z.string(),
    kind: z.enum(['added', 'changed', 'removed']),
    at: z.string().describe('ISO instant.'),
    byEditor: z.boolean().describe('False where the reports brought it about.'),
    fields: z.array(
      z.strictObject({
        field: z.string(),
        before: z.unknown().describe('Plain value; null where there was none.'),
        after: z.unknown().describe('Plain value; null where there is none any more.'),
      }),
    ),
  })
  .describe('A fact of a meeting that is new, other, or gone. Evidence that only grows is no change.');
export type ChangeOut = z.infer<typeof changeSchema>;

export const changeListSchema = pageSchema('rapporteur.changes/1', changeSchema).describe(
  'What changed in the meetings of the record, the oldest first.',
);

/** A change of a meeting as the archive keeps it. */
export interface ChangeInput {
  readonly seq: number;
  readonly subjectId: string;
  readonly kind: ChangeOut['kind'];
  readonly at: string;
  readonly decisionId?: string;
  readonly fields: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
}

export function renderChange({ seq, subjectId, kind, at, decisionId, fields }: ChangeInput): ChangeOut {
  return {
    seq,
    meetingId: subjectId,
    kind,
    at,
    byEditor: decisionId !== undefined,
    fields: fields.map(({ field, before, after }) => ({ field, before: before ?? null, after: after ?? null })),
  };
}

export function renderChangeList(page: PageInput<ChangeInput>): z.infer<typeof changeListSchema> {
  return renderPageOf('rapporteur.changes/1', page, renderChange);
}
