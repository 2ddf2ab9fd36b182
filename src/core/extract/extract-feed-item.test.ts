import { describe, expect, test } from 'vitest';
import { bodyText } from './body-text.ts';
import { extractArticle } from './extract-article.ts';
import { extractFeedItem } from './extract-feed-item.ts';

const sentences = [
  'The minister of ports, Lena Hartwig, opened the new quay of Port Hale on Monday before two hundred guests.',
  'The work took four years, she said, and cost less than the two towns had feared when they signed the contract.',
];
const item = {
  title: 'New quay opens in Port Hale & Val-Clair',
  link: 'https://port.example/news/quay',
  authors: ['Paul Vernet'],
  published: 'Fri, 19 Jan 2024 13:05:00 +0100',
  outlet: 'Port Daily',
} as const;

describe('an item of a feed', () => {
  test.each([
    ['HTML', `<p>${sentences[0]}</p><p>${sentences[1]}</p>`],
    ['plain text', sentences.join('\n\n')],
    ['text with breaks', sentences.join('<br><br>')],
  ])('content as %s', (_, content) => {
    const article = extractFeedItem({ ...item, content });
    expect(bodyText(article).split('\n')).toEqual(sentences);
    expect(article.pageType).toBe('article');
    expect(article.problems).toEqual([]);
    expect(article.title).toMatchObject({ value: item.title, basis: 'feed' });
    expect(article.authors).toMatchObject([{ value: 'Paul Vernet', basis: 'feed' }]);
    expect(article.published).toMatchObject({
      value: { edtf: '2024-01-19T13:05:00+01:00', precision: 'time' },
      basis: 'feed',
    });
    expect(article.outlet?.value).toBe('Port Daily');
    for (const { spans } of [article.title, ...article.authors, article.published].filter(
      (value) => value !== undefined,
    ))
      expect(spans.every(({ start, end }) => end > start && end <= article.text.length)).toBe(true);
    const [span] = article.published?.spans ?? [];
    expect(article.text.slice(span?.start, span?.end)).toBe(item.published);
  });

  test.each([
    ['a short one', 'The new quay of Port Hale is open.', 1],
    ['none', undefined, 0],
  ])('content: %s', (_, content, blocks) => {
    const article = extractFeedItem({ ...item, ...(content ? { content } : {}) });
    expect(article.blocks.filter(({ label }) => label === 'body')).toHaveLength(blocks);
    expect(article.title?.value).toBe(item.title);
    expect(article.problems.some(({ code }) => code === 'no-body')).toBe(blocks === 0);
  });

  test.each([
    ['2024-01-19T13:05:00Z', '2024-01-19T13:05:00Z'],
    ['2024-01-19', '2024-01-19'],
    ['soon', undefined],
  ])('published %s', (published, edtf) => {
    expect(extractFeedItem({ ...item, published, content: sentences[0] as string }).published?.value.edtf).toBe(edtf);
  });

  test('Arabic', () => {
    const article = extractFeedItem({
      title: 'الرصيف الجديد يفتح أبوابه',
      content: '<p>افتتحت وزيرة الموانئ يوم الإثنين الرصيف الجديد في الميناء الشمالي أمام مئتي ضيف من مدن الساحل.</p>',
    });
    expect(article.language.value).toBe('ar');
    expect(bodyText(article)).toContain('الميناء الشمالي');
  });
});

describe('a page that a feed led to', () => {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`;

  test('the page is believed where it is sure', () => {
    const article = extractArticle(
      {
        text: page(
          `<article><h1>The quay opens</h1><p>${sentences.join('</p><p>')}</p></article>`,
          '<title>The quay opens</title><meta name="author" content="Ada Quill"><meta property="article:published_time" content="2024-01-18T08:00:00Z">',
        ),
      },
      { feed: item },
    );
    expect(article.title?.value).toBe('The quay opens');
    expect(article.authors.map(({ value }) => value)).toEqual(['Ada Quill']);
    expect(article.published?.value.edtf).toBe('2024-01-18T08:00:00Z');
    expect(article.dateCandidates.find(({ origin }) => origin === 'feed')).toMatchObject({ accepted: false });
  });

  test('the feed is heard where the page is silent, also for the text', () => {
    const content = `<p>${sentences.join('</p><p>')}</p>`;
    const article = extractArticle(
      { text: page('<div id="app"><p>Loading</p></div>') },
      { feed: { ...item, content } },
    );
    expect(bodyText(article).split('\n')).toEqual(sentences);
    expect(article.blocks.filter(({ reason }) => reason === 'feed-body')).toHaveLength(2);
    expect([article.title?.basis, article.published?.basis, article.authors[0]?.basis]).toEqual([
      'feed',
      'feed',
      'feed',
    ]);
  });

  const paragraphs = [
    'The harbour board met on Tuesday to hear the engineers, who had spent the summer measuring the old quay.',
    'They found that the piles were sound but that the paving had sunk by a hand in the places where lorries turn.',
    'The board agreed to close the eastern half for ten weeks in spring, and to keep the ferries running all the while.',
    'Fishermen asked for a second ladder; the chair promised to have one built before the herring season begins.',
  ];
  const other = Array.from(
    { length: 20 },
    (_, i) =>
      `The village of Val-Clair has planted ${i + 10} apple trees along the road to its new school this autumn.`,
  );
  const told = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const title = '<title>Harbour board closes the eastern quay</title>';
  const whole = page(`<article><h1>Harbour board closes the eastern quay</h1>${told}</article>`, title);

  test.each([
    ['a whole page and another article in the feed', whole, other.join('\n'), false],
    ['a whole page and the same text in the feed', whole, told, false],
    ['a whole page and a summary', whole, `${paragraphs[0]} ${paragraphs[1]} Read more`, false],
    ['a page that a script writes', page('<div id="app"><p>Loading</p></div>', title), told, true],
    ['an empty page', '<!doctype html><html><body></body></html>', told, true],
  ])('which text is believed: %s', (_, text, content, isFeed) => {
    const article = extractArticle({ text, url: 'https://port.example/1' }, { feed: { content } });
    expect(article.blocks.some(({ reason }) => reason === 'feed-body')).toBe(isFeed);
    expect(bodyText(article)).toBe(paragraphs.join('\n'));
  });
});
