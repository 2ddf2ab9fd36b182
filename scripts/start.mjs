// `npm start`: from a fresh clone to the sample press in a browser.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.version);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(3);
}

const { ensureBuilt, ensureInstalled, root } = await import('./setup.mjs');
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
process.chdir(root);
const { main } = await import('../dist/cli/main.js');
process.exitCode = await main(['serve', '--sample', ...process.argv.slice(2)]);
