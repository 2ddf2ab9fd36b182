import type { HubState, HubStore, HubSubscription, HubSubscriptionRow } from '../hub-store.ts';
import { optional } from './article-rows.ts';
import type { ArchiveContext } from './context.ts';

export function createHubStore({ db, write }: Pick<ArchiveContext, 'db' | 'write'>): HubStore {
  const find = async (column: 'source_id' | 'token', value: string) => {
    const row = await db.selectFrom('hub_subscriptions').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? undefined : toSubscription(row);
  };
  return {
    put: (subscription) =>
      write(async (tx) => {
        const row = {
          hub: subscription.hub,
          topic: subscription.topic,
          token: subscription.token,
          secret: subscription.secret,
          state: subscription.state,
          asked_at: subscription.askedAt,
          active_until: subscription.activeUntil ?? null,
          renew_at: subscription.renewAt ?? null,
          last_push: subscription.lastPush ?? null,
          detail: subscription.detail ?? null,
        };
        await tx
          .insertInto('hub_subscriptions')
          .values({ source_id: subscription.sourceId, ...row })
          .onConflict((conflict) => conflict.column('source_id').doUpdateSet(row))
          .execute();
      }),
    of: (sourceId) => find('source_id', sourceId),
    byToken: (token) => find('token', token),
    list: async () =>
      (await db.selectFrom('hub_subscriptions').selectAll().orderBy('source_id').execute()).map(toSubscription),
  };
}

function toSubscription(row: HubSubscriptionRow): HubSubscription {
  return {
    sourceId: row.source_id,
    hub: row.hub,
    topic: row.topic,
    token: row.token,
    secret: row.secret,
    state: row.state as HubState,
    askedAt: row.asked_at,
    ...optional('activeUntil', row.active_until),
    ...optional('renewAt', row.renew_at),
    ...optional('lastPush', row.last_push),
    ...optional('detail', row.detail),
  };
}
