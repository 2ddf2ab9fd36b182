import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articlePage, openPressServer, type PressServer } from '../../test/helpers/press-server.ts';
import { createFetcher, type Fetcher } from '../collect/http/fetcher.ts';
import { createVisitor } from '../collect/http/visitor.ts';
import { addSource } from '../jobs/collect/add-source.ts';
import { collectSources } from '../jobs/collect/collect.ts';
import { isSigned } from '../jobs/hubs/answer-hub.ts';
import { createInlineReader } from '../jobs/reading/reader.ts';
import type { HubSubscription } from '../store/hub-store.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createApp } from './app.tsx';

const hour = 3_600_000;
let store: Store;
let press: PressServer;
let fetcher: Fetcher;
let site: string;
let hubAddress: string;
let clock: number;
let hubStatus: number;
/** What the hub was asked for. */
let wishes: URLSearchParams[];
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  clock = Date.parse('2024-03-01T08:00:00Z');
  hubStatus = 202;
  wishes = [];
  store = await openSqliteStore(':memory:');
  press = await openPressServer();
  fetcher = createFetcher({ userAgent: 'Rapporteur/test' });
  const app = createApp({
    store,
    settings: { publishLocalInFull: true },
    now: () => new Date(clock),
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
  });
  site = await listen(createServer(getRequestListener((request) => app.fetch(request))));
  hubAddress = await listen(
    createServer((request, response) => {
      let body = '';
      request.on('data', (text: Buffer) => {
        body += text.toString();
      });
      request.on('end', () => {
        wishes.push(new URLSearchParams(body));
        response.writeHead(hubStatus).end();
      });
    }),
  );
  publish('ferries');
  const found = { kind: 'feed', address: `${press.origin}/feed`, title: 'Coast Daily' } as const;
  await addSource(store, found as Parameters<typeof addSource>[1], {
    allowPrivate: true,
    pauseMs: 0,
    now: new Date(clock).toISOString(),
  });
});
afterEach(async () => {
  await fetcher.close();
  await press.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await store.close();
});

const self = () => `${press.origin}/feed?as=known`;

