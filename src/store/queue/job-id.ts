import { hash64 } from '../../core/text/hash.ts';
import type { JobKind } from './queue.ts';

/** The same for the same work: this is what makes adding it twice harmless. */
export function jobId(kind: JobKind, key: string): string {
  return `${kind}-${hash64(`${kind} ${key}`)}`;
}

/** A job id in the form that PostgreSQL's queue wants. */
export function uuidOf(id: string): string {
  const hash = id.slice(id.lastIndexOf('-') + 1);
  const hex = `${hash}${hash64(id)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
