import { RapporteurError } from '../../errors.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderJobList } from '../../schemas/jobs.ts';
import {
  type Job,
  type JobFilter,
  type JobKind,
  type JobState,
  jobKinds,
  jobStates,
  type Queue,
} from '../../store/queue/queue.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { problemOf } from '../report-error.ts';
import { printable } from '../terminal.ts';

const shown = 50;

export const jobsCommand: Command = {
  name: 'jobs',
  usage: 'list|show|retry|drop [ID…]',
  summary: 'See what waits, what is being done and what did not work; try it again, or let it go.',
  details: [
    'Each page goes through the steps poll, fetch, extract, record, group. A job that fails is tried again after a rest that doubles each time ("failed"); after five tries it is "dead": kept with its reason until you retry or drop it. Jobs that are done leave the queue.',
    '"fetch" stands for all that waits at one domain. What an outlet answers to single pages is told by "outlets list".',
    'retry without an ID takes all dead jobs (or those of --kind, --state); drop wants IDs, --kind or --state. A job that is being done is never dropped.',
  ],
  options: [
    { name: 'kind', takes: 'KIND', sentence: `Only these: ${jobKinds.join(', ')}.` },
    { name: 'state', takes: 'STATE', sentence: `Only these: ${jobStates.join(', ')}.` },
    { name: 'limit', takes: 'N', sentence: `How many are listed. Default: ${shown}.` },
  ],
  settings: ['data'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur jobs list --state dead', sentence: 'What was given up, and why.' },
    { line: 'rapporteur jobs retry', sentence: 'Try all of it again.' },
    { line: 'rapporteur jobs list --json', sentence: 'For machines (schema rapporteur.jobs/1).' },
  ],
  async run(context) {
    const [verb, ...ids] = context.args;
    const run = Object.hasOwn(verbs, verb ?? '') ? verbs[verb ?? ''] : undefined;
    if (run === undefined) throw new RapporteurError('usage', `Write: jobs ${Object.keys(verbs).join(', jobs ')}.`);
    const filter = filterOf(context, ids);
    // Only rows of the queue are touched: the lock that keeps two writers of articles apart is not needed.
    const archive = await openArchive(context.settings, { writes: false, editor: true });
    try {
      return await run(archive.store.queue, filter, context);
    } finally {
      await archive.close();
    }
  },
};

type Verb = (queue: Queue, filter: JobFilter, context: CommandContext) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = {
  async list(queue, filter, { flags, terminal, json }) {
    const limit = Number(flags['limit'] ?? shown);
    if (!Number.isInteger(limit) || limit < 1)
      throw new RapporteurError('usage', '--limit must be a whole number from 1.');
    const [counts, jobs] = [await queue.counts(), await queue.list({ ...filter, limit })];
    if (json) {
      await terminal.out(`${JSON.stringify(renderJobList([...counts], jobs.map(withProblem)))}\n`);
      return exitCodes.ok;
    }
    for (const { kind, state, jobs: all, due } of counts)
      await terminal.out(`${all} ${kind} ${state}${state === 'waiting' && due < all ? ` (${due} due)` : ''}\n`);
    if (counts.length === 0) await terminal.out('The queue is empty.\n');
    else if (jobs.length > 0) await terminal.out('\n');
    for (const job of jobs) await terminal.out(`${lineOf(job)}\n`);
    return exitCodes.ok;
  },
  async show(queue, filter, { terminal, json }) {
    const jobs = await found(queue, filter);
    if (json) await terminal.out(`${JSON.stringify(renderJobList([], jobs.map(withProblem)))}\n`);
    else for (const job of jobs) await terminal.out(`${cardOf(job)}\n`);
    return exitCodes.ok;
  },
  async retry(queue, filter, { terminal }) {
    if (filter.ids !== undefined) await found(queue, filter);
    const wide = filter.ids !== undefined || filter.states !== undefined;
    const jobs = await queue.retry(wide ? filter : { ...filter, states: ['dead'] });
    await terminal.out(`${jobs} tried again\n`);
    return exitCodes.ok;
  },
  async drop(queue, filter, { terminal }) {
    if (filter.ids === undefined && filter.kinds === undefined && filter.states === undefined)
      throw new RapporteurError('usage', 'Say which: jobs drop ID…, or --kind or --state.');
    if (filter.ids !== undefined) await found(queue, filter);
    await terminal.out(`${await queue.drop(filter)} dropped\n`);
    return exitCodes.ok;
  },
};

function filterOf({ flags }: CommandContext, ids: readonly string[]): JobFilter {
  const kind = flags['kind'];
  const state = flags['state'];
  if (kind !== undefined && !jobKinds.includes(kind as JobKind))
    throw new RapporteurError('usage', `--kind must be one of ${jobKinds.join(', ')}.`);
  if (state !== undefined && !jobStates.includes(state as JobState))
    throw new RapporteurError('usage', `--state must be one of ${jobStates.join(', ')}.`);
  return {
    ...(ids.length === 0 ? {} : { ids }),
    ...(kind === undefined ? {} : { kinds: [kind as JobKind] }),
    ...(state === undefined ? {} : { states: [state as JobState] }),
  };
}

async function found(queue: Queue, filter: JobFilter): Promise<readonly Job[]> {
  const ids = filter.ids ?? [];
  if (ids.length === 0) throw new RapporteurError('usage', 'Say which: jobs show ID….');
  const jobs = await queue.list({ ids, limit: ids.length });
  const missing = ids.find((id) => !jobs.some((job) => job.id === id));
  if (missing !== undefined)
    throw new RapporteurError('not-found', `No job "${missing}" is in the queue: it is done, or never was.`);
  return jobs;
}

function withProblem({ reason, detail, key: _key, ...job }: Job) {
  return reason === undefined ? job : { ...job, problem: problemOf(reason, detail) };
}

function why({ reason, detail }: Job): string {
  if (reason === undefined) return '';
  return `${errorSentence(reason)} (${reason}${detail === undefined || detail === '' ? '' : `: ${printable(detail)}`})`;
}

function lineOf(job: Job): string {
  const rest = job.state === 'failed' ? `, again at ${job.runAt}` : '';
  const reason = why(job);
  return `${job.id}  ${job.state}  ${printable(job.about)}${reason === '' ? '' : `\n    ${reason}${rest}`}`;
}

function cardOf(job: Job): string {
  const lines = [
    ['id', job.id],
    ['step', job.kind],
    ['about', printable(job.about)],
    ['state', job.state],
    ['tries', String(job.tries)],
    ['added', job.addedAt],
    ['not before', job.runAt],
    ...(job.leasedUntil === undefined ? [] : [['leased until', job.leasedUntil]]),
    ...(job.reason === undefined ? [] : [['reason', why(job)]]),
  ];
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}
