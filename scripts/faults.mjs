// `npm run faults`: what the product must survive, in full. `-- --kills N` (200), `--seed N` (1), and names of tests.
import { requireNode } from './node-version.mjs';

requireNode();
const { spawnSync } = await import('node:child_process');
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { root } = await import('./setup.mjs');

let given;
try {
  given = parseArgs({ allowPositionals: true, options: { kills: { type: 'string' }, seed: { type: 'string' } } });
  for (const value of Object.values(given.values))
    if (!/^[1-9]\d*$/.test(value)) throw new Error(`"${value}" is no number.`);
} catch (error) {
  process.stderr.write(`${error.message}\nWrite: npm run faults -- [--kills N] [--seed N] [NAME…]\n`);
  process.exit(2);
}
const { values, positionals } = given;
const env = { ...process.env, RAPPORTEUR_TEST_FAULTS: 'full' };
if (values.kills) env.RAPPORTEUR_TEST_KILLS = values.kills;
if (values.seed) env.RAPPORTEUR_TEST_SEED = values.seed;
const names = positionals.length === 0 ? ['test/faults/'] : positionals.map((name) => `test/faults/${name}`);
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), '--no-file-parallelism', ...names], {
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
