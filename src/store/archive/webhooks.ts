import type { Writer } from '../tables.ts';
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
    put: (webhook) =>
      write(async (tx) => {
        await changed(tx, webhook).execute();
      }),
    note: (webhook) =>
      write(async (tx) => {
        await changed(tx, webhook).where('state', '=', 'active').execute();
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

function changed(tx: Writer, webhook: Webhook) {
  const { id, url: _url, created_at: _createdAt, ...row } = toRow(webhook);
  return tx.updateTable('webhooks').set(row).where('id', '=', id);
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
    failures: row.failures,
    nextAt: row.next_at,
    ...optional('lastAt', row.last_at),
    ...optional('lastAnswer', row.last_answer),
    createdAt: row.created_at,
  };
}
