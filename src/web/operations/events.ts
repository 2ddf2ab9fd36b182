import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { renderChange } from '../../schemas/change-list.ts';
import { renderMeetingSummary } from '../../schemas/meeting.ts';
import type { Store } from '../../store/store.ts';
import { respondApiProblem } from '../api/api-problem.ts';
import type { WebEnvironment } from '../room.ts';
import { accessOf } from './access.ts';

export interface EventsOptions {
  /** With the tokens. */
  readonly archive: Store;
  /** As the public sees it. */
  readonly store: Store;
  readonly now: () => Date;
  /** Between two looks at the archive. @default 1 second */
  readonly everyMs?: number;
}

/** Listeners at a time: each costs a look at the archive a second. */
const mostListeners = 50;
const heartbeatMs = 15_000;
const pageOfChanges = 50;

/**
 * `/api/v1/events`: tells of facts as they come (server-sent events). Whoever comes back with `Last-Event-ID`, or asks
 * with `?after=`, hears what was missed; others hear from now on.
 */
export function addEvents(app: Hono<WebEnvironment>, { archive, store, now, everyMs = 1_000 }: EventsOptions): void {
  let listeners = 0;
  app.get('/api/v1/events', async (c) => {
    const access = await accessOf(c, archive.tokens, 'read', now());
    if (access === 'refused') {
      c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
      return respondApiProblem(c, { code: 'token-refused' });
    }
    const asked = c.req.header('last-event-id') ?? c.req.query('after');
    if (asked !== undefined && !/^\d{1,15}$/.test(asked)) {
      return respondApiProblem(c, { code: 'invalid-parameter', context: { parameter: 'after' } });
    }
    if (listeners >= mostListeners) return respondApiProblem(c, { code: 'too-many-requests', retryAfter: 60 });
    listeners += 1;
    c.header('Cache-Control', 'no-store');
    // Proxies that gather answers would keep the news to themselves.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new AbortController();
      stream.onAbort(() => ended.abort());
      try {
        let seq = asked === undefined ? await store.record.lastChange() : Number(asked);
        let silent = 0;
        await stream.writeSSE({ event: 'open', id: String(seq), data: '{}' });
        while (!ended.signal.aborted) {
          const { items } = await store.record.changes({ after: seq, limit: pageOfChanges });
          const known = await store.record.meetings([...new Set(items.map(({ subjectId }) => subjectId))]);
          const meetings = new Map(known.map((meeting) => [meeting.id, meeting]));
          for (const change of items) {
            seq = change.seq;
            const meeting = meetings.get(change.subjectId);
            const data = {
              change: renderChange(change),
              meeting: meeting === undefined ? null : renderMeetingSummary(meeting),
            };
            await stream.writeSSE({ event: 'change', id: String(seq), data: JSON.stringify(data) });
          }
          silent = items.length > 0 ? 0 : silent + everyMs;
          if (silent >= heartbeatMs) {
            await stream.write(': here\n\n');
            silent = 0;
          }
          if (items.length < pageOfChanges) await pause(everyMs, ended.signal);
        }
      } finally {
        listeners -= 1;
      }
    });
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
