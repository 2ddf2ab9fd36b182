import type { FetchedAnswer, Fetcher, FetchFailure } from '../../collect/http/fetcher.ts';
import { renderChange } from '../../schemas/change-list.ts';
import { renderMeetingSummary } from '../../schemas/meeting.ts';
import type { Store } from '../../store/store.ts';
import type { Webhook, WebhookChange } from '../../store/webhooks.ts';
import { signWebhook, type WebhookMessage } from './sign-webhook.ts';

export interface DeliveryOptions {
  /** The archive as the public sees it, for what is told. */
  readonly view: Store;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

/** Changes in one message. */
const mostChanges = 50;
/** Changes that are looked through for one message: of a hook for one pair most are of others. */
const mostRead = 500;
const firstRestMs = 5_000;
const longestRestMs = 3_600_000;
/** After so many tries, some ten hours, nobody is there any more. */
export const mostFailures = 20;

/**
 * Tells every webhook whose time has come of the facts that it does not know yet. What is not taken is told again later:
 * the same changes under the same id, each with its meeting as it is then. Never throws for what the world does. Gives how
 * many messages were sent.
 */
export async function deliverWebhooks(store: Store, options: DeliveryOptions): Promise<number> {
  const { now, signal } = options;
  let sent = 0;
  for (const webhook of await store.webhooks.list()) {
    if (signal?.aborted === true) break;
    if (webhook.state !== 'active' || webhook.nextAt > now().toISOString()) continue;
    const news = await readNews(options.view, webhook);
    if (news.message === undefined) {
      if (news.told > webhook.told) await store.webhooks.change(webhook.id, { told: news.told, telling: 0 });
      continue;
    }
    const answer = await send(webhook, news.message, options);
    sent += 1;
    await store.webhooks.change(webhook.id, afterAnswer(webhook, answer, news.told, now()));
  }
  return sent;
}

/** Sends a message that tells nothing, to see whether it arrives; its answer changes nothing. */
export function testWebhook(webhook: Webhook, options: Omit<DeliveryOptions, 'view'>): Promise<WebhookAnswer> {
  const body = JSON.stringify({ type: 'test', timestamp: options.now().toISOString(), data: {} });
  return send(webhook, { id: `${webhook.id}-test-${options.now().getTime()}`, body }, options);
}

/** What came back, in words; `taken` when it was a 2xx. */
export interface WebhookAnswer {
  readonly taken: boolean;
  readonly gone: boolean;
  readonly words: string;
}

async function send(
  { url, secret, allowPrivate }: Webhook,
  message: WebhookMessage,
  { fetcher, now, signal }: Omit<DeliveryOptions, 'view'>,
): Promise<WebhookAnswer> {
  const answer: FetchedAnswer | FetchFailure = await fetcher.fetch({
    address: url,
    maxBytes: 64 * 1024,
    cut: true,
    timeoutMs: 15_000,
    allowPrivate,
    accept: '*/*',
    post: { type: 'application/json', body: message.body, headers: signWebhook(message, secret, now()) },
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.kind === 'failure') return { taken: false, gone: false, words: `${answer.code}: ${answer.detail}` };
  const taken = answer.status >= 200 && answer.status < 300;
  return { taken, gone: answer.status === 410, words: `HTTP ${answer.status}` };
}

async function readNews(
  view: Store,
  { id, told, telling, countries }: Webhook,
): Promise<{ readonly message?: WebhookMessage; readonly told: number }> {
  const read = await view.record.changes({ after: told, limit: mostRead });
  // What was not taken ends where it ended: the news since then is another message.
  const items = telling === 0 ? read.items : read.items.filter(({ seq }) => seq <= telling);
  if (items.length === 0) return { told };
  const known = await view.record.meetings([...new Set(items.map(({ subjectId }) => subjectId))]);
  const meetings = new Map(known.map((meeting) => [meeting.id, meeting]));
  const chosen: object[] = [];
  let last = told;
  for (const change of items) {
    if (chosen.length === mostChanges) break;
    last = change.seq;
    const meeting = meetings.get(change.subjectId);
    const sides = meeting?.sides.map(({ country }) => country as string) ?? [];
    // Of a meeting that is gone nobody knows the countries any more: those who follow all hear of it.
    if (!countries.every((code) => sides.includes(code))) continue;
    chosen.push({
      change: renderChange(change),
      meeting: meeting === undefined ? null : renderMeetingSummary(meeting),
    });
  }
  if (chosen.length === 0) return { told: last };
  // Nothing in it depends on the time of the try.
  return {
    told: last,
    message: { id: `${id}-${last}`, body: JSON.stringify({ type: 'record.changed', data: chosen }) },
  };
}

function afterAnswer({ failures }: Webhook, answer: WebhookAnswer, told: number, now: Date): WebhookChange {
  const at = now.toISOString();
  const noted = { lastAt: at, lastAnswer: answer.words };
  if (answer.taken) return { ...noted, told, telling: 0, failures: 0, nextAt: at };
  const failed = { ...noted, telling: told, failures: failures + 1 };
  if (answer.gone) return { ...failed, state: 'gone' };
  if (failed.failures >= mostFailures) return { ...failed, state: 'failed' };
  const rest = Math.min(longestRestMs, firstRestMs * 2 ** failures);
  return { ...failed, nextAt: new Date(now.getTime() + rest).toISOString() };
}
