import type { Writer } from '../tables.ts';

export type Write = <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;

interface Waiting {
  readonly work: (tx: Writer) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A transaction holds the file for other processes; so many short pieces of work take some tens of milliseconds. */
const most = 64;

/**
 * Lets pieces of work that wait at the same moment share one transaction: most of what a short transaction costs is its
 * end. Each is told of its result when all of them are safe. Work that fails takes back what it shared a transaction with;
 * then each is done again in one of its own.
 */
export function shareTransactions(write: Write): Write {
  const waiting: Waiting[] = [];
  let running = false;

  async function together(): Promise<void> {
    const taken: Waiting[] = [];
    const results: unknown[] = [];
    try {
      await write(async (tx) => {
        // Taken only now: those that came while the connection was in use are here too.
        for (let one = waiting.shift(); one !== undefined; one = taken.length < most ? waiting.shift() : undefined) {
          taken.push(one);
          results.push(await one.work(tx));
        }
      });
    } catch (error) {
      // A transaction that could not begin is the failure of who asked for it.
      const [first, ...others] = taken.length === 0 ? waiting.splice(0, 1) : taken;
      if (others.length === 0) first?.reject(error);
      else for (const one of taken) await alone(one);
      return;
    }
    for (const [at, { resolve }] of taken.entries()) resolve(results[at] as never);
  }

  async function alone({ work, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve((await write(work)) as never);
    } catch (error) {
      reject(error);
    }
  }

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) await together();
    running = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!running) void drain();
    });
}

/** By file: the end of what was begun last. */
const lines = new Map<string, Promise<unknown>>();

/**
 * Lets the transactions of all connections of this thread to one file stand in line. A connection that waits for another
 * one holds up its thread, and so the very one that it waits for.
 */
export function standInLine(file: string, write: Write): Write {
  return (work) => {
    const begun = (lines.get(file) ?? Promise.resolve()).then(() => write(work));
    const ended = begun.catch(() => undefined);
    lines.set(file, ended);
    void ended.then(() => {
      if (lines.get(file) === ended) lines.delete(file);
    });
    return begun;
  };
}
