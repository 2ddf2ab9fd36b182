import { describe, expect, test } from 'vitest';
import { readHtml } from './html-blocks.ts';
import { pictureKey } from './html-media.ts';
import type { RawPage } from './raw-page.ts';
import { playerOf } from './video-players.ts';

const page = (body: string, head = ''): RawPage =>
  readHtml(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

describe('pictures', () => {
  test.each([
    ['a plain picture', '<img src="/a.jpg" alt=" Two  ships " width="640" height="480px">', '/a.jpg'],
    ['data-src before a placeholder', '<img src="/img/blank.gif" data-src="/a.jpg">', '/a.jpg'],
    ['data-original', '<img src="data:image/gif;base64,R0" data-original="/a.jpg">', '/a.jpg'],
    ['data-lazy-src', '<img data-lazy-src="/a.jpg">', '/a.jpg'],
    ['the widest of a srcset', '<img srcset="/s.jpg 300w, /a.jpg 900w, /m.jpg 600w">', '/a.jpg'],
    ['data-srcset', '<img src="data:image/gif;base64,R0" data-srcset="/s.jpg 1x, /a.jpg 2x">', '/a.jpg'],
    ['a picture whose img is empty', '<picture><source srcset="/a.jpg 2x"><img alt="x"></picture>', '/a.jpg'],
    ['a picture whose img is real', '<picture><source srcset="/w.webp"><img src="/a.jpg"></picture>', '/a.jpg'],
    [
      'the twin of a placeholder',
      '<img class="lazy" alt="x" src="/1x1.png"><noscript><img src="/a.jpg"></noscript>',
      '/a.jpg',
    ],
    ['the twin of a lazy picture', '<img data-src="/a.jpg"><noscript><img src="/a.jpg?w=900"></noscript>', '/a.jpg'],
    ['a background', '<div class="hero" style="background-image: url(\'/a.jpg\')"></div>', '/a.jpg'],
  ])('%s', (_, markup, url) => {
    expect(page(`<p>Text before.</p>${markup}<p>Text after.</p>`).images.map((image) => image.url)).toEqual([url]);
  });

  test.each([
    ['<img src="data:image/png;base64,AAAA">'],
    ['<img src="/assets/spacer.gif">'],
    ['<video><source src="/film.mp4" srcset="/no.jpg"></video>'],
  ])('no picture: %s', (markup) => {
    expect(page(markup).images).toEqual([]);
  });

  test('size, text and class are kept; the merged twin keeps those of the placeholder', () => {
    expect(page('<img src="/a.jpg" alt=" Two  ships " width="640" height="480px" class="Big Lead">').images[0]).toEqual(
      {
        url: '/a.jpg',
        alt: 'Two ships',
        width: 640,
        height: 480,
        classWords: 'big lead',
        block: 0,
        node: 0,
      },
    );
    const twin = page('<figure><img alt="Two ships" src="/blank.gif"><noscript><img src="/a.jpg"></noscript></figure>');
    expect(twin.images[0]).toMatchObject({ url: '/a.jpg', alt: 'Two ships' });
    expect(twin.nodes[twin.images[0]?.node ?? 0]?.tag).toBe('figure');
  });

  test.each([
    ['https://a.example/x/port-1024x576.jpg', 'https://b.example/x/port.jpg?w=3', true],
    ['/i/w_300/h_200/port.webp', '/i/port.jpg', true],
    ['/i/port-300w.jpg', '/i/port.jpg', true],
    ['/i/port.jpg', '/i/bridge.jpg', false],
    ['/2024/01/port.jpg', '/2023/01/port.jpg', false],
  ])('%s and %s are one picture: %s', (a, b, same) => {
    expect(pictureKey(a) === pictureKey(b)).toBe(same);
  });
});

describe('videos', () => {
  test.each([
    ['<video src="/a.mp4" poster="/p.jpg" title="The port"></video>', 'file', '/a.mp4', undefined],
    ['<video><source src="/a.webm" type="video/webm"><source src="/b.mp4"></video>', 'file', '/a.webm', undefined],
    ['<iframe src="https://www.youtube.com/embed/x1?rel=0"></iframe>', 'embed', undefined, 'youtube.com'],
    ['<iframe data-src="//player.vimeo.com/video/7" src="about:blank"></iframe>', 'embed', undefined, 'vimeo.com'],
    ['<iframe src="https://geo.dailymotion.com/player.html?video=x"></iframe>', 'embed', undefined, 'dailymotion.com'],
    ['<lite-youtube videoid="x1"></lite-youtube>', 'embed', 'https://www.youtube.com/embed/x1', 'youtube.com'],
    ['<iframe src="https://tv.port.example/video/embed/7"></iframe>', 'embed', undefined, 'tv.port.example'],
  ])('%s', (markup, kind, url, provider) => {
    const { videos } = page(`<p>Before.</p>${markup}<p>After.</p>`);
    expect(videos).toHaveLength(1);
    expect(videos[0]).toMatchObject({ kind, ...(url ? { url } : {}), ...(provider ? { provider } : {}) });
  });

  test.each([
    'https://www.google.com/maps/embed?pb=1',
    'https://www.facebook.com/plugins/like.php?href=x',
    'https://radio.example/player/live',
    'https://ads.example/frame.html',
  ])('no player: %s', (url) => {
    expect(playerOf(url)).toBeUndefined();
  });
});

describe('tables', () => {
  test('rows of a data table are blocks, their cells known, empty ones too', () => {
    const raw = page(
      '<p>Before.</p><table><tr><th>Port</th><th>2022</th><th>2023</th></tr><tr><td><a href="/n">North</a> quay</td><td></td><td>7</td></tr></table><img src="/a.jpg"><p>After.</p>',
    );
    expect(raw.blocks.map(({ text, kind }) => [kind, text])).toEqual([
      ['paragraph', 'Before.'],
      ['table-row', 'Port | 2022 | 2023'],
      ['table-row', 'North quay | | 7'],
      ['paragraph', 'After.'],
    ]);
    const [, head, row] = raw.blocks;
    expect(head?.cells?.every(({ header }) => header)).toBe(true);
    expect(row?.cells?.map(({ start, end }) => row.text.slice(start, end))).toEqual(['North quay', '', '7']);
    expect(row?.links).toEqual([{ start: 0, end: 5, url: '/n' }]);
    // What stands after the table still stands before the same block.
    expect(raw.images[0]?.block).toBe(3);
  });

  test.each([
    ['a single column', '<table><tr><td>Menu of the day</td></tr><tr><td>And of the week</td></tr></table>'],
    [
      'tables in tables',
      '<table><tr><td>Left</td><td><table><tr><td>One</td></tr></table></td></tr><tr><td>A</td><td>B</td></tr></table>',
    ],
    [
      'cells as long as articles',
      `<table><tr><td>Menu</td><td>${'The ship came in. '.repeat(30)}</td></tr><tr><td>A</td><td>B</td></tr></table>`,
    ],
    [
      'headings in cells',
      '<table><tr><td><h2>News</h2></td><td>A</td></tr><tr><td><h2>Sport</h2></td><td>B</td></tr></table>',
    ],
    ['a single row', '<table><tr><td>Left</td><td>Right</td></tr></table>'],
  ])('layout, not data: %s', (_, markup) => {
    expect(page(markup).blocks.every(({ cells }) => cells === undefined)).toBe(true);
  });
});

describe('microdata and RDFa', () => {
  test('an article with its author, dates, picture and publisher', () => {
    const [item] = page(
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">The port <b>opens</b></h1>
<meta itemprop="datePublished" content="2024-05-03T08:00:00Z"><time itemprop="dateModified" datetime="2024-05-04">4 May</time>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name" href="/team/ines">Inès Valmy</a></span>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Port Daily"></div>
<img itemprop="image" src="/a.jpg"><div itemprop="articleBody"><p>The port opens on Monday.</p></div></article>`,
    ).items;
    expect(item).toMatchObject({
      types: ['NewsArticle'],
      fields: {
        headline: ['The port opens'],
        datepublished: ['2024-05-03T08:00:00Z'],
        datemodified: ['2024-05-04'],
        author: [{ types: ['Person'], fields: { name: ['Inès Valmy'] } }],
        publisher: [{ types: ['Organization'], fields: { name: ['Port Daily'] } }],
        image: ['/a.jpg'],
      },
    });
  });

  test('RDFa, with and without prefixes', () => {
    const [item] = page(
      '<div vocab="https://schema.org/" typeof="schema:Article"><h1 property="schema:headline">The port opens</h1><span property="author">Inès Valmy</span></div>',
    ).items;
    expect(item).toMatchObject({
      types: ['Article'],
      fields: { headline: ['The port opens'], author: ['Inès Valmy'] },
    });
  });

  test('an item that is never closed ends with the page', () => {
    expect(page('<div itemscope itemtype="x/Article"><span itemprop="name">A</span>').items[0]?.fields).toEqual({
      name: ['A'],
    });
  });
});
