import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Job, JobKind, LeasedJob, Queue } from '../store/queue/queue.ts';
import type { Runner } from './store-contract/harness.ts';

/** Two views of one fresh queue, as two workers have them; leases of one second, two tries, back-off from one second. */
export interface QueueHome {
  readonly queue: Queue;
  readonly other: Queue;
  dispose(): Promise<void>;
}

export const contractOptions = { leaseSeconds: 1, tries: 2, backOffSeconds: 1 } as const;

/** What every queue must do. Call it in a test file with the runner's `describe` and `test`. */
export function queueContract(runner: Runner, name: string, open: () => Promise<QueueHome>): void {
  runner.describe(`queue contract, ${name}`, () => {
    for (const { title, run } of cases) {
      runner.test(title, async () => {
        const home = await open();
        try {
          await run(home);
        } finally {
          await home.dispose();
        }
      });
    }
  });
}

const cases: readonly { readonly title: string; readonly run: (home: QueueHome) => Promise<void> }[] = [
  {
    title: 'work that is there already is not added again, whoever adds it and whatever becomes of it',
    run: async ({ queue, other }) => {
      equal(await queue.add([poll('a'), poll('b'), poll('a')]), 2);
      equal(await other.add([poll('a'), { kind: 'fetch', key: 'a' }]), 1);
      const job = await one(queue, 'poll');
      equal(await other.add([poll(job.key)]), 0);
      await queue.complete([job]);
      equal(await other.add([poll(job.key)]), 1);
    },
  },
  {
    title: 'each job is leased once, by kind, the urgent first and then in the order in which they came',
    run: async ({ queue, other }) => {
      await queue.add([poll('late')]);
      await queue.add([poll('later')]);
      await queue.add([{ kind: 'poll', key: 'urgent', priority: 5 }]);
      deepEqual(keys(await queue.lease('poll', 2)), ['urgent', 'late']);
      deepEqual(keys(await other.lease('poll', 9)), ['later']);
      deepEqual(await other.lease('poll', 9), []);
      deepEqual(await other.lease('fetch', 9), []);
    },
  },
  {
    title: 'workers that lease at once never get the same job',
    run: async ({ queue, other }) => {
      await queue.add(Array.from({ length: 40 }, (_, i) => poll(String(i))));
      const got = await Promise.all(
        Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? queue : other).lease('poll', 3)),
      );
      const all = got.flatMap(keys);
      equal(new Set(all).size, all.length);
      ok(all.length > 20);
    },
  },
  {
    title: 'a job rests until its time',
    run: async ({ queue }) => {
      await queue.add([{ kind: 'poll', key: 'a', runAt: new Date(Date.now() + 1_000).toISOString() }]);
      deepEqual(await queue.lease('poll', 1), []);
      deepEqual(await queue.counts(), [{ kind: 'poll', state: 'waiting', jobs: 1, due: 0 }]);
      equal((await eventually(() => queue.lease('poll', 1))).key, 'a');
    },
  },
  {
    title: 'a large domain does not hold the others: its work goes to the end each time',
    run: async ({ queue }) => {
      await queue.add([{ kind: 'fetch', key: 'large.example' }]);
      await queue.add([{ kind: 'fetch', key: 'small.example' }]);
      const turns: string[] = [];
      for (let turn = 0; turn < 4; turn++) {
        const job = await one(queue, 'fetch');
        turns.push(job.key);
        await queue.complete([job]);
        await queue.add([{ kind: 'fetch', key: job.key }]);
      }
      deepEqual(turns, ['large.example', 'small.example', 'large.example', 'small.example']);
    },
  },
  {
    title: 'a lease that is extended stays; one that is not ends, and what its holder does then changes nothing',
    run: async ({ queue, other }) => {
      await queue.add([poll('a')]);
      const first = await one(queue, 'poll');
      for (let beat = 0; beat < 4; beat++) {
        await pause(500);
        deepEqual(await queue.extend([first]), []);
        deepEqual(await other.lease('poll', 1), []);
      }
      const second = await eventually(() => other.lease('poll', 1));
      equal(second.tries, 1);
      deepEqual(await queue.extend([first]), [first.id]);
      equal(await queue.fail(first, { code: 'internal', detail: '' }), 'lost');
      await queue.complete([first]);
      await queue.release([first]);
      deepEqual(states(await queue.list()), ['running']);
      await other.complete([second]);
      deepEqual(await queue.list(), []);
    },
  },
  {
    title:
      'what fails is tried again after a rest, then it is dead: seen with its reason, not tried, and tried when asked',
    run: async ({ queue, other }) => {
      await queue.add([{ kind: 'poll', key: 'a', about: 'https://paper.example/feed' }]);
      equal(await queue.fail(await one(queue, 'poll'), { code: 'fetch-failed', detail: 'HTTP 500' }), 'failed');
      deepEqual(await other.lease('poll', 1), []);
      const [failed] = await queue.list({ states: ['failed'] });
      deepEqual(
        [failed?.about, failed?.reason, failed?.detail, failed?.tries],
        ['https://paper.example/feed', 'fetch-failed', 'HTTP 500', 1],
      );
      ok((failed?.runAt ?? '') > new Date().toISOString());
      const again = await eventually(() => other.lease('poll', 1));
      equal(again.tries, 1);
      equal(await other.fail(again, { code: 'fetch-failed', detail: 'HTTP 502' }), 'dead');
      deepEqual(states(await queue.list()), ['dead']);
      equal(await queue.add([poll('a')]), 0);
      equal(await queue.retry({ kinds: ['fetch'] }), 0);
      equal(await queue.retry({ ids: [again.id], states: ['dead'] }), 1);
      const revived = await one(queue, 'poll');
      equal(revived.tries, 0);
      await queue.complete([revived]);
    },
  },
  {
    title: 'what no try can help is dead at once',
    run: async ({ queue }) => {
      await queue.add([poll('a')]);
      const job = await one(queue, 'poll');
      equal(await queue.fail(job, { code: 'page-too-heavy', detail: '', final: true }), 'dead');
      deepEqual(
        (await queue.list({ ids: [job.id] })).map(({ reason, state }) => [state, reason]),
        [['dead', 'page-too-heavy']],
      );
    },
  },
  {
    title: 'a job that is given back counts no try',
    run: async ({ queue, other }) => {
      await queue.add([poll('a')]);
      for (let turn = 0; turn < 4; turn++) {
        const job = await one(turn % 2 === 0 ? queue : other, 'poll');
        equal(job.tries, 0);
        await (turn % 2 === 0 ? queue : other).release([job]);
      }
      deepEqual(states(await queue.list()), ['waiting']);
    },
  },
  {
    title: 'a job whose workers are killed again and again is dead, with that as its reason',
    run: async ({ queue }) => {
      await queue.add([poll('a')]);
      await eventually(() => queue.lease('poll', 1));
      await eventually(() => queue.lease('poll', 1));
      const dead = await eventually(async () => {
        deepEqual(await queue.lease('poll', 1), []);
        return queue.list({ states: ['dead'] });
      });
      equal(dead.reason, 'worker-lost');
    },
  },
  {
    title: 'jobs are dropped by id, kind or state, but never from under a worker',
    run: async ({ queue }) => {
      await queue.add([poll('a'), poll('b'), { kind: 'fetch', key: 'c' }]);
      const job = await one(queue, 'poll');
      equal(await queue.drop({ ids: [job.id] }), 0);
      equal(await queue.drop({ ids: [] }), 0);
      equal(await queue.drop({ kinds: ['fetch'] }), 1);
      equal(await queue.drop({ states: ['waiting'] }), 1);
      deepEqual(states(await queue.list()), ['running']);
    },
  },
];

const poll = (key: string) => ({ kind: 'poll', key }) as const;
const keys = (jobs: readonly LeasedJob[]) => jobs.map(({ key }) => key);
const states = (jobs: readonly Job[]) => jobs.map(({ state }) => state);
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function one(queue: Queue, kind: JobKind): Promise<LeasedJob> {
  const [job] = await queue.lease(kind, 1);
  ok(job, `a job of kind ${kind}`);
  return job;
}

/** The first of what comes sooner or later. */
async function eventually<T>(look: () => Promise<readonly T[]>): Promise<T> {
  for (let turn = 0; turn < 100; turn++) {
    const [found] = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error('nothing came within ten seconds');
}
