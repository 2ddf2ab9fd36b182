import { evaluateCopies } from './copies/command.ts';
import { evaluateExtract } from './extract/command.ts';
import { evaluateFormula } from './formula/command.ts';
import { evaluateLanguages } from './languages/command.ts';
import { evaluateNames } from './names/command.ts';
import { evaluatePress } from './press/command.ts';
import { evaluatePairs } from './stories/pairs-command.ts';
import { evaluateParallel } from './stories/parallel-command.ts';
import { evaluateStories } from './stories/stories-command.ts';

// Measures the program against annotated pages. See bench/README.md for what the figures do not prove.
const tasks = {
  press: evaluatePress,
  extract: evaluateExtract,
  names: evaluateNames,
  languages: evaluateLanguages,
  formula: evaluateFormula,
  copies: evaluateCopies,
  stories: evaluateStories,
  pairs: evaluatePairs,
  parallel: evaluateParallel,
};
const [task = '', ...args] = process.argv.slice(2);
if (Object.hasOwn(tasks, task)) {
  process.exitCode = await tasks[task as keyof typeof tasks](args, {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  });
} else {
  process.stderr.write(
    'Usage: npm run evaluate -- press DIR [options] | extract FILE [options] | names FILE [options] | languages FILE [options] | formula [options] | copies [FILE] [options] | stories FILE | pairs FILE | parallel FILE\n',
  );
  process.exitCode = 2;
}
