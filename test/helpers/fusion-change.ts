import { expect } from 'vitest';
import type { FusionDecision } from '../../src/core/record/fuse/decisions.ts';
import { fuseChanged, type PartialFusion } from '../../src/core/record/fuse/fuse-changed.ts';
import type { Fusion } from '../../src/core/record/fuse/fuse-meetings.ts';
import { isOfArticle, keysOfArticle } from '../../src/core/record/fuse/fusion-keys.ts';
import type { RecordForFusion } from '../../src/core/record/fuse/reports.ts';
import { type ArticleSpec, articleRecord } from './article-records.ts';
import {
  type ArchiveRows,
  type CountingSource,
  memoryFusionSource,
  rowsOf,
  writtenRows,
} from './memory-fusion-source.ts';

export type Archive = ReadonlyMap<string, RecordForFusion>;

export const archiveOf = (specs: readonly ArticleSpec[]): Archive =>
  new Map(specs.map((spec) => [spec.id, articleRecord(spec)]));
export const facts = ({ meetings, people }: Pick<Fusion, 'meetings' | 'people'>) =>
  JSON.stringify({ meetings, people });

/** The whole record after a change, by looking only at what it can touch. */
export async function change(
  before: Fusion,
  archive: Archive,
  next: Archive,
  decisions: readonly FusionDecision[] = [],
  newDecisions: readonly string[] = [],
): Promise<{
  whole: Pick<Fusion, 'meetings' | 'people'>;
  part: PartialFusion;
  read: CountingSource['read'];
}> {
  const changed = new Set(
    [...archive.keys(), ...next.keys()].filter(
      (id) => JSON.stringify(archive.get(id)) !== JSON.stringify(next.get(id)),
    ),
  );
  const fresh = new Set(newDecisions);
  const known = decisions.filter(({ id }) => !fresh.has(id));
  const archived = {
    records: [...archive.values()],
    meetings: before.meetings,
    people: before.people,
    decisions: known,
  };
  const rows = rowsOf(archived);
  const source = memoryFusionSource(archived, rows, next);
  const part = await fuseChanged({ changed, decisions, newDecisions: fresh }, source);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const whole = {
    meetings: [...before.meetings.filter(({ id }) => !part.scope.meetings.has(id)), ...part.meetings].sort(byId),
    people: [...before.people.filter(({ id }) => !part.scope.people.has(id)), ...part.people].sort(byId),
  };
  expect(writtenRows(rowsAfter(rows, part))).toEqual(
    writtenRows(rowsOf({ records: [...next.values()], meetings: whole.meetings, decisions })),
  );
  return { part, whole, read: source.read };
}

/** The rows as the store has them when a fusion of a part is written. */
function rowsAfter(rows: ArchiveRows, part: PartialFusion): ArchiveRows {
  const articles = new Set(part.index.map(({ articleId }) => articleId));
  const spellings = new Set(part.spellings.map(({ key }) => key));
  const index = [...rows.index.filter(({ articleId }) => !articles.has(articleId)), ...part.index];
  return {
    index,
    keys: [
      ...index.flatMap(keysOfArticle),
      ...rows.keys.filter((key) => !isOfArticle(key) && !part.scope.meetings.has(key.owner)),
      ...part.meetingKeys,
    ],
    spellings: [...rows.spellings.filter(({ key }) => !spellings.has(key)), ...part.spellings],
  };
}
