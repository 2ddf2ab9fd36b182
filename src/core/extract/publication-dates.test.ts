import { describe, expect, test } from 'vitest';
import type { Article } from '../model/article.ts';
import { extractArticle } from './extract-article.ts';

const body = `<p>The transport minister received a delegation of the neighbouring port, a statement said late in the evening.</p>
<p>Both sides agreed to dredge the channel before winter comes and to share the cost of the works between the two cities.</p>`;

function read(parts: {
  head?: string;
  above?: string;
  below?: string;
  after?: string;
  url?: string;
  lang?: string;
}): Article {
  const { head = '', above = '', below = '', after = '', url = 'https://coast.example/channel', lang = 'en' } = parts;
  return extractArticle({
    text: `<html lang="${lang}"><head><title>The channel will be dredged</title>${head}</head><body><header>${above}</header><main><article><h1>The channel will be dredged</h1>${below}<div class="article-body">${body}</div></article>${after}</main></body></html>`,
    url,
    format: 'html',
  });
}

const jsonLd = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;

describe('which date is the day of publication', () => {
  test.each<[string, Parameters<typeof read>[0], string | undefined]>([
    ['structured data', { head: jsonLd({ datePublished: '2024-05-03T09:00:00+02:00' }) }, '2024-05-03T09:00:00+02:00'],
    ['a key of the system’s own', { head: '<meta name="acme.publicationdate" content="2024-05-03">' }, '2024-05-03'],
    ['a key of an event', { head: '<meta name="event.startdate" content="2024-05-03">' }, undefined],
    ['microdata', { below: '<span itemprop="datePublished" content="2024-05-03">Friday</span>' }, '2024-05-03'],
    [
      'old microformats',
      { below: '<abbr class="published" title="2024-05-03T10:00:00Z">May</abbr>' },
      '2024-05-03T10:00:00Z',
    ],
    ['the page is a recipe', { head: jsonLd({ '@type': 'Recipe', datePublished: '2024-05-03' }) }, '2024-05-03'],
    [
      'only a script knows',
      { head: '<script>window.data={"publishedAt":"2024-05-03T10:00:00Z"}</script>' },
      '2024-05-03T10:00:00Z',
    ],
    [
      'scripts that know several',
      { head: '<script>x=[{"publishedAt":"2024-05-03"},{"publishedAt":"2024-05-09"}]</script>' },
      undefined,
    ],
    ['name and date in one line', { below: '<p><span>Ada Quill</span><span>May 3, 2024</span></p>' }, '2024-05-03'],
    ['both days of a line', { below: '<p>May 3, 2024 - Updated July 9, 2024</p>' }, '2024-05-03'],
    ['a language without a pack', { below: '<p>Veröffentlicht am 3. Mai 2024</p>', lang: 'de' }, '2024-05-03'],
    ['an American page', { below: '<p>05/03/2024</p>', lang: 'en-US' }, '2024-05-03'],
    [
      'digits explained by another date',
      { below: '<p>05/03/2024</p>', after: '<time datetime="2024-05-03">today</time>' },
      '2024-05-03',
    ],
    [
      'the address vouches for a date above the headline',
      { url: 'https://coast.example/2024/05/channel', above: '<p>Friday, May 3, 2024</p>' },
      '2024-05-03',
    ],
    [
      'the address refuses the day of another story',
      { url: 'https://coast.example/2022/12/channel', below: '<p>January 2, 2024</p>' },
      '2022-12',
    ],
    [
      'eight digits that are a number',
      { url: 'https://coast.example/channel-20011204', below: '<p>May 3, 2024</p>' },
      '2024-05-03',
    ],
    [
      'universal time before midnight of the newsroom',
      { head: jsonLd({ datePublished: '2024-05-03T02:10:00Z' }), below: '<p>May 2, 2024</p>' },
      '2024-05-02',
    ],
    [
      'published anew with every change',
      {
        head: jsonLd({ datePublished: '2024-08-20T10:00:00Z', dateModified: '2024-08-20T10:00:00Z' }),
        below: '<p>Published May 3, 2024</p>',
      },
      '2024-05-03',
    ],
    ['hours ago', { below: '<p>3 hours ago</p>' }, undefined],
    ['a release', { below: '<p>Release date: 3 May 2024</p>' }, undefined],
    ['a copyright line', { after: '<footer><p>© Coast Daily, 3 May 2024</p></footer>' }, undefined],
    ['the first second of Unix time', { head: '<meta name="date" content="1970-01-01T00:00:00Z">' }, undefined],
  ])('%s', (_, parts, edtf) => {
    expect(read(parts).published?.value.edtf).toBe(edtf);
  });

  test('a change alone is no publication, but a bound', () => {
    const article = read({ below: '<p>Updated May 3, 2024</p>' });
    expect(article.published).toBeUndefined();
    expect(article.modified?.value.edtf).toBe('2024-05-03');
    expect(article.notLaterThan?.value).toBe('2024-05-03');
  });

  test.each<[string, Parameters<typeof read>[0]]>([
    ['site-clock', { above: '<p>Friday 3 May 2024</p>' }],
    ['other-day', { below: '<p>Member since 3 May 2024</p>' }],
    ['comment', { after: '<div class="comments"><p>Ada, 3 May 2024</p></div>' }],
    ['not-as-address', { url: 'https://coast.example/2022/12/channel', below: '<p>May 3, 2024</p>' }],
  ])('the refused date says why: %s', (reason, parts) => {
    const refused = read(parts).dateCandidates.filter(({ edtf }) => edtf.startsWith('2024-05-03'));
    expect(refused.map((candidate) => [candidate.accepted, candidate.reason])).toEqual([[false, reason]]);
  });
});
