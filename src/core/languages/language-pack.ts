import type { LanguageCode } from '../model/language.ts';
import type { MeetingType } from '../model/record.ts';

/** A pattern of the matcher (see `text/matcher.ts` for its syntax) with what it stands for. */
export interface Entry<V> {
  readonly pattern: string;
  readonly value: V;
}

/** Head noun of a role phrase: "ministre", "secretary of state", "وزير". */
export interface RoleHead {
  /** First part of the role code: `minister`, `president`, `king`, … */
  readonly code: string;
  /** Whether a portfolio belongs to it. `fixed` heads carry their portfolio themselves. */
  readonly portfolio: 'required' | 'optional' | 'none';
  /** Used with `portfolio: none` when the head implies one, e.g. "canciller" → `foreign_affairs`. */
  readonly fixedPortfolio?: string;
  /** Title that only one country uses. */
  readonly country?: string;
  /** Country that most often has this title: taken only when the article names that country. */
  readonly usual?: string;
  /** Means nothing without its portfolio: "chef de la", "titular". */
  readonly strict?: boolean;
  /** `state` makes a principal, `official` a delegation member, `ambassador` and `organisation` have their own meeting types, `out` is never a participant. */
  readonly rank: 'state' | 'official' | 'ambassador' | 'organisation' | 'out';
  /** Plural or dual head ("ministres", "وزيرا"): several people. */
  readonly plural?: boolean;
}

export type RoleQualifier = 'acting' | 'former' | 'deputy' | 'elect' | 'skip';

/** Phrases that mean people named before. */
export interface Anaphor {
  readonly refers: 'pair' | 'person';
  /** Restricts the antecedent to a role code head, e.g. `minister`, `president`. */
  readonly head?: string;
}

export interface RolePack {
  readonly heads: readonly Entry<RoleHead>[];
  readonly portfolios: readonly Entry<string>[];
  /** Words that may stand inside a role phrase: "de", "chargé de", "of", "لل". */
  readonly linkers: readonly string[];
  /** Words that join a second portfolio, role or name: "et", "and", "y", "و". */
  readonly joiners: readonly string[];
  readonly determiners: readonly string[];
  readonly qualifiers: readonly Entry<RoleQualifier>[];
  readonly counterparts: readonly Entry<{ readonly plural?: boolean }>[];
  readonly anaphors: readonly Entry<Anaphor>[];
  /** "qui dirige", "who is": between a name and its role. */
  readonly relatives: readonly string[];
  /** "Republic" after the adjective of a country: "the French Republic". */
  readonly stateNouns: readonly string[];
  /** Words before the country where an ambassador serves: "auprès", "to", "لدى". */
  readonly accredited: readonly string[];
}

/** What the engine needs to read names of people. Single words, but for the titles. */
export interface NamePack {
  /** Titles that are skipped before a name: "M.", "S.E.", "معالي". Patterns. */
  readonly honorifics: readonly string[];
  /** Lower-case words inside names: "ben", "de", "al". */
  readonly particles: readonly string[];
  /** Words that never belong to a person's name although they may look like it. */
  readonly stops: readonly string[];
  /** Scripts without capitals: words that end a name that follows a role. */
  readonly ends: readonly string[];
}

export type TriggerFamily =
  | 'talk'
  | 'receive'
  | 'received-by'
  | 'meet'
  | 'see'
  | 'noun'
  | 'call'
  | 'call-from'
  | 'video'
  | 'visit'
  | 'arrive'
  | 'session'
  | 'sign'
  | 'agree'
  | 'attend';

export type Tense = 'past' | 'present' | 'future' | 'infinitive' | 'pluperfect' | 'participle' | 'noun';

export interface Trigger {
  readonly family: TriggerFamily;
  readonly type: MeetingType;
  readonly tense: Tense;
  /** The grammatical subject follows the verb (Arabic, inverted headlines). */
  readonly subjectAfter?: boolean;
}

export type StatusCue = 'planned' | 'postponed' | 'cancelled' | 'denied' | 'background' | 'condition';

export interface TriggerPack {
  readonly triggers: readonly Entry<Trigger>[];
  /** "avec", "with", "con", "مع": introduce the other party. */
  readonly withWords: readonly string[];
  /** "par", "by", "por", "من قبل". */
  readonly byWords: readonly string[];
  /** "entre", "between", "بين". */
  readonly betweenWords: readonly string[];
  /** "en présence de", "accompanied by": who comes after is in the delegation. */
  readonly presence: readonly string[];
  /** "message de", "aspirations de": the person after is only mentioned. */
  readonly mentionOnly: readonly string[];
  /** "à", "in", "en", "في": before a place. */
  readonly placeWords: readonly string[];
  /** "en marge de", "on the sidelines of". */
  readonly sidelines: readonly string[];
  /** "les deux pays", "both countries", "البلدين". */
  readonly bothCountries: readonly string[];
  /** "puis", "then", "et", "to": small words that may stand between two parties of one side. Single words. */
  readonly between: readonly string[];
  /** "délégation", "وفد": a group that stands for the country named right after it. Single words. */
  readonly delegations: readonly string[];
  /** "ils", "they": the two spoken of before. */
  readonly pluralPronouns: readonly string[];
  /** "il", "he", "ella": the subject stands earlier. */
  readonly pronouns: readonly string[];
  /** "cet", "this", "este": the noun points back. */
  readonly demonstratives: readonly string[];
  /** "ministère", "delegation", "presidencia": a body of the state, with its country beside it. Patterns. */
  readonly institutions: readonly string[];
  /** "said", "a indiqué": a day right behind them is that of the statement. Patterns. */
  readonly reports: readonly string[];
  /** "à", "in": directly before the name of a town that no list holds. Single words. */
  readonly townWords: readonly string[];
  /** "ville", "capital", "مدينة": say that the name of a town follows. Single words. */
  readonly townNouns: readonly string[];
  /** "palais", "hotel": a house that belongs to a town. Single words. */
  readonly houses: readonly string[];
  /** "guerre", "crisis", "situation": the country after it is only spoken about. Single words. */
  readonly matters: readonly string[];
  /** "aéroport", "مطار": a welcome there is an arrival, not a meeting. */
  readonly airports: readonly string[];
}

export interface StatusPack {
  readonly cues: readonly Entry<StatusCue>[];
  /** Words that negate what follows: "ne", "not", "no", "لم". */
  readonly negations: readonly string[];
}

/** All data that the record engine needs about one language. */
export interface LanguagePack {
  readonly code: LanguageCode;
  /** Compare words without Arabic clitics. */
  readonly clitics: boolean;
  /** Names are written with capital letters. */
  readonly capitals: boolean;
  /** Headlines write most words with a capital: there a capital shows no name. */
  readonly titleCase: boolean;
  /** A portfolio may stand before its head: "Interior Minister". */
  readonly portfolioFirst: boolean;
  readonly names: NamePack;
  readonly roles: RolePack;
  readonly triggers: TriggerPack;
  readonly status: StatusPack;
}

/** Several patterns for one value. */
export function entries<const V>(value: V, patterns: readonly string[]): Entry<V>[] {
  return patterns.map((pattern) => ({ pattern, value }));
}

/** A list of single words, written as text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
