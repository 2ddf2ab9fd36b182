import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
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
  const alone = options.writes && !shared;
  const unlock = alone ? lockFolder(folder) : () => {};
  try {
    const { databaseUrl } = settings;
    const store = await openStore(
      { dataDir: folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) },
      { queue: { alone } },
    );
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

/** A lock whose holder has not shown itself for this long is left over, where nothing better tells. */
const staleAfterMs = 30_000;
const heartbeatMs = 5_000;

/** Takes the writer's lock of a data folder; gives the function that lets it go. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'writer.lock');
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`.trim();
  for (let tries = 0; ; tries += 1) {
    try {
      const handle = openSync(path, 'wx', 0o600);
      writeSync(handle, own);
      closeSync(handle);
      break;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new RapporteurError('data-folder-unwritable', 'The lock file could not be made.', { cause });
      }
      const holder = readHolder(path);
      if (tries > 0 || isHeld(path, holder)) {
        throw new RapporteurError('data-folder-locked', `Process ${holder?.pid ?? 'unknown'}.`, { cause });
      }
      // Its holder was killed: take it over. Losing the race to another process shows as EEXIST above.
      takeAway(path, holder);
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
    if (readHolder(path)?.text === own) rmSync(path, { force: true });
  };
}

interface Holder {
  readonly text: string;
  readonly pid: number;
  /** When it started, as the system counts; another process may have the same number later. */
  readonly start: string | undefined;
}

/**
 * Neither a process that is busy for a minute nor a clock that jumps loses the lock where the system tells when a process
 * started; elsewhere its age decides.
 */
function isHeld(path: string, holder: Holder | undefined): boolean {
  if (holder === undefined) return ageOf(path) < 1000;
  if (!isRunning(holder.pid)) return false;
  const start = startOf(holder.pid);
  return holder.start !== undefined && start !== undefined ? holder.start === start : ageOf(path) < staleAfterMs;
}

/** Takes away what a dead holder left. A lock that somebody put there since that look is put back. */
function takeAway(path: string, left: Holder | undefined): void {
  const aside = `${path}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    renameSync(path, aside);
    if (readHolder(aside)?.text !== left?.text) linkSync(aside, path);
  } catch {
    // Somebody else was quicker; the next try sees who.
  }
  rmSync(aside, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const [pid = '', start] = text.split(' ');
    return /^[1-9]\d*$/.test(pid) ? { text, pid: Number(pid), start } : undefined;
  } catch {
    return undefined;
  }
}

/** Ticks from the start of the machine to that of the process; Linux alone tells them. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
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
