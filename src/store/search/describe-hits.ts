import { rowsOf } from '../archive/article-rows.ts';
import type { SearchHit } from '../searching.ts';
import type { Queries } from '../tables.ts';
import type { TextPart } from './analyse.ts';
import type { Clause } from './clause.ts';
import { findMarks, makeSnippet } from './snippets.ts';

/** What a page of results shows of each article. */
export async function describeHits(
  db: Queries,
  ids: readonly string[],
  clauses: readonly Clause[],
): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(db, ids);
  const texts = await db
    .selectFrom('articles as a')
    .innerJoin('article_texts as t', (join) =>
      join.onRef('t.article_id', '=', 'a.id').onRef('t.text_version', '=', 'a.text_version'),
    )
    .select(['a.id', 't.text', 't.parts'])
    .where('a.id', 'in', ids)
    .execute();
  const byId = new Map(texts.map((row) => [row.id, row]));
  const typed = clauses.filter((clause) => clause.spelling !== true);
  return rows.map((article) => {
    const row = byId.get(article.id);
    const text = row?.text ?? '';
    const parts = row === undefined ? [] : (JSON.parse(row.parts) as TextPart[]);
    const language = parts.find(([label]) => label === 'headline')?.[3] ?? article.language;
    const { title } = article;
    return {
      article,
      ...makeSnippet(
        text,
        parts,
        clauses.filter((clause) => clause.title !== true),
      ),
      titleMarks: findMarks(title, 0, title.length, language, clauses),
      bySpelling: typed.length < clauses.length && !holds(typed, title, language, text, parts),
    };
  });
}

/** Whether any of the words stands in the article as it was typed. */
function holds(
  clauses: readonly Clause[],
  title: string,
  language: string,
  text: string,
  parts: readonly TextPart[],
): boolean {
  if (findMarks(title, 0, title.length, language, clauses).length > 0) return true;
  return parts.some(([, start, end, of]) => findMarks(text, start, end, of, clauses).length > 0);
}
