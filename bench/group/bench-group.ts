import { numberOf, unknownOption } from '../options.ts';
import { measureGroup } from './measure-group.ts';
import { groupHeader, printGroupPart } from './print-group.ts';

export const groupUsage = `       npm run bench -- group [--articles N] [--million] [--seed N]
Sends made articles through dispatches and stories, one window of each: speed of every step and memory, as it grows.
  --articles N  how many (default 100000)
  --million     1000000 of them
`;

export function benchGroup(args: readonly string[]): number {
  const articles = numberOf(args, '--articles', args.includes('--million') ? 1_000_000 : 100_000);
  const seed = numberOf(args, '--seed', 1);
  const stray = unknownOption(args, ['--articles', '--million', '--seed', '--json']);
  if (articles === undefined || seed === undefined || stray !== undefined) {
    process.stderr.write(`Usage:\n${groupUsage}`);
    return 2;
  }
  const json = args.includes('--json');
  if (!json) process.stdout.write(`${groupHeader}\n`);
  for (const part of measureGroup(articles, seed))
    process.stdout.write(json ? `${JSON.stringify(part)}\n` : `${printGroupPart(part)}\n`);
  if (!json) process.stdout.write('\nWhat these figures do not prove: see bench/README.md.\n');
  return 0;
}
