import { sql } from 'kysely';
import type { Person } from '../../core/model/record.ts';
import { foldName } from '../../core/text/normalise.ts';
import type { PageOf } from '../store.ts';
import type { Queries } from '../tables.ts';
import { inBatches, readCursor, readLimit, writeCursor } from './cursor.ts';

const BATCH = 200;

export async function getPerson(db: Queries, idOrSlug: string): Promise<Person | undefined> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'data'])
    .where((where) => where.or([where('id', '=', idOrSlug), where('slug', '=', idOrSlug)]))
    .orderBy('id')
    .execute();
  const row = rows.find((candidate) => candidate.id === idOrSlug) ?? rows[0];
  return row === undefined ? undefined : (JSON.parse(row.data) as Person);
}

/** In the order asked; unknown ids are left out. */
export async function readPeople(db: Queries, ids: readonly string[]): Promise<Person[]> {
  const byId = new Map<string, Person>();
  for (const some of inBatches(ids)) {
    const rows = await db.selectFrom('people').select(['id', 'data']).where('id', 'in', some).execute();
    for (const row of rows) byId.set(row.id, JSON.parse(row.data) as Person);
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function* eachPerson(db: Queries): AsyncGenerator<Person> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('people')
      .select(['id', 'data'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    for (const row of rows) yield JSON.parse(row.data) as Person;
  }
}

/** By folded name. */
export async function listPeople(
  db: Queries,
  query: {
    readonly country?: string;
    readonly name?: string;
    readonly limit?: number;
    readonly cursor?: string;
  },
): Promise<PageOf<Person>> {
  const limit = readLimit(query.limit);
  let matching = db.selectFrom('people as p');
  if (query.country !== undefined) {
    const country = query.country.toUpperCase();
    matching = matching.where('p.id', 'in', (where) =>
      where.selectFrom('person_countries').select('person_id').where('country', '=', country),
    );
  }
  const name = foldName(query.name ?? '');
  if (name !== '') {
    const pattern = `%${name}%`;
    matching = matching.where('p.id', 'in', (where) =>
      where.selectFrom('person_spellings').select('person_id').where('folded', 'like', pattern),
    );
  }
  const counted = await matching.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  let page = matching.select(['p.id', 'p.sort_name', 'p.data']);
  if (query.cursor !== undefined) {
    const [name, id] = readCursor(query.cursor, ['string', 'string']);
    page = page.where(sql<boolean>`(p.sort_name, p.id) > (${name}, ${id})`);
  }
  const rows = await page
    .orderBy('p.sort_name')
    .orderBy('p.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => JSON.parse(row.data) as Person),
    total: Number(counted.total),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor([last.sort_name, last.id]) } : {}),
  };
}
