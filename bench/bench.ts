import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureArchive } from './archive/measure-archive.ts';
import { printArchive } from './archive/print-archive.ts';
import { measureGroup } from './group/measure-group.ts';
import { groupHeader, printGroupPart } from './group/print-group.ts';
import { measureReading, type ReadingResult } from './speed/measure-reading.ts';
import { printReading } from './speed/print-reading.ts';
import { describeData, readSample } from './speed/sample-pages.ts';

const USAGE = `Usage: npm run bench -- [--times N] [--runs N]
Reads the sample press (page to article to record) N times over in a fresh process and prints speed and memory.
  --times N   how often each page is read in a process (default 20)
  --runs N    how many fresh processes; the middle one is printed (default 3)
  --json      print the figures of all runs as JSON

       npm run bench -- archive [--articles N] [--added N]
Adds pages one at a time to an archive of invented ones: meetings looked at and written, CPU time.
  --articles N  pages in the archive before (default 10000)
  --added N     pages that are added (default 5)

       npm run bench -- group [--articles N] [--million] [--seed N]
Sends made articles through dispatches and stories, one window of each: speed of every step and memory, as it grows.
  --articles N  how many (default 100000)
  --million     1000000 of them
`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [, , tool, ...rest] = process.argv;
process.exitCode =
  tool === 'archive' ? await archive(rest) : tool === 'group' ? group(rest) : main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const times = numberOf(args, '--times', 20);
  const runs = numberOf(args, '--runs', 3);
  const known = /^(--times|--runs|--json|--worker|\d+)$/;
  const unknown = args.find((arg) => !known.test(arg.split('=', 1)[0] ?? ''));
  if (unknown !== undefined || times === undefined || runs === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (args.includes('--worker')) {
    process.stdout.write(JSON.stringify(measureReading(readSample(root), times)));
    return 0;
  }
  const results: ReadingResult[] = [];
  for (let run = 0; run < runs; run++) {
    const child = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'tool.mjs'), 'bench', '--worker', '--times', String(times)],
      { encoding: 'utf8', cwd: root },
    );
    if (child.status !== 0) {
      process.stderr.write(child.stderr);
      return 1;
    }
    results.push(JSON.parse(child.stdout.slice(child.stdout.indexOf('{'))) as ReadingResult);
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  else {
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
    process.stdout.write(printReading(results, describeData(readSample(root)), machine));
  }
  return 0;
}

async function archive(args: readonly string[]): Promise<number> {
  const articles = numberOf(args, '--articles', 10_000);
  const added = numberOf(args, '--added', 5);
  const known = /^(--articles|--added|--json|\d+)$/;
  if (articles === undefined || added === undefined || args.some((arg) => !known.test(arg.split('=', 1)[0] ?? ''))) {
    process.stderr.write(USAGE);
    return 2;
  }
  const result = await measureArchive(articles, added, (text) => process.stderr.write(text));
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(result, null, 1)}\n` : printArchive(result));
  return 0;
}

function group(args: readonly string[]): number {
  const articles = numberOf(args, '--articles', args.includes('--million') ? 1_000_000 : 100_000);
  const seed = numberOf(args, '--seed', 1);
  const known = /^(--articles|--million|--seed|--json|\d+)$/;
  if (articles === undefined || seed === undefined || args.some((arg) => !known.test(arg.split('=', 1)[0] ?? ''))) {
    process.stderr.write(USAGE);
    return 2;
  }
  const json = args.includes('--json');
  if (!json) process.stdout.write(`${groupHeader}\n`);
  for (const part of measureGroup(articles, seed))
    process.stdout.write(json ? `${JSON.stringify(part)}\n` : `${printGroupPart(part)}\n`);
  if (!json) process.stdout.write('\nWhat these figures do not prove: see bench/README.md.\n');
  return 0;
}

function numberOf(args: readonly string[], name: string, standard: number): number | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return standard;
  const value = Number(args[at]?.split('=')[1] ?? args[at + 1]);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
