import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { inventMeeting, storeInvented } from '../../testing/invented.ts';
import { openSqliteStore } from '../open-store.ts';

const damages: readonly (readonly [what: string, statement: string])[] = [
  [
    'a filter is lost',
    "delete from search_filters where facet = (select number from search_facet_names where kind = 'country' limit 1)",
  ],
  [
    'a filter is another one',
    "update search_filters set facet = 999 where facet = (select number from search_facet_names where kind = 'topic')",
  ],
  ['the counts are lost', 'delete from search_facets'],
  ['a meeting changed behind our back', "update meeting_topics set topic = 'energy'"],
];

test.each(damages)('check finds it when %s, and reindexing mends it', async (_, statement) => {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-facets-'));
  try {
    const file = join(folder, 'archive.db');
    const store = await openSqliteStore(file);
    const { articleId } = await storeInvented(store, { name: 'a', title: 'Visite' });
    await store.record.replaceFused({
      meetings: [inventMeeting({ id: 'm', countries: ['ES', 'MA'], topic: 'trade', articles: [articleId] })],
      people: [],
    });
    const findings = async () => (await store.check()).filter(({ code }) => code.startsWith('search-'));
    expect(await findings()).toEqual([]);
    const raw = new Database(file);
    expect(raw.prepare(statement).run().changes).toBeGreaterThan(0);
    raw.close();
    expect(await findings()).toEqual([{ code: 'search-facets', count: 1, sample: [articleId] }]);
    await store.search.reindex();
    expect(await findings()).toEqual([]);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
