import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What the rooms of the site ask for most, in indexes that answer without opening the rows, which hold whole meetings. */
export const readingIndexes: Migration = {
  number: 15,
  name: 'reading-indexes',
  up: async (db) => {
    for (const statement of [
      'drop index meetings_by_day',
      `create index meetings_by_day on meetings
        (sort_day, id, background, first_day, last_day, type, status, outcomes, strong_outcomes)`,
      'create index pages_again on pages (article_id, saved_at) where version > 1',
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
