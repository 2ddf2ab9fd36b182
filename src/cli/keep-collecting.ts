import { sleepFor } from '../collect/http/visitor.ts';
import type { Settings } from '../config.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import { RapporteurError } from '../errors.ts';
import { type CollectReport, collectSources } from '../jobs/collect/collect.ts';
import { runCollector } from '../jobs/collect/collector.ts';
import { isFusionDue } from '../jobs/fusion-due.ts';
import { openThreadedReader } from '../jobs/reading/threaded-reader.ts';
import type { Store } from '../store/store.ts';
import { type Archive, openArchive } from './archive.ts';
import { hubsOf, openVisitor } from './visitor.ts';

/** A person who wants to import or edit meanwhile does not wait much longer than this. */
const roundMs = 60_000;

export interface CollectingOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly log: (event: string, detail: object) => void;
  /** By which pages are read. */
  readonly profiles: readonly OutletProfile[];
  /** Pages that are read at once. @default one less than there are cores, four at most */
  readonly threads?: number;
  /** Reading gives way to the other threads of the process. @default false */
  readonly giveWay?: boolean;
  /** Between two looks at what is due. @default 30 seconds */
  readonly everyMs?: number;
  readonly onRound?: (report: CollectReport) => void;
  /** Somebody else holds the folder. */
  readonly onLocked?: (detail: string) => void;
}

/**
 * Does what is due until the signal stops it. In the embedded archive the writer's lock is taken for one round at a time,
 * and a round is left out when somebody else holds it; on PostgreSQL any number of workers do so at once.
 * @param reader what is looked at between two rounds
 */
export async function keepCollecting(reader: Archive, settings: Settings, options: CollectingOptions): Promise<void> {
  const { now, signal, log } = options;
  const { store } = reader;
  // One visitor for all rounds: it remembers when it was where. What it notes goes through the connection that writes:
  // two of one thread would wait for each other.
  let writer = store;
  const { visitor, fetcher, close } = openVisitor(() => writer, { now, contact: settings.contact });
  const pages = openThreadedReader({
    profiles: options.profiles,
    giveWay: options.giveWay ?? false,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  const logProblem = (event: string, problem: unknown) =>
    log(event, { code: codeOf(problem), detail: String(problem) });
  try {
    await runCollector(store.collect, {
      now,
      signal,
      sleep: sleepFor,
      onProblem: (problem) => logProblem('collect-failed', problem),
      hasWork: () => hasWork(store),
      ...(options.everyMs === undefined ? {} : { everyMs: options.everyMs }),
      async round(sources) {
        const archive = await openWriter(settings, options.onLocked);
        if (archive === undefined) return;
        writer = archive.store;
        try {
          const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
          const report = await collectSources(archive.store, sources, {
            visitor,
            reader: pages,
            ...hubsOf(settings.publicUrl, fetcher),
            now,
            signal,
            maxBytes,
            roundMs,
            onProblem: (problem) => logProblem('job-failed', problem),
          });
          const failed = report.sources.failed + report.items.failed;
          if (report.items.stored + failed > 0) log('collected', { stored: report.items.stored, failed });
          options.onRound?.(report);
        } finally {
          writer = store;
          await archive.close();
        }
      },
    });
  } finally {
    await close();
    await pages.close();
  }
}

/** True when a job is due, or when something was left between two steps. */
async function hasWork(store: Store): Promise<boolean> {
  const due = (await store.queue.counts()).some(({ state, due }) => state !== 'dead' && state !== 'running' && due > 0);
  return due || (await isFusionDue(store)) || (await store.pages.pending(1)).length > 0;
}

async function openWriter(settings: Settings, onLocked?: (detail: string) => void): Promise<Archive | undefined> {
  try {
    return await openArchive(settings, { writes: true, shared: true });
  } catch (error) {
    if (codeOf(error) !== 'data-folder-locked') throw error;
    onLocked?.((error as Error).message);
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof RapporteurError ? error.code : 'internal';
}
