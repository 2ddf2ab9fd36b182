import type { PublishedDate } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';

/** A date before the choice: `rank` says how much its place is trusted, 0 is refused from the start. */
export interface Candidate {
  readonly value: PublishedDate;
  readonly origin: string;
  /** Why it is refused, for candidates of rank 0; else the same as the origin. */
  readonly reason: string;
  readonly rank: number;
  /** `bound`: the page cannot be younger, nothing more. */
  readonly role: 'published' | 'modified' | 'bound';
  /** Printed where readers look for the day of the article. */
  readonly visible?: boolean;
  /** The same digits with day and month exchanged, where the page does not tell which is which. */
  readonly exchanged?: string;
  readonly span: () => Span;
}

/** The day of a date, the month or year when it has none. */
export function dayOf({ value }: Candidate): string {
  return value.edtf.slice(0, 10);
}

export function hasDay({ value }: Candidate): boolean {
  return value.precision === 'day' || value.precision === 'time';
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  const number = (day: string): number =>
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return Math.round((number(to) - number(from)) / 86_400_000);
}
