import { requireNode } from './node-version.mjs';

requireNode();
const { build, ensureInstalled } = await import('./setup.mjs');
try {
  await ensureInstalled();
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
