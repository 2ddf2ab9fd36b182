import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../model/article.ts';
import { readPage } from '../read/read-page.ts';
import { extractArticle } from './extract-article.ts';

const seedPage = `<!DOCTYPE html><html lang="es"><head><title>Los ministros hablan del río - El Valle</title><meta property="og:title" content="Los ministros hablan del r&iacute;o"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Los ministros hablan del río","datePublished":"2020-05-06"}</script></head><body><nav><a href="/">Inicio</a></nav><article><h1>Los ministros hablan del río</h1><time datetime="2020-05-06T10:00:00Z">6 de mayo de 2020</time><p>El ministro recibió el miércoles en Villaclara a su homólogo, con quien habló del río &amp; de sus puentes.</p><figure><img src="a.jpg" alt="x"><figcaption>Foto: Archivo</figcaption></figure><p>Los dos países acordaron, según un comunicado, reunirse <b>cada año</b>.<br><br>La próxima cita será en otoño.</p><table><tr><td>Uno</td><td>Dos</td></tr></table></article><footer>Todos los derechos reservados</footer></body></html>`;
const seedDump =
  'Una    dos cosas    tres noticias    cuatro titulares\n\nMartes, 5 Mayo 2020\n\nLos ministros hablan del río\nPublicado en El Valle el 06 - 05 - 2020\n\nEl ministro recibió el miércoles a su homólogo.\nAcordaron reunirse cada año, según un comunicado.\nFuente: EFE\n\nComentarios\n';

const scraps = [
  '<div>',
  '</div>',
  '<p',
  '</p>',
  '<!--',
  '-->',
  '<script>',
  '</',
  '<a href="',
  '"',
  '&#x1F600;',
  '&nbsp;',
  '\0',
  '\ud800',
  '<![CDATA[',
  '</article>',
  '<table><td>',
  '2020-01-01',
  ' '.repeat(5),
  '\n\n\n',
  'ة',
  '{"@type":',
  '<br><br>',
  '<p>14:32</p><p>Una línea.</p>',
  '<tr><td>a<td>b',
  '<th>',
  '<figure><img src=b.jpg><figcaption>Foto: EFE',
  '<div itemscope itemtype=x/Article><b itemprop=author>',
  '<noscript><img src=c.jpg>',
  '<ul><li><ul><li>',
];

/** A page with random cuts, repetitions and scraps put in. */
function mutated(seed: string): fc.Arbitrary<string> {
  const edit = fc.tuple(
    fc.nat(seed.length),
    fc.nat(40),
    fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 6 })),
  );
  return fc.array(edit, { minLength: 1, maxLength: 12 }).map((edits) => {
    let text = seed;
    for (const [at, length, scrap] of edits) {
      const from = Math.min(at, text.length);
      text = text.slice(0, from) + scrap + text.slice(from + length);
    }
    return text;
  });
}

