import { sql } from 'kysely';
import { type AnalysedText, GAP } from './analyse.ts';
import { type Clause, spellOut } from './clause.ts';
import { groupCondition, memberCondition } from './index-conditions.ts';
import { type IndexRequest, type PackedRow, type SearchIndex, wordGroups } from './search-index.ts';

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
    const where = renderWhere(request);
    let total: number | undefined;
    let packed: PackedRow | undefined;
    if (request.facetsOf !== undefined) {
      const rows = await sql<PackedRow>`select count(*)::int as n, string_agg(f.packed, ' ') as packed from (
        select d.document from search_documents d where ${where} order by d.document desc limit ${request.facetsOf}
      ) m left join search_facets f on f.document = m.document`.execute(db);
      packed = rows.rows[0];
      if (packed !== undefined && packed.n < request.facetsOf) total = packed.n;
    }
    if (total === undefined) {
      const counted = await sql<{
        total: number;
      }>`select count(*)::int as total from search_documents d where ${where}`.execute(db);
      total = counted.rows[0]?.total ?? 0;
    }
    const facets = packed === undefined ? {} : { packed: packed.packed ?? '', packedOf: packed.n };
    if (total <= request.offset || request.limit === 0) return { total, articleIds: [], ...facets };
    const words = wordGroups(request.groups);
    const order =
      request.order === 'rank' && words.length > 0
        ? sql`order by ${renderScore(words)} desc, d.document desc`
        : sql`order by d.document desc`;
    const found = await sql<{ article_id: string }>`select d.article_id from search_documents d where ${where}
      ${order} limit ${request.limit} offset ${request.offset}`.execute(db);
    return { total, articleIds: found.rows.map((row) => row.article_id), ...facets };
  },
};

/** Words in one `tsquery`, so that the index is read once. */
function renderWhere(request: IndexRequest) {
  const document = sql`d.document`;
  const lookUp = (clause: Clause) => sql`d.vector @@ ${renderClause(clause)}::tsquery`;
  const words = wordGroups(request.groups);
  const without = request.none.flatMap((member) => (member.kind === 'words' ? [member.clause] : []));
  const query = [...words.map((group) => renderGroup(group)), ...without.map((clause) => `!${renderClause(clause)}`)];
  const conditions = [
    ...(query.length === 0 ? [] : [sql`d.vector @@ ${query.join(' & ')}::tsquery`]),
    ...(request.from === undefined ? [] : [sql`d.document >= ${request.from}`]),
    ...(request.to === undefined ? [] : [sql`d.document <= ${request.to}`]),
    ...request.groups
      .filter((group) => group.some((member) => member.kind !== 'words'))
      .map((group) => groupCondition(group, document, lookUp)),
    ...request.none
      .filter((member) => member.kind !== 'words')
      .map((member) => sql`not ${memberCondition(member, document, lookUp)}`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
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

function renderGroup(clauses: readonly Clause[], inTitle?: true): string {
  return `(${clauses.map((clause) => renderClause(clause, inTitle)).join(' | ')})`;
}

function renderClause(clause: Clause, inTitle: boolean | undefined = clause.title): string {
  const weight = inTitle === true ? ':A' : '';
  const phrases = spellOut(clause).map((terms) => terms.map((term) => `'${term}'${weight}`).join(' <-> '));
  return `(${phrases.map((phrase) => `(${phrase})`).join(' | ')})`;
}

/** How many groups stand in the title. */
function renderScore(groups: readonly (readonly Clause[])[]) {
  return sql.join(
    groups.map((group) => sql`(d.vector @@ ${renderGroup(group, true)}::tsquery)::int`),
    sql` + `,
  );
}
