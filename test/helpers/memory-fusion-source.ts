import type { Meeting, Person } from '../../src/core/model/record.ts';
import type { FusionDecision } from '../../src/core/record/fuse/decisions.ts';
import { type FusionKey, keysOfArticle } from '../../src/core/record/fuse/fusion-keys.ts';
import type { FusionSource } from '../../src/core/record/fuse/fusion-source.ts';
import { indexArchive } from '../../src/core/record/fuse/index-archive.ts';
import { type IndexedArticle, indexArticles } from '../../src/core/record/fuse/index-article.ts';
import type { RecordForFusion } from '../../src/core/record/fuse/reports.ts';
import { type SpellingCounts, writeCounts } from '../../src/core/record/people/spelling-counts.ts';

export interface FusedArchive {
  readonly records: readonly RecordForFusion[];
  readonly meetings: readonly Meeting[];
  readonly people: readonly Person[];
  readonly decisions: readonly FusionDecision[];
}

export interface ArchiveRows {
  readonly index: readonly IndexedArticle[];
  readonly keys: readonly FusionKey[];
  readonly spellings: readonly SpellingCounts[];
}

/** What a fusion of the whole leaves behind for the next of a part. */
export function rowsOf({ records, meetings, decisions }: Omit<FusedArchive, 'people'>): ArchiveRows {
  const { index } = indexArticles(records, decisions);
  const { meetingKeys, spellings } = indexArchive(index, meetings);
  return { index, keys: [...index.flatMap(keysOfArticle), ...meetingKeys], spellings };
}

/** In an order of their own, to be compared. */
export function writtenRows({ index, keys, spellings }: ArchiveRows): unknown {
  return {
    index: index
      .filter(({ reports }) => reports.length > 0)
      .map((article) => JSON.stringify(article))
      .sort(),
    keys: keys.map((key) => JSON.stringify(key)).sort(),
    spellings: spellings
      .filter(({ count, known }) => count > 0 || known > 0)
      .map(writeCounts)
      .sort(),
  };
}

export interface CountingSource extends FusionSource {
  readonly read: { keys: number; articles: number; spellings: number; people: number };
}

/** Answers from memory as the store does from its tables, and counts what it gives. */
export function memoryFusionSource(
  before: FusedArchive,
  rows: ArchiveRows,
  now: ReadonlyMap<string, RecordForFusion>,
): CountingSource {
  const read = { keys: 0, articles: 0, spellings: 0, people: 0 };
  const note = <T>(kind: keyof typeof read, list: readonly T[]): readonly T[] => {
    read[kind] += list.length;
    return list;
  };
  const byKey = new Map<string, FusionKey[]>();
  for (const key of rows.keys) byKey.set(key.key, [...(byKey.get(key.key) ?? []), key]);
  const articles = new Map(rows.index.map((article) => [article.articleId, article]));
  return {
    read,
    records: async (ids) => ids.flatMap((id) => now.get(id) ?? []),
    meetings: async (ids) => before.meetings.filter(({ id }) => ids.includes(id)),
    articles: async (ids) =>
      note(
        'articles',
        ids.flatMap((id) => articles.get(id) ?? []),
      ),
    keys: async (queries) =>
      note(
        'keys',
        queries.flatMap(({ key, beginsFrom, beginsUntil, endsFrom }) =>
          (byKey.get(key) ?? []).filter(
            ({ first, last }) => first >= beginsFrom && first <= beginsUntil && last >= endsFrom,
          ),
        ),
      ),
    nearest: async (key, day, direction, least) => {
      const found = (byKey.get(key) ?? [])
        .filter(({ first }) => (direction === 'after' ? first >= day : first <= day))
        .sort((a, b) => (direction === 'after' ? a.first - b.first : b.first - a.first));
      const last = found[least - 1]?.first;
      return note('keys', last === undefined ? found : found.filter(({ first }, at) => at < least || first === last));
    },
    knownNames: async (roleCode) =>
      rows.spellings.flatMap(({ key, known }) => (known > 0 && key.split('|')[1] === roleCode ? [key] : [])),
    spellings: async (countries) =>
      note(
        'spellings',
        rows.spellings.filter(({ key }) => countries.includes(key.slice(0, key.indexOf('|')))),
      ),
    spellingsOf: async (keys) =>
      note(
        'spellings',
        rows.spellings.filter(({ key }) => keys.includes(key)),
      ),
    people: async (countries) =>
      note(
        'people',
        before.people.filter(({ offices }) => offices.some(({ country = '' }) => countries.includes(country))),
      ),
    taken: async (kind, values) => {
      const entries =
        kind === 'meeting-slug'
          ? before.meetings.map(({ id, slug }) => [slug, id] as const)
          : before.people.map(({ id, slug }) => [kind === 'person-id' ? id : slug, id] as const);
      return new Map(entries.filter(([value]) => values.includes(value)));
    },
  };
}
