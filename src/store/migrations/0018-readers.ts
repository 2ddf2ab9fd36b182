import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What readers leave: stars, comments, reports of pictures, votes; and what the desk decided about it. */
export const readers: Migration = {
  number: 18,
  name: 'readers',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    const owner = `user_id ${text} not null references users (id) on delete cascade`;
    for (const statement of [
      `create table ratings (
        article_id ${text} not null,
        ${owner},
        stars ${integer} not null,
        at ${text} not null,
        primary key (article_id, user_id)
      )`,
      'create index ratings_by_user on ratings (user_id)',
      `create table comments (
        seq ${counter},
        article_id ${text} not null,
        parent ${integer},
        quoted ${integer},
        user_id ${text} references users (id) on delete set null,
        text ${text} not null,
        print ${text} not null,
        language ${text} not null,
        state ${text} not null,
        reasons ${text} not null,
        at ${text} not null,
        edited_at ${text}
      )`,
      'create index comments_by_article on comments (article_id, seq)',
      'create index comments_by_parent on comments (parent)',
      'create index comments_by_user on comments (user_id, seq)',
      'create index comments_by_state on comments (state, seq)',
      'create index comments_by_print on comments (print)',
      `create table image_reports (
        seq ${counter},
        image ${text} not null,
        address ${text} not null,
        article_id ${text} not null,
        ${owner},
        reason ${text} not null,
        note ${text} not null,
        network ${text} not null,
        is_new ${integer} not null,
        spent ${integer} not null,
        at ${text} not null,
        unique (image, user_id)
      )`,
      'create index image_reports_by_user on image_reports (user_id)',
      `create table image_states (
        image ${text} not null primary key,
        state ${text} not null,
        reason ${text} not null,
        restores ${integer} not null,
        at ${text} not null
      )`,
      `create table image_addresses (
        address ${text} not null primary key,
        image ${text} not null
      )`,
      `create table reader_polls (
        seq ${counter},
        data ${text} not null,
        closes_at ${text} not null,
        removed_at ${text},
        at ${text} not null
      )`,
      `create table reader_poll_votes (
        poll ${integer} not null,
        ${owner},
        choice ${integer} not null,
        at ${text} not null,
        primary key (poll, user_id)
      )`,
      'create index reader_poll_votes_by_user on reader_poll_votes (user_id)',
      `create table saved_articles (
        ${owner},
        article_id ${text} not null,
        at ${text} not null,
        primary key (user_id, article_id)
      )`,
      `create table desk_log (
        seq ${counter},
        queue ${text} not null,
        subject ${text} not null,
        action ${text} not null,
        before ${text} not null,
        actor_id ${text} references users (id) on delete set null,
        reason ${text} not null,
        at ${text} not null,
        undone_by ${integer}
      )`,
      'create index desk_log_by_actor on desk_log (actor_id)',
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
