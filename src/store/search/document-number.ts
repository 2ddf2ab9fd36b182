import { sql } from 'kysely';
import type { Queries } from '../tables.ts';

/** Numbers for one day: the highest that keeps every day of four-digit years exact in a double. */
const PER_DAY = 2 ** 22;
const DAY_MS = 86_400_000;

/** First number of a day: `1970-01-01` is 0. */
export function firstDocument(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS) * PER_DAY;
}

export function lastDocument(day: string): number {
  return firstDocument(day) + PER_DAY - 1;
}

/**
 * The number under which an article is indexed: day first, then its place in the archive, so that the index itself
 * gives "newest first" and a range of days without a join. Should a number be taken, the next free one is used.
 */
export async function nextDocument(db: Queries, day: string, seq: number): Promise<number> {
  let document = firstDocument(day) + (seq % PER_DAY);
  for (;;) {
    const taken = await sql<{
      one: number;
    }>`select 1 as one from search_documents where document = ${document}`.execute(db);
    if (taken.rows.length === 0) return document;
    document++;
  }
}

/** A day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
