import type { ErrorCode } from '../errors.ts';
import { RapporteurError } from '../errors.ts';
import type { JobKind, LeasedJob, Queue } from '../store/queue/queue.ts';

/** What is done with jobs of one kind. Doing it twice does no harm. */
export interface Step {
  readonly kind: JobKind;
  /** Jobs that are worked on at once. */
  readonly atOnce: number;
  /**
   * Does one job. It ends early when the signal says so, and then says `interrupted`: the job is given back. A function that
   * it gives is called when the job has left the queue.
   */
  run(job: LeasedJob, signal: AbortSignal): Promise<StepOutcome>;
}

export type StepOutcome = 'done' | 'interrupted' | (() => Promise<void>);

/** A job that no later try can help. */
export class HopelessJob extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface WorkOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** No job is begun when so much time has gone by. @default without end */
  readonly untilMs?: number;
  /** Goes on while other workers hold jobs of these kinds: what they do may lead to more. @default false */
  readonly waitForOthers?: boolean;
  readonly onProblem: (problem: unknown, job?: LeasedJob) => void;
}

/** Leases are a multiple of this. */
const beatMs = 5_000;
/** Between two looks for new work while all that is running takes its time. */
const idleMs = 50;
/**
 * A kind of which nothing was due is not looked for again before this: jobs end many times a second. It rests twice as
 * long each time that nothing was due, since every worker looks for every kind: that is what a database was busiest with.
 */
const emptyMs = 25;
const longestEmptyMs = 200;

/** No other job can do better now: it is none's fault, and counts as no try. */
const ofTheWorld: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk-full',
  'data-folder-unwritable',
  'database-unreachable',
  'database-damaged',
]);

function isOfTheWorld(error: unknown): boolean {
  return error instanceof RapporteurError && ofTheWorld.has(error.code);
}

/**
 * Does what is due, several jobs at once, until nothing is due any more.
 * @throws what makes all further work useless: a full disk, a database that does not answer
 */
export async function workUntilIdle(queue: Queue, steps: readonly Step[], options: WorkOptions): Promise<void> {
  const { now, signal, onProblem } = options;
  const end = options.untilMs ?? Number.POSITIVE_INFINITY;
  const running = new Map<LeasedJob, Promise<void>>();
  const done: { readonly job: LeasedJob; readonly outcome: StepOutcome }[] = [];
  let wake = (): void => {};
  let broken: { readonly error: unknown } | undefined;
  const over = () => broken !== undefined || signal.aborted || now().getTime() >= end;
  const beat = setInterval(() => {
    queue.extend([...running.keys()]).catch((problem: unknown) => onProblem(problem));
  }, beatMs);

  async function begin(step: Step, job: LeasedJob): Promise<void> {
    try {
      done.push({ job, outcome: await step.run(job, signal) });
    } catch (error) {
      if (isOfTheWorld(error)) {
        broken ??= { error };
        done.push({ job, outcome: 'interrupted' });
        return;
      }
      const code = error instanceof HopelessJob || error instanceof RapporteurError ? error.code : 'internal';
      const detail = error instanceof Error ? error.message : String(error);
      const final = error instanceof HopelessJob;
      if (!final) onProblem(error, job);
      await queue.fail(job, { code, detail, final }).catch((problem: unknown) => {
        broken ??= { error: problem };
      });
    } finally {
      running.delete(job);
      wake();
    }
  }

  /** Until a job ends, or for a moment. One promise for all: racing those of jobs that take long would pile up in them. */
  function someEnd(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Takes what is done out of the queue, in one go. */
  async function settle(): Promise<void> {
    const settled = done.splice(0);
    if (settled.length === 0) return;
    const given = settled.filter(({ outcome }) => outcome === 'interrupted').map(({ job }) => job);
    const complete = settled.filter(({ outcome }) => outcome !== 'interrupted').map(({ job }) => job);
    await queue.complete(complete);
    await queue.release(given);
    for (const { outcome } of settled) if (typeof outcome === 'function') await outcome();
  }

  const empty = new Map<JobKind, { readonly until: number; readonly rest: number }>();

  async function leaseMore(): Promise<number> {
    let leased = 0;
    const others = running.size > 0;
    for (const step of steps) {
      if (others && performance.now() < (empty.get(step.kind)?.until ?? 0)) continue;
      const busy = [...running.keys()].filter(({ kind }) => kind === step.kind).length;
      // A few at a time cost as much as one.
      if (busy > step.atOnce / 2) continue;
      const jobs = await queue.lease(step.kind, step.atOnce - busy);
      const rest = Math.min(longestEmptyMs, (empty.get(step.kind)?.rest ?? emptyMs / 2) * 2);
      if (jobs.length === 0) empty.set(step.kind, { until: performance.now() + rest, rest });
      else empty.delete(step.kind);
      for (const job of jobs) {
        leased += 1;
        running.set(job, begin(step, job));
      }
    }
    return leased;
  }

  async function othersWork(): Promise<boolean> {
    const kinds = new Set(steps.map(({ kind }) => kind));
    return (await queue.counts()).some(
      ({ kind, state, due }) => kinds.has(kind) && (state === 'running' || (state !== 'dead' && due > 0)),
    );
  }

  try {
    while (!over()) {
      await settle();
      const leased = await leaseMore();
      if (done.length > 0) continue;
      if (running.size > 0) await someEnd();
      else if (leased === 0) {
        if (options.waitForOthers !== true || !(await othersWork())) return;
        await pause(idleMs);
      }
    }
  } finally {
    await Promise.allSettled(running.values());
    clearInterval(beat);
    // In a broken world jobs cannot be given back either: their leases end.
    await settle().catch((error: unknown) => {
      broken ??= { error };
    });
  }
  if (broken !== undefined) throw broken.error;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
