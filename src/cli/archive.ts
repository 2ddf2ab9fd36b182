import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readProfilesOf } from '../collect/read-profiles.ts';
import type { Settings } from '../config.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import { builtinProfiles } from '../core/extract/profiles/find-profile.ts';
import { RapporteurError } from '../errors.ts';
import { openStore } from '../store/open-store.ts';
import { publicView } from '../store/public-view.ts';
import type { Store } from '../store/store.ts';

export interface Archive {
  readonly store: Store;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** By which pages are read: `profiles.json` of the folder, then those that ship. */
  readonly profiles: readonly OutletProfile[];
  close(): Promise<void>;
}

/**
 * Opens the archive that the settings name, and makes the data folder when it is missing.
 * @param options.writes takes the writer's lock: only one import, edit or rebuild at a time works on a folder, while
 *   any number of sites and searches may read it, as the public sees it
 * @param options.shared on PostgreSQL the folder is not locked: any number of workers collect into one database
 * @param options.editor reads for an editor, who sees withdrawn people too
 * @throws RapporteurError `data-folder-unwritable`, `data-folder-locked` and what opening the store throws
 */
export async function openArchive(
  settings: Settings,
  options: { readonly writes: boolean; readonly shared?: boolean; readonly editor?: boolean },
): Promise<Archive> {
  const folder = prepareFolder(settings.data);
  const profiles = options.writes ? readProfilesOf(folder) : builtinProfiles;
  const shared = options.shared === true && (settings.databaseUrl ?? '') !== '';
  const unlock = options.writes && !shared ? lockFolder(folder) : () => {};
  try {
    const store = await openStore({
      dataDir: folder,
      ...(settings.databaseUrl === undefined ? {} : { databaseUrl: settings.databaseUrl }),
    });
    return {
      store: options.writes || options.editor === true ? store : publicView(store),
      folder,
      profiles,
      async close() {
        try {
          await store.close();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Makes the folder readable for its owner only: it holds secrets and what people saved for themselves. */
export function prepareFolder(path: string): string {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
  } catch (cause) {
    throw new RapporteurError('data-folder-unwritable', `Folder: ${path}.`, { cause });
  }
  return folder;
}

/** One level after the other: the recursive form of Node never returns where a file system refuses new folders with ENOENT. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** A lock whose holder has not shown itself for this long is left over from a machine that stopped. */
const staleAfterMs = 30_000;
const heartbeatMs = 5_000;

/** Takes the writer's lock of a data folder; gives the function that lets it go. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'writer.lock');
  for (let tries = 0; ; tries += 1) {
    try {
      const handle = openSync(path, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      break;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new RapporteurError('data-folder-unwritable', 'The lock file could not be made.', { cause });
      }
      if (tries > 0 || isHeld(path)) {
        throw new RapporteurError('data-folder-locked', `Process ${readPid(path) ?? 'unknown'}.`, { cause });
      }
      // Its holder was killed: take it over. Losing the race to another process shows as EEXIST above.
      rmSync(path, { force: true });
    }
  }
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder may be gone; nothing is left to protect then.
    }
  }, heartbeatMs);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  };
}

function isHeld(path: string): boolean {
  const pid = readPid(path);
  if (pid === undefined) return ageOf(path) < 1000;
  return isRunning(pid) && ageOf(path) < staleAfterMs;
}

function readPid(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