function publish(...names: string[]): void {
  const entries = names.map(
    (name) =>
      `<entry><id>${press.origin}/${name}</id><title>Talks about ${name}</title><link href="${press.origin}/${name}"/></entry>`,
  );
  press.set({
    '/feed': {
      headers: { 'content-type': 'application/atom+xml' },
      body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Daily</title><link rel="hub" href="${hubAddress}/"/><link rel="self" href="${self()}"/>${entries.join('')}</feed>`,
    },
  });
  for (const name of names) press.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
}

/** One round of work; polls the source first when told to. */
async function collect(poll = true): Promise<{ stored: number; polled: number }> {
  const now = () => new Date(clock);
  const memory = { get: store.collect.domain, put: store.collect.putDomain };
  const { items, sources } = await collectSources(store, poll ? await store.collect.sources() : [], {
    visitor: createVisitor({ fetcher, userAgent: 'Rapporteur/test', now, memory }),
    reader: createInlineReader(),
    hubs: { publicUrl: `${site}/`, fetcher, random: (bytes) => `${wishes.length}f`.repeat(bytes) },
    now,
    maxBytes: 1e6,
    signal: new AbortController().signal,
  });
  return { stored: items.stored, polled: sources.polled + sources.unchanged };
}

async function subscription(): Promise<HubSubscription> {
  const [one] = await store.hubs.list();
  if (one === undefined) throw new Error('no subscription');
  return one;
}
const source = async () => (await store.collect.sources())[0] ?? expect.fail('no source');
const hoursToPoll = async () => (Date.parse((await source()).nextPoll) - clock) / hour;
const callback = () => wishes.at(-1)?.get('hub.callback') ?? '';

async function ask(query: Readonly<Record<string, string>>, address = callback()): Promise<[number, string]> {
  const response = await fetch(`${address}?${new URLSearchParams(query).toString()}`);
  return [response.status, await response.text()];
}
const intent = (more: Readonly<Record<string, string>> = {}) =>
  ask({
    'hub.mode': 'subscribe',
    'hub.topic': self(),
    'hub.challenge': 'c<1>',
    'hub.lease_seconds': String(24 * 3_600),
    ...more,
  });

async function deliver(signature: (body: string, secret: string) => string | undefined, address = callback()) {
  const body = '<feed>whatever</feed>';
  const signed = signature(body, wishes.at(-1)?.get('hub.secret') ?? '');
  const headers = signed === undefined ? {} : { 'x-hub-signature': signed };
  return (await fetch(address, { method: 'POST', body, headers })).status;
}
const sign = (method: string) => (body: string, secret: string) =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

describe('a hub', () => {
  test('is asked, confirms, tells of news, and the source is asked at once', async () => {
    expect(await collect()).toEqual({ stored: 1, polled: 1 });
    expect(Object.fromEntries(wishes[0] ?? [])).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': self() });
    expect(callback()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hubs\/\w{48}$/);
    expect((await subscription()).state).toBe('asked');

    expect(await intent()).toEqual([200, 'c<1>']);
    expect(await subscription()).toMatchObject({
      state: 'active',
      activeUntil: '2024-03-02T08:00:00.000Z',
      renewAt: '2024-03-02T02:00:00.000Z',
    });
    clock += hour;
    publish('ferries', 'sardines');
    expect(await deliver(sign('sha256'))).toBe(202);
    expect((await subscription()).lastPush).toBe('2024-03-01T09:00:00.000Z');
    expect(await collect(false)).toEqual({ stored: 1, polled: 1 });
  });

  test('lets its source be asked seldom while it tells, and as before when its promise is over', async () => {
    await collect();
    expect(await hoursToPoll()).toBeLessThan(1);
    await intent();
    await collect();
    expect(await hoursToPoll()).toBeGreaterThan(5);
    expect(wishes).toHaveLength(1);

    // The longer promise is asked for in time, under the same address and secret.
    clock += 19 * hour;
    await collect();
    expect(wishes).toHaveLength(2);
    expect(wishes[1]?.get('hub.callback')).toBe(wishes[0]?.get('hub.callback'));
    expect(wishes[1]?.get('hub.secret')).toBe(wishes[0]?.get('hub.secret'));
    expect(await hoursToPoll()).toBeGreaterThan(4);
    expect(await deliver(sign('sha512'))).toBe(202);
    clock += 5.5 * hour;
    await collect();
    expect(await hoursToPoll()).toBeLessThan(2);
  });

  test('that refuses is left alone for a day', async () => {
    hubStatus = 500;
    await collect();
    expect(await subscription()).toMatchObject({ state: 'refused', detail: 'HTTP 500' });
    // Who was refused expects no confirmation.
    expect((await intent())[0]).toBe(404);
    clock += 23 * hour;
    await collect();
    expect(wishes).toHaveLength(1);
    clock += 2 * hour;
    hubStatus = 202;
    await collect();
    expect(wishes).toHaveLength(2);
    expect((await intent())[0]).toBe(200);
  });

  test('that takes its promise back makes the source be asked as before', async () => {
    await collect();
    await intent();
    await collect();
    expect(await intent({ 'hub.mode': 'denied', 'hub.reason': 'closing down' })).toEqual([200, '']);
    expect(await subscription()).toMatchObject({ state: 'refused', detail: 'closing down' });
    expect(await hoursToPoll()).toBeLessThan(2);
  });
});

describe('who is not the hub', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['another topic', { 'hub.topic': 'https://coast.example/feed' }],
    ['no challenge', { 'hub.challenge': '' }],
    ['an end that we did not ask for', { 'hub.mode': 'unsubscribe' }],
  ])('cannot confirm: %s', async (_what, more) => {
    await collect();
    expect((await intent(more))[0]).toBe(404);
    expect((await subscription()).state).toBe('asked');
  });

  test.each<[string, (body: string, secret: string) => string | undefined]>([
    ['no signature', () => undefined],
    ['a signature by another secret', (body) => sign('sha256')(body, 'guess')],
    ['a signature of something else', (_body, secret) => sign('sha256')('', secret)],
    ['an unknown method', (body, secret) => sign('md5')(body, secret)],
    ['half a signature', (body, secret) => sign('sha256')(body, secret).slice(0, 30)],
  ])('cannot tell of news: %s', async (_what, signature) => {
    await collect();
    await intent();
    expect(await deliver(signature)).toBe(202);
    expect((await subscription()).lastPush).toBeUndefined();
    expect(await store.queue.counts()).toEqual([]);
  });

  test('learns nothing under an address that we gave to nobody, and cannot send without end', async () => {
    await collect();
    const other = `${site}/hubs/${'0'.repeat(48)}`;
    expect(await deliver(sign('sha256'), other)).toBe(410);
    expect((await ask({ 'hub.mode': 'subscribe', 'hub.topic': self(), 'hub.challenge': 'c' }, other))[0]).toBe(404);
    const large = await fetch(callback(), { method: 'POST', body: new Uint8Array(21 * 1024 * 1024) });
    expect(large.status).toBe(413);
  });

  test('makes the source be asked no more often than every ten seconds', async () => {
    await collect();
    await intent();
    await deliver(sign('sha1'));
    await deliver(sign('sha1'));
    const jobs = await store.queue.list({ kinds: ['poll'] });
    expect(jobs.map(({ runAt }) => runAt)).toEqual([new Date(clock + 10_000).toISOString()]);
  });
});

test.each([
  ['sha1', true],
  ['sha256', true],
  ['sha384', true],
  ['sha512', true],
  ['md5', false],
] as const)('a signature by %s counts: %s', (method, right) => {
  const body = new TextEncoder().encode('news');
  expect(isSigned(body, sign(method)('news', 'secret'), 'secret')).toBe(right);
  expect(isSigned(body, sign(method)('news', 'secret').toUpperCase(), 'secret')).toBe(right);
});
