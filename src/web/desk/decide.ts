import type { Account } from '../../store/accounts/accounts.ts';
import type { DeskQueue } from '../../store/readers/desk-store.ts';
import type { Door } from '../account/door.ts';
import { readForm, seeOther } from '../account/visit.ts';
import type { MessageKey } from '../i18n.ts';
import type { WebContext } from '../room.ts';

export interface Decided {
  readonly queue: DeskQueue;
  readonly subject: string;
  readonly action: string;
  readonly actorId: string;
  readonly reason: string;
}

export interface Refused {
  readonly error: MessageKey;
  readonly status: 400 | 403 | 409;
  readonly subject: string;
  readonly typed: string;
}

export interface QueueRules {
  readonly queue: DeskQueue;
  /** What may be done; those that are `false` need no reason. */
  readonly actions: Readonly<Record<string, boolean>>;
  /** False when it is not there to be decided. */
  readonly apply: (decision: Decided, account: Account) => Promise<boolean>;
}

/** Takes a decision about one thing of a queue, then shows the queue again with what was done. */
export async function decide(
  c: WebContext,
  door: Door,
  account: Account,
  { queue, actions, apply }: QueueRules,
  again: (refused: Refused) => Promise<Response>,
): Promise<Response> {
  const { field, refused } = await readForm(c, door);
  const [subject, action, reason] = [field('subject'), field('action'), field('reason').trim().slice(0, 500)];
  const refuse = (error: MessageKey, status: Refused['status']) => again({ error, status, subject, typed: reason });
  if (refused !== undefined) return refuse(refused, 403);
  if (!Object.hasOwn(actions, action)) return refuse('desk.error.gone', 409);
  if (reason === '' && actions[action] === true) return refuse('desk.error.reason', 400);
  if (!(await apply({ queue, subject, action, actorId: account.id, reason }, account)))
    return refuse('desk.error.gone', 409);
  const mine = (await door.readers.desk.log(20)).find((entry) => entry.queue === queue && entry.subject === subject);
  return seeOther(c, `/desk/${queue}${mine === undefined ? '' : `?done=${mine.id}`}`);
}
