import { describe, expect, test } from 'vitest';
import { type CopyReport, findCopyEdges, isBefore } from './copy-edges.ts';

const show = (reports: readonly CopyReport[]) =>
  findCopyEdges(reports).map(
    ({ from, to, basis }) => `${'agency' in from ? from.agency : from.articleId} > ${to} (${basis})`,
  );

describe('who took it from whom', () => {
  test.each<[string, CopyReport[], string[]]>([
    [
      'the credited agency, when its page is not there',
      [
        { articleId: 'a', dispatchId: 'd', agency: 'MAP', published: '2024-01-19' },
        { articleId: 'b', dispatchId: 'd', agency: 'MAP', published: '2024-01-20' },
      ],
      ['MAP > a (agency)', 'MAP > b (agency)'],
    ],
    [
      "the agency's own page; a copy that hides its source by the day",
      [
        { articleId: 'm', dispatchId: 'd', agency: 'MAP', outlet: 'MAP Express', published: '2024-01-19' },
        { articleId: 'a', dispatchId: 'd', agency: 'MAP', outlet: 'Gazette' },
        { articleId: 'b', dispatchId: 'd', outlet: 'Courier', published: '2024-01-20' },
      ],
      ['m > a (agency)', 'm > b (time)'],
    ],
    [
      'the first to print it',
      [
        { articleId: 'b', dispatchId: 'd', published: '2024-01-20' },
        { articleId: 'a', dispatchId: 'd', published: '2024-01-19' },
        { articleId: 'o', dispatchId: 'other', published: '2024-01-21' },
      ],
      ['a > b (time)'],
    ],
    [
      'nobody, when the days do not tell',
      [
        { articleId: 'a', dispatchId: 'd', published: '2024-01-19' },
        { articleId: 'b', dispatchId: 'd', published: '2024-01-19' },
        { articleId: 'c', dispatchId: 'd' },
      ],
      [],
    ],
    ['nobody, of texts of their own', [{ articleId: 'a' }, { articleId: 'b', published: '2024-01-19' }], []],
  ])('%s', (_, reports, expected) => {
    expect(show(reports)).toEqual(expected);
  });
});

test.each([
  ['2024-01-19', '2024-01-20', true],
  ['2024-01-19', '2024-01-19', false],
  ['2024-01-19T14:05:00+01:00', '2024-01-19T13:30:00Z', true],
  ['2024-01-19T14:05:00Z', '2024-01-19T14:05:00+01:00', false],
  ['2024-01-31T23:50:00-02:00', '2024-02-01T01:45:00Z', false],
  ['2024-01-19T23:00:00Z', '2024-01-19', false],
  ['2024-01', '2024-02-03', false],
  [undefined, '2024-02-03', false],
])('%s before %s: %s', (a, b, expected) => {
  expect(isBefore(a, b)).toBe(expected);
});
