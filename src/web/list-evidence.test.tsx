import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreed, openDikesArchive, sentence } from '../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../test/helpers/web-site.ts';
import { inventMeeting, storeInvented } from '../testing/invented.ts';

let archive: WebArchive;
beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const html = async (path: string, headers: Record<string, string> = {}) =>
  (await siteOf(archive).request(path, { headers: { 'accept-language': 'en', ...headers } })).text();
const words = (body: string) =>
  body
    .replace(/<\/?mark>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('facts in lists', () => {
  test.each(['/dossiers/ES-MA', '/record', '/people/ada-lumen', '/countries/MA'])(
    '%s: a short list has the sentences in place, each leading to its span',
    async (path) => {
      const body = await html(path);
      expect(words(body)).toContain(sentence);
      expect(body).toMatch(/<a href="\/articles\/[^"]+#e-\d+-\d+"/);
    },
  );

  test('the promise has its own sentence', async () => {
    const body = await html('/dossiers/ES-MA');
    const promises = body.slice(body.indexOf('promises-title'));
    expect(words(promises)).toContain(agreed);
  });

  test('a long list opens one fact on request, and reads nothing else', async () => {
    const { store } = archive;
    const [meeting] = (await store.record.listMeetings({})).items;
    const person = await store.record.getPerson('ada-lumen');
    const many = [];
    for (let index = 0; index < 10; index++) {
      const page = await storeInvented(store, { title: `Marées ${index}`, url: `https://whole.example/m${index}` });
      many.push(inventMeeting({ id: `long-${index}`, countries: ['ES', 'MA'], articles: [page.articleId] }));
    }
    if (meeting === undefined || person === undefined) throw new Error('no meeting');
    await store.record.replaceFused({ meetings: [meeting, ...many], people: [person] });
    const closed = await html('/dossiers/ES-MA');
    expect(words(closed)).not.toContain(sentence);
    expect(closed).toContain(`href="/dossiers/ES-MA?open=${meeting.id}#open-${meeting.id}"`);
    const opened = await html(`/dossiers/ES-MA?open=${meeting.id}`);
    expect(words(opened)).toContain(sentence);
    expect(opened).toContain(`id="open-${meeting.id}" open=""`);
    expect(words(await html(`/dossiers/ES-MA?open=${meeting.id}.0`))).toContain(agreed);
    expect(await html('/record?country=MA')).toContain(`href="/record?country=MA&amp;open=${meeting.id}#open-`);
    expect(words(await html('/dossiers/ES-MA?open=nothing'))).not.toContain(sentence);
    expect(faults).toEqual([]);
  });
});

describe('months in Arabic', () => {
  test.each([
    ['', 'يناير'],
    ['?months=maghreb', 'جانفي'],
    ['?months=levant', 'كانون الثاني'],
    ['?months=nonsense', 'يناير'],
  ])('%j', async (query, name) => {
    const body = await html(`/record${query}`, { 'accept-language': 'ar' });
    expect(words(body)).toContain(`19 ${name} 2024`);
  });

  test('are remembered, and no choice in other languages', async () => {
    const response = await siteOf(archive).request('/record?months=levant', { headers: { 'accept-language': 'ar' } });
    expect(response.headers.get('set-cookie')).toContain('months=levant');
    const body = await html('/record', { 'accept-language': 'ar', cookie: 'months=levant' });
    expect(words(body)).toContain('كانون الثاني');
    expect(await html('/record')).not.toContain('?months=');
  });
});

test('the search says the names of people in the script of the reader', async () => {
  const facets = async (language: string) => {
    const body = await html('/search?q=digue', { 'accept-language': language });
    return words(body.slice(body.indexOf('id="facet-person"')));
  };
  expect(await facets('ar')).toContain('أدا لومن');
  expect(await facets('fr')).toContain('Ada Lumen');
});
