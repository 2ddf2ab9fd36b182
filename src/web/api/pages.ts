import { readOffset, writeCursor } from '../../store/archive/cursor.ts';

const mostItems = 1_000_000;

/** A page of a list that is at hand as a whole. */
export function pageOf<Item>(
  all: readonly Item[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): { readonly total: number; readonly items: readonly Item[]; readonly next?: string } {
  const at = startOf(cursor);
  const end = at + limit;
  return {
    total: all.length,
    items: all.slice(at, end),
    ...(end < all.length ? { next: writeCursor([end]) } : {}),
  };
}

/** @throws RapporteurError `invalid-parameter` when the cursor is not one of ours */
export function startOf(cursor: string | undefined): number {
  return cursor === undefined ? 0 : readOffset(cursor, mostItems);
}

/** What is not `undefined`: the archive tells an absent member from one without a value. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
