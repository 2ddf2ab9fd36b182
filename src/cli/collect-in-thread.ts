import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sleepFor } from '../collect/http/visitor.ts';
import type { Settings } from '../config.ts';

type Log = (event: string, detail: object) => void;

/** A collector that broke down is started again after this. */
const restMs = 30_000;

/**
 * Collects in a thread of its own until the signal stops it, so that the site answers quickly whatever is being stored or
 * grouped.
 */
export async function collectInThread(
  settings: Settings,
  { signal, log }: { readonly signal: AbortSignal; readonly log: Log },
): Promise<void> {
  while (!signal.aborted) {
    const worker = new Worker(new URL(`./collecting-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: settings,
    });
    worker.on('message', ({ event, detail }: { event: string; detail: object }) => log(event, detail));
    worker.on('error', (error) => log('collector-ended', { detail: String(error) }));
    const stop = () => worker.postMessage('stop');
    signal.addEventListener('abort', stop, { once: true });
    // Stopping may have been asked for between the look and the listening.
    if (signal.aborted) stop();
    await once(worker, 'exit');
    signal.removeEventListener('abort', stop);
    await sleepFor(restMs, signal);
  }
}
