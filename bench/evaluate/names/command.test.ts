import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { learnLetterCosts } from '../../train/names/learn-letter-costs.ts';
import { evaluateNames } from './command.ts';
import { isHeldOut, questionsOf, readNamePairs } from './name-pairs.ts';

let folder: string;
let output: string;
let errors: string;
const streams = {
  out: (text: string) => {
    output += text;
  },
  error: (text: string) => {
    errors += text;
  },
};
const lines = [
  'Sami\tسامي\t3',
  'Karim\tكريم\t9',
  'Omar\tعمر\t1',
  'Lena\tلينا\t2',
  'two words here\t-\t1',
  'Hind\tهند\t1',
];
const file = () => join(folder, 'pairs.tsv.gz');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
  output = '';
  errors = '';
  writeFileSync(file(), gzipSync(lines.join('\n')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('pairs are folded, what is not one word in each script is left out', () => {
  expect(readNamePairs(file()).map(({ latin, arabic }) => `${latin} ${arabic}`)).toEqual([
    'sami سامي',
    'karim كريم',
    'omar عمر',
    'lena لينا',
    'hind هند',
  ]);
});

test('every pair has two false ones beside it, never a right one', () => {
  const questions = questionsOf(readNamePairs(file()));
  expect(questions).toHaveLength(15);
  const right = new Set(['sami سامي', 'karim كريم', 'omar عمر', 'lena لينا', 'hind هند']);
  for (const { kind, latin, arabic } of questions) expect(right.has(`${latin} ${arabic}`)).toBe(kind === 'pair');
});

test('precision, recall, F1, n and speed are printed', () => {
  expect(evaluateNames([file(), '--all', '--json'], streams)).toBe(0);
  const figures = JSON.parse(output) as Record<string, number>;
  expect(figures).toMatchObject({ n: 15, pairs: 5, precision: 1, recall: 1, f1: 1 });
  expect(figures['questionsPerSecond']).toBeGreaterThan(0);
});

test('by default only words are asked that the costs were not learned from', () => {
  evaluateNames([file(), '--json'], streams);
  expect((JSON.parse(output) as { pairs: number }).pairs).toBe(readNamePairs(file()).filter(isHeldOut).length);
});

test.each([[[]], [['nothing-here.tsv']], [['a', 'b']]])('wrong use: %j', (args) => {
  expect(evaluateNames(args, streams)).toBe(2);
  expect(errors).toContain('Usage');
});

test('the same pairs give the same costs, and a letter is cheapest as what it was seen as', () => {
  const pairs = readNamePairs(file());
  const options = { rounds: 4, leastCount: 0.5 };
  const costs = learnLetterCosts(pairs, options);
  expect(learnLetterCosts(pairs, options)).toEqual(costs);
  expect(costs.pairs['m|م']).toBeLessThan(costs.pairs['m|ن'] ?? Number.POSITIVE_INFINITY);
});
