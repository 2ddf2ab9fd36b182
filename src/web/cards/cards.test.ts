import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOneMeeting, type WebArchive } from '../../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../../test/helpers/web-site.ts';
import { type Card, cardSvg } from './card-svg.ts';

const card: Card = { title: 'A title', kicker: 'Kicker', foot: 'Foot', site: 'Site', direction: 'ltr' };

/** What stands in a drawing, a line each. */
const linesOf = (svg: string) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, words]) => words);

describe('the drawing of a card', () => {
  test('says what it is given, in order', () => {
    expect(linesOf(cardSvg(card))).toEqual(['Kicker', 'A title', 'Foot · Site']);
    expect(linesOf(cardSvg({ ...card, foot: '' })).at(-1)).toBe('Site');
  });

  test('breaks a long title between words, writes it smaller, and ends in an ellipsis what does not fit', () => {
    const title = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ');
    const lines = linesOf(cardSvg({ ...card, title })).slice(1, -1);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^word0 .*\d$/);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(line?.length).toBeLessThanOrEqual(46);
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a & "b"', 'a &amp; &quot;b&quot;'],
    ['turned \u202eback\u2069 and \u0000 none', 'turned back and none'],
    ['half \ud800 a pair', 'half \ufffd a pair'],
  ])('%j is text', (title, words) => {
    expect(linesOf(cardSvg({ ...card, title }))[1]).toBe(words);
  });

  test('is right-aligned where people read that way, and keeps what joins letters', () => {
    const svg = cardSvg({ ...card, title: 'لقاء می\u200cشود', direction: 'rtl' });
    expect(svg).toContain('text-anchor="end"');
    expect(linesOf(svg)[1]).toBe('\u200fلقاء می\u200cشود');
  });

  test('a word without an end is cut, never inside a pair', () => {
    const [, line] = linesOf(cardSvg({ ...card, title: '😀'.repeat(400) }));
    expect(line).toMatch(/^(?:😀)+…$/u);
  });
});

describe('the picture of a page', () => {
  let archive: WebArchive;
  beforeAll(async () => {
    archive = await openOneMeeting();
  });
  afterAll(() => archive.close());

  test.each(['en', 'ar'])('is named in the page, in the language of the page: %s', async (language) => {
    const site = siteOf(archive, { baseUrl: 'https://press.example' });
    for (const [path, card] of [
      [`/meetings/${archive.meetingId}`, /meetings\/[^/]+\.png/],
      ['/dossiers/ES-MA', /dossiers\/ES-MA\.png/],
      ['/', /site\/rapporteur\.png/],
    ] as const) {
      const html = await (await site.request(path, { headers: { 'accept-language': language } })).text();
      const [, address = ''] = /<meta property="og:image" content="https:\/\/press\.example([^"]+)"/.exec(html) ?? [];
      expect(address).toMatch(card);
      expect(address).toMatch(new RegExp(`^/cards/${language}/`));
    }
    expect(faults).toEqual([]);
  });

  test.each([
    '/cards/en/meetings/nothing.png',
    '/cards/en/dossiers/JP-IS.png',
    '/cards/en/dossiers/x.png',
    '/cards/xx/site/rapporteur.png',
    '/cards/en/site/other.png',
    '/cards/en/constructor/rapporteur.png',
    '/cards/en/site/rapporteur.gif',
  ])('%s is not there', async (path) => {
    expect((await siteOf(archive).request(path)).status).toBe(404);
  });
});
