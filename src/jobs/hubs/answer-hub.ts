import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HubSubscription } from '../../store/hub-store.ts';
import { jobId } from '../../store/queue/job-id.ts';
import type { Store } from '../../store/store.ts';
import { pollJob } from '../steps/poll-step.ts';

const standardLease = 10 * 24 * 3_600;
const shortestLease = 60;
const longestLease = 90 * 24 * 3_600;
/** A hub that sends without end does not make us ask its source without end. */
const betweenPollsMs = 10_000;
const algorithms: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * A hub asks whether we meant it.
 * @param query what stands in the address that the hub asked for
 * @returns the text to give back, or nothing when we did not
 */
export async function confirmSubscription(
  store: Store,
  token: string,
  query: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<string | undefined> {
  const known = await store.hubs.byToken(token);
  if (known === undefined || query['hub.topic'] !== known.topic) return undefined;
  const mode = query['hub.mode'];
  if (mode === 'denied') {
    const { activeUntil: _until, renewAt: _renewAt, ...rest } = known;
    await store.hubs.put({ ...rest, state: 'refused', detail: query['hub.reason']?.slice(0, 200) ?? 'denied' });
    await pollAsBefore(store, known, now);
    return '';
  }
  const challenge = query['hub.challenge'];
  // We let promises end by themselves and never ask for their end.
  if (mode !== 'subscribe' || known.state === 'refused' || challenge === undefined || challenge === '')
    return undefined;
  const seconds = leaseOf(query['hub.lease_seconds']);
  const after = (share: number) => new Date(now.getTime() + seconds * share * 1_000).toISOString();
  const { detail: _detail, ...rest } = known;
  await store.hubs.put({ ...rest, state: 'active', activeUntil: after(1), renewAt: after(0.75) });
  return challenge;
}

/**
 * A hub says that there is news. What it sends is not believed, only that: the source itself is asked, at once.
 * @returns `unknown` when nobody promised us anything under this address, `ignored` when the signature is not the hub's
 */
export async function takeDelivery(
  store: Store,
  token: string,
  delivery: { readonly body: Uint8Array; readonly signature: string | undefined },
  now: Date,
): Promise<'taken' | 'ignored' | 'unknown'> {
  const known = await store.hubs.byToken(token);
  const source = known === undefined ? undefined : await store.collect.source(known.sourceId);
  if (known === undefined || source === undefined || source.state === 'paused' || source.state === 'gone')
    return 'unknown';
  if (!isSigned(delivery.body, delivery.signature, known.secret)) return 'ignored';
  await store.hubs.put({ ...known, lastPush: now.toISOString() });
  const earliest = source.lastPoll === undefined ? 0 : Date.parse(source.lastPoll) + betweenPollsMs;
  const runAt = new Date(Math.max(now.getTime(), earliest)).toISOString();
  const job = { ...pollJob(source), priority: 1, runAt };
  if ((await store.queue.add([job])) === 0)
    await store.queue.retry({ ids: [jobId(job.kind, job.key)], states: ['failed', 'dead'] });
  return 'taken';
}

/** `sha256=…`, over the very bytes that came. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, method = '', digest = ''] = /^(sha\d+)=([0-9a-f]+)$/i.exec(signature?.trim() ?? '') ?? [];
  if (!algorithms.has(method.toLowerCase())) return false;
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}

function leaseOf(given: string | undefined): number {
  const seconds = given !== undefined && /^\d{1,12}$/.test(given) ? Number(given) : standardLease;
  return Math.min(longestLease, Math.max(shortestLease, seconds));
}

/** The source was left alone in the belief that we are told of news. */
async function pollAsBefore(store: Store, { sourceId }: HubSubscription, now: Date): Promise<void> {
  const source = await store.collect.source(sourceId);
  if (source === undefined) return;
  const next = new Date(now.getTime() + source.intervalSeconds * 1_000).toISOString();
  if (next < source.nextPoll) await store.collect.putSource({ ...source, nextPoll: next });
}
