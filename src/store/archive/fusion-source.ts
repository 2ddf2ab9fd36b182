import type { Meeting, Person } from '../../core/model/record.ts';
import { type FusionKey, type KeyQuery, openDay } from '../../core/record/fuse/fusion-keys.ts';
import type { FusionSource } from '../../core/record/fuse/fusion-source.ts';
import type { IndexedArticle } from '../../core/record/fuse/index-article.ts';
import type { RecordForFusion } from '../../core/record/fuse/reports.ts';
import { readCounts, type SpellingCounts } from '../../core/record/people/spelling-counts.ts';
import type { Queries } from '../tables.ts';
import { inBatches } from './cursor.ts';

interface Readers {
  readonly records: (articleIds: readonly string[]) => Promise<readonly RecordForFusion[]>;
  readonly meetings: (ids: readonly string[]) => Promise<readonly Meeting[]>;
}

const columns = ['look_up', 'first_day', 'last_day', 'owner', 'report'] as const;

/** What one more article can touch, looked up by key: no answer grows with the archive. */
export function createFusionSource(db: Queries, { records, meetings }: Readers): FusionSource {
  return {
    records,
    meetings,
    articles: async (ids) => {
      const found: IndexedArticle[] = [];
      for (const some of inBatches(ids)) {
        const rows = await db.selectFrom('fusion_index').select('data').where('article_id', 'in', some).execute();
        for (const { data } of rows) found.push(JSON.parse(data) as IndexedArticle);
      }
      return found;
    },
    keys: (queries) => readKeys(db, queries),
    nearest: (key, day, direction, least) => readNearest(db, key, day, direction, least),
    knownNames: async (roleCode) => {
      const rows = await db
        .selectFrom('fusion_spellings')
        .select('spelling')
        .where('role_code', '=', roleCode)
        .where('known', '>', 0)
        .execute();
      return rows.map(({ spelling }) => spelling);
    },
    spellings: (countries) => readSpellings(db, 'country', countries),
    spellingsOf: (keys) => readSpellings(db, 'spelling', keys),
    people: async (countries) => {
      const codes = countries.map((country) => country.toUpperCase());
      // PostgreSQL knows no empty list.
      if (codes.length === 0) return [];
      const found: Person[] = [];
      const rows = await db
        .selectFrom('people')
        .select('data')
        .where('id', 'in', (where) =>
          where.selectFrom('person_countries').select('person_id').where('country', 'in', codes),
        )
        .orderBy('id')
        .execute();
      for (const { data } of rows) found.push(JSON.parse(data) as Person);
      return found;
    },
    taken: async (kind, values) => {
      const found = new Map<string, string>();
      for (const some of inBatches(values)) {
        const table = kind === 'meeting-slug' ? 'meetings' : 'people';
        const column = kind === 'person-id' ? 'id' : 'slug';
        const rows = await db.selectFrom(table).select(['id', 'slug']).where(column, 'in', some).execute();
        for (const row of rows) found.set(row[column], row.id);
      }
      return found;
    },
  };
}

async function readKeys(db: Queries, queries: readonly KeyQuery[]): Promise<FusionKey[]> {
  const found: FusionKey[] = [];
  const isWhole = ({ beginsFrom, beginsUntil, endsFrom }: KeyQuery) =>
    beginsFrom <= -openDay && beginsUntil >= openDay && endsFrom <= -openDay;
  const read = db.selectFrom('fusion_keys').select(columns);
  const whole = new Set(queries.flatMap((query) => (isWhole(query) ? [query.key] : [])));
  for (const some of inBatches([...whole], 200)) {
    for (const row of await read.where('look_up', 'in', some).execute()) found.push(keyOf(row));
  }
  const parts = queries.filter((query) => !isWhole(query));
  for (const some of inBatches(parts, 30)) {
    const rows = await read
      .where((where) =>
        where.or(
          some.map(({ key, beginsFrom, beginsUntil, endsFrom }) =>
            where.and([
              where('look_up', '=', key),
              where('first_day', '>=', bounded(beginsFrom)),
              where('first_day', '<=', bounded(beginsUntil)),
              where('last_day', '>=', bounded(endsFrom)),
            ]),
          ),
        ),
      )
      .execute();
    for (const row of rows) found.push(keyOf(row));
  }
  return found;
}

/** Whole days, so that among many of one day none is preferred. */
async function readNearest(
  db: Queries,
  key: string,
  day: number,
  direction: 'after' | 'before',
  least: number,
): Promise<FusionKey[]> {
  const [operator, order] = direction === 'after' ? (['>=', 'asc'] as const) : (['<=', 'desc'] as const);
  const line = db.selectFrom('fusion_keys').select(columns).where('look_up', '=', key);
  const rows = await line.where('first_day', operator, bounded(day)).orderBy('first_day', order).limit(least).execute();
  const last = rows.at(-1);
  if (last === undefined || rows.length < least) return rows.map(keyOf);
  const same = await line.where('first_day', '=', last.first_day).execute();
  return [...rows.filter((row) => row.first_day !== last.first_day), ...same].map(keyOf);
}

async function readSpellings(
  db: Queries,
  column: 'country' | 'spelling',
  values: readonly string[],
): Promise<SpellingCounts[]> {
  const found: SpellingCounts[] = [];
  for (const some of inBatches(values)) {
    const rows = await db.selectFrom('fusion_spellings').select('data').where(column, 'in', some).execute();
    for (const { data } of rows) found.push(readCounts(data));
  }
  return found;
}

function keyOf(row: Record<(typeof columns)[number], string | number>): FusionKey {
  return {
    key: String(row.look_up),
    first: Number(row.first_day),
    last: Number(row.last_day),
    owner: String(row.owner),
    report: String(row.report),
  };
}

function bounded(day: number): number {
  return Math.max(-openDay, Math.min(openDay, day));
}