/** What holds for every article, whatever the page was. */
function expectSound(article: Article): void {
  const { text, blocks } = article;
  let at = 0;
  // Blocks tile the canonical text, one newline between. Plain comparisons: there can be 100,000 blocks.
  const broken = blocks.filter((block, i) => {
    const sound =
      block.index === i &&
      block.start === at &&
      block.end >= block.start &&
      block.probability > 0 &&
      block.probability <= 1;
    at = block.end + 1;
    return !sound;
  });
  expect(broken).toEqual([]);
  expect(at === 0 ? 0 : at - 1).toBe(text.length);
  expect(text).not.toMatch(/[\0\p{Surrogate}]/u);
  const sourced = [
    article.title,
    article.standfirst,
    article.outlet,
    article.aggregator,
    article.agency,
    article.published,
    article.modified,
    article.notLaterThan,
    article.language,
    article.section,
    ...article.authors,
    ...article.tags,
  ];
  for (const value of sourced) {
    if (!value) continue;
    expect(value.spans.length).toBeGreaterThan(0);
    for (const { start, end } of [...value.spans]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  if (article.title)
    expect(text.slice(article.title.spans[0]?.start, article.title.spans[0]?.end)).toBe(article.title.value);
  const shown = article.images.flatMap(({ caption, captionSpan, credit, creditSpan }) => [
    [caption, captionSpan] as const,
    [credit, creditSpan] as const,
  ]);
  for (const [value, span] of shown) {
    expect(span === undefined).toBe(value === undefined);
    if (span) expect(text.slice(span.start, span.end)).toBe(value);
  }
  const cells = blocks.flatMap((block) =>
    (block.cells ?? []).filter(({ start, end }) => start < block.start || end > block.end),
  );
  expect(cells).toEqual([]);
  let itemEnd = -1;
  for (const item of article.items ?? []) {
    expect(item.start).toBeGreaterThan(itemEnd);
    itemEnd = item.end;
    for (const { start, end } of [item, ...(item.title?.spans ?? []), ...(item.published?.spans ?? [])]) {
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  for (const { start, end } of [...article.links, ...article.dateCandidates]) {
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

/** Inside a run of the source map the canonical text and the page are equal. */
function expectMapped(article: Article, source: string): void {
  for (const block of article.blocks) {
    for (const [start, pageStart, length] of block.sourceMap) {
      expect(start).toBeGreaterThanOrEqual(block.start);
      expect(start + length).toBeLessThanOrEqual(block.end);
      expect(article.text.slice(start, start + length)).toBe(source.slice(pageStart, pageStart + length));
    }
  }
}

describe('whatever the page', () => {
  test('HTML', () => {
    fc.assert(
      fc.property(mutated(seedPage), (text) => {
        const page = readPage({ text, format: 'html', url: 'https://elvalle.example/2020/05/06/rio' });
        const article = extractArticle(page);
        expectSound(article);
        expectMapped(article, page.source);
        expect(extractArticle(page)).toEqual(article);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  test('text dumps: every block is made of slices of the page', () => {
    fc.assert(
      fc.property(mutated(seedDump), (text) => {
        const page = readPage({ text, format: 'text' });
        const article = extractArticle(page);
        expectSound(article);
        expectMapped(article, page.source);
        for (const block of article.blocks) {
          if (block.label === 'metadata') continue;
          // Slices of the page with one space between them, nothing else.
          const slices = block.sourceMap.map(([, pageStart, length]) =>
            page.source.slice(pageStart, pageStart + length),
          );
          expect(slices.join(' ')).toBe(article.text.slice(block.start, block.end));
        }
      }),
      { numRuns: 400, seed: 12 },
    );
  });

  test('bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expectSound(extractArticle({ bytes }));
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});

describe('hostile pages stay linear', () => {
  const n = 60_000;
  test.each([
    ['deep nesting', '<div>'.repeat(n)],
    ['deep nesting, closed', `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}`],
    ['unclosed paragraphs and bold', '<p><b>'.repeat(n)],
    ['stray end tags', '<div>x</span>'.repeat(n)],
    ['end tags only', '</div></p>'.repeat(n)],
    ['tags never closed', '<a '.repeat(n)],
    ['a megabyte of class names', `<div class="${'a b '.repeat(300_000)}">x</div>`],
    ['a megabyte of attributes', `<div ${'a=b '.repeat(200_000)}>x</div>`],
    ['entities', '&amp;'.repeat(n * 2)],
    ['open comment', `<p>x</p><!--${'-'.repeat(n)}`],
    ['one long word', `<p>${'a'.repeat(500_000)}</p>`],
    ['deep JSON', `<script type="application/ld+json">${'['.repeat(n)}</script><p>x</p>`],
    ['many dates', `<p>${'12/12/2020 '.repeat(n / 2)}</p>`],
    ['tables in tables', '<table><tr><td>x'.repeat(n / 4)],
    ['rows', `<table>${'<tr><td>a</td><td></td><td>b</td></tr>'.repeat(n / 4)}</table>`],
    ['cells', `<table><tr>${'<td>a</td><td></td>'.repeat(n / 4)}</tr><tr><td>a</td><td>b</td></tr></table>`],
    ['items in items', '<div itemscope itemprop=author><b itemprop=name>x'.repeat(n / 8)],
    ['articles of microdata', '<div itemscope itemtype=x/Article><h1>A title of a text</h1></div>'.repeat(n / 20)],
    ['pictures', '<figure><img src=a.jpg><figcaption>Photo: x</figcaption></figure>'.repeat(n / 20)],
    [
      'times',
      '<h1>Live</h1>'.concat(
        '<p>14:32</p><p>Something happened here, and then nothing more was seen.</p>'.repeat(n / 20),
      ),
    ],
    ['articles', '<article><h2><a href=/x>A title of a text</a></h2><p>Some words.</p></article>'.repeat(n / 20)],
    ['headings with links', '<h1><a href="/x">A title that is repeated</a></h1>'.repeat(5000)],
  ])(
    '%s',
    (_, text) => {
      const article = extractArticle({ text: `<html><body>${text}`, format: 'html' });
      expectSound(article);
    },
    20_000,
  );

  test.each([
    ['newlines', '\n'.repeat(n * 3)],
    ['spaces', 'a'.padEnd(n * 3)],
    ['short lines', 'ab\n'.repeat(n)],
    ['segments', 'un titre    '.repeat(n / 2)],
    ['brackets', '('.repeat(n)],
  ])(
    'dump: %s',
    (_, text) => {
      expectSound(extractArticle({ text: `x ${text}`, format: 'text' }));
    },
    20_000,
  );
});
