import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createJudge } from './ask-judge.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A judge that answers like this; `undefined` never does. */
async function openJudge(answer: string | undefined, status = 200) {
  const heard: { body: string; signature: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({
        body: Buffer.concat(parts).toString('utf8'),
        signature: String(request.headers['x-rapporteur-signature']),
      });
      if (answer === undefined) return;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
      response.end(answer);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/judge`;
  const judge = createJudge({
    address,
    secret: 'known to both',
    now: () => new Date(1_700_000_000_500),
    timeoutMs: 150,
  });
  return { judge, heard };
}

const silent = [{ phase: 'outside', reason: 'outside-silent' }];

test('the question is signed with its time', async () => {
  const { judge, heard } = await openJudge('{"hold": false}');
  expect(await judge({ text: 'A calm remark. «é»' })).toEqual([]);
  const [{ body = '', signature = '' } = {}] = heard;
  expect(JSON.parse(body)).toEqual({ schema: 'rapporteur.question/1', text: 'A calm remark. «é»' });
  const expected = createHmac('sha256', 'known to both').update(`1700000000.${body}`).digest('hex');
  expect(signature).toBe(`t=1700000000,v1=${expected}`);
});

test.each<[string, string | undefined, number, object]>([
  ['nothing to hold', '{"hold": false, "reasons": ["x"]}', 200, []],
  ['held without a word', '{"hold": true}', 200, [{ phase: 'outside', reason: 'outside' }]],
  [
    'held with words',
    '{"hold": true, "reasons": ["about a child", 7]}',
    200,
    [{ phase: 'outside', reason: 'outside', text: 'about a child' }],
  ],
  ['no answer in time', undefined, 200, silent],
  ['no JSON', 'yes', 200, silent],
  ['other JSON', '[]', 200, silent],
  ['not a yes or no', '{"hold": "no"}', 200, silent],
  ['an error', '{"hold": false}', 500, silent],
  ['a way elsewhere', '', 302, silent],
])('%s', async (_, answer, status, reasons) => {
  const { judge } = await openJudge(answer, status);
  expect(await judge({ text: 'x' })).toEqual(reasons);
});

test('nobody there', async () => {
  const judge = createJudge({ address: 'http://127.0.0.1:1/', secret: 's', now: () => new Date() });
  expect(await judge({ text: 'x' })).toEqual(silent);
});
