import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Accounts of readers and editors, in the form that better-auth works with. */
export const accounts: Migration = {
  number: 16,
  name: 'accounts',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    for (const statement of [
      `create table users (
        id ${text} not null primary key,
        name ${text} not null,
        username ${text} not null unique,
        shown_username ${text} not null,
        email ${text} not null unique,
        email_verified ${integer} not null,
        image ${text},
        role ${text} not null,
        blocked ${integer} not null,
        created_at ${text} not null,
        updated_at ${text} not null
      )`,
      `create table user_sessions (
        id ${text} not null primary key,
        user_id ${text} not null references users (id) on delete cascade,
        token ${text} not null unique,
        expires_at ${text} not null,
        ip_address ${text},
        user_agent ${text},
        created_at ${text} not null,
        updated_at ${text} not null
      )`,
      'create index user_sessions_by_user on user_sessions (user_id)',
      `create table user_credentials (
        id ${text} not null primary key,
        user_id ${text} not null references users (id) on delete cascade,
        account_id ${text} not null,
        provider_id ${text} not null,
        access_token ${text},
        refresh_token ${text},
        access_token_expires_at ${text},
        refresh_token_expires_at ${text},
        scope ${text},
        id_token ${text},
        password ${text},
        created_at ${text} not null,
        updated_at ${text} not null,
        unique (provider_id, account_id)
      )`,
      'create index user_credentials_by_user on user_credentials (user_id)',
      `create table user_verifications (
        id ${text} not null primary key,
        identifier ${text} not null,
        value ${text} not null,
        expires_at ${text} not null,
        created_at ${text} not null,
        updated_at ${text} not null
      )`,
      'create index user_verifications_by_identifier on user_verifications (identifier)',
      'create index user_verifications_by_value on user_verifications (value)',
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
