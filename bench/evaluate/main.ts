import { evaluatePress } from './press/command.ts';

// Measures the program against annotated pages. See bench/README.md for what the figures do not prove.
const [task, ...args] = process.argv.slice(2);
if (task === 'press') {
  process.exitCode = evaluatePress(args, {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
} else {
  process.stderr.write('Usage: npm run evaluate -- press DIR [options]\n');
  process.exitCode = 2;
}
