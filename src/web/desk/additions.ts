import { randomBytes } from 'node:crypto';
import { type ErrorCode, RapporteurError } from '../../errors.ts';
import { addSource } from '../../jobs/collect/add-source.ts';
import { addWanted, type Listing, type Look, type Wanted } from '../../jobs/collect/add-wanted.ts';
import type { Source } from '../../store/collecting.ts';
import type { Store } from '../../store/store.ts';

/** What became of one address or one feed of a file. */
export type AdditionEntry =
  | {
      readonly kind: 'added';
      readonly name: string;
      readonly outlet: { readonly slug: string; readonly name: string };
      readonly source: Pick<Source, 'kind' | 'address'>;
      /** How many items it holds now; 0 where nobody has looked. */
      readonly items: number;
      /** It was followed already. */
      readonly known: boolean;
    }
  /** A page without a feed: its links are looked at by a person. */
  | { readonly kind: 'listing'; readonly name: string; readonly listing: Listing; readonly folder?: readonly string[] }
  | { readonly kind: 'failed'; readonly name: string; readonly code: ErrorCode; readonly detail: string };

/** Something that an editor adds. Looking at addresses takes a while: it goes on while its page is shown. */
export interface Addition {
  readonly id: string;
  readonly names: readonly string[];
  readonly entries: readonly AdditionEntry[];
  readonly running: boolean;
}

export interface AdditionRules {
  readonly name?: string;
  readonly allowPrivate: boolean;
  readonly pauseMs?: number;
}

export interface Additions {
  /** Begins, and waits a moment: most are known then. Nothing when too many are being looked at. */
  start(accountId: string, wanted: readonly Wanted[], rules: AdditionRules): Promise<Addition | undefined>;
  /** Only of who began it. */
  get(id: string, accountId: string): Addition | undefined;
  /** Follows the links of a listing that a person has looked at. */
  follow(id: string, accountId: string, entry: number, pattern: string): Promise<boolean>;
}

interface Running {
  readonly id: string;
  readonly accountId: string;
  readonly began: number;
  readonly names: readonly string[];
  readonly rules: AdditionRules;
  readonly entries: AdditionEntry[];
  running: boolean;
}

const keptMs = 3_600_000;
const longestMs = 1_800_000;
const mostKept = 100;
const runningOfOne = 3;
const firstWaitMs = 2_500;

/** Kept in memory: what was added stands in the archive, the rest is typed again after a restart. */
export function openAdditions(store: Store, look: Look, now: () => Date): Additions {
  const kept = new Map<string, Running>();

  function forgetOld(): void {
    const time = now().getTime();
    for (const [id, { began, running }] of kept) {
      if (!running && (Math.abs(time - began) > keptMs || kept.size >= mostKept)) kept.delete(id);
    }
  }

  async function run(addition: Running, wanted: readonly Wanted[]): Promise<void> {
    const { entries, rules } = addition;
    try {
      await addWanted(store, wanted, {
        ...rules,
        look,
        now: now().toISOString(),
        signal: AbortSignal.timeout(longestMs),
        onAdded({ name }, { outlet, source, known }, { items }) {
          entries.push({ kind: 'added', name, outlet, source, items, known });
        },
        onListing({ name, folder }, listing) {
          entries.push({ kind: 'listing', name, listing, ...(folder && { folder }) });
          return undefined;
        },
        onFailed({ name }, { code, detail }) {
          entries.push({ kind: 'failed', name, code, detail });
        },
      });
    } catch (error) {
      const code = error instanceof RapporteurError ? error.code : 'internal';
      entries.push({ kind: 'failed', name: '', code, detail: '' });
    }
    addition.running = false;
  }

  return {
    async start(accountId, wanted, rules) {
      forgetOld();
      const busy = [...kept.values()].filter((one) => one.running && one.accountId === accountId).length;
      if (busy >= runningOfOne || kept.size >= mostKept) return undefined;
      const addition: Running = {
        id: randomBytes(18).toString('base64url'),
        accountId,
        began: now().getTime(),
        names: wanted.map(({ name }) => name),
        rules,
        entries: [],
        running: true,
      };
      kept.set(addition.id, addition);
      await Promise.race([run(addition, wanted), new Promise((resolve) => setTimeout(resolve, firstWaitMs).unref())]);
      return addition;
    },
    get(id, accountId) {
      const found = kept.get(id);
      return found?.accountId === accountId ? found : undefined;
    },
    async follow(id, accountId, at, pattern) {
      const addition = kept.get(id);
      const entry = addition?.entries[at];
      if (addition === undefined || addition.accountId !== accountId || entry?.kind !== 'listing') return false;
      const { folder, listing } = entry;
      const found = { ...listing.source, pattern };
      const how = { ...addition.rules, ...(folder && { folder }), now: now().toISOString() };
      const { outlet, source, known } = await addSource(store, found, how);
      addition.entries[at] = { kind: 'added', name: entry.name, outlet, source, items: found.items, known };
      return true;
    },
  };
}
