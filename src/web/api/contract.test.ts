import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiChecker } from '../../../test/helpers/api-document.ts';
import { openDikesArchive } from '../../../test/helpers/dikes-archive.ts';
import { openWebArchive, type WebArchive } from '../../../test/helpers/web-archive.ts';
import { siteOf } from '../../../test/helpers/web-site.ts';
import { RapporteurError } from '../../errors.ts';
import type { Store } from '../../store/store.ts';
import { openApiDocument } from './api.ts';

const document = openApiDocument();
const checker = openApiChecker(document);
const paths = Object.keys(document.paths);

let archive: WebArchive;
let closed: WebArchive;

beforeAll(async () => {
  archive = await openDikesArchive();
  closed = await openWebArchive([], []);
  await closed.close();
});
afterAll(() => archive.close());

/** The address of a path with parts that the archive has, and what each path cannot do without. */
function addressOf(path: string, part?: string): string {
  const own: Readonly<Record<string, string>> = {
    articles: archive.articleIds[0] ?? '',
    dispatches: 'd0',
    stories: 's1',
    meetings: archive.meetingId,
    people: 'ada-lumen',
    dossiers: 'ES-MA',
    countries: 'MA',
    outlets: 'quoted',
  };
  const noun = path.split('/')[3] ?? '';
  const address = path.replace(/\{\w+\}/, encodeURIComponent(part ?? own[noun] ?? ''));
  return path.endsWith('/search') ? `${address}?q=digues` : address;
}

const withQuery = (address: string, query: string) => `${address}${address.includes('?') ? '&' : '?'}${query}`;

async function ask(address: string, site = siteOf(archive), headers: Record<string, string> = {}) {
  const response = await site.request(address, { headers });
  const text = await response.text();
  const isJson = /[/+]json(?:;|$)/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { response, text, body: isJson ? JSON.parse(text) : undefined };
}

/** An archive that somebody else holds. */
function busy(): WebArchive {
  const refuse = () => Promise.reject(new RapporteurError('database-busy', 'Busy.'));
  const outlets = { ...archive.store.outlets, list: refuse };
  return { ...archive, store: { ...archive.store, outlets } satisfies Store };
}

/** How each documented status is brought about. */
const causes: Readonly<Record<string, (path: string) => Promise<Awaited<ReturnType<typeof ask>>>>> = {
  200: (path) => ask(addressOf(path)),
  304: async (path) => {
    const { response } = await ask(addressOf(path));
    return ask(addressOf(path), siteOf(archive), { 'if-none-match': response.headers.get('etag') ?? '' });
  },
  301: async (path) => {
    const moved = path.includes('/stories') ? storyMoved() : meetingMoved();
    return ask(addressOf(path, 'former'), siteOf(moved));
  },
  400: (path) => ask(withQuery(addressOf(path), 'nonsense=1')),
  401: (path) => ask(addressOf(path), siteOf(archive), { authorization: 'Bearer rapp_of_nobody' }),
  404: (path) => ask(addressOf(path, 'ZZ')),
  429: async (path) => {
    const site = siteOf(archive, { apiRate: 1 });
    await ask(addressOf(path), site);
    return ask(addressOf(path), site);
  },
  500: (path) => ask(addressOf(path), siteOf(closed)),
  503: (path) => ask(addressOf(path), siteOf(busy())),
};

function meetingMoved(): WebArchive {
  const record = { ...archive.store.record, getMeeting: () => Promise.resolve({ movedTo: archive.meetingId }) };
  return { ...archive, store: { ...archive.store, record } };
}

function storyMoved(): WebArchive {
  const articles = {
    ...archive.store.articles,
    getStory: () => Promise.resolve(undefined),
    storyMoves: () => Promise.resolve([{ storyId: 's1', articleIds: [] }]),
  };
  return { ...archive, store: { ...archive.store, articles } };
}

test('the document has the rooms of the site', () => {
  expect(paths.length).toBeGreaterThanOrEqual(22);
  for (const noun of ['articles', 'stories', 'meetings', 'people', 'dossiers', 'outlets', 'search', 'coverage']) {
    expect(paths).toContain(`/api/v1/${noun}`);
  }
});

describe.each(paths)('%s', (path) => {
  const { responses, parameters = [] } = document.paths[path]?.get ?? { responses: {} };

  test.each(Object.keys(responses))('answers %s as the document says', async (status) => {
    const cause = causes[status];
    expect([path, status, cause === undefined]).toEqual([path, status, false]);
    const { response, body, text } = (await cause?.(path)) ?? (await ask('/nothing'));
    expect([path, response.status, text.slice(0, 300)]).toEqual([path, Number(status), text.slice(0, 300)]);
    expect(checker.wrongWith(path, response, body)).toBeUndefined();
  });

  test('leaves no member out, and only those out that were not asked for', async () => {
    if (path.includes('/export/')) {
      const { text } = await ask(addressOf(path));
      const lines = text.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(checker.wrongWithLine(path, JSON.parse(line))).toBeUndefined();
      return;
    }
    const { body } = await ask(addressOf(path));
    expect(checker.wrongWithWhole(path, body)).toBeUndefined();
    const fields = parameters.find(({ name }) => name === 'fields');
    const members = (fields?.schema.items?.enum ?? []).map(String);
    const few = members.slice(0, 2);
    const { response, body: sparse } = await ask(withQuery(addressOf(path), `fields=${few.join(',')}`));
    expect(checker.wrongWith(path, response, sparse)).toBeUndefined();
    const shown = 'items' in sparse && 'next' in sparse ? sparse.items[0] : sparse;
    if (shown !== undefined)
      expect(
        Object.keys(shown)
          .filter((name) => name !== 'schema')
          .sort(),
      ).toEqual(few.sort());
    expect((await ask(withQuery(addressOf(path), 'fields=nonsense'))).body.context.parameter).toBe('fields');
  });

  test('names the parameter that is wrong', async () => {
    for (const { name, in: place, schema } of parameters) {
      if (
        place !== 'query' ||
        (schema.type === 'string' && schema.enum === undefined && schema.pattern === undefined)
      ) {
        continue;
      }
      const address = withQuery(addressOf(path), `${name}=${encodeURIComponent('<no such thing>')}`);
      const { response, body } = await ask(address);
      expect([address, response.status]).toEqual([address, 400]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'invalid-parameter', context: { parameter: name } });
      expect(checker.wrongWith(path, response, body)).toBeUndefined();
    }
  });

  test('is for reading', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await siteOf(archive).request(addressOf(path), { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed', status: 405 });
    }
    const head = await siteOf(archive).request(addressOf(path), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
