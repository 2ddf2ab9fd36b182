import { extractArticle } from '../../src/core/extract/extract-article.ts';
import { codeRecord } from '../../src/core/record/code-record.ts';
import { fuseChanged } from '../../src/core/record/fuse/fuse-changed.ts';
import { fuseArchive } from '../../src/jobs/fuse.ts';
import { findDispatches } from '../../src/jobs/group/group-archive.ts';
import { type OutletBook, openOutletBook } from '../../src/jobs/outlets.ts';
import { processPending } from '../../src/jobs/process.ts';
import { createInlineReader } from '../../src/jobs/reading/reader.ts';
import { openReading } from '../../src/jobs/reading/reading.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { inventPressPage } from './invent-press.ts';

export interface ArchiveResult {
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  /** CPU milliseconds. */
  readonly fuseWhole: number;
  /** Of filling the archive: every page to its record, and everything after. */
  readonly readAll: number;
  readonly groupAndFuseAll: number;
  /** Most memory of the process, MB. */
  readonly resident: number;
  readonly addedPages: readonly AddedPage[];
}

export interface AddedPage {
  readonly meetingsLookedAt: number;
  readonly meetingsWritten: number;
  readonly reportsRead: number;
  /** CPU milliseconds of the whole run, and of its parts: the page to its record, dispatches, all that follows. */
  readonly total: number;
  readonly read: number;
  readonly dispatches: number;
  readonly rest: number;
  /** Of all that follows: fusing with what it reads; measured beside it, nothing is written. */
  readonly fuse: number;
}

/** Fills an archive in memory with invented pages, then adds a few one at a time. */
export async function measureArchive(
  articles: number,
  added: number,
  note: (text: string) => void,
): Promise<ArchiveResult> {
  const store = await openSqliteStore(':memory:');
  try {
    // Whole meetings first: the pages that are added later tell of new ones and of old ones.
    for (let number = 0; number < articles; number++) await add(store, number + added * 2);
    note(`${articles} pages written\n`);
    const loading = cpu();
    let fusing = loading;
    await processPending(store, { onProgress: ({ kind }) => (fusing = kind === 'fusing' ? cpu() : fusing) });
    const [readAll, groupAndFuseAll] = [fusing - loading, cpu() - fusing];
    note('extracted, coded, grouped and fused\n');
    const before = cpu();
    await fuseArchive(store, { whole: true });
    const fuseWhole = cpu() - before;
    const addedPages: AddedPage[] = [];
    const outlets = await openOutletBook(store);
    for (let number = 0; number < added; number++) addedPages.push(await addOne(store, outlets, number * 2));
    const [meetings, people] = [await count(store.record.eachMeeting()), await count(store.record.eachPerson())];
    const resident = process.resourceUsage().maxRSS / 1e3;
    return { articles, meetings, people, fuseWhole, readAll, groupAndFuseAll, resident, addedPages };
  } finally {
    await store.close();
  }
}

async function addOne(store: Store, outlets: OutletBook, number: number): Promise<AddedPage> {
  await add(store, number);
  // What fusion alone takes, told apart from grouping and from writing: on a copy of the state, nothing is stored.
  const { url, text } = inventPressPage(number);
  const article = extractArticle({ text, url });
  const start = cpu();
  const source = store.record.fusionSource;
  const work = { changed: new Set([article.id]), decisions: [] };
  const { scope, reportsRead } = await fuseChanged(work, {
    ...source,
    records: async (ids) => [
      ...(await source.records(ids)),
      ...(ids.includes(article.id)
        ? [{ record: codeRecord(article), language: 'en', published: article.published?.value.edtf ?? '' }]
        : []),
    ],
  });
  const fuse = cpu() - start;
  const before = cpu();
  const reading = openReading(store, outlets, createInlineReader());
  for (const page of await store.pages.pending(50)) await reading.add(page);
  const coded = cpu();
  await findDispatches(store, { whole: false });
  const grouped = cpu();
  const { change } = await processPending(store);
  const done = cpu();
  return {
    meetingsLookedAt: scope.meetings.size,
    meetingsWritten: change.added + change.changed + change.removed,
    reportsRead,
    total: done - before,
    read: coded - before,
    dispatches: grouped - coded,
    rest: done - grouped,
    fuse,
  };
}

async function add(store: Store, number: number): Promise<void> {
  const { text, url } = inventPressPage(number);
  await store.pages.put({
    bytes: new TextEncoder().encode(text),
    format: 'text',
    url,
    origin: 'collect',
    savedAt: '2024-04-01T00:00:00Z',
  });
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  for await (const _ of items) n++;
  return n;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
