import { describe, expect, test } from 'vitest';
import type { Article } from '../model/article.ts';
import { extractArticle } from './extract-article.ts';

const paragraphs = [
  'The minister of ports, Lena Hartwig, opened the new quay of Port Hale on Monday before some two hundred guests.',
  'The work took four years, she said, and cost less than the two cities had feared when they signed the contract.',
  'A second quay will follow in spring, according to a statement that both town halls published in the evening.',
];

function article(parts: { head?: string; before?: string; between?: string; after?: string }): Article {
  const { head = '', before = '', between = '', after = '' } = parts;
  const [first, ...rest] = paragraphs;
  return extractArticle({
    text: `<!doctype html><html lang="en"><head><title>New quay opens in Port Hale</title>${head}</head><body><header class="site-header"><img src="/img/site-banner-top.jpg"></header><article><h1>New quay opens in Port Hale</h1>${before}<p>${first}</p>${between}${rest.map((text) => `<p>${text}</p>`).join('')}${after}</article><div class="related"><img src="/other.jpg"></div><footer><img src="/foot.jpg"></footer></body></html>`,
    url: 'https://port.example/news/quay.html',
  });
}

const at = (path: string): string => `https://port.example${path}`;

describe('the lead', () => {
  const figure = '<figure><img src="/body.jpg"></figure>';
  test.each([
    ['og:image', { head: '<meta property="og:image" content="/og.jpg">', between: figure }, '/og.jpg', 'og:image'],
    [
      'the picture of the JSON-LD, when og:image is the sign of the site',
      {
        head: '<meta property="og:image" content="/img/logo.png"><script type="application/ld+json">{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"/ld.jpg"}}</script>',
        between: figure,
      },
      '/ld.jpg',
      'json-ld',
    ],
    ['the first of the page', { between: figure }, '/body.jpg', 'page'],
    [
      'the background of a box called a picture',
      { before: '<div class="hero-image" style="background-image:url(/hero.jpg)"></div>' },
      '/hero.jpg',
      'background',
    ],
  ])('%s', (_, parts, path, basis) => {
    expect(article(parts).images[0]).toMatchObject({ url: at(path), basis, lead: true });
  });

  test('og:image and its copy on the page are one picture with caption and size', () => {
    const { images, text } = article({
      head: '<meta property="og:image" content="https://cdn.port.example/quay-1200x630.jpg">',
      before:
        '<figure><img src="/quay-800x533.jpg" alt="A quay" width="800" height="533"><figcaption>The quay on Monday. (Photo: Paul Vernet/AFP)</figcaption></figure>',
    });
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({
      url: 'https://cdn.port.example/quay-1200x630.jpg',
      alt: 'A quay',
      caption: 'The quay on Monday.',
      credit: 'Paul Vernet/AFP',
      width: 800,
    });
    const { captionSpan, creditSpan } = images[0] ?? {};
    expect(text.slice(captionSpan?.start, captionSpan?.end)).toBe('The quay on Monday.');
    expect(text.slice(creditSpan?.start, creditSpan?.end)).toBe('Paul Vernet/AFP');
  });
});

describe('caption and credit', () => {
  test.each([
    [
      'caption and credit in elements of their own',
      '<figure><img src="/a.jpg"><figcaption><p class="caption-text">The quay.</p><p class="photo-credit">Paul Vernet</p></figcaption></figure>',
      'The quay.',
      'Paul Vernet',
    ],
    [
      'wp-caption',
      '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">The quay on Monday © Paul Vernet</p></div>',
      'The quay on Monday',
      'Paul Vernet',
    ],
    [
      'a class of the neighbour',
      '<div><img src="/a.jpg"></div><div class="photo-caption">The quay. Photo by Paul Vernet</div>',
      'The quay.',
      'Paul Vernet',
    ],
    ['no caption, only text for those who cannot see', '<img src="/a.jpg" alt="A quay">', undefined, undefined],
  ])('%s', (_, markup, caption, credit) => {
    const [image] = article({ between: markup }).images;
    expect([image?.caption, image?.credit]).toEqual([caption, credit]);
  });

  test('two pictures keep their own captions', () => {
    const { images } = article({
      between:
        '<figure><img src="/a.jpg"><figcaption>The old quay.</figcaption></figure><figure><img src="/b.jpg"><figcaption>The new quay.</figcaption></figure>',
    });
    expect(images.map(({ caption }) => caption)).toEqual(['The old quay.', 'The new quay.']);
  });
});

