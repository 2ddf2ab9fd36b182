import type { Evidence } from './evidence.ts';
import type { DetectedLanguage } from './language.ts';

/** ISO 3166-1 alpha-2. */
export type CountryCode = string;

export interface PersonName {
  /** As the text wrote it. */
  readonly surface: string;
  /** Best full form known in this article or from the register, without the house of a ruler ("آل …"). */
  readonly full: string;
  readonly lang: DetectedLanguage;
  readonly script: 'latin' | 'arabic' | 'other';
}

/** One spelling of a person's name, with how often and where the corpus writes it so. */
export interface PersonSpelling extends PersonName {
  /** Reports that write it so. Absent in archives of an older form. */
  readonly count?: number;
  /** Set when an editor added it: no report is needed then. */
  readonly alias?: boolean;
  readonly evidence?: readonly Evidence[];
}

/** A public office that a person is seen in. */
export interface Post {
  readonly roleCode: string;
  readonly roleText: string;
  readonly country?: CountryCode;
  /** Days of the first and last report that name the person in it. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** EDTF: the day by which it was held at the latest, `[..2023-02-01]`, or between two days. */
  readonly from?: string;
  /** EDTF: `..` while nothing says that it ended, else between two days, or on or before a day. */
  readonly until?: string;
  /** True when most reports say that it is held for the time being. */
  readonly acting?: boolean;
  readonly evidence: readonly Evidence[];
}

/** A person named with a public office. Others stay text and get no entry. */
export interface Person {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly names: readonly PersonSpelling[];
  readonly offices: readonly Post[];
  /** What an editor marked as disputed, by role code of the office or `name`. */
  readonly disputes?: readonly Dispute[];
  readonly replies?: readonly Reply[];
}

/** A fact that an editor marked as disputed. */
export interface Dispute {
  readonly field: string;
  readonly reason: string;
  /** ISO day. */
  readonly day: string;
  readonly decisionId: string;
}

/** An answer to the record, attached by an editor. */
export interface Reply {
  readonly by: string;
  readonly text: string;
  /** ISO day. */
  readonly day: string;
  readonly decisionId: string;
}
