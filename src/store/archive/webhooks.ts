import type { Webhook, WebhookState, WebhookStore, Webhooks } from '../webhooks.ts';
import { optional } from './article-rows.ts';
import type { ArchiveContext } from './context.ts';

export function createWebhookStore({ db, write }: Pick<ArchiveContext, 'db' | 'write'>): WebhookStore {
  return {
    add: (webhook) =>
      write(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('webhooks')
          .values(toRow(webhook))
          .onConflict((conflict) => conflict.column('url').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    change: (id, { nextAt, lastAt, lastAnswer, ...plain }) =>
      write(async (tx) => {
        const row = {
          ...plain,
          ...(nextAt === undefined ? {} : { next_at: nextAt }),
          ...(lastAt === undefined ? {} : { last_at: lastAt }),
          ...(lastAnswer === undefined ? {} : { last_answer: lastAnswer }),
        };
        await tx.updateTable('webhooks').set(row).where('id', '=', id).execute();
      }),
    list: async () =>
      (await db.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id').execute()).map(toWebhook),
    remove: (id) =>
      write(async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

function toRow(webhook: Webhook): Webhooks {
  return {
    id: webhook.id,
    url: webhook.url,
    secret: webhook.secret,
    countries: webhook.countries.join(' '),
    allow_private: webhook.allowPrivate ? 1 : 0,
    state: webhook.state,
    told: webhook.told,
    telling: webhook.telling,
    failures: webhook.failures,
    next_at: webhook.nextAt,
    last_at: webhook.lastAt ?? null,
    last_answer: webhook.lastAnswer ?? null,
    created_at: webhook.createdAt,
  };
}

function toWebhook(row: Webhooks): Webhook {
  return {
    id: row.id,
    url: row.url,
    secret: row.secret,
    countries: row.countries.split(' ').filter((code) => code !== ''),
    allowPrivate: row.allow_private === 1,
    state: row.state as WebhookState,
    told: row.told,
    telling: row.telling,
    failures: row.failures,
    nextAt: row.next_at,
    ...optional('lastAt', row.last_at),
    ...optional('lastAnswer', row.last_answer),
    createdAt: row.created_at,
  };
}
