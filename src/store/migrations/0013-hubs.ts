import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** WebSub: hubs that tell of news, and how far we are with each. */
export const hubs: Migration = {
  number: 13,
  name: 'hubs',
  up: async (db, dialect) => {
    const { text } = dialect.types;
    await sql
      .raw(
        `create table hub_subscriptions (
          source_id ${text} not null primary key references sources (id) on delete cascade,
          hub ${text} not null,
          topic ${text} not null,
          token ${text} not null unique,
          secret ${text} not null,
          state ${text} not null,
          asked_at ${text} not null,
          active_until ${text},
          renew_at ${text},
          last_push ${text},
          detail ${text}
        )`,
      )
      .execute(db);
  },
};
