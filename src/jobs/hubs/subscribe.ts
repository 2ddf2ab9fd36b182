import type { Fetcher } from '../../collect/http/fetcher.ts';
import type { Source } from '../../store/collecting.ts';
import type { HubSubscription } from '../../store/hub-store.ts';
import type { Store } from '../../store/store.ts';
import { nextVisit } from '../collect/rhythm.ts';

export interface HubOptions {
  /** Where hubs reach the site. */
  readonly publicUrl: string;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  /** So many bytes of chance, as hexadecimal digits. */
  readonly random: (bytes: number) => string;
}

/** A source whose hub tells us of news is asked this seldom, in case the hub forgets. */
const pushedInterval = 6 * 3_600;

/**
 * When to ask a source again: as its rhythm says; seldom while a hub tells us of its news, but in time to have that promise
 * made longer, and when it has ended.
 */
export function nextPollOf(
  source: Pick<Source, 'id'>,
  subscription: HubSubscription | undefined,
  now: Date,
  seconds: number,
): string {
  const until = pushedUntil(subscription, now);
  if (until === undefined) return nextVisit(source.id, now, seconds);
  const seldom = nextVisit(source.id, now, Math.max(seconds, pushedInterval));
  const renewAt = subscription?.renewAt ?? until;
  const end = renewAt > now.toISOString() ? renewAt : until;
  if (seldom < end) return seldom;
  return end;
}

/** What a source says of its hub when it is asked. */
export interface OfferedHub {
  readonly hub: string;
  readonly topic: string;
}

/** What we ask for; hubs grant what they like. */
const leaseSeconds = 10 * 24 * 3_600;
/** A hub that refused, or did not answer, is asked again after this. */
const restMs = 24 * 3_600_000;
/** A hub that took our wish and never confirmed it is asked again after this. */
const patienceMs = 3_600_000;

/** Where a hub reaches us about one subscription. */
export function callbackOf(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/hubs/${token}`;
}

/** Until when the hub tells us of news; nothing when it does not. */
export function pushedUntil(subscription: HubSubscription | undefined, now: Date): string | undefined {
  const until = subscription?.activeUntil;
  return subscription?.state !== 'refused' && until !== undefined && until > now.toISOString() ? until : undefined;
}

/**
 * Asks the hub of a source to tell us of news, when it was not asked yet or its promise ends soon. The answer comes to the
 * site, later. Never throws for what the hub does.
 */
export async function subscribeWhenDue(
  store: Store,
  source: Source,
  offered: OfferedHub,
  now: Date,
  { publicUrl, fetcher, random }: HubOptions,
): Promise<void> {
  const known = await store.hubs.of(source.id);
  const same = known !== undefined && known.hub === offered.hub && known.topic === offered.topic ? known : undefined;
  if (same !== undefined && !isDue(same, now)) return;
  const wish = { sourceId: source.id, state: 'asked', askedAt: now.toISOString() } as const;
  // Another promise has another address and secret. A longer one keeps them: the hub may be telling us something just now.
  const { detail: _detail, ...asked }: HubSubscription =
    same === undefined ? { ...offered, ...wish, token: random(24), secret: random(32) } : { ...same, ...wish };
  await store.hubs.put(asked);
  const answer = await fetcher.fetch({
    address: asked.hub,
    maxBytes: 64 * 1024,
    timeoutMs: 15_000,
    allowPrivate: source.allowPrivate,
    form: {
      'hub.mode': 'subscribe',
      'hub.topic': asked.topic,
      'hub.callback': callbackOf(publicUrl, asked.token),
      'hub.secret': asked.secret,
      'hub.lease_seconds': String(leaseSeconds),
    },
  });
  if (answer.kind === 'answer' && answer.status >= 200 && answer.status < 300) return;
  const detail = answer.kind === 'answer' ? `HTTP ${answer.status}` : answer.detail;
  // The hub may have confirmed what was granted before: only the wish is taken back.
  const present = (await store.hubs.of(source.id)) ?? asked;
  if (present.state === 'asked') await store.hubs.put({ ...present, state: 'refused', detail });
}

function isDue({ state, askedAt, renewAt }: HubSubscription, now: Date): boolean {
  if (state === 'active') return renewAt === undefined || renewAt <= now.toISOString();
  return Date.parse(askedAt) + (state === 'refused' ? restMs : patienceMs) <= now.getTime();
}
