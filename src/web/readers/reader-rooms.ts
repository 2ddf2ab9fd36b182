import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Door } from '../account/door.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import { feedFormats } from '../feeds/feed-document.ts';
import { feedOf } from '../feeds/feeds.ts';
import type { WebContext, WebEnvironment } from '../room.ts';
import { commentsFeed } from './comments-feed.ts';
import { answerPage, commentPage, commentsPage } from './comments-pages.tsx';
import { pollPage, pollsPage, takeVote } from './polls-pages.tsx';
import type { ReaderSettings } from './reader-settings.ts';
import { readersPage } from './readers-page.tsx';
import { reportImagePage, takeImageReport } from './report-image.tsx';
import { editPage, takeComment, takeEdit, takeRemoval } from './take-comment.tsx';
import { takeRating } from './take-rating.tsx';

type Page = (c: WebContext) => Promise<Response>;

/** What readers leave on the site. */
export function addReaderRooms(app: Hono<WebEnvironment>, door: Door, settings: ReaderSettings = {}): void {
  const small = bodyLimit({
    maxSize: 64 * 1024,
    onError: (c) => respondProblem(c as WebContext, problemOf('invalid-parameter')),
  });
  const pages: Readonly<Record<string, Page>> = {
    '/readers': readersPage,
    '/polls': pollsPage,
    '/polls/:id': pollPage(door),
    '/articles/:id/comments': commentsPage(door),
    '/articles/:id/comments/new': answerPage(door),
    '/articles/:id/images/:number/report': reportImagePage(door),
    '/comments/:id': commentPage(door),
    '/comments/:id/edit': editPage(door),
  };
  for (const format of feedFormats) app.get(`/articles/:id/comments.${format.ending}`, feedOf(format, commentsFeed));
  const forms: Readonly<Record<string, Page>> = {
    '/articles/:id/rating': takeRating(door),
    '/polls/:id': takeVote(door),
    '/articles/:id/comments': takeComment(door, settings),
    '/articles/:id/images/:number/report': takeImageReport(door, settings),
    '/comments/:id/edit': takeEdit(door, settings),
    '/comments/:id/remove': takeRemoval(door),
  };
  for (const [path, page] of Object.entries(pages)) app.get(path, page);
  for (const [path, take] of Object.entries(forms)) app.post(path, small, take);
}
