import { expect, test } from 'vitest';
import type { CollectStore, Source } from '../../store/collecting.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import { inventOutlet, inventSource } from '../../testing/invented.ts';
import { runCollector, sourcesOfRound } from './collector.ts';

const minute = 60_000;

/** Runs a collector over an archive with so many due sources; every wait takes as long as `waits` says. */
async function collectOver(
  sources: number,
  waits: readonly number[],
  round: (due: readonly Source[], collect: CollectStore) => Promise<void>,
): Promise<{ readonly rounds: readonly string[]; readonly problems: readonly unknown[] }> {
  const store = await openSqliteStore(':memory:');
  const began = Date.parse('2024-03-01T00:00:00Z');
  let time = began;
  const stop = new AbortController();
  const left = [...waits];
  const rounds: string[] = [];
  const problems: unknown[] = [];
  try {
    await store.outlets.put(inventOutlet('o1'));
    for (let i = 0; i < sources; i++)
      await store.collect.putSource(inventSource('o1', { id: `s${i}`, address: `https://o1.example/${i}` }));
    await runCollector(store.collect, {
      now: () => new Date(time),
      signal: stop.signal,
      sleep: async (milliseconds) => {
        const wait = left.shift();
        if (wait === undefined) stop.abort();
        time += wait ?? milliseconds;
      },
      onProblem: (problem) => problems.push(problem),
      round: async (due) => {
        rounds.push(`${(time - began) / minute}: ${due.length}`);
        await round(due, store.collect);
      },
    });
  } finally {
    await store.close();
  }
  return { rounds, problems };
}

const settle = async (due: readonly Source[], collect: CollectStore): Promise<void> => {
  for (const source of due) await collect.putSource({ ...source, nextPoll: '2024-03-02T00:00:00.000Z' });
};

test('many due sources are taken a round at a time, and nothing due is no round', async () => {
  const { rounds } = await collectOver(sourcesOfRound + 20, [minute, minute, minute], settle);
  expect(rounds).toEqual([`0: ${sourcesOfRound}`, '1: 20']);
});

test('after a sleep of the machine it lets one look pass', async () => {
  const { rounds } = await collectOver(1, [minute, 600 * minute, minute, minute], async () => {});
  expect(rounds).toEqual(['0: 1', '1: 1', '602: 1', '603: 1']);
});

test('a round that fails is told, and the next one comes', async () => {
  const { rounds, problems } = await collectOver(1, [minute], () => Promise.reject(new Error('disk full')));
  expect(rounds).toEqual(['0: 1', '1: 1']);
  expect(problems).toHaveLength(2);
});
