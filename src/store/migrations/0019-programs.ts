import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Other programs: what they show at the door (only the hash is kept), and where those are that are told of new facts. */
export const programs: Migration = {
  number: 19,
  name: 'programs',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    for (const statement of [
      `create table access_tokens (
        id ${text} not null primary key,
        name ${text} not null unique,
        hash ${text} not null unique,
        scopes ${text} not null,
        created_at ${text} not null,
        expires_at ${text},
        last_used_at ${text}
      )`,
      `create table webhooks (
        id ${text} not null primary key,
        url ${text} not null unique,
        secret ${text} not null,
        countries ${text} not null,
        allow_private ${integer} not null,
        state ${text} not null,
        told ${integer} not null,
        telling ${integer} not null,
        failures ${integer} not null,
        next_at ${text} not null,
        last_at ${text},
        last_answer ${text},
        created_at ${text} not null
      )`,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
