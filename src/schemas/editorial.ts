import { z } from 'zod';
import type { Dispute, Reply } from '../core/model/record.ts';

export const disputeSchema = z
  .strictObject({ field: z.string(), reason: z.string(), day: z.string(), decisionId: z.string() })
  .describe('A fact that an editor marked as disputed.');

export const replySchema = z
  .strictObject({ by: z.string(), text: z.string(), day: z.string(), decisionId: z.string() })
  .describe('An answer to the record, attached by an editor.');

export function renderDisputes(disputes: readonly Dispute[] | undefined): z.infer<typeof disputeSchema>[] {
  return (disputes ?? []).map(({ field, reason, day, decisionId }) => ({ field, reason, day, decisionId }));
}

export function renderReplies(replies: readonly Reply[] | undefined): z.infer<typeof replySchema>[] {
  return (replies ?? []).map(({ by, text, day, decisionId }) => ({ by, text, day, decisionId }));
}
