import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBaseTexts } from './base-texts.ts';
import { evaluateCopies } from './command.ts';
import { makePress } from './make-press.ts';
import { scoreCopies } from './score.ts';

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

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
  output = '';
  errors = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the same seed makes the same press, with copies, hosts and look-alikes', () => {
  const press = makePress('fr', { seed: 1, originals: 20 });
  expect(makePress('fr', { seed: 1, originals: 20 })).toEqual(press);
  expect(makePress('fr', { seed: 2, originals: 20 })).not.toEqual(press);
  expect(new Set(press.map(({ made }) => made))).toEqual(new Set(['original', 'retitled', 'cut', 'rewritten', 'host']));
  expect(press.filter(({ template }) => template === 'fr-0').length).toBeGreaterThan(2);
});

test('everything in one dispatch: no precision, and every look-alike merged', () => {
  const texts = makePress('en', { seed: 1, originals: 12 });
  const ids = new Map(texts.map(({ id }) => [id, 'one']));
  const { dispatches, lookAlikes, misses } = scoreCopies({ texts, ids, reuses: [], edges: [] });
  expect(dispatches.recall).toBe(1);
  expect(dispatches.precision).toBeLessThan(0.5);
  expect(lookAlikes.value).toBe(1);
  expect(misses.length).toBeGreaterThan(0);
});

test('figures of each language, with n and an interval', () => {
  expect(evaluateCopies(['--originals', '6', '--record', '--json'], streams)).toBe(0);
  const { results } = JSON.parse(output) as {
    results: { language: string; dispatches: { n: number; interval: unknown } }[];
  };
  expect(results.map(({ language }) => language)).toEqual(['fr', 'en', 'es', 'ar']);
  for (const { dispatches } of results)
    expect(dispatches).toMatchObject({ n: expect.any(Number), interval: expect.anything() });
});

test('texts of a file stand in for the reports, and parallel ones are asked for translations', () => {
  const file = join(folder, 'texts.jsonl');
  const sentences = ['One ferry sails.', 'Two do not.', 'Three wait.', 'Four are sold.', 'Five are old.'];
  writeFileSync(file, ['en', 'fr'].map((lang) => JSON.stringify({ id: lang, lang, story: 's', sentences })).join('\n'));
  expect(readBaseTexts(file).get('en')).toEqual([sentences]);
  expect(evaluateCopies([file, '--originals', '4'], streams)).toBe(0);
  expect(output).toContain('translations');
});

test.each([[['a', 'b']], [['nothing-here.jsonl']], [['--originals', 'x']], [['--wrong']]])('wrong use: %j', (args) => {
  expect(evaluateCopies(args, streams)).toBe(2);
  expect(errors).toContain('Usage');
});
