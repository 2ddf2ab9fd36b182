import type { ErrorCode } from '../../errors.ts';
import { failureOf } from '../../messages/errors.ts';
import type { SourceItem } from '../../store/collecting.ts';
import type { NewJob } from '../../store/queue/queue.ts';
import type { Store } from '../../store/store.ts';
import type { Reading } from '../reading/reading.ts';
import { HopelessJob, type Step } from '../worker.ts';

export type ReadOutcome =
  | { readonly kind: 'stored'; readonly articleId: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string };

/** Before the key of a page that is read again although it was read. */
const again = 'again ';

export function extractJob(hash: string, about: string): NewJob {
  return { kind: 'extract', key: hash, about };
}

export function extractAgainJob(hash: string, about: string): NewJob {
  return { kind: 'extract', key: `${again}${hash}`, about };
}

/** Reads a page to its article and its record. */
export function createExtractStep(
  store: Store,
  {
    reading,
    threads,
    onRead,
  }: {
    readonly reading: Reading;
    readonly threads: number;
    readonly onRead: (item: SourceItem, outcome: ReadOutcome) => void;
  },
): Step {
  return {
    kind: 'extract',
    // More than are read at once: while some are stored, the threads have the next.
    atOnce: threads * 4,
    async run({ key }) {
      const hash = key.startsWith(again) ? key.slice(again.length) : key;
      const page = await store.pages.get(hash);
      if (page === undefined) return 'done';
      const { articleId } = page;
      const stored = await store.articles.get(articleId);
      const known = stored?.page.hash === hash ? stored.article : undefined;
      const heavy = known?.problems.some(({ code }) => code === 'page-too-heavy') ?? false;
      // A newer version came while this one was waiting: it has a job of its own.
      const newest = (await store.pages.versions(articleId)).reduce((a, b) => (b.version > a.version ? b : a), page);
      if (newest.hash !== hash) return 'done';
      const article = known === undefined || heavy || hash !== key ? await reading.add(page) : known;
      const failure = failureOf(article.problems);
      const refused = failure?.code === 'page-too-heavy' ? failure : undefined;
      for (const item of await store.collect.itemsOf(articleId)) {
        if (item.state !== 'fetched' && hash === key) continue;
        const { reason: _reason, detail: _detail, ...plain } = item;
        // A page that holds no article is kept all the same: nothing is fetched twice for it.
        await store.collect.putItem({
          ...plain,
          state: refused === undefined ? 'stored' : 'failed',
          ...(failure && { reason: failure.code, ...(failure.detail === undefined ? {} : { detail: failure.detail }) }),
        });
        if (item.state !== 'fetched') continue;
        if (refused === undefined) onRead(item, { kind: 'stored', articleId });
        else onRead(item, { kind: 'failed', code: refused.code, detail: refused.detail ?? '' });
      }
      if (refused !== undefined) throw new HopelessJob(refused.code, refused.detail ?? '');
      return 'done';
    },
  };
}
