import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Where the message ends that a webhook has not taken yet, so that the next try sends the same one. */
export const webhookMessages: Migration = {
  number: 20,
  name: 'webhook-messages',
  up: async (db, dialect) => {
    await sql.raw(`alter table webhooks add column telling ${dialect.types.integer} not null default 0`).execute(db);
  },
};
