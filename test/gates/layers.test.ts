import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
  default: { forbidden: object[]; options: Record<string, unknown> };
};

async function violations(folder: string) {
  const { output } = await cruise(['src'], {
    ...config.options,
    validate: true,
    baseDir: folder,
    ruleSet: { forbidden: config.forbidden },
  } as Parameters<typeof cruise>[1]);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text, not a result');
  return {
    modules: output.summary.totalCruised,
    rules: output.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`),
  };
}

const planted: string[] = [];
function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-layers-'));
  planted.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true, force: true });
});

describe('layers', () => {
  test('the source tree keeps the layers and has no cycle', async () => {
    const { modules, rules } = await violations(root);
    // A cruiser that cannot parse TypeScript checks nothing and is content: it must have seen the tree.
    expect(modules).toBeGreaterThan(60);
    expect(rules).toEqual([]);
  }, 60_000);

  test.each([
    [
      'layer-core',
      { 'src/core/a.ts': "export { b } from '../store/b.ts';", 'src/store/b.ts': 'export const b: number = 1;' },
    ],
    [
      'layer-web',
      { 'src/web/a.ts': "export { b } from '../cli/b.ts';", 'src/cli/b.ts': 'export const b: number = 1;' },
    ],
    ['core-alone', { 'src/core/a.ts': "export { b } from '../errors.ts';", 'src/errors.ts': 'export const b = 1;' }],
    ['core-alone', { 'src/core/a.ts': "import { readFileSync } from 'node:fs'; export const r = readFileSync;" }],
    ['leaves', { 'src/config.ts': "export { b } from './store/b.ts';", 'src/store/b.ts': 'export const b = 1;' }],
    [
      'web-never-fetches',
      { 'src/web/a.ts': "export { b } from '../collect/b.ts';", 'src/collect/b.ts': 'export const b = 1;' },
    ],
    [
      'no-cycles',
      {
        'src/store/a.ts': "import { b } from './b.ts'; export const a = () => b;",
        'src/store/b.ts': "import { a } from './a.ts'; export const b = () => a;",
      },
    ],
    [
      'tests-stay-out',
      { 'src/web/a.ts': "export { b } from '../testing/b.ts';", 'src/testing/b.ts': 'export const b = 1;' },
    ],
    ['resolvable', { 'src/web/a.ts': "export { b } from './gone.ts';" }],
  ])('%s goes red on a planted violation', async (rule, files) => {
    const { rules } = await violations(plant(files as unknown as Record<string, string>));
    expect(rules.some((line) => line.startsWith(`${rule}:`))).toBe(true);
  });
});
