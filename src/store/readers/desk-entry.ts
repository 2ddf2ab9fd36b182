import { storableText } from '../archive/compression.ts';
import type { Writer } from '../tables.ts';
import type { DeskDecision } from './desk-store.ts';

/** Writes down what was decided, in the transaction that does it. */
export async function addDeskEntry(tx: Writer, decision: DeskDecision, before: unknown, at: string): Promise<number> {
  const { seq } = await tx
    .insertInto('desk_log')
    .values({
      queue: decision.queue,
      subject: decision.subject,
      action: decision.action,
      before: JSON.stringify(before),
      actor_id: decision.actorId ?? null,
      reason: storableText(decision.reason),
      at,
      undone_by: null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}
