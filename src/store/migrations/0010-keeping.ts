import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** How long texts are kept, what was dropped, and pages by the day on which they came. */
export const keeping: Migration = {
  number: 10,
  name: 'keeping',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    const statements = [
      `alter table outlets add column keep_days ${integer}`,
      `alter table articles add column dropped_at ${text}`,
      'create index pages_by_arrival on pages (version, saved_at)',
      `create table retention_log (
        seq ${counter},
        at ${text} not null,
        outlet_id ${text} not null,
        keep_days ${integer} not null,
        articles ${integer} not null,
        bytes ${integer} not null
      )`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
