import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { packPages, takesGzip } from './pack-pages.ts';

test.each([
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, br', false],
  ['x-gzip', false],
  ['*', false],
  ['', false],
])('a reader who takes "%s"', (accepted, takes) => {
  expect(takesGzip(accepted)).toBe(takes);
});

describe('pages', () => {
  const long = `<p>${'ferry '.repeat(500)}</p>`;
  const app = new Hono();
  app.use(packPages());
  app.get('/long', (c) => c.html(long, 200, { Vary: 'Cookie', ETag: 'W/"1"' }));
  app.get('/short', (c) => c.html('<p>ferry</p>'));
  app.get('/data', (c) => c.json({ long }));
  const ask = (path: string, accepted?: string) =>
    app.request(path, accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } });

  test('are packed for who takes it, and say so', async () => {
    const answer = await ask('/long', 'gzip');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toBe('Cookie, Accept-Encoding');
    expect(answer.headers.get('etag')).toBe('W/"1"');
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(long);
  });

  test.each([
    ['/long', undefined],
    ['/long', 'br'],
    ['/short', 'gzip'],
    ['/data', 'gzip'],
  ])('%s for %s is left as it is', async (path, accepted) => {
    const answer = await ask(path, accepted);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toContain('ferry');
  });
});
