import type { Handler } from 'hono';
import { renderReady } from '../../schemas/health.ts';
import type { Store } from '../../store/store.ts';
import type { WebEnvironment } from '../room.ts';

/** `/ready`: whether a page would be answered now, so that a balancer sends readers elsewhere when it would not. */
export function readyPage(store: Store): Handler<WebEnvironment> {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    const reached = await store.revision().then(
      () => true,
      () => false,
    );
    return c.json(renderReady(reached), reached ? 200 : 503);
  };
}
