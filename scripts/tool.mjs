// Runs one of the measuring tools against the compiled program: `npm run evaluate`, `npm run bench`, `npm run fuzz` and others.
import { requireNode } from './node-version.mjs';

requireNode();
const { existsSync } = await import('node:fs');
const { register } = await import('node:module');
const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { ensureBuilt, ensureInstalled, root } = await import('./setup.mjs');

const tools = {
  evaluate: 'bench/evaluate/main.ts',
  bench: 'bench/bench.ts',
  train: 'bench/train/train.ts',
  'train-names': 'bench/train/names/train-names.ts',
  fuzz: 'bench/fuzz/fuzz.ts',
  screenshots: 'test/e2e/screenshots.ts',
};
const [tool, ...args] = process.argv.slice(2);
const file = join(root, tools[tool] ?? '');
if (tools[tool] === undefined || !existsSync(file)) {
  process.stderr.write(`There is no tool "${tool ?? ''}": use ${Object.keys(tools).join(', ')}.\n`);
  process.exit(2);
}
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
register('./ts-hooks.mjs', import.meta.url);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
