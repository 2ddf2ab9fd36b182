import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What programs show at the door: only the hash is kept. */
export const accessTokens: Migration = {
  number: 20,
  name: 'access-tokens',
  up: async (db, dialect) => {
    const { text } = dialect.types;
    await sql
      .raw(
        `create table access_tokens (
        id ${text} not null primary key,
        name ${text} not null unique,
        hash ${text} not null unique,
        scopes ${text} not null,
        created_at ${text} not null,
        expires_at ${text},
        last_used_at ${text}
      )`,
      )
      .execute(db);
  },
};
