import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from './opml.ts';

describe('OPML', () => {
  test('folders are kept, feeds come once', () => {
    const text =
      '<opml version="1.0"><head/><body><outline text="Coast"><outline text="Ports"><outline type="rss" text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/></outline></outline><outline text="B" xmlUrl="https://b.example/feed"/><outline text="B again" xmlUrl="https://b.example/feed"/><outline text="bad" xmlUrl="not an address"/></body></opml>';
    expect(readOpml(text)).toEqual([
      { address: 'https://a.example/feed', title: 'A', site: 'https://a.example/', folder: ['Coast', 'Ports'] },
      { address: 'https://b.example/feed', title: 'B', folder: [] },
    ]);
  });

  test('a broken file is read as far as it goes', () => {
    const text =
      '<opml><body><outline text="Bread & butter"><outline text="A" xmlUrl="https://a.example/feed"><outline';
    expect(readOpml(text)).toMatchObject([{ address: 'https://a.example/feed', folder: ['Bread & butter'] }]);
  });

  test('what is written is read again', () => {
    const feeds = [
      { address: 'https://a.example/feed', title: 'A & Co', folder: ['Coast', 'Ports'] },
      { address: 'https://b.example/feed', title: '"B"', site: 'https://b.example/', folder: ['Coast'] },
    ];
    expect(readOpml(writeOpml('All', feeds))).toEqual(feeds);
  });
});
