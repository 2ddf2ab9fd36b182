import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as engine from '../../src/core/index.ts';
import { projectRoot } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

/** What the engine may load: the stemmers, htmlparser2 and what that is made of. */
const allowed = [
  '@orama/stemmers',
  'htmlparser2',
  'domelementtype',
  'domhandler',
  'domutils',
  'dom-serializer',
  'entities',
];

/** The `@example` above each exported function or object of the engine. */
function findExamples(): Map<string, string> {
  const examples = new Map<string, string>();
  const core = join(projectRoot, 'src/core');
  for (const name of readdirSync(core, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const text = readFileSync(join(core, name), 'utf8');
    for (const [, comment = '', exported = ''] of text.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:function|const) (\w+)/g,
    )) {
      const example = /@example\n([\s\S]*?)(?=\n \* @|$)/.exec(comment)?.[1];
      if (example !== undefined) examples.set(exported, example.replace(/^\s\* ?/gm, ''));
    }
  }
  return examples;
}

// Versions are strings that explain themselves.
const exported = Object.entries(engine as Record<string, unknown>)
  .filter(([, value]) => typeof value !== 'string')
  .map(([name]) => name);
const examples = findExamples();

describe('the package, unpacked into an empty project', () => {
  beforeAll(async () => {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder.path], {
      cwd: projectRoot,
      maxBuffer: 16_000_000,
    });
    const file = /"filename":\s*"([^"]+\.tgz)"/.exec(stdout)?.[1] ?? '';
    const modules = folder.file('node_modules');
    mkdirSync(modules);
    await run('tar', ['-xzf', folder.file(file), '-C', modules]);
    // `npm install` would put it there under its name; here without a registry.
    await run('mv', [join(modules, 'package'), join(modules, 'rapporteur')]);
    mkdirSync(join(modules, '@orama'));
    for (const name of allowed) {
      const target = join(projectRoot, 'node_modules', name);
      symlinkSync(target, join(modules, name));
    }
    writeFileSync(folder.file('package.json'), '{"type":"module","private":true}');
    for (const [name, text] of examples) writeFileSync(folder.file(`${name}.ts`), `${text}\n`);
  }, 120_000);

  test('importing the engine loads htmlparser2, the stemmers and nothing of the server', async () => {
    writeFileSync(
      folder.file('loaded.mjs'),
      `const { extractArticle } = await import('rapporteur');
console.log(JSON.stringify({ title: extractArticle({ text: '<h1>Ferry</h1>' }).title?.value }));`,
    );
    writeFileSync(
      folder.file('hooks.mjs'),
      `import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
import { writeSync } from 'node:fs';
export async function load(url, context, next) { writeSync(2, 'LOADED ' + url + '\\\\n'); return next(url, context); }
\`));`,
    );
    const { stdout, stderr } = await run(process.execPath, ['--import', './hooks.mjs', 'loaded.mjs'], {
      cwd: folder.path,
      maxBuffer: 16_000_000,
    });
    expect(JSON.parse(stdout)).toEqual({ title: 'Ferry' });
    const loaded = [...stderr.matchAll(/^LOADED (\S+)$/gm)].map((match) => match[1] ?? '');
    expect(loaded.filter((url) => url.includes('/rapporteur/dist/core/')).length).toBeGreaterThan(50);
    expect(loaded.filter((url) => url.includes('/rapporteur/dist/') && !url.includes('/dist/core/'))).toEqual([]);
    const packages = loaded.map((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]);
    const foreign = new Set(packages.filter((name) => name !== undefined && name !== 'rapporteur'));
    expect([...foreign].filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    expect(foreign).toContain('htmlparser2');
    expect(loaded.filter((url) => url.startsWith('node:'))).toEqual([]);
  });

  test('every exported function has an example', () => {
    expect(exported.length).toBeGreaterThan(5);
    expect(exported.filter((name) => !examples.has(name))).toEqual([]);
  });

  test('the examples are correct TypeScript', async () => {
    const names = exported.map((name) => `${name}.ts`);
    writeFileSync(
      folder.file('tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2023',
          lib: ['es2023', 'dom'],
          types: [],
          strict: true,
          noEmit: false,
          outDir: 'built',
          skipLibCheck: false,
        },
        files: names,
      }),
    );
    const { stdout } = await run(process.execPath, [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
      cwd: folder.path,
    }).catch((error: { stdout: string }) => ({ stdout: error.stdout }));
    expect(stdout).toBe('');
  }, 60_000);

  test.each(exported)('the example of %s runs', async (name) => {
    const { stdout } = await run(process.execPath, [join('built', `${name}.js`)], { cwd: folder.path });
    expect(stdout.trim()).not.toBe('');
  });

  test('the server is a door of its own', async () => {
    const { exports } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      exports: Record<string, { default: string }>;
    };
    expect(Object.keys(exports)).toEqual(['.', './core', './server', './testing']);
    expect(exports['.']?.default).toBe(exports['./core']?.default);
    for (const { default: path } of Object.values(exports))
      expect(readFileSync(join(folder.path, 'node_modules/rapporteur', path), 'utf8')).toContain('export');
  });
});
