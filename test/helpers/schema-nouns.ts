import type { Article, Block, BlockLabel } from '../../src/core/model/article.ts';
import type { ArticleRecord, Meeting, ReportedMeeting } from '../../src/core/model/record.ts';

// Invented article, record and meeting that the tests of the schemas share.

const parts: readonly [BlockLabel, string][] = [
  ['navigation', 'Home World Sport'],
  ['headline', 'Interior ministers of Aland and Borland meet'],
  ['standfirst', 'Talks in Tunis on Monday.'],
  ['body', 'The minister of Aland received his counterpart in Tunis. It rained all morning. The crowd was small.'],
  [
    'body',
    'The two ministers agreed to exchange information. Nobody else spoke. The hall was then closed for repairs, as it is every winter in this part of the town.',
  ],
  ['ticker', 'Another headline about somebody else'],
];

export function testArticle(): Article {
  let text = '';
  const blocks: Block[] = parts.map(([label, words], index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += words;
    return {
      index,
      label,
      kind: 'paragraph',
      start,
      end: text.length,
      probability: 0.9,
      reason: 'test',
      language: 'en',
      direction: 'ltr',
      sourceMap: [],
    };
  });
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return {
    id: 'a1',
    textVersion: 'v1',
    text,
    blocks,
    pageType: 'article',
    url: 'https://news.example/1',
    title: { value: parts[1]?.[1] ?? '', certainty: 0.9, basis: 'h1', spans: [spanOf(parts[1]?.[1] ?? '')] },
    standfirst: { value: parts[2]?.[1] ?? '', certainty: 0.8, basis: 'p', spans: [spanOf(parts[2]?.[1] ?? '')] },
    authors: [],
    published: { value: { edtf: '2024-01-22', precision: 'day' }, certainty: 0.9, basis: 'time', spans: [] },
    dateCandidates: [],
    language: { value: 'en', certainty: 0.9, basis: 'words', spans: [] },
    images: [{ url: 'https://news.example/1.jpg', caption: 'The two ministers', credit: 'Ada Quill', lead: true }],
    videos: [{ url: 'https://news.example/1.mp4', kind: 'file', title: 'The two ministers arrive', basis: 'page' }],
    embeds: [{ url: 'https://social.example/post/1', provider: 'social.example', span: { start: 0, end: 4 } }],
    items: [
      {
        ...spanOf('Talks in Tunis on Monday.'),
        title: { value: 'Talks in Tunis', certainty: 0.8, basis: 'link', spans: [spanOf('Talks in Tunis')] },
        url: 'https://news.example/2',
      },
    ],
    links: [],
    tags: [],
    problems: [{ code: 'encoding-guessed' }],
  };
}

export function testRecord(): ArticleRecord {
  const { text } = testArticle();
  const mention = (id: string, words: string, kind: ArticleRecord['mentions'][number]['kind']) => ({
    id,
    articleId: 'a1',
    textVersion: 'v1',
    block: 'body' as const,
    sentence: 0,
    lang: 'en',
    kind,
    rule: 'test',
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const reportSentence = 'The minister of Aland received his counterpart in Tunis.';
  const start = text.indexOf(reportSentence);
  const main: ReportedMeeting = {
    index: 0,
    prominence: 'main',
    type: 'meeting',
    status: 'held',
    sides: [
      {
        country: 'TN',
        basis: 'explicit',
        host: true,
        participants: [
          {
            name: { surface: 'Sami Aland', full: 'Sami Aland', lang: 'en', script: 'latin' },
            roleCode: 'minister:interior',
            roleText: 'The minister of Aland',
            capacity: 'principal',
            mentions: ['m1'],
          },
        ],
      },
      { country: 'IT', basis: 'counterpart', participants: [] },
    ],
    when: { edtf: '2024-01-22', precision: 'day', basis: 'weekday', mentions: ['m2'] },
    where: { place: 'Tunis', surface: 'Tunis', country: 'TN', basis: 'explicit', mentions: ['m3'] },
    format: [],
    topics: [],
    outcomes: [{ kind: 'agreed', text: 'exchange information', strength: 'commitment', mentions: ['m4'] }],
    statements: [],
    mechanisms: [],
    ordinalClaims: [],
    sentence: { start, end: start + reportSentence.length },
  };
  return {
    articleId: 'a1',
    textVersion: 'v1',
    coderVersion: 'c1',
    mentions: [
      mention('m1', 'The minister of Aland', 'role'),
      mention('m2', 'on Monday', 'date'),
      mention('m3', 'in Tunis.', 'place'),
      mention('m4', 'agreed to exchange information', 'outcome'),
      mention('m5', 'received', 'trigger'),
    ],
    claims: [
      {
        id: 'c1',
        report: 0,
        field: 'type',
        value: 'meeting',
        mentions: ['m5'],
        source: { articleId: 'a1', channel: 'own' },
        polarity: 'asserted',
        certainty: 0.9,
        basis: 'explicit',
      },
    ],
    meetings: [main, { ...main, index: 1, prominence: 'background' }],
  };
}

export function testMeeting(): Meeting {
  const evidence = [{ articleId: 'a1', textVersion: 'v1', start: 90, end: 110 }];
  const reported = testRecord().meetings[0] as ReportedMeeting;
  return {
    id: 'mt1',
    slug: '2024-01-22-it-tn-tunis',
    type: 'meeting',
    status: 'held',
    statusLog: [{ status: 'held', day: '2024-01-22', evidence }],
    sides: reported.sides,
    when: reported.when,
    ...(reported.where === undefined ? {} : { where: reported.where }),
    format: ['one-on-one'],
    topics: [{ topic: 'migration', evidence }],
    outcomes: [{ kind: 'agreed', text: 'exchange information', strength: 'commitment', evidence }],
    statements: [],
    mechanisms: [],
    ordinalClaims: [],
    backgroundOnly: false,
    reports: [{ articleId: 'a1', report: 0 }],
    fields: { when: { certainty: 0.8, independentSources: 1, state: 'single', claimIds: ['c2'] } },
    evidence: { when: evidence },
    contradictions: [],
    independentSources: 1,
  };
}

export const traces = {
  ratings: [{ articleId: 'a', stars: 4, at: '2024-02-01T10:00:00.000Z' }],
  comments: [{ id: 'c1', articleId: 'a', text: 'A calm remark.', state: 'shown', at: '2024-02-01T10:00:00.000Z' }],
  imageReports: [{ address: 'https://o.example/one.jpg', reason: 'private', note: '', at: '2024-02-01T10:00:00.000Z' }],
  votes: [{ poll: 'p1', choice: 0, at: '2024-02-01T10:00:00.000Z' }],
  saved: [{ articleId: 'a', at: '2024-02-01T10:00:00.000Z' }],
};
