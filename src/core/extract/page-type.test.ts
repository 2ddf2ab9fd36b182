import { describe, expect, test } from 'vitest';
import { typedPages } from '../../../test/helpers/typed-pages.ts';
import { bodyText } from './body-text.ts';
import { parseClockTime } from './clock-time.ts';
import { extractArticle } from './extract-article.ts';

const pages = typedPages();

test('the table has every type, in four languages', () => {
  expect(pages.length).toBeGreaterThanOrEqual(60);
  expect(new Set(pages.map(({ type }) => type)).size).toBe(8);
});

describe('page types', () => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, { text, url, format, type }) => {
    const article = extractArticle({ text, url, format });
    expect(article.pageType).toBe(type);
    const codes = article.problems.map(({ code }) => code);
    expect(codes.includes('not-an-article')).toBe(type === 'list' || type === 'forum' || type === 'not-an-article');
    if (type === 'not-an-article') expect(bodyText(article)).toBe('');
    // What is held apart stands in order, in whole blocks, without overlap.
    let end = -1;
    for (const item of article.items ?? []) {
      expect(item.start).toBeGreaterThan(end);
      expect(article.blocks.some(({ start }) => start === item.start)).toBe(true);
      end = item.end;
    }
  });
});

const page = (name: string): ReturnType<typeof extractArticle> => {
  const found = pages.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no page "${name}".`);
  return extractArticle({ text: found.text, url: found.url, format: found.format });
};

describe('what each type gives', () => {
  test('entries of a live blog, in the order of the page, with time, title and text', () => {
    const { items, text } = page('en live-blog: times alone');
    expect(items?.map(({ title }) => title?.value)).toEqual([
      'The town votes on the prices of the season',
      'A second quay is announced for next spring',
      'Fishermen ask for a place in the old basin',
      'Night ferries will run again this summer',
    ]);
    const [first] = items ?? [];
    expect(text.slice(first?.start, first?.end).startsWith('14:04')).toBe(true);
  });

  test('the time of an entry needs the day of the text', () => {
    const live = (head: string): ReturnType<typeof extractArticle> =>
      extractArticle({
        text: `<html><head><title>Live: the quay opens</title>${head}</head><body><article><h1>Live: the quay opens</h1>${[1, 2, 3].map((n) => `<p>1${n}:30</p><p>The ship number ${n} came in on Monday and left the port again after the tests were done.</p>`).join('')}</article></body></html>`,
      });
    expect(live('').items?.map(({ published }) => published)).toEqual([undefined, undefined, undefined]);
    const dated = live('<meta property="article:published_time" content="2023-05-04">');
    expect(dated.items?.map(({ published }) => published?.value.edtf)).toEqual([
      '2023-05-04T11:30:00',
      '2023-05-04T12:30:00',
      '2023-05-04T13:30:00',
    ]);
    const span = dated.items?.[0]?.published?.spans[0];
    expect(dated.text.slice(span?.start, span?.end)).toBe('11:30');
  });

  test('updates of the structured data give their instants', () => {
    expect(page('fr live-blog: by structured data').items?.map(({ published }) => published?.value.edtf)).toEqual([
      '2023-05-04T11:00:00+02:00',
      '2023-05-04T12:00:00+02:00',
      '2023-05-04T13:00:00+02:00',
    ]);
  });

  test('several items, each with title, day and address', () => {
    const { items, text } = page('es several-items: whole posts under each other');
    expect(items?.map(({ title, published, url }) => [title?.value, published?.value.edtf, url])).toEqual([
      ['El nuevo muelle de Villaclara abre sus puertas', '2023-05-01', 'https://coast.example/b/0'],
      ['Los pescadores piden un lugar en la antigua dársena', '2023-05-03', 'https://coast.example/b/2'],
      ['El municipio vota las tarifas de la temporada', '2023-05-05', 'https://coast.example/b/4'],
    ]);
    expect(text.slice(items?.[1]?.start, items?.[1]?.end)).toContain('Puerto Halcón');
  });

  test.each(['fr', 'en', 'es', 'ar'])('publications of a dump, each with its own day: %s', (language) => {
    const { items } = page(`${language} several-items: three publications in a dump`);
    expect(items?.map(({ published }) => published?.value.edtf)).toEqual(['2023-05-01', '2023-05-02', '2023-05-03']);
    expect(items?.every(({ title }) => (title?.value.length ?? 0) > 10)).toBe(true);
  });

  test('lines of a list with their addresses', () => {
    const { items } = page('ar list: teasers');
    expect(items?.map(({ url }) => url)).toEqual(
      [0, 1, 2, 3, 4, 5].map((n) => `https://coast.example/a/${n}-text.html`),
    );
    expect(items?.[0]?.title?.value).toBe('الرصيف الجديد يفتح أبوابه في الميناء الشمالي');
  });

  test('pictures of a gallery with their captions', () => {
    const { images } = page('fr gallery: by its title');
    expect(images).toHaveLength(6);
    expect(images.every(({ caption }) => caption !== undefined)).toBe(true);
  });

  test('a video with its description', () => {
    const video = page('en video: a player and its description');
    expect(video.videos).toMatchObject([{ url: 'https://coast.example/quay.mp4', kind: 'file' }]);
    expect(bodyText(video)).toContain('Lena Hartwig');
  });

  test('an article has no items', () => {
    expect(page('en article: subheadings and a long list of others').items).toBeUndefined();
  });
});

describe('times of day', () => {
  test.each([
    ['14:32', '14:32', true],
    ['14h32', '14:32', true],
    ['5h37 : La mairie ouvre ses portes à tous', '05:37', false],
    ['21:30 El puerto abre de nuevo este lunes', '21:30', false],
    ['18:07 h', '18:07', true],
    ['9.15 p.m. – The port opens its gates again', '21:15', false],
    ['14:32 GMT', '14:32', true],
    ['14:32 Uhr: Die Ministerin öffnet den Kai', '14:32', false],
    ['١٤:٣٢ الوزيرة تفتتح الرصيف الجديد اليوم', '14:32', false],
    ['٩:٣٠ م', '21:30', true],
  ])('%s', (line, time, alone) => {
    expect(parseClockTime(line)).toMatchObject({ time, alone });
  });

  test.each([
    '2023',
    '3.5 million people live here',
    '25:10',
    '12:45:30.5 9',
    'The port opens at 14:32',
    '1:0 for the home team',
  ])('no time: %s', (line) => {
    expect(parseClockTime(line)).toBeUndefined();
  });
});
