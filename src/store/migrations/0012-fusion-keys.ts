import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Under what fusion finds the reports and people that one more article can touch. The next fusion fills both tables: it
 * is one of the whole, since the index is of another form.
 */
export const fusionKeys: Migration = {
  number: 12,
  name: 'fusion-keys',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    for (const statement of [
      `create table fusion_keys (
        look_up ${text} not null,
        first_day ${integer} not null,
        last_day ${integer} not null,
        owner ${text} not null,
        report ${text} not null
      )`,
      'create index fusion_keys_by_day on fusion_keys (look_up, first_day)',
      'create index fusion_keys_by_owner on fusion_keys (owner)',
      `create table fusion_spellings (
        spelling ${text} not null primary key,
        country ${text} not null,
        role_code ${text} not null,
        known ${integer} not null,
        data ${text} not null
      )`,
      'create index fusion_spellings_by_country on fusion_spellings (country)',
      'create index fusion_spellings_by_role on fusion_spellings (role_code, known)',
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
