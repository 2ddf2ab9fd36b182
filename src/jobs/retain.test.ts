import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderArticle } from '../schemas/article.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { importPage } from './import-page.ts';
import { openOutletBook } from './outlets.ts';
import { processPending } from './process.ts';
import { rebuild } from './rebuild.ts';
import { retainTexts } from './retain.ts';

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

const now = () => new Date('2024-06-01T08:00:00Z');
const html = `<html lang="en"><head><title>Spain and Morocco agree on ferries</title></head><body><article>
<h1>Spain and Morocco agree on ferries</h1><p>The Spanish foreign minister met his Moroccan counterpart in Rabat on 19 January 2024.</p>
<p>The two ministers agreed to open a second ferry line. Gulls circled above the quay all morning.</p>
<p>The ferry company had asked for the line for years, and painted its ships in new colours.</p></article></body></html>`;

async function take(url: string): Promise<string> {
  const outlets = await openOutletBook(store);
  const options = { origin: 'collect' as const, maxBytes: 1e6, savedAt: '2024-01-20T08:00:00Z', identity: undefined };
  const bytes = new TextEncoder().encode(html);
  const { articleId } = await importPage(store, outlets, { kind: 'page', bytes, url, name: url }, options);
  await processPending(store);
  return articleId ?? '';
}

test('texts go when their time is over; a rebuild of everything keeps their facts', async () => {
  const id = await take('https://coast.example/2024/01/20/ferries');
  const outlet = (await store.outlets.list())[0]?.id ?? '';
  const meetings = (await store.record.listMeetings()).items;
  const record = await store.record.getRecord(id);
  expect(meetings.length).toBeGreaterThan(0);
  expect(await retainTexts(store, { now })).toEqual([]);

  await store.keeping.setKeepDays(outlet, 90);
  expect(await retainTexts(store, { now, dryRun: true })).toMatchObject([{ articles: 1, bytes: 0 }]);
  expect((await store.articles.get(id))?.article.text).toContain('Gulls');
  expect(await retainTexts(store, { now })).toMatchObject([{ outletId: outlet, keepDays: 90, articles: 1 }]);
  expect(await store.keeping.retentionLog(5)).toHaveLength(1);

  const text = (await store.articles.get(id))?.article.text ?? '';
  expect(text).not.toContain('Gulls');
  expect(text).toContain('The two ministers agreed to open a second ferry line.');
  for (const from of ['extract', 'record', 'group'] as const) {
    await rebuild(store, { from });
    expect(await store.record.getRecord(id)).toEqual(record);
    expect((await store.record.listMeetings()).items).toEqual(meetings);
  }
  const stored = await store.articles.get(id);
  if (stored === undefined) throw new Error('The article is gone.');
  // Opening the outlet later does not bring back what is gone.
  const shown = renderArticle(stored, { publish: 'full', blocks: true });
  expect(JSON.stringify(shown)).not.toContain('painted');
  expect(shown.title).toBe('Spain and Morocco agree on ferries');
});

test('of an outlet that allows facts only no sentence is kept', async () => {
  const id = await take('https://coast.example/2024/01/20/ferries');
  const [outlet] = await store.outlets.list();
  if (outlet === undefined) throw new Error('There is no outlet.');
  await store.outlets.put({ ...outlet, publish: 'facts' });
  await store.keeping.setKeepDays(outlet.id, 1);
  await retainTexts(store, { now });
  expect((await store.articles.get(id))?.article.text.replace(/\s+/g, ' ').trim()).toBe(
    'Spain and Morocco agree on ferries',
  );
});
