import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isCompressed } from './gold-pages.ts';

const worker = fileURLToPath(new URL('peak-memory-worker.mjs', import.meta.url));
const extractor = fileURLToPath(new URL('../../../dist/core/extract/extract-article.js', import.meta.url));

/**
 * Peak resident memory, in megabytes, of a fresh process that extracts the same pages as HTML, holds one at a time and scores
 * nothing: this process holds the TypeScript compiler and the scores as well. Null where the program is not built.
 */
export function measurePeakMemory(options: {
  readonly file: string;
  readonly type?: string;
  readonly limit: number;
}): number | null {
  if (!existsSync(extractor)) return null;
  const task = JSON.stringify({ ...options, compressed: isCompressed(options.file) });
  const { stdout, status } = spawnSync(process.execPath, [worker, task], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
