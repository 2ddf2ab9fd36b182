import { sleepFor } from '../collect/http/visitor.ts';
import type { Settings } from '../config.ts';
import { RapporteurError } from '../errors.ts';
import { collectSources } from '../jobs/collect/collect.ts';
import { runCollector } from '../jobs/collect/collector.ts';
import { type Archive, openArchive } from './archive.ts';
import { openVisitor } from './visitor.ts';

/** A person who wants to import or edit meanwhile does not wait much longer than this. */
const roundMs = 60_000;

/**
 * Collects what is due while the site runs, until the signal stops it. The writer's lock is taken for one round at a
 * time; a round is left out when somebody else holds it.
 * @param reader what the site reads from
 */
export async function keepCollecting(
  reader: Archive,
  settings: Settings,
  options: {
    readonly now: () => Date;
    readonly signal: AbortSignal;
    readonly log: (event: string, detail: object) => void;
  },
): Promise<void> {
  const { now, signal, log } = options;
  // One visitor for all rounds: it remembers when it was where.
  const { visitor, close } = openVisitor(reader.store, { now, contact: settings.contact });
  try {
    await runCollector(reader.store.collect, {
      now,
      signal,
      sleep: sleepFor,
      onProblem: (problem) => log('collect-failed', { code: codeOf(problem), detail: String(problem) }),
      async round(sources) {
        const archive = await openWriter(settings);
        if (archive === undefined) return;
        try {
          const { store, profiles } = archive;
          const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
          const report = await collectSources(store, sources, { visitor, now, signal, maxBytes, profiles, roundMs });
          const failed = report.sources.failed + report.items.failed;
          if (report.items.stored + failed > 0) log('collected', { stored: report.items.stored, failed });
        } finally {
          await archive.close();
        }
      },
    });
  } finally {
    await close();
  }
}

async function openWriter(settings: Settings): Promise<Archive | undefined> {
  try {
    return await openArchive(settings, { writes: true });
  } catch (error) {
    if (codeOf(error) === 'data-folder-locked') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof RapporteurError ? error.code : 'internal';
}
