// `npm test`: installs and builds when needed, runs every suite, ends with one plain line: "N passed, N failed, N skipped".
import { requireNode } from './node-version.mjs';

requireNode();
const { mkdtempSync, readFileSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { ensureBuilt, ensureInstalled, root, run, say } = await import('./setup.mjs');
const { summarise } = await import('./summary.mjs');

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { code } = await run(process.execPath, [
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
let summary;
try {
  summary = summarise(JSON.parse(readFileSync(report, 'utf8')));
} catch {
  summary = { line: '0 passed, 1 failed, 0 skipped', failed: 1, skipped: [] };
}
rmSync(folder, { recursive: true, force: true });
for (const name of summary.skipped) say(`skipped: ${name}`);
say(summary.line);
process.exit(code === 0 && summary.failed > 0 ? 1 : code);
