import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeStatus } from '../../../test/helpers/change-status.ts';
import { openOneMeeting, type WebArchive } from '../../../test/helpers/web-archive.ts';
import { createFetcher, type Fetcher } from '../../collect/http/fetcher.ts';
import { publicView } from '../../store/public-view.ts';
import type { Webhook } from '../../store/webhooks.ts';
import { deliverWebhooks, mostFailures, testWebhook } from './deliver-webhooks.ts';
import { makeWebhookSecret } from './sign-webhook.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let archive: WebArchive;
let fetcher: Fetcher;
let server: Server;
let received: Received[];
let status: number;
let clock: number;
/** Done before the receiver answers. */
let meanwhile: () => Promise<unknown>;

beforeEach(async () => {
  archive = await openOneMeeting();
  fetcher = createFetcher({ userAgent: 'test' });
  received = [];
  status = 200;
  meanwhile = async () => {};
  clock = Date.parse('2024-02-03T09:00:00Z');
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      void meanwhile().then(() => response.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await fetcher.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await archive.close();
});

const now = () => new Date(clock);

async function follow(more: Partial<Webhook> = {}): Promise<Webhook> {
  const webhook: Webhook = {
    id: 'w1',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    secret: makeWebhookSecret(),
    countries: [],
    allowPrivate: true,
    state: 'active',
    told: 0,
    telling: 0,
    failures: 0,
    nextAt: now().toISOString(),
    createdAt: now().toISOString(),
    ...more,
  };
  await archive.store.webhooks.add(webhook);
  return webhook;
}

const deliver = () => deliverWebhooks(archive.store, { view: publicView(archive.store), fetcher, now });
const only = async () => (await archive.store.webhooks.list())[0];

test('facts are told once, signed so that the receiver can prove it', async () => {
  const { secret } = await follow();
  expect(await deliver()).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  expect(JSON.parse(body)).toMatchObject({
    type: 'record.changed',
    data: [{ change: { kind: 'added', meetingId: archive.meetingId }, meeting: { id: archive.meetingId } }],
  });
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  expect(headers['webhook-timestamp']).toBe(String(clock / 1_000));
  expect(headers['content-type']).toBe('application/json');
  expect(await deliver()).toBe(0);
  expect(await only()).toMatchObject({ failures: 0, lastAnswer: 'HTTP 200' });
});

test('what is not taken comes again, the same message later under the same id', async () => {
  await follow();
  status = 500;
  await deliver();
  expect(await only()).toMatchObject({ failures: 1, told: 0, lastAnswer: 'HTTP 500' });
  expect(await deliver()).toBe(0);
  clock += 5_000;
  status = 204;
  expect(await deliver()).toBe(1);
  expect(received[1]?.body).toBe(received[0]?.body);
  expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
  expect(received[1]?.headers['webhook-signature']).not.toBe(received[0]?.headers['webhook-signature']);
  expect(await only()).toMatchObject({ failures: 0 });
});

test('what happens between two tries is told in a message of its own', async () => {
  await follow();
  status = 500;
  await deliver();
  await changeStatus(archive, 'cancelled');
  clock += 5_000;
  status = 200;
  await deliver();
  await deliver();
  const kindsOf = ({ body }: Received) =>
    (JSON.parse(body) as { data: { change: { kind: string } }[] }).data.map(({ change }) => change.kind);
  expect(received.map(kindsOf)).toEqual([['added'], ['added'], ['changed']]);
  const [first, again, next] = received.map(({ headers }) => headers['webhook-id']);
  expect(again).toBe(first);
  expect(next).not.toBe(first);
  expect(await deliver()).toBe(0);
});

test.each([200, 500])('who pauses a webhook while it is being told has it paused: %i', async (answer) => {
  await follow();
  status = answer;
  meanwhile = () => archive.store.webhooks.change('w1', { state: 'paused' });
  await deliver();
  expect(await only()).toMatchObject({ state: 'paused', lastAnswer: `HTTP ${answer}` });
});

test('who never answers is given up after many tries, with longer and longer rests', async () => {
  await follow();
  status = 503;
  const rests: number[] = [];
  for (let tries = 0; tries < mostFailures; tries += 1) {
    await deliver();
    const rest = Date.parse((await only())?.nextAt ?? '') - clock;
    rests.push(rest);
    clock += rest;
  }
  expect(rests.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(Math.max(...rests)).toBe(3_600_000);
  expect(await only()).toMatchObject({ state: 'failed', failures: mostFailures });
  clock += 86_400_000;
  expect(await deliver()).toBe(0);
});

test('410 is the end of it, and a redirect is no answer', async () => {
  await follow();
  status = 410;
  await deliver();
  expect(await only()).toMatchObject({ state: 'gone' });
  await archive.store.webhooks.remove('w1');
  await follow();
  status = 302;
  await deliver();
  expect(await only()).toMatchObject({ state: 'active', failures: 1, lastAnswer: 'HTTP 302' });
});

test.each([
  [['ES', 'MA'], 1],
  [['MA'], 1],
  [['FR'], 0],
  [['ES', 'FR'], 0],
] as const)('meetings of %j: %i message', async (countries, messages) => {
  await follow({ countries });
  expect(await deliver()).toBe(messages);
  // What was of no interest is not read again.
  expect((await only())?.told).toBeGreaterThan(0);
});

test('an address of this machine is refused unless the operator allowed it', async () => {
  await follow({ allowPrivate: false });
  await deliver();
  expect(received).toEqual([]);
  expect((await only())?.lastAnswer).toContain('address-refused');
});

test('a test message tells nothing and changes nothing', async () => {
  const webhook = await follow();
  expect(await testWebhook(webhook, { fetcher, now })).toEqual({ taken: true, gone: false, words: 'HTTP 200' });
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'test', data: {} });
  expect(await only()).toEqual(webhook);
});
