import type { Place } from './piece-reader.ts';

/** Where a record or line begins, and how many came before it, as text that can be kept. */
export interface Position {
  readonly place: Place;
  readonly count: number;
}

export function writePosition({ place, count }: Position): string {
  return `${place.at}+${place.skip}#${count}`;
}

export function parsePosition(text: string): Position | undefined {
  const [, at, skip, count] = /^(\d{1,16})\+(\d{1,16})#(\d{1,16})$/.exec(text) ?? [];
  if (at === undefined || skip === undefined || count === undefined) return undefined;
  return { place: { at: Number(at), skip: Number(skip) }, count: Number(count) };
}
