import { sql } from 'kysely';
import { GAP } from './analyse.ts';
import { type Clause, spellOut } from './clause.ts';
import { groupCondition, memberCondition } from './index-conditions.ts';
import { type IndexRequest, type PackedRow, type SearchIndex, wordGroups } from './search-index.ts';

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
    const plan = makePlan(request);
    const { from, where, document } = plan;
    const counted = sql<{ total: number }>`select count(*) as total from ${from} where ${where}`;
    let total: number | undefined;
    let packed: PackedRow | undefined;
    if (request.facetsOf !== undefined) {
      const rows = await sql<PackedRow>`select count(*) as n, group_concat(f.packed, ' ') as packed from (
        select ${document} as document from ${from} where ${where} order by ${document} desc limit ${request.facetsOf}
      ) m left join search_facets f on f.document = m.document`.execute(db);
      packed = rows.rows[0];
      if (packed !== undefined && packed.n < request.facetsOf) total = packed.n;
    }
    total ??= (await counted.execute(db)).rows[0]?.total ?? 0;
    const facets = packed === undefined ? {} : { packed: packed.packed ?? '', packedOf: packed.n };
    if (total <= request.offset || request.limit === 0) return { total, articleIds: [], ...facets };
    const found = await sql<{ article_id: string }>`
      select d.article_id from (
        select ${document} as document, ${plan.score} as score from ${from} where ${where} order by ${plan.order}
        limit ${request.limit} offset ${request.offset}
      ) hit join search_documents d on d.document = hit.document order by hit.score desc, hit.document desc`.execute(
      db,
    );
    return { total, articleIds: found.rows.map((row) => row.article_id), ...facets };
  },
};

/**
 * Where the documents come from, newest first without sorting: the index of words when a word is asked for, else the
 * documents of one facet, else all of them.
 */
function makePlan(request: IndexRequest) {
  const words = wordGroups(request.groups);
  const facets = request.groups.find((group) => group.length === 1 && group[0]?.kind === 'facets')?.[0];
  const document = words.length > 0 ? sql`i.rowid` : sql`i.document`;
  const lookUp = (clause: Clause) =>
    sql`${document} in (select rowid from search_index where search_index match ${renderClause(clause)})`;
  const conditions = [
    ...(request.from === undefined ? [] : [sql`${document} >= ${request.from}`]),
    ...(request.to === undefined ? [] : [sql`${document} <= ${request.to}`]),
  ];
  let from = sql`search_documents i`;
  let rest = request.groups;
  let none = request.none;
  if (words.length > 0) {
    from = sql`search_index i`;
    const without = none.flatMap((member) => (member.kind === 'words' ? [member.clause] : []));
    conditions.unshift(sql`search_index match ${renderMatch(words, without)}`);
    rest = rest.filter((group) => group.some((member) => member.kind !== 'words'));
    none = none.filter((member) => member.kind !== 'words');
  } else if (facets !== undefined && facets.kind === 'facets') {
    const [only = -1] = facets.numbers;
    from =
      facets.numbers.length === 1
        ? sql`(select document from search_filters where facet = ${only}) i`
        : sql`(select distinct document from search_filters where facet in (${sql.join([-1, ...facets.numbers])})) i`;
    rest = rest.filter((group) => group[0] !== facets);
  }
  conditions.push(...rest.map((group) => groupCondition(group, document, lookUp)));
  conditions.push(...none.map((member) => sql`not ${memberCondition(member, document, lookUp)}`));
  const where = conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
  const ranked = request.order === 'rank' && words.length > 0;
  const score = ranked ? renderScore(words) : sql`0`;
  return { from, where, document, score, order: ranked ? sql`2 desc, 1 desc` : sql`${document} desc` };
}

function renderMatch(groups: readonly (readonly Clause[])[], without: readonly Clause[]): string {
  const all = groups.map(renderGroup).join(' AND ');
  return without.length === 0 ? all : `(${all}) NOT ${renderGroup(without)}`;
}

function renderGroup(clauses: readonly Clause[]): string {
  return `(${clauses.map(renderClause).join(' OR ')})`;
}

function renderClause(clause: Clause): string {
  const phrases = `(${spellOut(clause)
    .map((terms) => `"${terms.join(' ')}"`)
    .join(' OR ')})`;
  return clause.title === true ? `(head : ${phrases})` : phrases;
}

/** How many groups stand in the title. */
function renderScore(groups: readonly (readonly Clause[])[]) {
  return sql.join(
    groups.map((group) => {
      const inTitle = group.map((clause) => renderClause({ ...clause, title: true })).join(' OR ');
      return sql`(i.rowid in (select rowid from search_index where search_index match ${inTitle}))`;
    }),
    sql` + `,
  );
}
