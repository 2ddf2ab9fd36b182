import type { NewJob } from '../../store/queue/queue.ts';
import type { Store } from '../../store/store.ts';
import { markFusionDue } from '../fusion-due.ts';
import { codeArticle } from '../process.ts';
import type { Reader } from '../reading/reader.ts';
import type { Step } from '../worker.ts';

export function recordJob(articleId: string): NewJob {
  return { kind: 'record', key: articleId };
}

/** Codes an article that was read already: by an older engine, or by a worker that was killed in between. */
export function createRecordStep(store: Store, { reader }: { readonly reader: Reader }): Step {
  return {
    kind: 'record',
    atOnce: reader.threads * 2,
    async run({ key }) {
      if ((await store.articles.get(key)) === undefined) return 'done';
      await markFusionDue(store);
      await codeArticle(store, key, reader);
      return 'done';
    },
  };
}
