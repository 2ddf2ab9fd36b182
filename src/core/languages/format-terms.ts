import type { Entry } from './entry.ts';

/** The formats that a meeting can have; a report may name several. */
export type FormatName =
  | 'one-on-one'
  | 'enlarged'
  | 'videoconference'
  | 'phone'
  | 'working-meeting'
  | 'working-dinner'
  | 'working-lunch'
  | 'delegation-level'
  | 'signing-ceremony'
  | 'trilateral'
  | 'closed-doors'
  | 'press-conference'
  | 'audience';

export function formatTerms(table: Readonly<Partial<Record<FormatName, readonly string[]>>>): readonly Entry<string>[] {
  return Object.entries(table).flatMap(([value, patterns]) => patterns.map((pattern) => ({ pattern, value })));
}

/** Numbers of meetings: each list holds the forms of 1, 2, 3 … in order, alternatives separated by `|`. */
export function ordinalTerms(forms: readonly string[]): readonly Entry<number>[] {
  return forms.map((form, index) => ({ pattern: `(${form})`, value: index + 1 }));
}
