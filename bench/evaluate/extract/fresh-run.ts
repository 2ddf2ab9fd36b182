import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isCompressed } from './gold-pages.ts';

const worker = fileURLToPath(new URL('fresh-run-worker.mjs', import.meta.url));
const extractor = fileURLToPath(new URL('../../../dist/core/extract/extract-article.js', import.meta.url));

/** CPU time of all threads of the process, that of the compiler and of the collection of garbage too. */
export interface Speed {
  readonly pagesPerSecond: number;
  readonly p99Milliseconds: number;
}

export interface FreshRun {
  /** Peak resident memory of the process when all pages were read once. */
  readonly peakMegabytes: number;
  /** The first pass of a process that has read nothing before. */
  readonly cold: Speed;
  /** The same pages once more. */
  readonly warm: Speed;
}

/**
 * Speed and memory of a fresh process that extracts the same pages as HTML, holds one at a time and scores nothing: this
 * process holds the TypeScript compiler and the scores as well. Null where the program is not built.
 */
export function measureFreshRun(options: {
  readonly files: readonly string[];
  readonly type?: string;
  readonly limit: number;
}): FreshRun | null {
  if (!existsSync(extractor)) return null;
  const files = options.files.map((file) => ({ file, compressed: isCompressed(file) }));
  const task = JSON.stringify({ ...options, files });
  const { stdout, status } = spawnSync(process.execPath, [worker, task], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as FreshRun) : null;
}
