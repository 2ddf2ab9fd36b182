import { coderVersion } from '../../core/record/code-record.ts';
import type { Source } from '../../store/collecting.ts';
import { jobId } from '../../store/queue/job-id.ts';
import type { NewJob } from '../../store/queue/queue.ts';
import type { Store } from '../../store/store.ts';
import { hostsToReadAgain } from '../host-memory.ts';
import { pagesOfHost } from '../process.ts';
import { extractAgainJob, extractJob } from './extract-step.ts';
import { fetchJob, pollJob } from './poll-step.ts';
import { recordJob } from './record-step.ts';

const batch = 500;
const restOfDeadMs = 3_600_000;

/**
 * Puts into the queue what the archive says is to be done: these sources, pages whose time has come, and what a killed
 * worker left between two steps. The queue can be lost without losing anything.
 * @param options.asked a person asks for it now: what failed lately is not left to rest
 */
export async function addDueWork(
  store: Store,
  sources: readonly Source[],
  now: Date,
  options: { readonly asked: boolean },
): Promise<void> {
  const { queue } = store;
  const visits: NewJob[] = [
    ...sources.map(pollJob),
    ...(await store.collect.dueSites(now.toISOString())).map(fetchJob),
  ];
  await queue.add(visits);
  // Visits have their own memory of what outlets do: one that is dead here died of something of ours, which passes.
  const ids = visits.map(({ kind, key }) => jobId(kind, key));
  if (options.asked) await queue.retry({ ids, states: ['failed', 'dead'] });
  else {
    const long = new Date(now.getTime() - restOfDeadMs).toISOString();
    const dead = await queue.list({ ids, states: ['dead'] });
    await queue.retry({ ids: dead.filter(({ runAt }) => runAt < long).map(({ id }) => id) });
  }
  const pending = await store.pages.pending(batch);
  await queue.add(pending.map(({ hash, url, name }) => extractJob(hash, url ?? name ?? hash)));
  await queue.add((await store.record.uncoded(coderVersion, batch)).map(recordJob));
}

/** Has the first pages of hosts read again of which more is known now; gives how many. */
export async function addReadingsAgain(store: Store): Promise<number> {
  let added = 0;
  for (const { host, pages } of await hostsToReadAgain(store)) {
    const jobs: NewJob[] = [];
    for await (const page of pagesOfHost(store, host))
      jobs.push(extractAgainJob(page.hash, page.url ?? page.name ?? page.hash));
    added += await store.queue.add(jobs);
    await store.hosts.setReadWith(host, pages);
  }
  return added;
}