describe('what is no picture of the article', () => {
  test.each([
    '<img src="/count.gif" width="1" height="1">',
    '<img src="/img/facebook-icon.png">',
    '<img src="/team/lena.jpg" class="avatar">',
    '<img src="/sprite.svg">',
    '<img src="/tiny.jpg" width="40" height="40">',
    '<img src="https://stats.example/pixel/7?x=1">',
    '<div class="author-box"><img src="/team/lena.jpg"></div>',
    '<div style="background:url(/pattern.jpg)">x</div>',
  ])('%s', (markup) => {
    expect(article({ between: markup }).images).toEqual([]);
  });
});

test('videos of the page, of JSON-LD and of og:video, each once', () => {
  const { videos } = article({
    head: `<meta property="og:video" content="https://www.youtube.com/watch?v=abcdef123"><script type="application/ld+json">{"@type":"VideoObject","name":"The quay opens","embedUrl":"https://www.youtube.com/embed/abcdef123","thumbnailUrl":"/p.jpg"}</script>`,
    between:
      '<iframe src="https://www.youtube.com/embed/abcdef123?rel=0"></iframe><video poster="/v.jpg"><source src="/quay.mp4"></video>',
  });
  expect(videos).toEqual([
    {
      url: 'https://www.youtube.com/embed/abcdef123?rel=0',
      kind: 'embed',
      provider: 'youtube.com',
      title: 'The quay opens',
      poster: at('/p.jpg'),
      basis: 'page',
    },
    { url: at('/quay.mp4'), kind: 'file', poster: at('/v.jpg'), basis: 'page' },
  ]);
});

test('posts are social, with their address', () => {
  const { embeds, blocks, text } = article({
    between:
      '<blockquote class="twitter-tweet"><p>The quay is open to everyone from tomorrow, come and see.</p>— Port Hale (@porthale) <a href="https://twitter.com/porthale/status/123456?ref=x">3 May 2024</a></blockquote><blockquote class="instagram-media"><a href="https://www.instagram.com/p/Ab_1/">A picture</a></blockquote>',
  });
  expect(embeds).toMatchObject([
    { url: 'https://twitter.com/porthale/status/123456', provider: 'x.com' },
    { url: 'https://www.instagram.com/p/Ab_1/', provider: 'instagram.com' },
  ]);
  const quoted = blocks.find(({ start, end }) => text.slice(start, end).startsWith('The quay is open'));
  expect(quoted?.label).toBe('social');
});

test('structure of the body', () => {
  const { blocks, text } = article({
    between:
      '<h2>What changes</h2><blockquote><p>We open the quay for everyone, and we open it today.</p></blockquote><ul><li>Ships of up to two hundred metres can land.<ul><li>Ferries will land at night, too, from June on.</li></ul></li></ul><h3>In figures</h3><table><tr><th>Quay</th><th>Length in metres</th></tr><tr><td>The old quay of the town</td><td>120</td></tr></table><pre>berth = length + 2 * margin\nfor each ship that comes in at night, when the pilots cannot see the quay</pre>',
  });
  const body = blocks.filter(({ label }) => label === 'body');
  expect(
    body.slice(1, -2).map(({ kind, level, start, end }) => [kind, level, text.slice(start, end).split(' ')[0]]),
  ).toEqual([
    ['heading', 2, 'What'],
    ['quote', undefined, 'We'],
    ['list-item', 1, 'Ships'],
    ['list-item', 2, 'Ferries'],
    ['heading', 3, 'In'],
    ['table-row', undefined, 'Quay'],
    ['table-row', undefined, 'The'],
    ['code', undefined, 'berth'],
  ]);
  const row = body.find(({ kind }) => kind === 'table-row');
  expect(row?.cells?.map((cell) => [text.slice(cell.start, cell.end), cell.header])).toEqual([
    ['Quay', true],
    ['Length in metres', true],
  ]);
});

test('microdata speaks where the JSON-LD is silent, and says so', () => {
  const { authors, published } = article({
    head: '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03"}</script>',
    before:
      '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author">Paul Vernet</span><meta itemprop="datePublished" content="2020-01-01"></div>',
  });
  expect(authors).toMatchObject([{ value: 'Paul Vernet', basis: 'microdata author' }]);
  expect(published?.value.edtf).toBe('2024-05-03');
});
