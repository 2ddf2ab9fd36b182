import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import { RapporteurError } from '../../errors.ts';
import { createGate } from '../gate.ts';
import type { Reader } from './reader.ts';

export interface ThreadOptions {
  /** @default one less than there are cores, since the archive has work for one; four at most */
  readonly threads?: number;
  readonly profiles?: readonly OutletProfile[];
  /** A page that takes longer is given up with its thread. @default 30 seconds */
  readonly timeLimitMs?: number;
  /** Memory of one thread. @default 320 */
  readonly memoryMb?: number;
  /** The threads give way to others of this process, where the system can tell them apart. @default false */
  readonly giveWay?: boolean;
}

const mostThreads = 4;
/** How finely the time of a page is measured. */
const tickMs = 250;

export function standardThreads(): number {
  return Math.max(1, Math.min(mostThreads, availableParallelism() - 1));
}

/**
 * Reads pages in threads of their own. A page that takes too long or too much memory, or ends its thread in another way,
 * is refused alone: the thread is replaced and the other pages go on.
 */
export function openThreadedReader(options: ThreadOptions = {}): Reader {
  const { timeLimitMs = 30_000, memoryMb = 320, profiles } = options;
  const threads = Math.max(1, options.threads ?? standardThreads());
  const pool = new Piscina({
    filename: fileURLToPath(new URL(`./read-thread${extname(import.meta.url)}`, import.meta.url)),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    workerData: { giveWay: options.giveWay ?? false, ...(profiles === undefined ? {} : { profiles }) },
  });
  // A thread that ends between two pages is replaced; one that ends on a page is told of by that page.
  pool.on('error', () => {});
  const gate = createGate(threads);

  async function run<T>(name: string, work: object): Promise<T> {
    return gate(async () => {
      const stop = new AbortController();
      const begun = new Int32Array(new SharedArrayBuffer(4));
      let spent = 0;
      // The time of a page begins when a thread takes it up: starting one takes its own time on a busy machine.
      const clock = setInterval(() => {
        spent = Atomics.load(begun, 0) === 0 ? 0 : spent + tickMs;
        if (spent > timeLimitMs) stop.abort();
      }, tickMs);
      try {
        return (await pool.run({ work, begun }, { name, signal: stop.signal })) as T;
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        if (stop.signal.aborted) throw tooHeavy(`more than ${Math.round(timeLimitMs / 1_000)} s`, cause);
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooHeavy(`more than ${memoryMb} MB`, cause);
        if (/worker exited|Worker terminated/i.test(message)) throw tooHeavy('it ended its thread', cause);
        throw cause;
      } finally {
        clearInterval(clock);
      }
    });
  }

  return {
    threads,
    read: (page) => run('read', page),
    code: (work) => run('code', work),
    close: () => pool.destroy(),
  };
}

function tooHeavy(detail: string, cause: unknown): RapporteurError {
  return new RapporteurError('page-too-heavy', detail, { cause });
}
