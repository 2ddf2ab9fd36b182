#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  const program = await import(main.href);
  process.exitCode = await program.main(process.argv.slice(2));
} else {
  process.stderr.write('Rapporteur is not built yet: run "npm start" or "npm run build" in its folder first.\n');
  process.exitCode = 3;
}
