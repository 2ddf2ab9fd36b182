import { sql } from 'kysely';
import type { Article } from '../../core/model/article.ts';
import { unpackJson } from '../archive/compression.ts';
import { printBytes } from '../archive/novelty-prints.ts';
import type { Migration } from './migration.ts';

/** The sentences of each article as hashes of stems: what is new in a text is told against all earlier ones. */
export const noveltyPrints: Migration = {
  number: 14,
  name: 'novelty-prints',
  up: async (db, dialect) => {
    const { text, bytes } = dialect.types;
    await sql
      .raw(
        `create table novelty_prints (
          article_id ${text} not null primary key references articles (id) on delete cascade,
          data ${bytes} not null
        )`,
      )
      .execute(db);
    for (let after = -1; ; ) {
      const rows = await db
        .selectFrom('articles as a')
        .innerJoin('article_texts as t', (join) =>
          join.onRef('t.article_id', '=', 'a.id').onRef('t.text_version', '=', 'a.text_version'),
        )
        .select(['a.id', 'a.seq', 'a.dropped_at', 't.text', 't.data'])
        .where('a.seq', '>', after)
        .orderBy('a.seq')
        .limit(100)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.seq;
      for (const row of rows) {
        if (row.dropped_at !== null) continue;
        const rest = await unpackJson<Omit<Article, 'text'>>(row.data);
        const data = printBytes({ ...rest, text: row.text });
        await db.insertInto('novelty_prints').values({ article_id: row.id, data }).execute();
      }
    }
  },
};
