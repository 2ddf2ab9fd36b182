import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * What grouping keeps of each article and of each day, so that one more article asks for its days alone; what is still
 * to be read or coded, found without looking at the rest; and look-ups for fusion.
 */
export const grouping: Migration = {
  number: 5,
  name: 'grouping',
  up: async (db, dialect) => {
    const { text, integer, bytes } = dialect.types;
    const statements = [
      `create table group_prints (
        article_id ${text} not null primary key references articles (id) on delete cascade,
        day ${integer} not null,
        basis ${text} not null,
        bound ${integer} not null,
        digest ${text} not null,
        dispatch ${bytes} not null,
        story ${bytes} not null,
        main_reports ${text} not null,
        root ${text},
        founder ${text}
      )`,
      'create index group_prints_by_day on group_prints (day, article_id)',
      'create index group_prints_by_root on group_prints (root)',
      'create index group_prints_by_founder on group_prints (founder)',
      `create table group_marks (
        mark ${integer} not null,
        article_id ${text} not null references group_prints (article_id) on delete cascade,
        primary key (mark, article_id)
      )`,
      'create index group_marks_by_article on group_marks (article_id)',
      `create table group_days (day ${integer} not null primary key, open_stories ${text} not null)`,
      `create table story_merges (
        day ${integer} not null,
        founder ${text} not null,
        into_founder ${text} not null,
        primary key (day, founder)
      )`,
      'create index story_merges_by_founder on story_merges (founder)',
      'create index story_merges_by_target on story_merges (into_founder)',
      `create table story_links (
        link ${text} not null,
        article_id ${text} not null references group_prints (article_id) on delete cascade,
        primary key (link, article_id)
      )`,
      'create index story_links_by_article on story_links (article_id)',
      `create table group_days_due (step ${text} not null, day ${integer} not null, primary key (step, day))`,
      `create table group_articles_due (step ${text} not null, article_id ${text} not null, primary key (step, article_id))`,
      `alter table pages add column is_read ${integer} not null default 0`,
      `update pages set is_read = 1 where exists
        (select 1 from articles a where a.id = pages.article_id and a.page_hash = pages.hash)`,
      'create index pages_unread on pages (seq) where is_read = 0 and is_current = 1',
      `alter table articles add column coded_with ${text}`,
      `update articles set coded_with = (select r.coder_version from records r
        where r.article_id = articles.id and r.text_version = articles.text_version)`,
      'create index articles_by_coder on articles (coded_with, seq)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
