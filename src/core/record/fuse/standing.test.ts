import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../../test/helpers/article-of.ts';
import { type ArticleSpec, articleRecord, type MeetingSpec } from '../../../../test/helpers/article-records.ts';
import type { Standing } from '../../model/record.ts';
import { codeRecord } from '../code-record.ts';
import { fuseMeetings } from './fuse-meetings.ts';

const talks: MeetingSpec = {
  sides: { SE: ['minister:interior Anna Karlsson'], TN: ['minister:interior Ben Haddad'] },
  day: '2024-03-04',
  topics: ['trade'],
  outcomes: [{ kind: 'signed', text: 'a protocol on ports', instrument: 'protocol' }],
};

function only(articles: readonly ArticleSpec[]) {
  const { meetings } = fuseMeetings(articles.map(articleRecord));
  expect(meetings).toHaveLength(1);
  return meetings[0];
}

const told = (standing: Standing | undefined) => [
  standing?.independentSources,
  standing?.state,
  (standing?.certainty ?? 0) > 0.9,
];

describe('how sure the entries of a list are', () => {
  test('independent sources add up', () => {
    const meeting = only([
      { id: 'a', meetings: [talks] },
      { id: 'b', meetings: [talks] },
    ]);
    expect(told(meeting?.topics[0]?.standing)).toEqual([2, 'agreed', true]);
    expect(told(meeting?.outcomes[0]?.standing)).toEqual([2, 'agreed', true]);
  });

  test('prints of one dispatch do not', () => {
    const meeting = only([
      { id: 'a', dispatch: 'd', meetings: [talks] },
      { id: 'b', dispatch: 'd', meetings: [talks] },
    ]);
    expect(told(meeting?.topics[0]?.standing)).toEqual([1, 'single', false]);
    expect(told(meeting?.outcomes[0]?.standing)).toEqual([1, 'single', false]);
  });

  test('records of an older form, which hold none, start from what the text says', () => {
    const meeting = only([{ id: 'a', meetings: [talks] }]);
    expect(meeting?.topics[0]).toMatchObject({
      mediaTopics: ['medtop:20000373'],
      standing: { certainty: 0.9, basis: 'explicit' },
    });
  });
});

describe('one report', () => {
  const record = codeRecord(
    articleOf({
      language: 'en',
      published: '2024-05-16',
      title: 'Peru and Norway sign protocol on fisheries',
      paragraphs: [
        'The Peruvian interior minister, Rosa Quispe, met her Norwegian counterpart, Ingrid Solberg, in Oslo to discuss fisheries and trade.',
        'The two ministers signed a protocol on fisheries.',
        'They expressed a common intention to train officers.',
        '“We want calm seas,” Ms Solberg said.',
      ],
    }),
  );
  const main = record.meetings.find(({ prominence }) => prominence === 'main');

  test('a paper is surer than an intention', () => {
    const [paper, intention] = main?.outcomes ?? [];
    expect(paper).toMatchObject({ kind: 'signed', certainty: 0.9, basis: 'explicit' });
    expect(intention).toMatchObject({ strength: 'intent', certainty: 0.7 });
  });

  test('topics carry their codes and their claims the same certainty', () => {
    const trade = main?.topics.find(({ topic }) => topic === 'trade');
    expect(trade?.mediaTopics).toEqual(['medtop:20000373']);
    const claim = record.claims.find(({ field, value }) => field === 'topic' && value === 'trade');
    expect(claim?.certainty).toBe(trade?.certainty);
    expect(trade?.certainty).toBe(0.9);
  });

  test('words in quotation marks are surer than reported ones', () => {
    expect(main?.statements).toMatchObject([{ direct: true, certainty: 0.9 }]);
  });
});
