import { describe, expect, test } from 'vitest';
import { namesIn } from './author-names.ts';
import { extractArticle } from './extract-article.ts';

const body = `<p>The transport minister received a delegation of the neighbouring port, a statement said late in the evening.</p>
<p>Both sides agreed to dredge the channel before winter comes and to share the cost of the works between the two cities.</p>`;

function authors(parts: { head?: string; below?: string; after?: string; end?: string }): readonly string[] {
  const { head = '', below = '', after = '', end = '' } = parts;
  return extractArticle({
    text: `<html lang="en"><head><title>The channel will be dredged</title><meta property="og:site_name" content="Coast Daily">${head}</head><body><main><article><h1>The channel will be dredged</h1>${below}<div class="article-body">${body}${end}</div>${after}</article></main></body></html>`,
    url: 'https://coastdaily.example/channel',
    format: 'html',
  }).authors.map(({ value }) => value);
}

const jsonLd = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('names in a signature', () => {
  test.each<[string, readonly string[]]>([
    ['By Ada Quill', ['Ada Quill']],
    ['By Ada Quill and Ben Okoro', ['Ada Quill', 'Ben Okoro']],
    ['Par Awa Delmas et Paul Vernet', ['Awa Delmas', 'Paul Vernet']],
    ['Por Lucía Robles y Marta de la Vega', ['Lucía Robles', 'Marta de la Vega']],
    ['بقلم: سالم الحارثي', ['سالم الحارثي']],
    ['Von Lena Hartwig', ['Lena Hartwig']],
    ['Veröffentlicht vonLena Hartwig', ['Lena Hartwig']],
    ['Text: Lena Hartwig', ['Lena Hartwig']],
    ['Ada Quill, Chief Technology Officer and Head of Ports', ['Ada Quill']],
    ['Ada Quill Senior Writer', ['Ada Quill']],
    ['Ada Quill MS, RDN', ['Ada Quill']],
    ['Ada Quill | Coast Media for Coast.example', ['Ada Quill']],
    ['Ada QuillFollow', ['Ada Quill']],
    ['Ada Quill @adaquill', ['Ada Quill']],
    ['A. Quill / B. J. Okoro', ['A. Quill', 'B. J. Okoro']],
    ['Nora C.J.', ['Nora C.J.']],
    ['By Ada Quill on May 3, 2024', ['Ada Quill']],
    ['Staff reports', []],
    ['La rédaction', []],
    ['هيئة التحرير', []],
    ['Redaktion', []],
    ['Reuters', []],
    ['Ada Quill avec AFP', ['Ada Quill']],
    ['Coast Daily', []],
    ['https://facebook.example/coast', []],
    ['page.head.extra.author', []],
    ['we are not who you think', []],
    ['admin', []],
    ['The Courier & Gazette', []],
    ['Quill & Sons', []],
    ['Ada Quill & Ben Okoro', ['Ada Quill', 'Ben Okoro']],
    ['Autoren Lena Hartwig und Jan Petersen', ['Lena Hartwig', 'Jan Petersen']],
    ['Updated', []],
  ])('%s', (signature, names) => {
    expect(namesIn(signature, new Set(['coastdaily']))).toEqual(names);
  });
});

describe('where authors are found', () => {
  test.each<[string, Parameters<typeof authors>[0], readonly string[]]>([
    ['a field after day and hour', { below: '<p>Do 25.04.24 | 14:07 Uhr | Von Lena Hartwig</p>' }, ['Lena Hartwig']],
    ['the last line of the text', { end: '<p><b>Ada Quill</b></p>' }, ['Ada Quill']],
    ['no name in a last sentence', { end: '<p>Ada Quill agreed to go.</p>' }, []],
    ['the newsroom that a meta tag names', { head: '<meta name="author" content="Harbour Team">' }, ['Harbour Team']],
    [
      'the foot of the article, marked',
      { after: '<footer class="entry-meta">5 May 2024 by <a rel="author" href="/a">Quill</a> Ports</footer>' },
      ['Quill'],
    ],
    [
      'a list in structured data',
      { head: jsonLd({ '@type': 'NewsArticle', author: [{ '@type': 'Person', name: 'Ada Quill' }, 'Ben Okoro'] }) },
      ['Ada Quill', 'Ben Okoro'],
    ],
    [
      'a reference inside a graph',
      {
        head: jsonLd({
          '@graph': [
            { '@type': 'Article', author: { '@id': '#ada' } },
            { '@type': 'Person', '@id': '#ada', name: 'Ada Quill' },
          ],
        }),
      },
      ['Ada Quill'],
    ],
    [
      'the byline where structured data names the site',
      { head: jsonLd({ '@type': 'Article', author: { name: 'Coast Daily' } }), below: '<p>By Ada Quill</p>' },
      ['Ada Quill'],
    ],
    [
      'the site itself when nobody signed',
      { head: jsonLd({ '@type': 'Article', author: { name: 'Coast Daily' } }) },
      ['Coast Daily'],
    ],
    ['an agency is no author', { head: jsonLd({ '@type': 'Article', author: { name: 'Reuters' } }) }, []],
    ['escaped letters', { head: jsonLd({ '@type': 'Article', author: 'Nu&ntilde;o Le&oacute;n' }) }, ['Nuño León']],
    ['meta', { head: '<meta name="author" content="Ada Quill">' }, ['Ada Quill']],
    [
      'an address in meta is no name',
      { head: '<meta property="article:author" content="https://facebook.example/ada">' },
      [],
    ],
    [
      'the card says what its field is',
      { head: '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quill">' },
      ['Ada Quill'],
    ],
    [
      'and when it is something else',
      { head: '<meta name="twitter:label1" content="Availability"><meta name="twitter:data1" content="In stock">' },
      [],
    ],
    [
      'rel=author inside a line',
      { below: '<p>Posted in Ports, <a rel="author" href="/ada">Ada Quill</a></p>' },
      ['Ada Quill'],
    ],
    ['a bare byline word and the next line', { below: '<div>By</div><div>Ada Quill</div>' }, ['Ada Quill']],
    ['behind the date of a blog', { below: '<p>Posted on 3 May 2024 by Ada Quill in Ports</p>' }, ['Ada Quill']],
    ['one field of a line', { below: '<p>Ports | By Ada Quill | May 3, 2024</p>' }, ['Ada Quill']],
    ['beside the date', { below: '<p>Ada Quill - May 3, 2024</p>' }, ['Ada Quill']],
    ['not in comments', { after: '<div class="comments"><p class="author">By Ben Okoro</p></div>' }, []],
  ])('%s', (_, parts, names) => {
    expect(authors(parts)).toEqual(names);
  });
});
