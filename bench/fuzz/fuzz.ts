import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fuzz } from './command.ts';

// Looks for pages that break the program. See bench/README.md.
process.exitCode = await fuzz(process.argv.slice(2), join(dirname(fileURLToPath(import.meta.url)), '..', '..'), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
