import { evaluateExtract } from './extract/command.ts';
import { evaluateNames } from './names/command.ts';
import { evaluatePress } from './press/command.ts';
import { evaluatePairs } from './stories/pairs-command.ts';
import { evaluateParallel } from './stories/parallel-command.ts';
import { evaluateStories } from './stories/stories-command.ts';

// Measures the program against annotated pages. See bench/README.md for what the figures do not prove.
const tasks = new Map<string, typeof evaluatePress | typeof evaluateExtract>([
  ['press', evaluatePress],
  ['extract', evaluateExtract],
  ['names', evaluateNames],
  ['stories', evaluateStories],
  ['pairs', evaluatePairs],
  ['parallel', evaluateParallel],
]);
const [task = '', ...args] = process.argv.slice(2);
const evaluate = tasks.get(task);
if (evaluate !== undefined) {
  process.exitCode = await evaluate(args, {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
} else {
  process.stderr.write(
    'Usage: npm run evaluate -- press DIR [options] | extract FILE [options] | names FILE [options] | stories FILE | pairs FILE | parallel FILE\n',
  );
  process.exitCode = 2;
}
