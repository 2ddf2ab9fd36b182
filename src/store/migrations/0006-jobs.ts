import { sql } from 'kysely';
import { siteOf } from '../site-of.ts';
import type { Migration } from './migration.ts';

/** Addresses whose domain is told in one statement. */
const batch = 500;

/**
 * The queue of the embedded archive, and what lets pages be fetched domain by domain. On PostgreSQL the queue is pg-boss,
 * which makes its own tables.
 */
export const jobs: Migration = {
  number: 6,
  name: 'jobs',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    await sql.raw(`alter table source_items add column site ${text} not null default ''`).execute(db);
    for (;;) {
      const rows = await db.selectFrom('source_items').select('address').where('site', '=', '').limit(batch).execute();
      if (rows.length === 0) break;
      for (const { address } of rows)
        await db
          .updateTable('source_items')
          .set({ site: siteOf(address) || '-' })
          .where('address', '=', address)
          .execute();
    }
    await sql.raw('create index source_items_by_site on source_items (state, site, next_try)').execute(db);
    // When a domain may be visited next, agreed between machines.
    await sql.raw(`alter table fetch_domains add column next_visit ${text}`).execute(db);
    if (dialect.name !== 'sqlite') return;
    await sql
      .raw(
        `create table jobs (
        seq ${counter},
        id ${text} not null unique,
        kind ${text} not null,
        key ${text} not null,
        about ${text} not null,
        state ${text} not null,
        priority ${integer} not null,
        tries ${integer} not null,
        added_at ${text} not null,
        run_at ${text} not null,
        lease ${text},
        leased_until ${text},
        reason ${text},
        detail ${text}
      )`,
      )
      .execute(db);
    await sql.raw('create index jobs_due on jobs (kind, state, priority desc, added_at, seq)').execute(db);
    await sql.raw("create index jobs_leased on jobs (leased_until) where state = 'running'").execute(db);
  },
};
