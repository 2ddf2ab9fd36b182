import { hostOf } from '../core/extract/profiles/find-profile.ts';
import { mostHostPages } from '../store/archive/hosts.ts';
import type { Store, StoredPage } from '../store/store.ts';

/** Lets the pages of one host be read as if each waited for the one before, where it makes a difference. */
export interface HostOrder {
  /**
   * Reads a page with what its host's other pages tell. Memory holds one entry an article, so that versions and repeated
   * imports of one page count once, and lines do not depend on labels: with the same pages in the archive a page is read
   * the same, in whatever order they came.
   */
  inOrder<T extends { readonly lines: readonly string[] }>(
    page: StoredPage,
    read: (memory: readonly string[] | undefined) => Promise<T>,
  ): Promise<T>;
  /** The archive has remembered the page's lines. */
  settled(page: StoredPage): void;
}

export function createHostOrder(store: Store): HostOrder {
  const turns = new Map<string, Promise<unknown>>();
  /** Lines of pages that were read and are not in the archive yet. */
  const read = new Map<string, Map<string, string>>();

  async function memoryOf(host: string): Promise<ReadonlyMap<string, string>> {
    const stored = await store.hosts.pagesOf(host);
    const all = new Map(stored.map(({ articleId, lines }) => [articleId, lines.join(' ')]));
    for (const [articleId, lines] of read.get(host) ?? []) all.set(articleId, lines);
    return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, mostHostPages));
  }

  return {
    async inOrder(page, work) {
      const host = hostOf(page.url);
      if (host === undefined) return work(undefined);
      let done = (): void => {};
      const before = turns.get(host) ?? Promise.resolve();
      const turn = new Promise<void>((resolve) => {
        done = resolve;
      });
      const queue = before.then(() => turn);
      turns.set(host, queue);
      void queue.then(() => {
        if (turns.get(host) === queue) turns.delete(host);
      });
      await before;
      try {
        const memory = await memoryOf(host);
        const others = [...memory].flatMap(([articleId, lines]) => (articleId === page.articleId ? [] : [lines]));
        const last = [...memory.keys()].at(-1) ?? '';
        // Only the pages with the smallest ids are remembered: what this one holds makes no difference to the next.
        if (memory.size === mostHostPages && page.articleId > last) done();
        const result = await work(others.length === 0 ? undefined : others);
        const waiting = read.get(host) ?? new Map<string, string>();
        waiting.set(page.articleId, result.lines.join(' '));
        read.set(host, waiting);
        return result;
      } finally {
        done();
      }
    },
    settled(page) {
      const host = hostOf(page.url);
      if (host === undefined) return;
      const waiting = read.get(host);
      waiting?.delete(page.articleId);
      if (waiting?.size === 0) read.delete(host);
    },
  };
}

/** Numbers of pages at which those read before are worth reading again, so that each page is read few times. */
const stages = [4, 8, 16, 32] as const;

function stageOf(pages: number): number {
  return stages.filter((stage) => pages >= stage).length;
}

/** Hosts whose first pages were read when less was known of them than now. */
export async function hostsToReadAgain(store: Store): Promise<readonly { host: string; pages: number }[]> {
  const sizes = await store.hosts.sizes();
  return sizes.filter(({ pages, readWith }) => stageOf(pages) > stageOf(readWith));
}
