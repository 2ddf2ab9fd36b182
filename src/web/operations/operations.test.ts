import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../../test/helpers/web-archive.ts';
import { siteOf } from '../../../test/helpers/web-site.ts';
import { makeToken } from './access.ts';

let archive: WebArchive;
beforeAll(async () => {
  archive = await openWebArchive(
    [outletOf('a', 'full')],
    [{ outlet: 'a', title: 'Un titre', paragraphs: ['Un texte.'] }],
  );
});
afterAll(() => archive.close());

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

async function tokenOf(name: string, scopes: readonly ('read' | 'mcp' | 'metrics')[]) {
  const { token, hash } = makeToken();
  await archive.store.tokens.add({ id: name, name, scopes, createdAt: '2024-01-01T00:00:00Z' }, hash);
  return { authorization: `Bearer ${token}` };
}

describe('/metrics', () => {
  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.5'])('answers this machine: %s', async (address) => {
    const response = await siteOf(archive).request('/metrics', {}, from(address));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  test.each(['192.0.2.7', '10.0.0.1', 'unknown'])('refuses %s, but for a token of that scope', async (address) => {
    const ask = (headers: Record<string, string> = {}) =>
      siteOf(archive).request('/metrics', { headers }, from(address));
    expect((await ask()).status).toBe(403);
    expect((await ask(await tokenOf(`read ${address}`, ['read']))).status).toBe(403);
    expect((await ask(await tokenOf(`metrics ${address}`, ['metrics']))).status).toBe(200);
  });

  test('tells what the archive holds and how long answers take, and keeps what was typed out of its labels', async () => {
    const site = siteOf(archive);
    await site.request('/articles/some-made-up-name');
    await site.request(`/articles/${archive.articleIds[0]}`);
    await site.request('/what/nobody/made');
    const text = await (await site.request('/metrics', {}, from('127.0.0.1'))).text();
    expect(text).toMatch(/^rapporteur_archive_rows\{kind="articles"\} 1$/m);
    expect(text).toMatch(
      /^rapporteur_http_request_duration_seconds_count\{method="GET",route="\/articles\/:id",status="200"\} 1$/m,
    );
    expect(text).toMatch(
      /^rapporteur_http_request_duration_seconds_count\{method="GET",route="other",status="404"\} 2$/m,
    );
    expect(text).not.toContain('nobody');
  });
});

describe('/ready', () => {
  test('answers while the archive does', async () => {
    const response = await siteOf(archive).request('/ready');
    expect([response.status, await response.json()]).toEqual([200, { schema: 'rapporteur.ready/1', status: 'ready' }]);
  });

  test('says what is missing', async () => {
    const gone = await openWebArchive([], []);
    const site = siteOf(gone);
    await gone.close();
    const response = await site.request('/ready');
    expect([response.status, await response.json()]).toMatchObject([503, { status: 'archive-unreachable' }]);
  });
});

describe('tokens of the API', () => {
  test('a token has a share of its own; one that is none is told so', async () => {
    const site = siteOf(archive, { apiRate: 1, tokenRate: 3 });
    const ask = (headers: Record<string, string> = {}) =>
      site.request('/api/v1/articles', { headers }, from('192.0.2.9'));
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429]);
    const token = await tokenOf('notebook', ['read']);
    const first = await ask(token);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit')).toMatch(/^"token";r=2;/);
    await ask(token);
    await ask(token);
    expect((await ask(token)).status).toBe(429);
    const refused = await ask({ authorization: 'Bearer rapp_wrong' });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(await refused.json()).toMatchObject({ code: 'token-refused', status: 401 });
  });

  test('its use is noted to the hour, once', async () => {
    const token = await tokenOf('noted', ['read']);
    const site = siteOf(archive);
    await site.request('/api/v1/articles', { headers: token });
    const used = (await archive.store.tokens.list()).find(({ name }) => name === 'noted');
    expect(used?.lastUsedAt).toBe('2024-02-03T09:00:00.000Z');
  });
});
