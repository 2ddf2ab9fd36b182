import { describe, expect, test } from 'vitest';
import type { Feed } from './feed.ts';
import { mostItems, readFeed } from './read-feed.ts';

const address = 'https://coast.example/feeds/news.xml';
const read = (text: string): Feed | undefined => readFeed(new TextEncoder().encode(text), undefined, address);

describe('feeds of every kind in one form', () => {
  test.each<[string, string, Partial<Feed>]>([
    [
      'RSS 2.0 with full text, author and hub',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Coast Daily</title><link>https://coast.example</link><language>en</language><ttl>30</ttl><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="${address}"/><item><title>The port &amp; the town</title><link>/news/1</link><dc:creator>Ada Quill</dc:creator><pubDate>Fri, 19 Jan 2024 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>All of it, and more.</p>]]></content:encoded></item></channel></rss>`,
      {
        format: 'rss',
        title: 'Coast Daily',
        site: 'https://coast.example/',
        language: 'en',
        hub: 'https://hub.example/',
        self: address,
        ttlMinutes: 30,
        broken: false,
        items: [
          {
            title: 'The port & the town',
            link: 'https://coast.example/news/1',
            authors: ['Ada Quill'],
            published: 'Fri, 19 Jan 2024 10:00:00 GMT',
            content: '<p>All of it, and more.</p>',
          },
        ],
      },
    ],
    [
      'RSS 0.91 with a permalink instead of a link',
      '<rss version="0.91"><channel><title>T</title><item><title>One</title><guid>https://coast.example/1</guid></item></channel></rss>',
      { format: 'rss', items: [{ title: 'One', link: 'https://coast.example/1' }] },
    ],
    [
      'RDF',
      '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title><link>https://coast.example</link></channel><item rdf:about="https://coast.example/7"><title>Seven</title><dc:date>2024-01-19</dc:date></item></rdf:RDF>',
      { format: 'rdf', items: [{ title: 'Seven', link: 'https://coast.example/7', published: '2024-01-19' }] },
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Port</title><link href="https://coast.example/"/><entry><title>Un</title><link rel="alternate" href="/un"/><id>tag:1</id><updated>2024-01-19T11:00:00Z</updated><published>2024-01-19T10:00:00Z</published><author><name>Awa Delmas</name></author><summary>Court.</summary></entry></feed>',
      {
        format: 'atom',
        language: 'fr',
        items: [
          {
            title: 'Un',
            link: 'https://coast.example/un',
            authors: ['Awa Delmas'],
            published: '2024-01-19T10:00:00Z',
            modified: '2024-01-19T11:00:00Z',
            content: 'Court.',
          },
        ],
      },
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://coast.example/j","title":"Jota","content_text":"Texto.","date_published":"2024-01-19T10:00:00Z"}]}',
      {
        format: 'json',
        items: [
          {
            title: 'Jota',
            link: 'https://coast.example/j',
            published: '2024-01-19T10:00:00Z',
            content: 'Texto.',
            contentType: 'text',
          },
        ],
      },
    ],
    [
      'broken XML, as far as it goes',
      '<rss version="2.0"><channel><title>Broken <b</title><item><title>Bread & butter</title><link>https://coast.example/1</link></item><item><title>Cut off</title><link>https://coast.example/2</li',
      {
        broken: true,
        items: [
          { title: 'Bread & butter', link: 'https://coast.example/1' },
          { title: 'Cut off', link: 'https://coast.example/2' },
        ],
      },
    ],
    ['nothing in it', '<rss version="2.0"><channel><title>Empty</title></channel></rss>', { items: [] }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test.each([['<html><body><p>Not a feed</p></body></html>'], ['{"title":"no items"}'], [''], ['\0\0\0']])(
    'no feed: %j',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('a feed of very many items', () => {
  const many = (ending: string, between = '') =>
    `<rss version="2.0"><channel><title>Long</title>${Array.from(
      { length: mostItems + 700 },
      (_, at) => `<item><title>No. ${at}</title><link>https://coast.example/${at}</link>${between}</item>`,
    ).join('')}${ending}`;

  test.each([
    ['what stands behind the last one is read', many('<language>pt</language></channel></rss>'), false, 'pt'],
    ['one that is cut off', many('<item><title>Cut'), true, undefined],
    [
      'one that speaks of items in its texts',
      many('<language>pt</language></channel></rss>', '<description><![CDATA[<item >]]></description>'),
      false,
      'pt',
    ],
  ])('gives the first ones: %s', (_, text, broken, language) => {
    const feed = read(text);
    expect(feed).toMatchObject({ title: 'Long', broken, cut: true });
    expect(feed?.language).toBe(language);
    expect(feed?.items).toHaveLength(mostItems);
    expect(feed?.items.at(-1)?.link).toBe(`https://coast.example/${mostItems - 1}`);
  });
});
