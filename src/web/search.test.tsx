import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDikesArchive } from '../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';
import { openTranslator } from './i18n.ts';
import { queryField, searchPath, withFilter, withoutPiece } from './search-query.ts';

let archive: WebArchive;

beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

async function html(query: string, language = 'fr'): Promise<string> {
  const path = `/search?q=${encodeURIComponent(query)}`;
  const response = await siteOf(archive, {}).request(path, { headers: { 'accept-language': language } });
  expect([query, response.status]).toEqual([query, 200]);
  return response.text();
}

const links = (body: string): string[] =>
  [...body.matchAll(/href="(\/search\?[^"]*)"/g)].map(([, href = '']) =>
    (new URLSearchParams(href.replaceAll('&amp;', '&').slice('/search?'.length)).get('q') ?? '').trim(),
  );

describe('facets', () => {
  test('are links that add a filter in the words of the reader, with their counts', async () => {
    const body = await html('digues');
    expect(body).toContain('<nav class="facets"');
    expect(links(body)).toContain('digues pays:MA');
    expect(links(await html('digues', 'es'))).toContain('digues país:MA');
    expect(links(await html('digues', 'ar'))).toContain('digues بلد:MA');
    expect(body).toMatch(/<bdi>Maroc<\/bdi><\/span>\s*<span class="num facet-count">\d+</);
  });

  test('a filter in use is told, marked and can be taken away', async () => {
    const body = await html('digues pays:MA');
    expect(body).toMatch(/<a href="[^"]*q=digues" aria-current="true"/);
    expect(body).toContain('aria-label="Retirer le filtre Pays qui se rencontrent\u00a0: Maroc"');
    expect(await html('digues -pays:MA')).toContain('sans Pays qui se rencontrent\u00a0: Maroc');
  });

  test('every link of a facet leads to as many articles as it says', async () => {
    const body = await html('digues');
    const facets = body.slice(body.indexOf('<nav class="facets"'));
    const counted = [...facets.matchAll(/href="(\/search\?[^"]*)"[\s\S]*?facet-count">(\d+)</g)];
    expect(counted.length).toBeGreaterThan(4);
    for (const [, href = '', count] of counted) {
      const response = await siteOf(archive, {}).request(
        href.replaceAll('&amp;', '&').replace('/search?', '/search.json?'),
      );
      expect([href, ((await response.json()) as { total: number }).total]).toEqual([href, Number(count)]);
    }
  });
});

describe('what a search says', () => {
  test.each([
    ['fr', 'Vouliez-vous écrire'],
    ['en', 'Perhaps you meant'],
    ['es', 'Quizá quería escribir'],
    ['ar', 'لعلك أردت'],
  ])('explains what was not understood, with a way on (%s)', async (language, words) => {
    const body = await html('digues contry:MA', language);
    expect(body).toContain('class="publish-note"');
    expect(body).toContain(words);
    expect(links(body)).toContain('digues country:MA');
  });

  test('shows people, dossiers and meetings beside the articles', async () => {
    const body = await html('Ada Lumen');
    expect(body).toContain('id="related-title"');
    expect(body).toContain('href="/people/ada-lumen"');
    expect(body).toContain(`href="/meetings/${archive.meetingId}"`);
    expect(await html('Maroc Espagne digues')).toContain('href="/dossiers/ES-MA"');
  });

  test('a search that finds nothing leads on', async () => {
    const body = await html('digues introuvable');
    expect(body).toContain('Rien pour cette recherche');
    expect(links(body)).toEqual(expect.arrayContaining(['digues', 'introuvable']));
    expect(body).not.toContain('<nav class="facets"');
  });

  test('without a query it shows what can be written, by examples that work', async () => {
    const response = await siteOf(archive, {}).request('/search', { headers: { 'accept-language': 'ar' } });
    for (const query of links(await response.text())) expect(await html(query, 'ar')).not.toContain('publish-note');
  });
});

test('a query is written and cut without harm', () => {
  const [fr, ar] = [openTranslator('fr'), openTranslator('ar')];
  expect(withFilter('digues ', 'outlet', 'a b"c', fr)).toBe('digues journal:"a bc"');
  expect(withFilter('', 'date', '2024-05', ar)).toBe('date:2024-05');
  expect(queryField('country', ar)).toBe('بلد');
  expect(withoutPiece('a b:c d', { start: 2, end: 5 })).toBe('a d');
  expect(searchPath('a b', 'rank', 2)).toBe('/search?q=a+b&order=rank&page=2');
});
