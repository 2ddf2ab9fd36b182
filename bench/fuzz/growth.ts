import { extractArticle } from '../../src/core/extract/extract-article.ts';
import { readPage } from '../../src/core/read/read-page.ts';

/** A family of hostile pages that grow with a number. */
export interface Family {
  readonly name: string;
  readonly page: (size: number) => string;
  readonly format: 'html' | 'text';
}

const paragraph = '<p>The minister met his counterpart in the harbour on Monday, and they signed an agreement.</p>';
const html = (name: string, page: (size: number) => string): Family => ({ name, page, format: 'html' });
const text = (name: string, page: (size: number) => string): Family => ({ name, page, format: 'text' });
const repeated = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length));

/** Shapes that make careless readers quadratic. */
export const families: readonly Family[] = [
  html('nested elements', repeated('<div>')),
  html('nested and closed', (size) => '<b>'.repeat(size / 7) + '</b>'.repeat(size / 7)),
  html('unclosed paragraphs', repeated('<p>word')),
  html('unclosed of every kind', repeated('<div><p><a href=x><b><li><table><td>word')),
  html('stray end tags', repeated('</div></p></span>')),
  html('crossed tags', repeated('<b><i></b></i><p>')),
  html('links in links', repeated('<a href="/x">word ')),
  html('empty titles', repeated('<title></title>')),
  html('unclosed comments', repeated('<!-- ')),
  html('dashes in a comment', (size) => `<!--${'--!'.repeat(size / 3)}`),
  html('open quotes', repeated('<a href="')),
  html('ampersands', repeated('&')),
  html('half entities', repeated('&amp')),
  html('one long entity', (size) => `&${'a'.repeat(size)}`),
  html('one long number', (size) => `&#${'1'.repeat(size)};`),
  html('one long tag name', (size) => `<${'a'.repeat(size)}>`),
  html('many attributes', (size) => `<p ${'x=1 '.repeat(size / 4)}>text`),
  html('one long attribute', (size) => `<p class="${'related '.repeat(size / 8)}">text`),
  html('long attributes', repeated(`<p class="${'ad '.repeat(100)}" id="${'x'.repeat(100)}">a`)),
  html('one srcset', (size) => `<img srcset="${'/a.jpg 1w, '.repeat(size / 11)}">`),
  html('metas', repeated('<meta name="author" content="Ada Quill">')),
  html('times', repeated('<time datetime="2024-01-19">19 January 2024</time>')),
  html('short scripts', repeated('<script></script>')),
  html('a script of end tags', (size) => `<script>${'</scr'.repeat(size / 5)}`),
  html('structured data, open', (size) => `<script type="application/ld+json">${'['.repeat(size)}</script>`),
  html('structured data, spaces', (size) => `<script type="application/ld+json">{"a":1,${' '.repeat(size)}x</script>`),
  html('structured data, commas', (size) => `<script type="application/ld+json">${',  '.repeat(size / 3)}</script>`),
  html(
    'structured data, wide',
    (size) => `<script type="application/ld+json">[${'{"@type":"Article","author":"A"},'.repeat(size / 33)}1]</script>`,
  ),
  ...['headline', 'author', 'articleBody', 'datePublished', 'keywords'].map((field) =>
    html(
      `structured data, spaces in ${field}`,
      (size) => `<script type="application/ld+json">{"@type":"Article","${field}":"a${' '.repeat(size)}b"}</script>`,
    ),
  ),
  ...['og:title', 'author', 'article:tag'].map((name) =>
    html(`spaces in ${name}`, (size) => `<meta name="${name}" content="a${' '.repeat(size)}b">${paragraph}`),
  ),
  html('paragraphs', repeated(paragraph)),
  html('equal headings', repeated('<h1>The minister met his counterpart</h1>')),
  html('list items', repeated('<li>19 January 2024</li>')),
  html('table cells', repeated('<table><tr><td>1</td></tr></table>')),
  html('breaks', repeated('word<br>')),
  html('one word', repeated('a')),
  html('spaces', repeated(' ')),
  html('lone surrogates', repeated('\ud800')),
  text('one word', repeated('a')),
  text('one line of words', repeated('word ')),
  text('one line of dates', repeated('19 January 2024 ')),
  text('lines', repeated('word\n')),
  text('empty lines', repeated('\n')),
  text('carriage returns', repeated('\r')),
  text('tabs', repeated('\t')),
  text('spaces', (size) => `${' '.repeat(size)}x`),
  text('segments', repeated('one two    ')),
  text('columns', repeated(`${'left side'.padEnd(40)}right side\n`)),
  text('wrapped lines', repeated('the minister met his counterpart in the harbour and\n')),
  text('brackets', repeated('(')),
  text('quotes', repeated('"')),
  text('digits', repeated('1')),
  text('numbers', repeated('1.')),
  text('dashes', repeated('-')),
  text('hyphens', repeated('a-')),
  text('full stops', repeated('. ')),
  text('colons', repeated('Foto: ')),
  text('handles', repeated('(@name) pic.twitter.com/x ')),
  text('commas', repeated('a, ')),
  text('marks', repeated('\u0301')),
  text('tatweel', repeated('ـ')),
  text('Arabic dates', repeated('١٩ يناير ٢٠٢٤ ')),
];

/** Four times the page may take this many times as long: far from 4, and farther from the 16 of a quadratic reader. */
const mostGrowth = 9;
/** Below this the clock says nothing. */
const leastMilliseconds = 30;

export interface Growth {
  readonly name: string;
  readonly small: number;
  readonly large: number;
  readonly fault?: string;
}

/** CPU time of a family at a size and at four times the size. A suspicion is measured again before it is a fault. */
export function measureGrowth(family: Family, size: number): Growth {
  const name = `${family.name}, ${family.format}`;
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  try {
    for (let round = 0; round < 3; round++) {
      small = Math.min(small, timeOf(family, size));
      large = Math.min(large, timeOf(family, size * 4));
      if (large <= Math.max(leastMilliseconds, small) * mostGrowth) break;
    }
  } catch (error) {
    return { name, small: 0, large: 0, fault: `threw: ${error instanceof Error ? error.message : String(error)}` };
  }
  const bound = Math.max(leastMilliseconds, small) * mostGrowth;
  return large <= bound
    ? { name, small, large }
    : {
        name,
        small,
        large,
        fault: `growth: ${small.toFixed(0)} ms for ${size}, ${large.toFixed(0)} ms for four times`,
      };
}

function timeOf(family: Family, size: number): number {
  const page = readPage({ text: family.page(size), format: family.format, url: 'https://quay.example/2024/01/19/x' });
  const before = process.cpuUsage();
  extractArticle(page);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
