import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGoldPages } from '../evaluate/extract/gold-pages.ts';
import type { Streams } from '../evaluate/press/command.ts';
import { readSample } from '../speed/sample-pages.ts';
import { families, type Growth, measureGrowth } from './growth.ts';
import type { FuzzedPage, SeedPage } from './make-page.ts';
import { type Finding, type FuzzRun, runFuzz } from './run.ts';

const USAGE = `Usage: npm run fuzz -- [options]
Damages pages in many ways, reads them, and checks what is promised for every page: nothing throws, spans and source
maps hold, no published day in the future, time grows with length. The same seed makes the same pages.
  --count N      how many pages (default 2000)
  --first N      index of the first page (default 0)
  --seed S       seed of the run (default 1)
  --only N       page N alone, again
  --from FILE    start from the pages of FILE.jsonl[.gz] ({url, html} a line, the first 300) and not from the sample press
  --growth SIZE  only the growth of time: pages of SIZE and of four times SIZE characters (100000 is a good size)
  --out DIR      where pages with findings are written (default fuzz-findings)
  --json         print the result as JSON
`;

interface Options {
  readonly count: number;
  readonly first: number;
  readonly seed: number;
  readonly from?: string;
  readonly growth?: number;
  readonly out: string;
  readonly json: boolean;
}

/** Runs `npm run fuzz`. Returns the exit code: 0 nothing found, 1 findings, 2 wrong use. */
export async function fuzz(args: readonly string[], root: string, streams: Streams): Promise<number> {
  if (args.includes('--help')) {
    streams.out(USAGE);
    return 0;
  }
  const options = parseOptions(args);
  if (typeof options === 'string') {
    streams.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  if (options.growth !== undefined) return reportGrowth(options.growth, options.json, streams);
  const seeds = options.from === undefined ? sampleSeeds(root) : await seedsOf(options.from);
  const run = runFuzz({
    ...options,
    seeds,
    onProgress: (done, findings) => streams.error(`${done} pages, ${findings} findings\n`),
    onFinding: (page, finding) => {
      const file = keep(options.out, options.seed, page, finding);
      streams.error(
        `${finding.fault}\n  ${finding.made.join(', ')}\n  again: --seed ${options.seed} --only ${finding.index}${options.from === undefined ? '' : ` --from ${options.from}`}\n  ${file}\n`,
      );
    },
  });
  streams.out(options.json ? `${JSON.stringify({ seed: options.seed, ...run }, null, 1)}\n` : printRun(run));
  return run.findings.length > 0 ? 1 : 0;
}

function printRun(run: FuzzRun): string {
  const size = (run.chars / 1e6).toFixed(1);
  return `${run.pages} pages (${size} million characters), ${run.findings.length} findings; middle ${run.medianPerKilobyte.toFixed(2)} ms/kB, slowest page ${run.slowest.toFixed(0)} ms of CPU\n`;
}

function reportGrowth(size: number, json: boolean, streams: Streams): number {
  const results: Growth[] = families.map((family) => measureGrowth(family, size));
  if (json) streams.out(`${JSON.stringify(results, null, 1)}\n`);
  else
    for (const { name, small, large, fault } of results)
      streams.out(
        `${name.padEnd(34)} ${small.toFixed(0).padStart(6)} ms ${large.toFixed(0).padStart(7)} ms${fault ? `  ${fault}` : ''}\n`,
      );
  return results.some(({ fault }) => fault !== undefined) ? 1 : 0;
}

/** Writes a page with a finding as JSON that can be read again. */
function keep(folder: string, seed: number, { index, input, made }: FuzzedPage, finding: Finding): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}-${index}.json`);
  const { bytes, ...rest } = input;
  const page = { ...rest, ...(bytes ? { base64: Buffer.from(bytes).toString('base64') } : {}) };
  writeFileSync(file, JSON.stringify({ seed, index, made, fault: finding.fault, page }));
  return file;
}

export function sampleSeeds(root: string): readonly SeedPage[] {
  return readSample(root).map(({ bytes, url, format }) => ({ text: Buffer.from(bytes).toString('utf8'), url, format }));
}

async function seedsOf(file: string): Promise<readonly SeedPage[]> {
  const seeds: SeedPage[] = [];
  for await (const { html, url } of readGoldPages(file)) {
    seeds.push({ text: html, url, format: 'html' });
    if (seeds.length === 300) break;
  }
  return seeds;
}

function parseOptions(args: readonly string[]): Options | string {
  const numbers = new Map([
    ['--count', 2000],
    ['--first', 0],
    ['--seed', 1],
  ]);
  let out = 'fuzz-findings';
  let from: string | undefined;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s);
    if (name === '--json') {
      json = true;
      continue;
    }
    const value = inline ?? args[++i];
    if (value === undefined || value === '') return `${name} needs a value, or is unknown.`;
    if (name === '--out') out = value;
    else if (name === '--from') from = value;
    else if (numbers.has(name) || name === '--only' || name === '--growth') {
      if (!/^\d{1,9}$/.test(value)) return `${name} is a number.`;
      numbers.set(name, Number(value));
    } else return `Unknown option ${name}.`;
  }
  if (from !== undefined && !existsSync(from)) return `There is no file ${from}.`;
  const only = numbers.get('--only');
  const growth = numbers.get('--growth');
  return {
    count: only === undefined ? (numbers.get('--count') as number) : 1,
    first: only ?? (numbers.get('--first') as number),
    seed: numbers.get('--seed') as number,
    out,
    json,
    ...(from === undefined ? {} : { from }),
    ...(growth === undefined ? {} : { growth }),
  };
}
