import { z } from 'zod';
import { type ProblemOut, problemSchema } from './problem.ts';

const kind = z.enum(['poll', 'fetch', 'extract', 'record', 'group']).describe('Step of the path.');
const state = z
  .enum(['waiting', 'running', 'failed', 'dead'])
  .describe('`failed` is tried again by itself, `dead` only when a person says so.');
const count = z.int().min(0);

const jobSchema = z.strictObject({
  id: z.string(),
  kind,
  state,
  about: z.string().describe('An address, a domain or what else it is about.'),
  priority: z.int(),
  tries: count,
  addedAt: z.string().describe('ISO instant.'),
  runAt: z.string().describe('ISO instant before which it rests.'),
  leasedUntil: z.string().nullable().describe('ISO instant at which its worker must have shown a sign; while it runs.'),
  problem: problemSchema.nullable().describe('Why the last try failed.'),
});
type JobOut = z.infer<typeof jobSchema>;

export const jobListSchema = z
  .strictObject({
    schema: z.literal('rapporteur.jobs/1'),
    counts: z.array(z.strictObject({ kind, state, jobs: count, due: count })),
    jobs: z.array(jobSchema),
  })
  .describe('What waits in the queue, what is being done, and what did not work.');
type JobListOut = z.infer<typeof jobListSchema>;

/** What is told of a job; the queue's is the same. */
interface JobInput extends Omit<JobOut, 'leasedUntil' | 'problem'> {
  readonly leasedUntil?: string;
  readonly problem?: ProblemOut;
}

export function renderJobList(counts: JobListOut['counts'], jobs: readonly JobInput[]): JobListOut {
  return {
    schema: 'rapporteur.jobs/1',
    counts: counts.map(({ kind: step, state: is, jobs: all, due }) => ({ kind: step, state: is, jobs: all, due })),
    jobs: jobs.map((job) => ({
      id: job.id,
      kind: job.kind,
      state: job.state,
      about: job.about,
      priority: job.priority,
      tries: job.tries,
      addedAt: job.addedAt,
      runAt: job.runAt,
      leasedUntil: job.leasedUntil ?? null,
      problem: job.problem ?? null,
    })),
  };
}
