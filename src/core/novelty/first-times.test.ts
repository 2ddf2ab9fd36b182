import { expect, test } from 'vitest';
import { articleRecord, type MeetingSpec } from '../../../test/helpers/article-records.ts';
import { fuseMeetings } from '../record/fuse/fuse-meetings.ts';
import { findFirstTimes } from './first-times.ts';

const ministers = { TN: ['minister:interior Ben Haddad'], SE: ['minister:interior Anna Karlsson'] };
const presidents = { TN: ['president Kais Mansour'], SE: ['prime_minister Mette Sorensen'] };
const kings = { TN: ['president Kais Mansour'], SE: ['king Carl Vasa'] };

function show(meetings: readonly MeetingSpec[]): string[] {
  const records = meetings.map((meeting, index) =>
    articleRecord({ id: `a${index}`, published: meeting.day ?? '2024-01-01', meetings: [meeting] }),
  );
  return findFirstTimes(fuseMeetings(records).meetings).map(
    ({ kind, value, day, by, since }) =>
      `${day} ${kind} ${value}${by === undefined ? '' : ` by ${by}`}${since === undefined ? '' : ` since ${since.day}`}`,
  );
}

test('topics, types, levels and papers that were never there before', () => {
  expect(
    show([
      { sides: ministers, day: '2020-02-03', topics: ['migration'] },
      { sides: ministers, day: '2021-02-03', topics: ['migration', 'trade'], type: 'call' },
      {
        sides: kings,
        day: '2022-02-03',
        topics: ['trade'],
        outcomes: [{ kind: 'signed', text: 'a pact on ports', instrument: 'mou' }],
      },
      { sides: kings, day: '2023-05-03', outcomes: [{ kind: 'signed', text: 'a pact on fish', instrument: 'mou' }] },
    ]),
  ).toEqual(['2021-02-03 type call', '2021-02-03 topic trade', '2022-02-03 level state', '2022-02-03 instrument mou']);
});

test('two sides of unequal rank are no level', () => {
  expect(
    show([
      { sides: ministers, day: '2020-02-03' },
      { sides: presidents, day: '2021-02-03' },
    ]),
  ).toEqual([]);
});

test('the first meeting of all opens no list; planned, vague and undated ones are left out', () => {
  expect(
    show([
      { sides: ministers, day: '2020-02-03', topics: ['trade'] },
      { sides: ministers, day: '2021-02-03', status: 'planned', topics: ['energy'] },
      { sides: ministers, day: '2022', precision: 'year', topics: ['culture'] },
      { sides: ministers, topics: ['defence'] },
    ]),
  ).toEqual([]);
});

test('a visit after years without one', () => {
  const visit = (day: string): MeetingSpec => ({ sides: ministers, day, place: 'Tunis', placeCountry: 'TN' });
  expect(show([visit('2017-02-03'), visit('2017-09-03'), visit('2021-02-03'), visit('2022-02-03')])).toEqual([
    '2021-02-03 visit TN by SE since 2017-09-03',
  ]);
});

test('each has its evidence', () => {
  const records = ['2020-02-03', '2021-02-03'].map((day, index) =>
    articleRecord({
      id: `a${index}`,
      published: day,
      meetings: [{ sides: index === 0 ? ministers : kings, day, topics: index === 0 ? [] : ['trade'] }],
    }),
  );
  const found = findFirstTimes(fuseMeetings(records).meetings);
  expect(found).toHaveLength(2);
  for (const { evidence } of found) expect(evidence[0]?.articleId).toBe('a1');
});
