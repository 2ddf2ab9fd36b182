import { sleepFor } from '../collect/http/visitor.ts';
import type { Settings } from '../config.ts';
import { RapporteurError } from '../errors.ts';
import { retainTexts } from '../jobs/retain.ts';
import { openArchive } from './archive.ts';

const everyMs = 6 * 3_600_000;
/** Somebody else is writing: soon again. */
const laterMs = 10 * 60_000;

/** Gives up texts whose time is over while the site runs, a few times a day, until the signal stops it. */
export async function keepRetaining(
  settings: Settings,
  options: {
    readonly now: () => Date;
    readonly signal: AbortSignal;
    readonly log: (event: string, detail: object) => void;
  },
): Promise<void> {
  const { now, signal, log } = options;
  // The first minutes belong to the readers.
  await sleepFor(laterMs, signal);
  while (!signal.aborted) {
    await sleepFor(await retainOnce(settings, { now, signal, log }), signal);
  }
}

async function retainOnce(settings: Settings, { now, signal, log }: Parameters<typeof keepRetaining>[1]) {
  try {
    const archive = await openArchive(settings, { writes: true });
    try {
      for (const entry of await retainTexts(archive.store, { now, signal })) log('texts-dropped', entry);
    } finally {
      await archive.close();
    }
    return everyMs;
  } catch (error) {
    const code = error instanceof RapporteurError ? error.code : 'internal';
    if (code !== 'data-folder-locked') log('retention-failed', { code, detail: String(error) });
    return laterMs;
  }
}
