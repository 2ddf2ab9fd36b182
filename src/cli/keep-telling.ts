import type { Fetcher } from '../collect/http/fetcher.ts';
import { sleepFor } from '../collect/http/visitor.ts';
import { deliverWebhooks } from '../jobs/webhooks/deliver-webhooks.ts';
import { publicView } from '../store/public-view.ts';
import type { Store } from '../store/store.ts';

const everyMs = 5_000;

/** Tells webhooks of new facts while the site runs, until the signal stops it. */
export async function keepTelling(
  store: Store,
  options: {
    readonly fetcher: Fetcher;
    readonly now: () => Date;
    readonly signal: AbortSignal;
    readonly log: (event: string, detail: object) => void;
  },
): Promise<void> {
  const { fetcher, now, signal, log } = options;
  const view = publicView(store);
  while (!signal.aborted) {
    try {
      // Several sites on one database tell each webhook once. Without any there is nothing to be alone for.
      if ((await store.webhooks.list()).length > 0)
        await store.alone('webhooks', () => deliverWebhooks(store, { view, fetcher, now, signal }));
    } catch (error) {
      log('webhooks-failed', { detail: String(error) });
    }
    await sleepFor(everyMs, signal);
  }
}
