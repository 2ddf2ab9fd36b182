import { sql } from 'kysely';
import { GAP } from './analyse.ts';
import { type Clause, spellOut } from './parse-query.ts';
import type { IndexRequest, SearchIndex } from './search-index.ts';

/**
 * FTS5 without content of its own: the text stands once, in `article_texts`. Terms come ready from the analyser, so
 * the `ascii` tokenizer only has to cut at spaces (it takes every non-ASCII character as part of a word).
 */
export const sqliteIndex: SearchIndex = {
  schema: (types) => [
    `create table search_documents (
      document integer not null primary key,
      article_id ${types.text} not null unique references articles (id) on delete cascade,
      text_version ${types.text} not null
    )`,
    `create virtual table search_index using fts5 (head, body, content='', contentless_delete=1, tokenize='ascii')`,
  ],

  put: async (db, { document, articleId, textVersion, terms }) => {
    const body = terms.rest.length === 0 ? terms.body : [...terms.body, GAP, terms.rest.join(` ${GAP} `)];
    await sql`insert into search_documents (document, article_id, text_version) values (${document}, ${articleId}, ${textVersion})`.execute(
      db,
    );
    await sql`insert into search_index (rowid, head, body) values (${document}, ${terms.head.join(' ')}, ${body.join(' ')})`.execute(
      db,
    );
  },

  remove: async (db, articleId) => {
    await sql`delete from search_index where rowid = (select document from search_documents where article_id = ${articleId})`.execute(
      db,
    );
    await sql`delete from search_documents where article_id = ${articleId}`.execute(db);
  },

  clear: async (db) => {
    await sql`insert into search_index (search_index) values ('delete-all')`.execute(db);
    await sql`delete from search_documents`.execute(db);
    await sql`delete from search_words`.execute(db);
  },

  find: async (db, request) => {
    const conditions = [sql`search_index match ${renderMatch(request.clauses)}`];
    if (request.from !== undefined) conditions.push(sql`i.rowid >= ${request.from}`);
    if (request.to !== undefined) conditions.push(sql`i.rowid <= ${request.to}`);
    const filters = findFilters(request);
    const joins =
      filters.length === 0
        ? sql``
        : sql`cross join search_documents d on d.document = i.rowid cross join articles a on a.id = d.article_id`;
    const where = sql.join([...conditions, ...filters], sql` and `);
    const order =
      request.order === 'rank'
        ? sql`order by ${renderScore(request.clauses)} desc, i.rowid desc`
        : sql`order by i.rowid desc`;
    const counted = await sql<{
      total: number;
    }>`select count(*) as total from search_index i ${joins} where ${where}`.execute(db);
    const total = counted.rows[0]?.total ?? 0;
    if (total <= request.offset || request.limit === 0) return { total, articleIds: [] };
    const found = await sql<{ article_id: string }>`
      select d.article_id from (
        select i.rowid as document from search_index i ${joins} where ${where} ${order}
        limit ${request.limit} offset ${request.offset}
      ) hit join search_documents d on d.document = hit.document`.execute(db);
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

function renderMatch(clauses: readonly Clause[]): string {
  return clauses.map(renderClause).join(' AND ');
}

function renderClause(clause: Clause): string {
  return `(${spellOut(clause)
    .map((terms) => `"${terms.join(' ')}"`)
    .join(' OR ')})`;
}

/** How many clauses stand in the title. */
function renderScore(clauses: readonly Clause[]) {
  return sql.join(
    clauses.map(
      (clause) =>
        sql`(i.rowid in (select rowid from search_index where search_index match ${`head : ${renderClause(clause)}`}))`,
    ),
    sql` + `,
  );
}
