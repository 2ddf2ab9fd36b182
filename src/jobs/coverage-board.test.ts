import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Source } from '../store/collecting.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { inventOutlet, inventSource, storeInvented } from '../testing/invented.ts';
import { readCoverage } from './coverage-board.ts';

const now = new Date('2024-03-01T12:00:00Z');
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

const dayBefore = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);

async function follow(id: string, more: Partial<Source> = {}): Promise<void> {
  await store.outlets.put(inventOutlet(id));
  await store.collect.putSource(
    inventSource(id, { lastPoll: now.toISOString(), lastGood: now.toISOString(), ...more }),
  );
}

/** `perDay` articles on each of these days before today. */
async function receive(outlet: string, from: number, to: number, perDay = 2, language = 'fr'): Promise<void> {
  for (let day = from; day >= to; day--) {
    for (let n = 0; n < perDay; n++) {
      const name = `${outlet}-${language}-${day}-${n}`;
      await storeInvented(store, { title: name, name, outlet, language, savedAt: `${dayBefore(day)}T08:00:00Z` });
    }
  }
}

const stateOf = async () => (await readCoverage(store, now)).outlets[0]?.state;

describe('the coverage board', () => {
  test('compares what came with the outlet’s own rhythm', async () => {
    await follow('coast');
    await receive('coast', 28, 0);
    const { outlets, alerts } = await readCoverage(store, now);
    expect(alerts).toEqual([]);
    expect(outlets[0]).toMatchObject({ state: 'fine', lastDay: '2024-03-01', daysNeeded: 21 });
    expect(outlets[0]?.days).toHaveLength(28);
    expect(outlets[0]?.days.at(-1)).toEqual({ day: '2024-03-01', received: 2, expected: 2 });
    expect(outlets[0]?.languages.map(({ language }) => language)).toEqual(['fr']);
  });

  test('says that an outlet is silent, since when, and that a late one is watched for too short', async () => {
    await follow('coast');
    await receive('coast', 28, 4);
    await follow('young', { addedAt: `${dayBefore(5)}T00:00:00Z` });
    await receive('young', 4, 0);
    const { outlets, alerts } = await readCoverage(store, now);
    expect(outlets.map(({ state }) => state)).toEqual(['silent', 'learning']);
    expect(alerts).toMatchObject([{ kind: 'silent', since: '2024-02-27', silence: { days: 3, missed: 6 } }]);
    expect(outlets[1]?.days.at(-1)).toEqual({ day: '2024-03-01', received: 2 });
  });

  test('one language may fall silent alone', async () => {
    await follow('coast');
    await receive('coast', 28, 0);
    await receive('coast', 28, 5, 1, 'ar');
    const { outlets, alerts } = await readCoverage(store, now);
    expect(outlets[0]?.state).toBe('fine');
    expect(alerts).toMatchObject([{ kind: 'silent', language: 'ar', since: '2024-02-26' }]);
  });

  test('a handful of articles in another language is chance and no alert', async () => {
    await follow('coast');
    await receive('coast', 28, 0);
    await receive('coast', 20, 19, 1, 'es');
    expect((await readCoverage(store, now)).alerts).toEqual([]);
  });

  test.each([
    ['blocked', { state: 'blocked', reason: 'outlet-blocks', lastGood: '2024-02-20T10:00:00Z' }],
    ['failing', { state: 'failing', reason: 'fetch-failed', lastGood: '2024-02-20T10:00:00Z' }],
    ['gone', { state: 'gone', reason: 'page-gone', lastGood: '2024-02-20T10:00:00Z' }],
  ] as const)('%s is a state of its own, told since the last good visit', async (state, source) => {
    await follow('coast', source);
    await receive('coast', 28, 10);
    const { outlets, alerts } = await readCoverage(store, now);
    expect(outlets[0]).toMatchObject({ state, source: { reason: source.reason } });
    expect(alerts).toMatchObject([{ kind: state, since: '2024-02-20' }]);
  });

  test('nobody is called silent whom nobody visited, who is paused or not followed', async () => {
    await follow('coast', { lastPoll: `${dayBefore(6)}T09:00:00Z` });
    await receive('coast', 28, 6);
    expect(await stateOf()).toBe('unvisited');
    await follow('coast', { state: 'paused' });
    expect(await stateOf()).toBe('paused');
    await store.collect.removeSource('source-coast');
    expect(await stateOf()).toBe('not-followed');
    expect((await readCoverage(store, now)).alerts).toEqual([]);
  });

  test('much less than usual is told without an alarm', async () => {
    await follow('coast');
    await receive('coast', 40, 8, 4);
    await receive('coast', 7, 1, 1);
    expect(await stateOf()).toBe('thin');
  });
});
