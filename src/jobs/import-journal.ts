import { resolve } from 'node:path';
import type { Collected, FoundAt, ReadingJournal, SkipReason } from '../collect/collected.ts';
import type { ErrorCode } from '../errors.ts';
import type { ImportInput } from '../store/importing.ts';
import type { Store } from '../store/store.ts';

/** What became of something that was found. */
export interface ImportOutcome {
  readonly changed: boolean;
  readonly failure?: { readonly code: ErrorCode; readonly detail?: string };
}

/** Remembers in the archive how far an import came and what failed, so that the same command goes on there. */
export interface ImportJournal extends ReadingJournal {
  /** Several things may be under way: what comes after one that is not settled does not count as done. */
  begin(item: Collected): PendingItem;
  settle(pending: PendingItem, outcome: ImportOutcome): Promise<void>;
  /** Writes down how far reading came. */
  save(): Promise<void>;
  /** Everything was read and processed. */
  finish(): Promise<void>;
  readonly skips: ReadonlyMap<SkipReason, number>;
  /** Bytes of all files that were read so far, those of earlier runs included. */
  readonly bytes: number;
  /** Of them, what earlier runs had read. */
  readonly bytesBefore: number;
}

export interface PendingItem {
  readonly item: Collected;
  settled: boolean;
}

interface Ended {
  readonly ended: string;
  readonly settled: true;
}

const saveEveryMs = 1_000;
/** A second more than the clock of any file system is behind. */
const margin = 1_000;

export async function openImportJournal(store: Store, now: () => Date): Promise<ImportJournal> {
  const rows = new Map((await store.imports.inputs()).map((row) => [row.path, row]));
  const failed = await failedItems(store);
  const beganAt = now().toISOString();
  const stamps = new Map<string, string>();
  const positions = new Map<string, string>();
  const reached = new Map<string, number>();
  const queue: (PendingItem | Ended)[] = [];
  const skips = new Map<SkipReason, number>();
  let bytes = 0;
  let bytesBefore = 0;
  let dirty = false;
  let savedAt = now().getTime();

  const setReached = (input: string, at: number) => {
    bytes += at - (reached.get(input) ?? 0);
    reached.set(input, at);
  };

  /** Moves positions past everything that is settled. */
  function advance(): void {
    for (let first = queue[0]; first?.settled === true; first = queue[0]) {
      queue.shift();
      if ('ended' in first) positions.set(first.ended, 'end');
      else if (first.item.found?.next !== undefined) positions.set(first.item.found.input, first.item.found.next);
    }
  }

  async function save(): Promise<void> {
    savedAt = now().getTime();
    dirty = false;
    for (const [path, position] of positions) {
      const before = rows.get(path);
      const stamp = stamps.get(path);
      if (stamp === undefined || (before?.position === position && before.stamp === stamp)) continue;
      const row: ImportInput = {
        path,
        stamp,
        position,
        beganAt: before?.stamp === stamp ? before.beganAt : beganAt,
      };
      await store.imports.putInput(row);
      rows.set(path, row);
    }
    // What was read whole is written once.
    for (const [path, position] of positions) if (position === 'end') positions.delete(path);
  }

  return {
    skips,
    get bytes() {
      return bytes;
    },
    get bytesBefore() {
      return bytesBefore;
    },
    resume(input, stamp) {
      stamps.set(input, stamp);
      const row = rows.get(input);
      if (row === undefined || row.stamp !== stamp) return undefined;
      // An import that was stopped is under way: from here on each step of it is written down.
      dirty = true;
      return { position: row.position, since: Date.parse(row.beganAt) - margin };
    },
    opened: () => {},
    reached(input, at) {
      const before = reached.get(input);
      setReached(input, at);
      if (before === undefined && rows.has(input)) bytesBefore += at;
    },
    ended(input) {
      queue.push({ ended: input, settled: true });
      advance();
    },
    skipped: (reason) => {
      skips.set(reason, (skips.get(reason) ?? 0) + 1);
    },
    begin(item) {
      const pending: PendingItem = { item, settled: false };
      queue.push(pending);
      return pending;
    },
    async settle(pending, { changed, failure }) {
      const key = failureKey(pending.item);
      if (key !== undefined) {
        const text = keyText(key);
        if (failure !== undefined) {
          await store.imports.putFailure({ ...key, ...failure, failedAt: now().toISOString() });
          failed.add(text);
        } else if (failed.delete(text)) await store.imports.removeFailure(key.input, key.item);
      }
      pending.settled = true;
      advance();
      dirty ||= changed || failure !== undefined;
      if (dirty && now().getTime() - savedAt >= saveEveryMs) await save();
    },
    save: async () => {
      if (dirty) await save();
    },
    async finish() {
      const done = [...rows.keys()].filter((path) => stamps.has(path));
      if (done.length > 0) await store.imports.clearInputs(done);
      for (const path of done) rows.delete(path);
    },
  };
}

async function failedItems(store: Store): Promise<Set<string>> {
  const known = new Set<string>();
  let page = await store.imports.failures({ limit: 1000 });
  while (page.length > 0) {
    for (const one of page) known.add(keyText(one));
    const last = page.at(-1);
    page = last === undefined ? [] : await store.imports.failures({ limit: 1000, after: last });
  }
  return known;
}

interface FailureKey {
  readonly input: string;
  readonly item: string;
  readonly position?: string;
}

function keyText({ input, item }: Pick<FailureKey, 'input' | 'item'>): string {
  return `${input}\0${item}`;
}

/** Under what a failure is kept; nothing for what cannot be tried again. */
export function failureKey({ name, found, ...item }: Collected): FailureKey | undefined {
  if (found === undefined) {
    return name.startsWith('-') || (item.kind === 'failure' && item.code === 'file-not-found')
      ? undefined
      : { input: resolve(name), item: '' };
  }
  const inside = itemOf(name, found);
  if (inside === undefined) return { input: resolve(name), item: '' };
  return { input: found.input, item: inside, ...(found.position === undefined ? {} : { position: found.position }) };
}

/** What stands behind the path in a name; nothing when the name is another file, one of a folder. */
function itemOf(name: string, { input }: FoundAt): string | undefined {
  if (resolve(name) === input) return '';
  for (let at = name.indexOf('#'); at !== -1; at = name.indexOf('#', at + 1)) {
    if (resolve(name.slice(0, at)) === input) return name.slice(at);
  }
  return undefined;
}
