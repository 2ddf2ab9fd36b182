import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Door } from '../account/door.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext, WebEnvironment } from '../room.ts';
import { commentsQueue, takeCommentDecision } from './comments-queue.tsx';
import { imagesQueue, takeImageDecision } from './images-queue.tsx';
import { jobsQueue, takeJobDecision } from './jobs-queue.tsx';
import { logPage, takeUndo } from './log.tsx';
import { pollsQueue, takeNewPoll, takePollDecision } from './polls-queue.tsx';
import { reportsQueue, takeReportDecision } from './reports-queue.tsx';

/** The queues of the desk: what waits, and what is decided about it. */
export function addDeskRooms(app: Hono<WebEnvironment>, door: Door): void {
  const small = bodyLimit({
    maxSize: 32 * 1024,
    onError: (c) => respondProblem(c as WebContext, problemOf('invalid-parameter')),
  });
  app.get('/desk/comments', commentsQueue(door));
  app.post('/desk/comments', small, takeCommentDecision(door));
  app.get('/desk/reports', reportsQueue(door));
  app.post('/desk/reports', small, takeReportDecision(door));
  app.get('/desk/images', imagesQueue(door));
  app.post('/desk/images', small, takeImageDecision(door));
  app.get('/desk/jobs', jobsQueue(door));
  app.post('/desk/jobs', small, takeJobDecision(door));
  app.get('/desk/polls', pollsQueue(door));
  app.post('/desk/polls', small, takePollDecision(door));
  app.post('/desk/polls/new', small, takeNewPoll(door));
  app.get('/desk/log', logPage(door));
  app.post('/desk/undo', small, takeUndo(door));
}
