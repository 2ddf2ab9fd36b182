import type { Source } from '../../store/collecting.ts';
import type { Store } from '../../store/store.ts';

export interface CollectorOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Waits; ends early when the signal says so. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Does one round. Whatever it throws is reported. */
  readonly round: (sources: readonly Source[]) => Promise<void>;
  readonly onProblem: (problem: unknown) => void;
  /** Whether something waits that no source and no page tells of. */
  readonly hasWork?: () => Promise<boolean>;
  /** Between two looks at what is due. @default 30 seconds */
  readonly everyMs?: number;
}

const defaultEveryMs = 30_000;
/** Sources of one round. After a night's sleep of the machine all are due: the longest waiting go first, the rest follows. */
export const sourcesOfRound = 50;
/** A look that comes so much too late follows a sleep of the machine, whose network needs a moment. */
const lateMs = 120_000;

/** Collects what is due, round after round, until the signal stops it. */
export async function runCollector(collect: Store['collect'], options: CollectorOptions): Promise<void> {
  const { now, signal, sleep, round, onProblem } = options;
  const everyMs = options.everyMs ?? defaultEveryMs;
  let expected = now().getTime();
  while (!signal.aborted) {
    const late = now().getTime() - expected > lateMs;
    if (!late) {
      try {
        const at = now().toISOString();
        const sources = await collect.dueSources(at, sourcesOfRound);
        const due = sources.length > 0 || (await collect.dueItems(at, 1)).length > 0;
        if (due || (await options.hasWork?.()) === true) await round(sources);
      } catch (problem) {
        if (!signal.aborted) onProblem(problem);
      }
    }
    expected = now().getTime() + everyMs;
    await sleep(everyMs, signal);
  }
}
