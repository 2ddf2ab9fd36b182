import { dropText } from '../core/extract/drop-text.ts';
import { keptSentences } from '../schemas/publish.ts';
import { evidenceSpansOf } from '../schemas/record.ts';
import type { RetentionEntry } from '../store/keeping.ts';
import type { Store } from '../store/store.ts';

export interface RetainOptions {
  readonly now: () => Date;
  /** Only says what would go. @default false */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

const atOnce = 100;
const dayMs = 86_400_000;

/**
 * Gives up the texts and bytes that their outlets' setting no longer keeps. Titles, addresses, hashes and facts stay, with
 * as many of their sentences as the outlet lets be shown.
 */
export async function retainTexts(store: Store, options: RetainOptions): Promise<readonly RetentionEntry[]> {
  const { now, dryRun = false, signal } = options;
  const log: RetentionEntry[] = [];
  for (const outlet of await store.outlets.list()) {
    if (outlet.keepDays === undefined) continue;
    const at = now().toISOString();
    const before = new Date(now().getTime() - outlet.keepDays * dayMs).toISOString();
    let [articles, bytes] = [0, 0];
    if (dryRun) articles = (await store.keeping.dueToDrop(outlet.id, before, Number.MAX_SAFE_INTEGER)).length;
    else {
      for (;;) {
        const ids = signal?.aborted === true ? [] : await store.keeping.dueToDrop(outlet.id, before, atOnce);
        let done = 0;
        for (const id of ids) {
          const stored = await store.articles.get(id);
          if (stored === undefined || signal?.aborted === true) break;
          const record = await store.record.getRecord(id);
          const fitting = record?.textVersion === stored.article.textVersion ? record : undefined;
          // Facts come first: what is not recorded yet waits for the next time.
          if (fitting === undefined) continue;
          const kept = keptSentences(stored.article, outlet.publish, evidenceSpansOf(fitting));
          bytes += await store.keeping.drop(dropText(stored.article, kept, at));
          done += 1;
        }
        articles += done;
        if (done === 0 || ids.length < atOnce) break;
      }
    }
    if (articles === 0) continue;
    const entry: RetentionEntry = { at, outletId: outlet.id, keepDays: outlet.keepDays, articles, bytes };
    if (!dryRun) await store.keeping.logRetention(entry);
    log.push(entry);
  }
  return log;
}
