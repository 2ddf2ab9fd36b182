import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { archiveUsage, benchArchive } from './archive/bench-archive.ts';
import { collectUsage, runCollect } from './collect/run-collect.ts';
import { benchGroup, groupUsage } from './group/bench-group.ts';
import { benchImport, importUsage } from './import/bench-import.ts';
import { numberOf, textOf, unknownOption } from './options.ts';
import { benchSearch, searchUsage } from './search/bench-search.ts';
import { benchSite, siteUsage } from './site/bench-site.ts';
import { measureReading, type ReadingResult } from './speed/measure-reading.ts';
import { printReading } from './speed/print-reading.ts';
import { describeData, readSample } from './speed/sample-pages.ts';

const USAGE = `Usage: npm run bench -- [--times N] [--runs N]
Reads the sample press (page to article to record) N times over in a fresh process and prints speed and memory.
  --times N   how often each page is read in a process (default 20)
  --runs N    how many fresh processes; the middle one is printed (default 3)
  --json      print the figures of all runs as JSON

${[archiveUsage, groupUsage, searchUsage, siteUsage, importUsage, collectUsage.trimStart()].join('\n')}`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const parts: Readonly<Record<string, (args: readonly string[]) => Promise<number> | number>> = {
  archive: benchArchive,
  group: benchGroup,
  collect: runCollect,
  import: (args) => benchImport(args, root),
  search,
  site: benchSite,
};
const [, , name = '', ...rest] = process.argv;
const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
process.exitCode = part === undefined ? main(process.argv.slice(2)) : await part(rest);

function main(args: readonly string[]): number {
  const times = numberOf(args, '--times', 20);
  const runs = numberOf(args, '--runs', 3);
  const stray =
    args.find((arg) => !/^-|^\d+$/.test(arg)) ?? unknownOption(args, ['--times', '--runs', '--json', '--worker']);
  if (stray !== undefined || times === undefined || runs === undefined) {
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

async function search(args: readonly string[]): Promise<number> {
  const articles = numberOf(args, '--articles', 100_000);
  const queries = numberOf(args, '--queries', 60);
  if (articles === undefined || queries === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const options = {
    articles,
    queries,
    file: textOf(args, '--file'),
    peers: args.includes('--peers'),
    peer: textOf(args, '--peer'),
    json: args.includes('--json'),
  };
  return benchSearch(options, root, textOf(args, '--part'));
}
