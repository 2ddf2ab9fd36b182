import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Which articles once stood in which story: the old address of a story leads to where they are now. */
export const storyMoves: Migration = {
  number: 9,
  name: 'story-moves',
  up: async (db, dialect) => {
    const { text } = dialect.types;
    const statements = [
      `create table story_moves (
        former ${text} not null,
        article_id ${text} not null references articles (id) on delete cascade,
        primary key (former, article_id)
      )`,
      'create index story_moves_by_article on story_moves (article_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
