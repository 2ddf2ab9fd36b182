import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDikesArchive } from '../../test/helpers/dikes-archive.ts';
import { openWebArchive, type WebArchive } from '../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../test/helpers/web-site.ts';
import { articleSchema } from '../schemas/article.ts';
import { dossierSchema } from '../schemas/dossier.ts';
import { healthSchema } from '../schemas/health.ts';
import { meetingSchema } from '../schemas/meeting.ts';
import { meetingListSchema } from '../schemas/meeting-list.ts';
import { personSchema } from '../schemas/person.ts';
import { problemSchema } from '../schemas/problem.ts';
import { searchSchema } from '../schemas/search.ts';
import { storySchema } from '../schemas/story.ts';
import type { WebSettings } from './settings.ts';

let archive: WebArchive;

beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const site = (settings: Partial<WebSettings> = {}) => siteOf(archive, settings);
const get = (path: string, headers: Record<string, string> = {}) => site().request(path, { headers });

describe('data', () => {
  test('the JSON of a page is what the schema of its noun says', async () => {
    const article = archive.articleIds[0];
    for (const [path, schema] of [
      [`/articles/${article}.json`, articleSchema],
      [`/meetings/${archive.meetingId}.json`, meetingSchema],
      ['/dossiers/ES-MA.json', dossierSchema],
      ['/stories/s1.json', storySchema],
      ['/people/ada-lumen.json', personSchema],
      ['/search.json?q=digues', searchSchema],
      ['/record.json', meetingListSchema],
      ['/health', healthSchema],
      ['/articles/none.json', problemSchema],
    ] as const) {
      const response = await get(path);
      const result = schema.safeParse(await response.json());
      expect([path, result.error?.message]).toEqual([path, undefined]);
    }
  });

  test('keeps to what the outlet allows', async () => {
    const quoted = JSON.stringify(await (await get(`/articles/${archive.articleIds[0]}.json`)).json());
    expect(quoted).not.toContain('numéro 7');
    const silent = JSON.stringify(await (await get(`/articles/${archive.articleIds[2]}.json`)).json());
    expect(silent).not.toContain('vendredi');
    const meeting = await (await get(`/meetings/${archive.meetingId}.json`)).json();
    const quotes = (meeting as { fields: { when: { evidence: { articleId: string; quote: string | null }[] } } }).fields
      .when.evidence;
    expect(quotes.find(({ articleId }) => articleId === archive.articleIds[1])?.quote).toBe('vendredi');
    expect(quotes.find(({ articleId }) => articleId === archive.articleIds[2])?.quote).toBeNull();
  });
});

describe('problems', () => {
  test('a cursor that nobody gave out, and a filter of data that says nothing, are refused', async () => {
    for (const path of [
      '/record?cursor=%00',
      '/record?cursor=abc',
      '/record.json?status=nonsense',
      '/record.json?from=yesterday',
      '/people?cursor=abc',
      '/outlets/quoted?cursor=abc',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 400]);
    }
  });

  test.each([
    '/nothing',
    '/articles/none',
    '/meetings/none',
    '/stories/none',
    '/people/none',
    '/outlets/none',
    '/dossiers/none',
    '/dossiers/AA-BB',
    '/dossiers/FR-XX-YY',
    '/countries/none',
    '/countries/QQ',
    '/countries/ZZ',
    '/articles/%00',
    `/articles/${'x'.repeat(3000)}`,
    '/articles/..%2f..%2fetc%2fpasswd',
  ])('%s is not found', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).not.toContain('    at ');
  });

  test('programs get problem+json', async () => {
    const response = await get('/meetings/none.json');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'not-found', status: 404, instance: '/meetings/none.json' });
  });

  test('the site only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await site().request('/', { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('a fault of ours is a page without its inside, and a line in the log', async () => {
    const broken = await openWebArchive([], []);
    const app = siteOf(broken);
    expect((await app.request('/')).status).toBe(200);
    await broken.close();
    faults.length = 0;
    const response = await app.request('/record', { headers: { 'accept-language': 'fr' } });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('Une erreur de notre côté');
    expect(faults).toMatchObject([{ event: 'page-failed', detail: { path: '/record' } }]);
  });

  test('/health says that it lives and how much it holds', async () => {
    expect(await (await get('/health')).json()).toMatchObject({ status: 'ok', articles: 4, meetings: 1 });
  });
});
