// `npm run check`: types, formatting and lint, layers, dead code, and the gates of this house. Every part runs; the list at the end says which failed.
import { requireNode } from './node-version.mjs';

requireNode();
const { join } = await import('node:path');
const { ensureInstalled, build, root, run, say } = await import('./setup.mjs');

const bin = (name, file) => join(root, 'node_modules', name, file);
const node = process.execPath;
const parts = [
  ['types', node, [bin('typescript', 'bin/tsc'), '-b']],
  ['format and lint', node, [bin('@biomejs/biome', 'bin/biome'), 'ci', '--diagnostic-level=error', '.']],
  [
    'layers',
    node,
    [bin('dependency-cruiser', 'bin/dependency-cruise.mjs'), 'src', '--config', '.dependency-cruiser.mjs'],
  ],
  ['dead code', node, [bin('knip', 'bin/knip.js'), '--no-progress']],
  [
    'gates and documentation',
    node,
    [bin('vitest', 'vitest.mjs'), 'run', 'test/gates', 'src/messages', 'src/config.test.ts'],
  ],
];

try {
  await ensureInstalled();
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
const failed = [];
for (const [name, command, args] of parts) {
  const { code, output } = await run(command, args, { quiet: true });
  say(`${code === 0 ? 'ok    ' : 'failed'} ${name}`);
  if (code === 0) continue;
  failed.push(name);
  say(output.trim().split('\n').slice(-80).join('\n'));
}
say(failed.length === 0 ? 'check: all good' : `check: failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
