import { expect, test } from 'vitest';
import { type GroupDayBasis, likeliestDay, type MarkHolder, mostMarked, ownGroupDay } from './group-day.ts';

const main = (edtf: string) => [{ prominence: 'main', when: { edtf }, sides: [] }] as never;

test.each<[string, Parameters<typeof ownGroupDay>[0], ReturnType<typeof ownGroupDay>]>([
  ['the day of publication', { published: '2024-03-05T08:00:00+01:00' }, { day: 19787, basis: 'published' }],
  [
    'before the day of the meeting',
    { published: '2024-03-05', meetings: main('2024-03-04') },
    { day: 19787, basis: 'published' },
  ],
  ['else the day of the meeting', { meetings: main('2024-03-04') }, { day: 19786, basis: 'told' }],
  ['not a month', { published: '2024-03' }, undefined],
  ['not some days', { meetings: main('2024-03-04/2024-03-06') }, undefined],
  ['nothing', {}, undefined],
])('the day that an article says itself: %s', (_, article, expected) => {
  expect(ownGroupDay(article)).toEqual(expected);
});

const holder = (articleId: string, mark: number, day: number, basis: GroupDayBasis = 'published'): MarkHolder => ({
  articleId,
  mark,
  day,
  basis,
  bound: day + 100,
});
const formula = Array.from({ length: mostMarked + 1 }, (_, index) => holder(`f${index}`, 9, 50));

test.each<[string, readonly MarkHolder[], ReturnType<typeof likeliestDay>]>([
  ['nobody is like it', [], { day: 500, basis: 'bound' }],
  ['one mark in common is chance', [holder('a', 1, 10)], { day: 500, basis: 'bound' }],
  [
    'the likest',
    [holder('a', 1, 10), holder('a', 2, 10), holder('b', 1, 20), holder('b', 2, 20), holder('b', 3, 20)],
    { day: 20, basis: 'alike' },
  ],
  [
    'the earlier of two that are equally like',
    [holder('b', 1, 20), holder('b', 2, 20), holder('a', 1, 10), holder('a', 2, 10)],
    { day: 10, basis: 'alike' },
  ],
  ['a mark that many have says nothing', [...formula, holder('f1', 2, 50)], { day: 500, basis: 'bound' }],
  [
    'one that others date does not date others',
    [holder('a', 1, 10, 'alike'), holder('a', 2, 10, 'alike')],
    { day: 110, basis: 'bound' },
  ],
  [
    'copies without a day meet on the first day that one was there',
    [
      holder('a', 1, 700, 'bound'),
      holder('a', 2, 700, 'bound'),
      holder('b', 1, 30, 'bound'),
      holder('b', 2, 30, 'bound'),
    ],
    { day: 130, basis: 'bound' },
  ],
])('the day of an article without one: %s', (_, holders, expected) => {
  expect(likeliestDay(holders, 500)).toEqual(expected);
  expect(likeliestDay([...holders].reverse(), 500)).toEqual(expected);
});
