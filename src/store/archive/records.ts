import type { ArticleRecord, Claim } from '../../core/model/record.ts';
import type { RecordForFusion } from '../../core/record/fuse/reports.ts';
import { RapporteurError } from '../../errors.ts';
import type { ClaimQuery, StoredClaim } from '../store.ts';
import type { Queries, Writer } from '../tables.ts';
import { optional } from './article-rows.ts';
import { packJson, unpackJson } from './compression.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches } from './cursor.ts';
import { markPending } from './fusion-index.ts';

const BATCH = 200;

/** Stores what one article gives. Claims also stand as rows, with the spans that support them. */
export async function putRecord(context: ArchiveContext, record: ArticleRecord): Promise<void> {
  await context.write(await prepareRecord(record));
}

/** Does all that needs no transaction; gives what writes the record in one. */
export async function prepareRecord(
  record: ArticleRecord,
  packed?: Uint8Array,
): Promise<(tx: Writer) => Promise<void>> {
  const data = packed ?? (await packJson(record));
  const spans = new Map(record.mentions.map((mention) => [mention.id, [mention.start, mention.end] as const]));
  const claims = record.claims.map((claim, position) => ({
    article_id: record.articleId,
    id: claim.id,
    position,
    text_version: record.textVersion,
    report: claim.report,
    field: claim.field,
    value: JSON.stringify(claim.value) ?? 'null',
    source: JSON.stringify(claim.source),
    polarity: claim.polarity,
    certainty: claim.certainty,
    basis: claim.basis,
    spans: JSON.stringify(claim.mentions.flatMap((id) => [spans.get(id) ?? []].filter((span) => span.length > 0))),
  }));
  return async (tx) => {
    const article = await tx
      .selectFrom('articles')
      .select('text_version')
      .where('id', '=', record.articleId)
      .executeTakeFirst();
    if (article === undefined) throw new RapporteurError('not-found', `No article has the id ${record.articleId}.`);
    const row = { text_version: record.textVersion, coder_version: record.coderVersion, data };
    await tx
      .insertInto('records')
      .values({ article_id: record.articleId, ...row })
      .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
      .execute();
    const coded_with = article.text_version === record.textVersion ? record.coderVersion : null;
    await tx.updateTable('articles').set({ coded_with }).where('id', '=', record.articleId).execute();
    await markPending(tx, [record.articleId]);
    await tx.deleteFrom('claims').where('article_id', '=', record.articleId).execute();
    for (const some of inBatches(claims, 200)) await tx.insertInto('claims').values(some).execute();
  };
}

export async function getRecord(db: Queries, articleId: string): Promise<ArticleRecord | undefined> {
  const row = await db.selectFrom('records').select('data').where('article_id', '=', articleId).executeTakeFirst();
  return row === undefined ? undefined : unpackJson<ArticleRecord>(row.data);
}

export async function* eachRecord(db: Queries): AsyncGenerator<RecordForFusion> {
  for (let after = -1; ; ) {
    const rows = await fusionRows(db).where('a.seq', '>', after).orderBy('a.seq').limit(BATCH).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
    for (const row of rows) yield await toRecordForFusion(row);
  }
}

export async function readRecords(db: Queries, articleIds: readonly string[]): Promise<RecordForFusion[]> {
  const records: RecordForFusion[] = [];
  for (const some of inBatches(articleIds)) {
    for (const row of await fusionRows(db).where('a.id', 'in', some).orderBy('a.seq').execute()) {
      records.push(await toRecordForFusion(row));
    }
  }
  return records;
}

function fusionRows(db: Queries) {
  return db
    .selectFrom('articles as a')
    .innerJoin('records as r', 'r.article_id', 'a.id')
    .leftJoin('outlets as o', 'o.id', 'a.outlet_id')
    .select(['a.seq', 'a.outlet_id', 'a.published', 'a.not_later_than', 'a.agency', 'a.dispatch_id', 'a.language'])
    .select(['r.data', 'o.name as outlet_name']);
}

type FusionRow = Awaited<ReturnType<ReturnType<typeof fusionRows>['execute']>>[number];

async function toRecordForFusion(row: FusionRow): Promise<RecordForFusion> {
  return {
    record: await unpackJson<ArticleRecord>(row.data),
    language: row.language,
    ...optional('outletId', row.outlet_id),
    ...optional('outletName', row.outlet_name),
    ...optional('published', row.published),
    ...optional('notLaterThan', row.not_later_than),
    ...optional('agency', row.agency),
    ...optional('dispatchId', row.dispatch_id),
  };
}

/** In the order of arrival, as far as one look-up in the index gives it: first those never coded, then others. */
export async function findUncoded(db: Queries, coderVersion: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (const [operator, version] of [
    ['is', null],
    ['<', coderVersion],
    ['>', coderVersion],
  ] as const) {
    if (found.length >= limit) break;
    const rows = await db
      .selectFrom('articles')
      .select('id')
      .where('coded_with', operator, version)
      // Without its words a text cannot be coded again: its facts stay as they are.
      .where('dropped_at', 'is', null)
      .orderBy('coded_with')
      .orderBy('seq')
      .limit(limit - found.length)
      .execute();
    found.push(...rows.map((row) => row.id));
  }
  return found;
}

export async function listClaims(db: Queries, query: ClaimQuery): Promise<StoredClaim[]> {
  let select = db
    .selectFrom('claims as c')
    .innerJoin('articles as a', 'a.id', 'c.article_id')
    .leftJoin('meeting_articles as m', (join) =>
      join.onRef('m.article_id', '=', 'c.article_id').onRef('m.report', '=', 'c.report'),
    )
    .selectAll('c')
    .select('m.meeting_id');
  if (query.articleId !== undefined) select = select.where('c.article_id', '=', query.articleId);
  if (query.meetingId !== undefined) select = select.where('m.meeting_id', '=', query.meetingId);
  if (query.field !== undefined) select = select.where('c.field', '=', query.field);
  const rows = await select.orderBy('a.seq').orderBy('c.position').orderBy('m.meeting_id').execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    textVersion: row.text_version,
    report: row.report,
    field: row.field as Claim['field'],
    value: JSON.parse(row.value) as unknown,
    source: JSON.parse(row.source) as Claim['source'],
    polarity: row.polarity as Claim['polarity'],
    certainty: row.certainty,
    basis: row.basis as Claim['basis'],
    spans: (JSON.parse(row.spans) as [number, number][]).map(([start, end]) => ({ start, end })),
    ...optional('meetingId', row.meeting_id),
  }));
}
