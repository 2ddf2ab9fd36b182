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
  if (options.asked)
    await queue.retry({ ids: visits.map(({ kind, key }) => jobId(kind, key)), states: ['failed', 'dead'] });
  await retryDead(store, visits, options.asked ? undefined : new Date(now.getTime() - restOfDeadMs).toISOString());
  const pending = await store.pages.pending(batch);
  await queue.add(pending.map(({ hash, url, name }) => extractJob(hash, url ?? name ?? hash)));
  await queue.add((await store.record.uncoded(coderVersion, batch)).map(recordJob));
}

/**
 * Lets jobs run again that died of something that passes. Visits have their own memory of what outlets do, and grouping
 * is always due: what kills them is of ours. Whoever is killed again and again takes with it all that it held, and of that
 * one page at most was the reason.
 */
async function retryDead({ queue }: Store, visits: readonly NewJob[], before: string | undefined): Promise<void> {
  const ours = new Set(visits.map(({ kind, key }) => jobId(kind, key)));
  const dead = await queue.list({ states: ['dead'], limit: batch });
  const passing = dead.filter(({ id, kind, reason }) => ours.has(id) || kind === 'group' || reason === 'worker-lost');
  const ids = passing.filter(({ runAt }) => before === undefined || runAt < before).map(({ id }) => id);
  if (ids.length > 0) await queue.retry({ ids });
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
