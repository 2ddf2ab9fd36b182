import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compilerProblem, missingTools } from '../../scripts/compiler.mjs';
import { lockEntry, missingFromLock } from '../../scripts/complete-lock.mjs';
import { missingKeys } from '../../scripts/gates/keys.mjs';
import { findImpurities } from '../../scripts/gates/purity.mjs';
import { maxLines, sizeProblem } from '../../scripts/gates/size.mjs';
import { findForeignText } from '../../scripts/gates/tracked-text.mjs';
import { nodeProblem } from '../../scripts/node-version.mjs';
import { summarise } from '../../scripts/summary.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Files that git tracks, or every file of the tree where there is no repository (a downloaded archive). */
function trackedFiles(): string[] {
  try {
    const output = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
  } catch {
    const skipped = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'screenshots']);
    const walk = (folder: string): string[] =>
      readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(name);
        return [name];
      });
    return walk('');
  }
}
const tracked = trackedFiles();
const isText = (name: string) =>
  /\.(?:[cm]?[jt]sx?|json|jsonl|md|html?|txt|css|sql|ya?ml|svg|csv)$|\/run$|^\.|LICENSE|NOTICE/.test(name);
const sources = tracked.filter((name) => /^src\/.*\.tsx?$/.test(name));

describe('purity of the core', () => {
  const core = sources.filter((name) => name.startsWith('src/core/') && !name.endsWith('.test.ts'));

  test('no file of the core touches disk, network, clock or chance', () => {
    expect(core.length).toBeGreaterThan(20);
    expect(core.flatMap((name) => findImpurities(name, read(name)))).toEqual([]);
  });

  test.each([
    "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
    'export const a = () => Date.now();',
    'export const a = () => new Date();',
    'export const a = () => Date();',
    'export const a = () => Math.random();',
    'export const a = () => performance.now();',
    'export const a = process.env;',
    "export const a = () => fetch('x');",
    "export const a = () => import('./b.ts');",
  ])('goes red on: %s', (text) => {
    expect(findImpurities('src/core/planted.ts', text)).toHaveLength(1);
  });

  test('a date made from its parts is allowed', () => {
    expect(findImpurities('src/core/a.ts', 'export const a = new Date(Date.UTC(2024, 0, 1));')).toEqual([]);
  });
});

describe('size of files', () => {
  test(`no source file is longer than ${maxLines} lines`, () => {
    const long = sources.map((name) => sizeProblem(name, read(name))).filter((problem) => problem !== undefined);
    expect(long).toEqual([]);
  });

  test('goes red on a long file, and lets lists of words be longer', () => {
    const text = 'x\n'.repeat(401);
    expect(sizeProblem('src/web/planted.ts', text)).toContain('401 lines');
    expect(sizeProblem('src/core/languages/fr/planted.ts', text)).toBeUndefined();
  });
});

describe('tracked text', () => {
  test('names no machine and no package registry', () => {
    expect(tracked.length).toBeGreaterThan(50);
    const found = tracked
      .filter((name) => isText(name) && name !== 'scripts/gates/tracked-text.mjs')
      .flatMap((name) => findForeignText(name, read(name)));
    expect(found).toEqual([]);
  });

  // Built from parts: the tree itself stays clean of what it forbids.
  test.each([
    `see ${['', 'home', 'someone', 'file'].join('/')}`,
    `const a = "${['', 'root', 'x'].join('/')}";`,
    `  "${'resol'}ved": "https://example.org/x.tgz"`,
    `https://${['registry', 'npmjs', 'org'].join('.')}/hono`,
  ])('goes red on: %s', (line) => {
    expect(findForeignText('planted.md', `fine\n${line}\n`)).toHaveLength(1);
  });

  test.each(['https://example.org/home/page', 'src/work/file.ts', '/articles/:id', 'https://press.example/tmp/x'])(
    'lets pass: %s',
    (line) => {
      expect(findForeignText('planted.md', line)).toEqual([]);
    },
  );
});

describe('interface texts', () => {
  const folder = join(root, 'src/web/locales');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

  test('the four languages have the same keys, none empty', () => {
    expect(names.sort()).toEqual(['ar.json', 'en.json', 'es.json', 'fr.json']);
    const locales = Object.fromEntries(
      names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
    );
    expect(missingKeys(locales)).toEqual([]);
  });

  test('goes red on a missing or empty key', () => {
    expect(missingKeys({ fr: { a: { b: 'x' } }, ar: { a: {} } })).toEqual(['ar: a.b is missing']);
    expect(missingKeys({ fr: { a: 'x' }, ar: { a: ' ' } })).toEqual(['ar: a is empty']);
  });
});

describe('scripts', () => {
  test.each([
    ['v20.19.0', true],
    ['v20.18.3', false],
    ['v18.20.0', false],
    ['v24.1.0', true],
  ])('Node %s fits: %s', (version, fits) => {
    expect(nodeProblem(version) === undefined).toBe(fits);
  });

  test('a missing compiler is named in one sentence, unless a ready-made binary answers', async () => {
    const has = (command: string) => command === 'python3';
    expect(missingTools(has)).toEqual(['make', 'g++']);
    const sentence = await compilerProblem(root, { has, prebuiltAnswers: async () => false });
    expect(sentence).toContain('make and g++ are missing');
    expect(sentence).not.toContain('\n');
    expect(await compilerProblem(root, { has, prebuiltAnswers: async () => true })).toBeUndefined();
    expect(await compilerProblem(root, { has: () => true, prebuiltAnswers: async () => false })).toBeUndefined();
  });

  test('the closing line counts a file that does not load as a failure', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped', fullName: 'a b' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(summarise(report).line).toBe('1 passed, 1 failed, 1 skipped');
    expect(summarise({ testResults: [] }).failed).toBe(1);
  });

  test('the lock file names the packages of every system (node scripts/complete-lock.mjs)', () => {
    expect([...missingFromLock(JSON.parse(read('package-lock.json'))).keys()]).toEqual([]);
    const partial = { packages: { 'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } } } };
    expect([...missingFromLock(partial).keys()]).toEqual(['a-linux-x64']);
    expect(lockEntry('@a-b/cli-linux-arm-musleabihf', { version: '1.0.0', dev: true })).toEqual({
      version: '1.0.0',
      cpu: ['arm'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
  });

  test('the install scripts that may run are named', () => {
    expect(JSON.parse(read('package.json')).allowScripts).toEqual({ 'better-sqlite3': true });
  });
});
