import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** How far imports came, and what they could not read. */
export const imports: Migration = {
  number: 7,
  name: 'imports',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    const statements = [
      `create table import_inputs (
        path ${text} not null primary key,
        stamp ${text} not null,
        position ${text} not null,
        began_at ${text} not null
      )`,
      `create table import_failures (
        input ${text} not null,
        item ${text} not null,
        position ${text},
        code ${text} not null,
        detail ${text},
        failed_at ${text} not null,
        tries ${integer} not null,
        primary key (input, item)
      )`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
