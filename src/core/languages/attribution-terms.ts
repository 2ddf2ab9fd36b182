import type { Entry } from './entry.ts';
import type { Issue } from './record-lexicons.ts';

/** Turns a table `kind: patterns` into matcher entries. */
export function issues(table: Readonly<Record<Issue['kind'], readonly string[]>>): readonly Entry<Issue>[] {
  return Object.entries(table).flatMap(([kind, patterns]) =>
    patterns.map((pattern) => ({ pattern, value: { kind: kind as Issue['kind'] } })),
  );
}
