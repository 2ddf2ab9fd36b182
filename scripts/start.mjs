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
// npm runs this in a shell, and a SIGTERM to npm ends the shell without reaching the program: without its parent, the
// site would stay open unseen.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
const { main } = await import('../dist/cli/main.js');
process.exitCode = await main(['serve', '--sample', ...process.argv.slice(2)]);
