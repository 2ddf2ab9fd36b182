import { describe, expect, test } from 'vitest';
import { extractArticle } from '../core/extract/extract-article.ts';
import type { Article } from '../core/model/article.ts';
import { openSqliteStore } from '../store/open-store.ts';
import { hostOf, openOutletBook, outletId } from './outlets.ts';

const base = extractArticle({ text: 'Un texte court.', format: 'text' });

function article(given: { outlet?: string; url?: string; aggregator?: string; language?: string }): Article {
  const sourced = <T>(value: T) => ({ value, certainty: 1, basis: 'test', spans: [{ start: 0, end: 1 }] });
  const { outlet: _outlet, url: _url, aggregator: _aggregator, ...rest } = base;
  return {
    ...rest,
    language: sourced(given.language ?? 'fr'),
    ...(given.outlet === undefined ? {} : { outlet: sourced(given.outlet) }),
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(given.aggregator === undefined ? {} : { aggregator: sourced(given.aggregator) }),
  };
}

describe('openOutletBook', () => {
  test('adds an outlet once, whatever the accents and capitals of its name', async () => {
    const store = await openSqliteStore(':memory:');
    const book = await openOutletBook(store);
    const first = await book.outletOf(
      article({ outlet: 'Le Courrier du Détroit', url: 'https://www.courrier.example/1' }),
      'import',
    );
    const again = await book.outletOf(article({ outlet: 'LE COURRIER DU DETROIT', language: 'ar' }), 'import');
    const byHost = await book.outletOf(article({ url: 'https://courrier.example/2' }), 'import');
    expect(first).toMatchObject({ id: 'le-courrier-du-detroit', hosts: ['courrier.example'], publish: 'excerpt' });
    expect([again?.id, byHost?.id]).toEqual([first?.id, first?.id]);
    expect((await store.outlets.list()).map(({ id, languages }) => ({ id, languages }))).toEqual([
      { id: 'le-courrier-du-detroit', languages: ['fr', 'ar'] },
    ]);
    const reopened = await openOutletBook(store);
    expect((await reopened.outletOf(article({ outlet: 'Le courrier du détroit' }), 'import'))?.id).toBe(first?.id);
    await store.close();
  });

  test('the host of an aggregator is not the host of the outlet', async () => {
    const store = await openSqliteStore(':memory:');
    const book = await openOutletBook(store);
    const outlet = await book.outletOf(
      article({ outlet: 'La Gazette', aggregator: 'Presseport', url: 'https://presseport.example/9' }),
      'import',
    );
    expect(outlet?.hosts).toEqual([]);
    expect(await book.outletOf(article({}), 'import')).toBeUndefined();
    await store.close();
  });
});

describe('names and addresses', () => {
  test.each([
    ['El País', 'el-pais'],
    ["L'Œil du Nord", 'l-oeil-du-nord'],
    ['مرآة الأطلس', /^outlet-[0-9a-f]{8}$/],
  ])('%s', (name, id) => {
    expect(outletId(name)).toMatch(id);
  });

  test.each([
    ['https://www.press.example/a', 'press.example'],
    ['ftp://press.example/a', undefined],
    ['not an address', undefined],
    [undefined, undefined],
  ])('%s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
