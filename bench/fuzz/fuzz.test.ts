import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fuzz, sampleSeeds } from './command.ts';
import { diceOf } from './dice.ts';
import { makePage } from './make-page.ts';
import { mutationNames, mutations } from './mutations.ts';
import { runFuzz } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('fuzz', () => {
  test('nothing is found on 2000 damaged pages', { timeout: 300_000 }, () => {
    const { findings, pages } = runFuzz({ seed: 1, first: 0, count: 2000, seeds: sampleSeeds(root) });
    expect(findings).toEqual([]);
    expect(pages).toBe(2000);
  });

  test('a page is made again from seed and index alone', () => {
    const seeds = sampleSeeds(root);
    const made = Array.from({ length: 40 }, (_, index) => makePage(7, index, seeds));
    expect(makePage(7, 33, seeds)).toEqual(made[33]);
    expect(new Set(made.map(({ input }) => JSON.stringify(input))).size).toBe(40);
  });

  test.each(mutationNames)('%s changes a page in the same way each time', (name) => {
    const page = '<p>The minister met her counterpart in 2024.</p> <div class="x">Text of the page</div>';
    const damage = () => Array.from({ length: 60 }, (_, i) => mutations[name]?.(page, diceOf(3, i)));
    expect(damage().some((text) => text !== page)).toBe(true);
    expect(damage()).toEqual(damage());
  });
});

describe('npm run fuzz', () => {
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
    folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
    output = '';
    errors = '';
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('prints what was done', async () => {
    expect(await fuzz(['--count', '5', '--out', folder], root, streams)).toBe(0);
    expect(output).toMatch(/^5 pages \(.* characters\), 0 findings/);
    output = '';
    expect(await fuzz(['--only=3', '--json', '--out', folder], root, streams)).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ seed: 1, pages: 1, findings: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('--help explains, unknown options are refused', async () => {
    expect(await fuzz(['--help'], root, streams)).toBe(0);
    expect(output).toContain('--only N');
    for (const args of [['--counts', '3'], ['--count', 'x'], ['--count'], ['--from', join(folder, 'none')]]) {
      errors = '';
      expect(await fuzz(args, root, streams)).toBe(2);
      expect(errors).toContain('Usage');
    }
  });
});
