import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

interface Site {
  readonly url: string;
  readonly openedAfterMs: number;
  readonly lines: () => string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

function openSite(args: readonly string[]): Promise<Site> {
  const began = Date.now();
  const child = startCli(['serve', '--port', '0', '--json', ...args]);
  let lines = '';
  child.stderr.on('data', (text) => {
    lines += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${lines}`)));
    child.stdout.on('data', (text) => {
      lines += text;
      const { url } = JSON.parse(String(text)) as { url: string };
      resolve({
        url,
        openedAfterMs: Date.now() - began,
        lines: () => lines,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      });
    });
  });
}

/** fetch does not let a test choose these headers. */
function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    })
      .on('error', reject)
      .end();
  });
}

function fingerprint(path: string): string[] {
  return readdirSync(path)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex')}`,
    );
}

describe('serve', () => {
  const data = folder.file('sample');

  test('opens the sample, answers, and stops on SIGTERM; a second start changes no data', async () => {
    const first = await openSite(['--data', data, '--sample']);
    expect(first.openedAfterMs).toBeLessThan(20_000);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const front = await get(first.url);
    expect(front.status).toBe(200);
    expect(front.body).toMatch(/<html lang="en" dir="ltr"/);
    expect(await first.stop()).toBe(0);
    const before = fingerprint(data);
    const second = await openSite(['--data', data, '--sample']);
    expect((await get(second.url)).status).toBe(200);
    expect(await second.stop('SIGINT')).toBe(0);
    expect(fingerprint(data)).toEqual(before);
  }, 60_000);

  test('answers to this machine only, and believes no forwarded header', async () => {
    const site = await openSite(['--data', data]);
    const { port } = new URL(site.url);
    expect((await get(site.url, { host: `localhost:${port}` })).status).toBe(200);
    expect((await get(site.url, { host: 'press.example' })).status).toBe(421);
    const plain = await get(site.url, { cookie: 'x=1' });
    const forged = await get(site.url, {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'press.example',
      forwarded: 'host=press.example;proto=https',
    });
    expect(forged.status).toBe(200);
    expect(forged.body).not.toContain('press.example/');
    expect(Object.keys(forged.headers).sort()).toEqual(Object.keys(plain.headers).sort());
    expect((await get(`${site.url}no-such-page`)).status).toBe(404);
    const secret = readFileSync(join(data, 'session.secret'), 'utf8').trim();
    await site.stop();
    expect(site.lines()).not.toContain(secret);
  }, 60_000);

  test('makes an empty archive when there is none', async () => {
    const site = await openSite(['--data', folder.file('new')]);
    expect((await get(site.url)).status).toBe(200);
    expect(await site.stop()).toBe(0);
  }, 60_000);

  test('shows what another process imports meanwhile', async () => {
    const site = await openSite(['--data', folder.file('new')]);
    const page =
      '<html lang="en"><title>Talks in Rabat</title><article><h1>Talks in Rabat on fisheries</h1><p>The Moroccan foreign minister, Karim Benslimane, met his Portuguese counterpart, Rui Salgado, in Rabat on Friday to discuss fisheries and trade between the two countries.</p><p>The two ministers agreed to meet again in the autumn, according to a statement of the ministry.</p></article></html>';
    expect((await runCli(['import', '-', '--data', folder.file('new')], { input: page })).code).toBe(0);
    expect((await get(`${site.url}search?q=fisheries`)).body).toContain('Talks in Rabat on');
    await site.stop();
  }, 60_000);

  test('a port that is taken is named', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    );
    const { code, err } = await runCli(['serve', '--data', folder.file('new'), '--port', String(port)]);
    taken.close();
    expect(code).toBe(3);
    expect(err).toContain(`Port ${port} on 127.0.0.1`);
    expect(err).toContain('(port-in-use)');
  });
});
