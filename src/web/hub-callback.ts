import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { confirmSubscription, takeDelivery } from '../jobs/hubs/answer-hub.ts';
import type { Store } from '../store/store.ts';
import type { WebEnvironment } from './room.ts';

/** Hubs send the whole feed, which is at most so large when we ask for it ourselves. */
const mostBytes = 20 * 1024 * 1024;

/** Where hubs confirm that we asked them, and tell of news (WebSub). */
export function addHubCallback(app: Hono<WebEnvironment>, store: Store, now: () => Date): void {
  app.get('/hubs/:token', async (c) => {
    const answer = await confirmSubscription(store, c.req.param('token'), c.req.query(), now());
    c.header('Cache-Control', 'no-store');
    return answer === undefined ? c.text('Not found', 404) : c.text(answer);
  });
  app.post('/hubs/:token', bodyLimit({ maxSize: mostBytes, onError: (c) => c.text('Too large', 413) }), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const signature = c.req.header('x-hub-signature');
    const taken = await takeDelivery(store, c.req.param('token'), { body, signature }, now());
    // A wrong signature is answered like a right one: who guesses learns nothing.
    return taken === 'unknown' ? c.text('Gone', 410) : c.body(null, 202);
  });
}
