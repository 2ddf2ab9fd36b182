import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDikesArchive } from '../../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../../test/helpers/web-site.ts';
import type { Store } from '../../store/store.ts';
import type { WebSettings } from '../settings.ts';

let archive: WebArchive;
beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const get = (path: string, headers: Record<string, string> = {}, settings: Partial<WebSettings> = {}) =>
  siteOf(archive, settings).request(path, { headers });
const json = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).json();

describe('data', () => {
  test('a list of meetings names who took part', async () => {
    const { items } = await json('/api/v1/meetings?limit=1');
    expect(items[0].participants).toMatchObject([{ name: 'Ada Lumen', role: 'minister:interior', country: 'ES' }]);
  });

  test('is the data of the pages, letter by letter', async () => {
    const id = archive.articleIds[0];
    for (const [page, api] of [
      [`/articles/${id}.json`, `/articles/${id}`],
      [`/articles/${id}/versions.json`, `/articles/${id}/versions`],
      ['/stories/s1.json', '/stories/s1'],
      [`/meetings/${archive.meetingId}.json`, `/meetings/${archive.meetingId}`],
      ['/dossiers/ES-MA.json', '/dossiers/es-ma'],
      ['/people/ada-lumen.json', '/people/ada-lumen'],
      ['/outlets.json', '/coverage'],
      ['/outlets/quoted.json', '/coverage?outlet=quoted'],
      ['/record.json?country=MA', '/meetings?country=MA'],
      ['/search.json?q=digues', '/search?q=digues'],
      ['/health', '/health'],
    ] as const) {
      const [one, other] = [await get(page), await get(`/api/v1${api}`)];
      expect([page, one.status, other.status]).toEqual([page, 200, 200]);
      expect(await other.text()).toBe(await one.text());
    }
  });

  test('is narrowed by every filter of the record', async () => {
    const found = async (query: string) => (await json(`/api/v1/meetings?${query}`)).total;
    for (const query of [
      'pair=MA-ES',
      'country=ma',
      'person=ada-lumen',
      'role=minister:interior',
      'topic=migration',
      'type=meeting',
      'status=held',
      'from=2024-01-19&to=2024-01-19',
    ]) {
      expect([query, await found(query)]).toEqual([query, 1]);
    }
    for (const query of ['country=FR', 'person=nobody', 'topic=trade', 'status=planned', 'from=2024-01-20']) {
      expect([query, await found(query)]).toEqual([query, 0]);
    }
  });

  test('comes in pages that lead to one another', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/api/v1/articles?limit=1&fields=id';
    while (address !== undefined) {
      const response = await get(address);
      const body = await response.json();
      expect(body.total).toBe(4);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
      expect(next === undefined).toBe(body.next === null);
      address = next;
    }
    expect([...seen].sort()).toEqual([...archive.articleIds].sort());
    const outlets = await json('/api/v1/outlets?limit=2');
    const rest = await json(`/api/v1/outlets?limit=2&cursor=${outlets.next}`);
    expect([outlets.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
    const claims = await json(`/api/v1/meetings/${archive.meetingId}/claims?limit=4`);
    const more = await json(`/api/v1/meetings/${archive.meetingId}/claims?limit=4&cursor=${claims.next}`);
    expect([claims.total, claims.items.length, more.items.length, more.next]).toEqual([6, 4, 2, null]);
  });

  test('keeps to what each outlet allows', async () => {
    const whole = await (await get('/api/v1/export/articles.jsonl')).text();
    const byOutlet = async (outlet: string) => (await get(`/api/v1/export/articles.jsonl?outlet=${outlet}`)).text();
    expect(whole.trimEnd().split('\n')).toHaveLength(4);
    expect(await byOutlet('whole')).toContain('numéro 7');
    expect(await byOutlet('quoted')).not.toContain('numéro 7');
    expect(await byOutlet('silent')).not.toContain('vendredi');
    const { items } = await json(`/api/v1/meetings/${archive.meetingId}/claims?field=type`);
    const quotes = items.map((claim: { articleId: string; evidence: { quote: string | null }[] }) => [
      archive.articleIds.indexOf(claim.articleId),
      claim.evidence[0]?.quote,
    ]);
    expect(quotes).toEqual([
      [0, 'a reçu'],
      [1, 'a reçu'],
      [2, null],
    ]);
  });

  test('is sent again only when it changed', async () => {
    const first = await get('/api/v1/meetings');
    const tag = first.headers.get('etag') ?? '';
    const again = await get('/api/v1/meetings', { 'if-none-match': tag }, { apiOrigins: ['*'] });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/api/v1/meetings?country=FR', { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('problems', () => {
  test('say in the language of the caller what is wrong', async () => {
    const response = await get('/api/v1/meetings?colour=red', { 'accept-language': 'es' });
    expect(response.headers.get('content-language')).toBe('es');
    expect(await response.json()).toMatchObject({
      type: 'urn:rapporteur:problem:invalid-parameter',
      status: 400,
      detail: 'Esta dirección no tiene el parámetro «colour»; /api nombra los que tiene.',
      context: { parameter: 'colour' },
      instance: '/api/v1/meetings',
    });
    expect((await json('/api/v1/meetings?limit=900')).context).toEqual({ parameter: 'limit', maximum: 500 });
    expect((await json('/api/v1/meetings?limit=1&limit=2')).context.parameter).toBe('limit');
    expect((await json('/api/v1/meetings?from=2024-02-30')).context.parameter).toBe('from');
    expect((await json('/api/v1/people?cursor=abc')).context.parameter).toBe('cursor');
    expect((await json(`/api/v1/articles/${archive.articleIds[0]}/versions?from=7`)).context).toEqual({
      parameter: 'from',
      versions: 1,
    });
  });

  test.each(['/api/v1/nothing', '/api/v2/meetings', '/api/v1/meetings/%00', '/api/v1/countries/ZZ'])(
    '%s is not found',
    async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  test('each address may ask so many times a minute', async () => {
    const site = siteOf(archive, { apiRate: 2, trustedProxy: true });
    const from = (address: string) =>
      site.request('/api/v1/topics', { headers: { 'x-forwarded-for': `192.0.2.99, ${address}` } });
    expect((await from('192.0.2.1')).headers.get('ratelimit')).toBe('"address";r=1;t=60');
    expect((await from('192.0.2.1')).status).toBe(200);
    const refused = await from('192.0.2.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await from('192.0.2.2')).status).toBe(200);
    // The neighbours of one address of IPv6 are the same subscriber.
    for (const status of [200, 200, 429]) expect((await from(`2001:db8:0:1::${status}`)).status).toBe(status);
    expect((await site.request('/record')).status).toBe(200);
  });
});

describe('other sites', () => {
  test('may read it in a browser when whoever runs this one says so', async () => {
    const origin = { origin: 'https://desk.example' };
    expect((await get('/api/v1/topics', origin)).headers.get('access-control-allow-origin')).toBeNull();
    const settings = { apiOrigins: ['https://desk.example'] };
    const allowed = await get('/api/v1/topics', origin, settings);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    expect(allowed.headers.get('access-control-expose-headers')).toContain('ETag');
    const other = await get('/api/v1/topics', { origin: 'https://elsewhere.example' }, settings);
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await siteOf(archive, settings).request('/api/v1/topics', { method: 'OPTIONS', headers: origin });
    expect(asked.status).toBe(204);
    expect((await get('/record', origin, settings)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await siteOf(archive).request('/api/v1/topics', { method: 'OPTIONS' })).status).toBe(405);
  });

  test('are told that mining is reserved, when it is', async () => {
    for (const path of ['/api/v1/topics', '/record', '/api/v1/export/articles.jsonl', '/api/v1/nothing']) {
      expect((await get(path)).headers.get('tdm-reservation')).toBeNull();
      expect((await get(path, {}, { tdmReservation: true })).headers.get('tdm-reservation')).toBe('1');
    }
  });
});

describe('JSON lines', () => {
  /** An archive whose articles never end. */
  function endless(): { readonly archive: WebArchive; readonly state: { read: number; closed: boolean } } {
    const state = { read: 0, closed: false };
    async function* each(): ReturnType<Store['articles']['each']> {
      const one = await archive.store.articles.get(archive.articleIds[0] ?? '');
      try {
        while (one !== undefined) {
          state.read += 1;
          yield one;
        }
      } finally {
        state.closed = true;
      }
    }
    return {
      archive: { ...archive, store: { ...archive.store, articles: { ...archive.store.articles, each } } },
      state,
    };
  }

  test('are made while they are read, and no longer', async () => {
    const { archive: without, state } = endless();
    const site = siteOf(without);
    expect((await site.request('/api/v1/export/articles.jsonl', { method: 'HEAD' })).status).toBe(200);
    const response = await site.request('/api/v1/export/articles.jsonl');
    expect(response.headers.get('etag')).toBeNull();
    expect(state.read).toBe(0);
    const reader = response.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(JSON.parse(first)).toMatchObject({ id: archive.articleIds[0] });
    expect(state.read).toBeLessThan(5);
    await reader?.cancel();
    expect(state.closed).toBe(true);
  });

  test('are refused when too many are read at a time', async () => {
    const site = siteOf(endless().archive);
    const readers = [];
    for (let i = 0; i < 8; i++) {
      const reader = (await site.request('/api/v1/export/articles.jsonl')).body?.getReader();
      await reader?.read();
      readers.push(reader);
    }
    expect((await site.request('/api/v1/export/articles.jsonl')).status).toBe(429);
    await readers[0]?.cancel();
    expect((await site.request('/api/v1/export/articles.jsonl')).status).toBe(200);
    for (const reader of readers.slice(1)) await reader?.cancel();
  });

  test('stop short, and leave a line in the log, when the archive fails on the way', async () => {
    faults.length = 0;
    async function* each(): ReturnType<Store['articles']['each']> {
      const one = await archive.store.articles.get(archive.articleIds[0] ?? '');
      if (one !== undefined) yield one;
      throw new Error('The disk is gone.');
    }
    const broken = { ...archive, store: { ...archive.store, articles: { ...archive.store.articles, each } } };
    const response = await siteOf(broken).request('/api/v1/export/articles.jsonl');
    await expect(response.text()).rejects.toThrow();
    expect(faults).toMatchObject([{ event: 'export-failed' }]);
  });

  test('of meetings follow the filters and the order of the days', async () => {
    const lines = async (query: string) =>
      (await (await get(`/api/v1/export/meetings.jsonl${query}`)).text()).split('\n');
    expect(JSON.parse((await lines('?country=MA'))[0] ?? '')).toMatchObject({ id: archive.meetingId });
    expect(await lines('?country=FR')).toEqual(['']);
    expect(await lines('')).toEqual(await lines('?country=ES'));
  });
});
