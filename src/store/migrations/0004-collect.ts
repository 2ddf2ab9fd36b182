import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What is followed, what was found there, and how hosts want to be treated. */
export const collect: Migration = {
  number: 4,
  name: 'collect',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    const statements = [
      `create table sources (
        id ${text} not null primary key,
        outlet_id ${text} not null references outlets (id),
        address ${text} not null unique,
        kind ${text} not null,
        title ${text},
        folder ${text} not null,
        pattern ${text},
        state ${text} not null,
        reason ${text},
        detail ${text},
        allow_private ${integer} not null,
        pause_ms ${integer},
        etag ${text},
        last_modified ${text},
        hub ${text},
        interval_seconds ${integer} not null,
        next_poll ${text} not null,
        last_poll ${text},
        last_good ${text},
        last_item ${text},
        failures ${integer} not null,
        added_at ${text} not null
      )`,
      'create index sources_by_outlet on sources (outlet_id)',
      'create index sources_due on sources (state, next_poll)',
      `create table source_items (
        address ${text} not null primary key,
        source_id ${text} not null references sources (id) on delete cascade,
        feed ${text},
        found_at ${text} not null,
        state ${text} not null,
        tries ${integer} not null,
        next_try ${text} not null,
        reason ${text},
        detail ${text},
        article_id ${text}
      )`,
      'create index source_items_due on source_items (state, next_try)',
      'create index source_items_by_source on source_items (source_id, state, found_at)',
      'create index source_items_by_article on source_items (article_id)',
      `create table polls (
        seq ${counter},
        source_id ${text} not null references sources (id) on delete cascade,
        at ${text} not null,
        outcome ${text} not null,
        found ${integer} not null,
        fresh ${integer} not null,
        milliseconds ${integer} not null,
        reason ${text}
      )`,
      'create index polls_by_source on polls (source_id, seq)',
      `create table fetch_domains (
        domain ${text} not null primary key,
        blocked_until ${text},
        refusals ${integer} not null,
        robots ${text},
        robots_until ${text}
      )`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
