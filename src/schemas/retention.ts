import { z } from 'zod';

const count = z.int().min(0);

export const retentionSchema = z
  .strictObject({
    schema: z.literal('rapporteur.retention/1'),
    dryRun: z.boolean(),
    dropped: z.array(
      z.strictObject({
        at: z.string().describe('ISO instant.'),
        outletId: z.string(),
        keepDays: count,
        articles: count,
        bytes: count.describe('Compressed bytes of pages that were given up; 0 of a dry run.'),
      }),
    ),
  })
  .describe('Texts that were given up because their outlet’s setting no longer keeps them.');
export type RetentionOut = z.infer<typeof retentionSchema>;

export function renderRetention(dropped: readonly RetentionOut['dropped'][number][], dryRun: boolean): RetentionOut {
  return { schema: 'rapporteur.retention/1', dryRun, dropped: [...dropped] };
}
