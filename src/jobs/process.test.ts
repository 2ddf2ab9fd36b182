import { describe, expect, test } from 'vitest';
import type { Meeting } from '../core/model/record.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { importPage } from './import-page.ts';
import { isSampleLoaded, loadSample } from './load-sample.ts';
import { openOutletBook } from './outlets.ts';
import { processPending } from './process.ts';
import { rebuild } from './rebuild.ts';

async function meetingsOf(store: Store): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for await (const meeting of store.record.eachMeeting()) meetings.push(meeting);
  return meetings.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function put(store: Store, name: string, text: string) {
  return store.pages.put({
    bytes: new TextEncoder().encode(text),
    name,
    origin: 'import',
    savedAt: '2024-03-16T08:00:00Z',
  });
}

const talks = (visitor: string) =>
  `Entretiens à Rabat\n\nLe ministre marocain de l'Intérieur, Karim Benslimane, s'est entretenu vendredi à Rabat avec son homologue espagnol, ${visitor}. Les deux ministres ont convenu de renforcer la lutte contre le terrorisme.\n\nLa rencontre a réuni de hauts responsables des deux pays, indique un communiqué du ministère de l'Intérieur.`;

describe('processPending', () => {
  test('takes what is pending to the record, and doing it again changes nothing', async () => {
    const store = await openSqliteStore(':memory:');
    await put(store, 'one', talks('Esteban Roldán'));
    const first = await processPending(store);
    expect(first).toMatchObject({ extracted: 1, coded: 1, interrupted: false, change: { added: 1 } });
    expect(await processPending(store)).toMatchObject({
      extracted: 0,
      coded: 0,
      change: { added: 0, changed: 0, removed: 0 },
    });
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  test('stops between two pages when told, and goes on later', async () => {
    const store = await openSqliteStore(':memory:');
    for (let at = 0; at < 5; at += 1) await put(store, `page ${at}`, talks(`Esteban Roldán${'abcde'[at]}`));
    const stop = new AbortController();
    const stopped = await processPending(store, {
      signal: stop.signal,
      onProgress: (event) => event.kind === 'article' && stop.abort(),
    });
    expect(stopped).toMatchObject({ extracted: 1, interrupted: true });
    expect((await store.check()).map((finding) => finding.code)).toContain('page-not-extracted');
    const rest = await processPending(store);
    expect(rest).toMatchObject({ extracted: 4, coded: 4, interrupted: false });
    expect(await store.check()).toEqual([]);
    await store.close();
  });
});

describe('importPage', () => {
  const options = { origin: 'import', maxBytes: 1000, savedAt: '2024-03-16T08:00:00Z', identity: 'x' } as const;
  const page = (text: string) => ({ kind: 'page', name: 'x', bytes: new TextEncoder().encode(text) }) as const;

  test('leaves out what cannot be read, keeps what holds no article, and says which', async () => {
    const store = await openSqliteStore(':memory:');
    const outlets = await openOutletBook(store);
    expect(await importPage(store, outlets, page(''), options)).toMatchObject({ failure: { code: 'empty-page' } });
    expect(await importPage(store, outlets, page('x'.repeat(2000)), options)).toMatchObject({
      failure: { code: 'page-too-large' },
    });
    expect((await store.counts()).pages).toBe(0);
    const form = '<title>Entrer</title><form><label>Nom <input></label></form>';
    for (let times = 0; times < 2; times += 1) {
      expect(await importPage(store, outlets, page(form), options)).toMatchObject({
        change: 'failed',
        failure: { code: 'not-an-article' },
      });
    }
    expect((await store.counts()).pages).toBe(1);
    await processPending(store);
    expect((await store.articles.listStories()).items).toEqual([]);
    await store.close();
  });
});

describe('the sample press', () => {
  test('is loaded once, gives meetings, and a rebuild keeps ids and decisions', async () => {
    const store = await openSqliteStore(':memory:');
    expect(await isSampleLoaded(store)).toBe(false);
    await loadSample(store);
    expect(await isSampleLoaded(store)).toBe(true);
    const before = await meetingsOf(store);
    expect(before.length).toBeGreaterThan(7);
    for (const outlet of await store.outlets.list())
      expect(outlet).toMatchObject({ origin: 'sample', publish: 'full' });

    const [meeting] = before;
    const id = meeting?.id ?? '';
    await store.decisions.add({
      action: { kind: 'correct', meetingId: id, field: 'where', value: 'Tanger', was: null },
      inverse: { kind: 'correct', meetingId: id, field: 'where', value: null, was: 'Tanger' },
      actor: 'test',
      reason: 'test',
      at: '2024-03-16T08:00:00Z',
    });
    await store.decisions.add({
      action: { kind: 'merge', meetingId: 'm-gone', intoId: id },
      inverse: { kind: 'split', meetingId: id, reports: [] },
      actor: 'test',
      reason: 'test',
      at: '2024-03-16T09:00:00Z',
    });
    const result = await rebuild(store, { from: 'extract' });
    expect(result.extracted).toBe((await store.counts()).pages);
    expect([...result.decisionProblems.values()]).toEqual([expect.stringContaining('m-gone')]);
    const after = await meetingsOf(store);
    expect(after.map((one) => one.id)).toEqual(before.map((one) => one.id));
    expect(after.find((one) => one.id === id)?.where).toMatchObject({ place: 'Tanger', basis: 'editor' });
    await store.close();
  }, 60_000);
});
