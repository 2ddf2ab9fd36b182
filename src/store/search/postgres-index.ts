import { sql } from 'kysely';
import { type AnalysedText, GAP } from './analyse.ts';
import { type Clause, spellOut } from './parse-query.ts';
import type { IndexRequest, SearchIndex } from './search-index.ts';

/**
 * A `tsvector` written out by us, never through the parser of PostgreSQL: that one depends on the locale of the
 * server and would cut words where SQLite does not. Title terms carry weight A.
 */
export const postgresIndex: SearchIndex = {
  schema: (types) => [
    `create table search_documents (
      document bigint not null primary key,
      article_id ${types.text} not null unique references articles (id) on delete cascade,
      text_version ${types.text} not null,
      vector tsvector not null
    )`,
    'create index search_documents_by_vector on search_documents using gin (vector)',
  ],

  put: async (db, { document, articleId, textVersion, terms }) => {
    await sql`insert into search_documents (document, article_id, text_version, vector)
      values (${document}, ${articleId}, ${textVersion}, ${renderVector(terms)}::tsvector)`.execute(db);
  },

  remove: async (db, articleId) => {
    await sql`delete from search_documents where article_id = ${articleId}`.execute(db);
  },

  clear: async (db) => {
    await sql`delete from search_documents`.execute(db);
    await sql`delete from search_words`.execute(db);
  },

  find: async (db, request) => {
    const query = request.clauses.map((clause) => renderClause(clause, '')).join(' & ');
    const conditions = [sql`d.vector @@ ${query}::tsquery`];
    if (request.from !== undefined) conditions.push(sql`d.document >= ${request.from}`);
    if (request.to !== undefined) conditions.push(sql`d.document <= ${request.to}`);
    const filters = findFilters(request);
    const joins = filters.length === 0 ? sql`` : sql`join articles a on a.id = d.article_id`;
    const where = sql.join([...conditions, ...filters], sql` and `);
    const order =
      request.order === 'rank'
        ? sql`order by ${renderScore(request.clauses)} desc, d.document desc`
        : sql`order by d.document desc`;
    const counted = await sql<{
      total: number;
    }>`select count(*)::int as total from search_documents d ${joins} where ${where}`.execute(db);
    const total = counted.rows[0]?.total ?? 0;
    if (total <= request.offset || request.limit === 0) return { total, articleIds: [] };
    const found = await sql<{ article_id: string }>`select d.article_id from search_documents d ${joins} where ${where}
      ${order} limit ${request.limit} offset ${request.offset}`.execute(db);
    return { total, articleIds: found.rows.map((row) => row.article_id) };
  },
};

function findFilters(request: IndexRequest) {
  const filters = [];
  if (request.language !== undefined) filters.push(sql`a.language = ${request.language}`);
  if (request.outletId !== undefined) filters.push(sql`a.outlet_id = ${request.outletId}`);
  if (request.country !== undefined) {
    filters.push(
      sql`exists (select 1 from meeting_articles ma join meeting_countries mc on mc.meeting_id = ma.meeting_id
        where ma.article_id = a.id and mc.country = ${request.country})`,
    );
  }
  return filters;
}

function renderVector(terms: AnalysedText): string {
  const positions = new Map<string, string[]>();
  let position = 0;
  const add = (term: string, weight: string): void => {
    position++;
    if (term === GAP) return;
    const places = positions.get(term);
    if (places === undefined) positions.set(term, [`${position}${weight}`]);
    else places.push(`${position}${weight}`);
  };
  for (const term of terms.head) add(term, 'A');
  position++;
  for (const term of terms.body) add(term, '');
  const written = [...positions].map(([term, places]) => `'${term}':${places.join(',')}`);
  return [...written, ...terms.rest.map((term) => `'${term}'`)].join(' ');
}

function renderClause(clause: Clause, weight: string): string {
  const phrases = spellOut(clause).map((terms) => terms.map((term) => `'${term}'${weight}`).join(' <-> '));
  return `(${phrases.map((phrase) => `(${phrase})`).join(' | ')})`;
}

function renderScore(clauses: readonly Clause[]) {
  return sql.join(
    clauses.map((clause) => sql`(d.vector @@ ${renderClause(clause, ':A')}::tsquery)::int`),
    sql` + `,
  );
}
