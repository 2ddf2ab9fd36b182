import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Visit } from '../../collect/http/visitor.ts';
import type { Source } from '../../store/collecting.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { inventOutlet, inventSource } from '../../testing/invented.ts';
import { createPollStep, type PollOutcome } from './poll-step.ts';

const feed = `<rss version="2.0"><channel><title>Coast</title><item><link>https://o1.example/a</link></item></channel></rss>`;
const answer: Visit = {
  kind: 'answer',
  status: 200,
  address: 'https://o1.example/feed',
  redirects: [],
  headers: { 'content-type': 'application/rss+xml' },
  bytes: new TextEncoder().encode(feed),
};
const failure: Visit = { kind: 'failure', code: 'fetch-failed', detail: 'no answer in time', redirects: [] };
const refusal: Visit = { kind: 'blocked', until: '2024-02-04T09:00:00.000Z', refusals: 3 };
let store: Store;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

/** Visits the source, and does something while its answer is on the way. */
async function visit(visited: Visit, meanwhile: (source: Source) => Promise<void>): Promise<readonly PollOutcome[]> {
  const source = inventSource('o1', { address: 'https://o1.example/feed' });
  await store.outlets.put(inventOutlet('o1'));
  await store.collect.putSource(source);
  const outcomes: PollOutcome[] = [];
  const step = createPollStep(store, {
    visitor: {
      visit: async () => {
        await meanwhile(source);
        return visited;
      },
    },
    now: () => new Date('2024-02-03T09:00:00Z'),
    onPolled: (_source, outcome) => outcomes.push(outcome),
  });
  const job = { id: 'poll', kind: 'poll', key: source.id, tries: 0, lease: 'one' } as const;
  expect(await step.run(job, new AbortController().signal)).toBe('done');
  return outcomes;
}

test.each([
  ['an answer', answer],
  ['a failure', failure],
  ['a refusal', refusal],
])('who pauses the visits while one is under way has them paused: %s', async (_, visited) => {
  await visit(visited, (source) => store.collect.putSource({ ...source, state: 'paused', pauseMs: 9_000 }));
  expect(await store.collect.sources()).toMatchObject([{ state: 'paused', pauseMs: 9_000 }]);
});

test.each([
  ['an answer', answer],
  ['a failure', failure],
  ['a refusal', refusal],
])('who stops following while a visit is under way is heard: %s', async (_, visited) => {
  expect(await visit(visited, (source) => store.collect.removeSource(source.id))).toEqual([]);
  expect(await store.collect.sources()).toEqual([]);
  expect(await store.collect.items({})).toEqual([]);
});

test('what a visit finds is kept', async () => {
  expect(await visit(answer, async () => {})).toMatchObject([{ kind: 'polled', fresh: 1 }]);
  expect(await store.collect.sources()).toMatchObject([{ state: 'active', lastGood: '2024-02-03T09:00:00.000Z' }]);
});
