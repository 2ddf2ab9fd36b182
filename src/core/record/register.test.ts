import { describe, expect, test } from 'vitest';
import { articleRecord } from '../../../test/helpers/article-records.ts';
import { fuseMeetings } from './fuse/fuse-meetings.ts';
import { buildRegister } from './register.ts';

const told = (id: string, day: string, minister: string) =>
  articleRecord({
    id,
    meetings: [{ sides: { SE: [`minister:interior ${minister}`], TN: ['president Kais Mansour'] }, day }],
  });
const { people } = fuseMeetings([
  told('a', '2023-02-01', 'Anna Karlsson'),
  told('b', '2023-11-01', 'آنا كارلسون'),
  told('c', '2025-03-01', 'Olof Lind'),
]);
const register = buildRegister(people);

describe('who held an office', () => {
  test.each([
    ['2023-05-10', 'Anna Karlsson'],
    ['2025-04-01', 'Olof Lind'],
    ['2020-01-01', undefined],
  ])('on %s: %s', (day, name) => {
    expect(register.holder('minister:interior', 'SE', day)?.name).toBe(name);
  });

  test('nobody is guessed where two fit', () => {
    expect(register.holder('minister:interior', 'SE')).toBeUndefined();
    expect(register.holder('minister:foreign', 'SE', '2023-05-10')).toBeUndefined();
  });
});

test.each([
  ['Karlsson', 1],
  ['كارلسون', 1],
  ['Anna Carlsson', 1],
  ['Nils Karlsson', 0],
  ['Mansour', 1],
])('%s is found %d times', (name, times) => {
  expect(register.find(name)).toHaveLength(times);
});

test('a name is looked for in one office only when asked', () => {
  expect(register.find('Karlsson', 'president')).toEqual([]);
  expect(register.find('Karlsson', 'minister:interior')[0]).toMatchObject({
    country: 'SE',
    firstSeen: '2023-02-01',
    lastSeen: '2023-11-01',
  });
});
