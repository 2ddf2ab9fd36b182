import type { MeetingType, Topic } from '../model/record.ts';

/** What the part of a query before a colon can be, in the order in which it is explained. */
export const searchFields = [
  'outlet',
  'language',
  'country',
  'person',
  'topic',
  'type',
  'date',
  'from',
  'to',
  'title',
] as const;
export type SearchField = (typeof searchFields)[number];

/** The words of the query language in one language of its users: `|` between spellings, the first one is shown. */
export interface SearchWords {
  readonly fields: Readonly<Record<SearchField, string>>;
  /** Word between alternatives; in scripts with capitals it counts in capitals only. */
  readonly or: string;
  readonly languages: Readonly<Record<'fr' | 'en' | 'es' | 'ar' | 'pt', string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly types: Readonly<Record<MeetingType, string>>;
}
