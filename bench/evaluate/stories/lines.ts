import { existsSync, readFileSync } from 'node:fs';
import type { Streams } from '../press/command.ts';
import { bootstrap } from '../press/intervals.ts';

/** The one file that a command was given, as JSON lines; undefined after saying what is wrong. */
export function readLines<T>(args: readonly string[], usage: string, streams: Streams): readonly T[] | undefined {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || !existsSync(file)) {
    streams.error(`Give one file that is there.\n\n${usage}`);
    return undefined;
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** ` [low to high]`, resampling whole groups: articles of one story are not independent. */
export function rangeOf<T>(groups: readonly (readonly T[])[], measure: (items: readonly T[]) => number): string {
  const interval = bootstrap(groups, (sample) => measure(sample.flat()));
  return interval === undefined ? '' : ` [${percent(interval.low)} to ${percent(interval.high)}]`;
}

/** CPU seconds that something took. */
export function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: Math.max((user + system) / 1e6, 1e-6) };
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return [...groups.values()];
}
