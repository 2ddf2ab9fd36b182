import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Door } from '../account/door.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext, WebEnvironment } from '../room.ts';
import { readersPage } from './readers-page.tsx';
import { takeRating } from './take-rating.tsx';

/** What readers leave on the site. */
export function addReaderRooms(app: Hono<WebEnvironment>, door: Door): void {
  const small = bodyLimit({
    maxSize: 32 * 1024,
    onError: (c) => respondProblem(c as WebContext, problemOf('invalid-parameter')),
  });
  app.get('/readers', readersPage);
  app.post('/articles/:id/rating', small, takeRating(door));
}
