import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Lines of some pages of each host: what repeats is the site's, not the article's. */
export const hostMemory: Migration = {
  number: 2,
  name: 'host-memory',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    const statements = [
      `create table host_pages (
        article_id ${text} not null primary key references articles (id) on delete cascade,
        host ${text} not null,
        lines ${text} not null
      )`,
      'create index host_pages_by_host on host_pages (host, article_id)',
      `create table hosts (host ${text} not null primary key, read_with ${integer} not null)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
