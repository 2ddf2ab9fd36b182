import type { CountryTable } from '../gazetteer/country-table.ts';
import type { LanguageCode } from '../model/language.ts';
import type { MeetingType } from '../model/record.ts';
import type { DateLexicon } from '../text/dates/lexicon.ts';
import type { SentenceRules } from '../text/sentence-rules.ts';
import type { AgencyNames } from './agency-words.ts';
import type { Entry } from './entry.ts';
import type { ModerationWords } from './moderation-words.ts';
import type { PageWords } from './page-words.ts';
import type { AttributionLexicon, FormatLexicon, OutcomeLexicon, TopicLexicon } from './record-lexicons.ts';

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
  readonly refers: 'pair' | 'group' | 'guest' | 'person';
  /** Restricts the antecedent to a role code head, e.g. `minister`, `president`. */
  readonly head?: string;
}

export interface RolePack {
  readonly heads: readonly Entry<RoleHead>[];
  /** Words that folding makes equal to a head, as written in small letters: "secretaría" is an office building. */
  readonly notHeads?: readonly string[];
  /** Articles that, with a capital behind a capital word, make of an office a family name: "Bruno Le Maire". */
  readonly nameArticles?: readonly string[];
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
  /** Particles that are also the article of the language: they open a name only before a hyphen. */
  readonly articles: readonly string[];
  /** Lower-case words inside names: "ben", "de", "al". */
  readonly particles: readonly string[];
  /** Words that open the name of a ruling house behind a father's name: written or left out of one and the same name. */
  readonly ruling?: readonly string[];
  /** Words that never belong to a person's name although they may look like it. */
  readonly stops: readonly string[];
  /** Those of `stops` that are also family names: behind another word of a name they belong to it. */
  readonly familyStops?: readonly string[];
  /** Scripts without capitals: words that end a name that follows a role. */
  readonly ends: readonly string[];
  /** Those of `ends` that are also first names: right behind a title they open one. */
  readonly alsoNames?: readonly string[];
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
  | 'attend'
  /** Words of another family that tell of something else: "met the demand", "received a medal". */
  | 'none';

export type Tense = 'past' | 'present' | 'future' | 'infinitive' | 'pluperfect' | 'participle' | 'noun';

export interface Trigger {
  readonly family: TriggerFamily;
  readonly type: MeetingType;
  readonly tense: Tense;
  /** The grammatical subject follows the verb (Arabic, inverted headlines). */
  readonly subjectAfter?: boolean;
  /** "Spoke with": by telephone, where the text tells of no place, visit or meeting. */
  readonly spoken?: boolean;
}

export type StatusCue = 'planned' | 'postponed' | 'cancelled' | 'denied' | 'background' | 'recalled' | 'condition';

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
  /** "sous la médiation de", "brokered by": a third state that brings two others together is a side of their meeting. */
  readonly auspices: readonly string[];
  /** "tripartite", "three-way": pairs told one by one are one meeting of three sides. */
  readonly threeSided: readonly string[];
  /** "au téléphone", "by phone", "هاتفيا": talks with such a word beside them are a call. */
  readonly telephone: readonly string[];
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
  /** "delegation", "partie", "الجانب": one side of a session, with its country beside it. Single words. */
  readonly sideNouns: readonly string[];
  /** "led by", "ترأس": between a side and the one who leads it. Patterns. */
  readonly leads: readonly string[];
  /** "séparément", "several of his counterparts": each was met alone. Patterns. */
  readonly series: readonly string[];
  /** "arabes", "African": behind ministers in the plural, an assembly and no side. Single words. */
  readonly blocs: readonly string[];
  /** "match", "équipe": a meeting there is a game. Single words. */
  readonly sports: readonly string[];
  /** "على", "خلال": what follows is a noun although it looks like a verb. Single words. */
  readonly beforeNouns: readonly string[];
  /** "aéroport", "مطار": the name behind is that of a place. Single words. */
  readonly namedAfter: readonly string[];
  /** "leur", "their": the talks of the two named before. Single words. */
  readonly theirs: readonly string[];
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
  /** "here", "en esta capital": the town of the dateline. Patterns. */
  readonly here?: readonly string[];
  /** "à", "in": directly before the name of a town that no list holds. Single words. */
  readonly townWords: readonly string[];
  /** "ville", "capital", "مدينة": say that the name of a town follows. Single words. */
  readonly townNouns: readonly string[];
  /** "palais", "hotel": a house that belongs to a town. Single words. */
  readonly houses: readonly string[];
  /** "agence", "newspaper": the town after it is part of the outlet's name. Single words. */
  readonly media: readonly string[];
  /** "signé", "الموقع": behind a paper, tells where that was signed, which may be long ago. Single words. */
  readonly concluded: readonly string[];
  /** "accord", "agreement": papers that may stand before such a word. Single words. */
  readonly papers: readonly string[];
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

/** Countries and places as the language writes them. */
export interface GazetteerPack {
  readonly countries: CountryTable;
  /** All forms of a demonym as the table writes it: `marocain` gives four, `مغربي` eight. */
  readonly inflect: (demonym: string) => readonly string[];
  /** "la capitale marocaine", of the demonym in the masculine and the feminine. */
  readonly capital: (masculine: string, feminine: string) => string;
  /** Phrases that hold a country's name and are something else: papers, agencies, companies, regions, seas. */
  readonly notCountries: readonly string[];
  /** Words that make a weak form a country when they stand just before it. */
  readonly countryContext: readonly string[];
  /** Words that make a weak form a place when they stand just before it. */
  readonly placeContext: readonly string[];
  /** Phrases that hold a place's name and are something else. */
  readonly notPlaces: readonly string[];
  /** Compound adjectives are also written as one word: "hispanomarroquí". */
  readonly gluedCompounds: boolean;
  /** For a language that the tables of places have no column for: the column to read, and names that differ from it. */
  readonly places?: {
    readonly like: 'fr' | 'en' | 'es' | 'ar';
    /** By the English name; a list as in the tables. */
    readonly names: Readonly<Record<string, string>>;
  };
}

/** All data that the engine needs about one language. */
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
  readonly sentences: SentenceRules;
  readonly dates: DateLexicon;
  readonly names: NamePack;
  readonly roles: RolePack;
  readonly triggers: TriggerPack;
  readonly status: StatusPack;
  readonly topics: TopicLexicon;
  readonly outcomes: OutcomeLexicon;
  readonly attribution: AttributionLexicon;
  readonly formats: FormatLexicon;
  readonly pageWords: PageWords;
  readonly agencies: readonly AgencyNames[];
  readonly gazetteer: GazetteerPack;
  readonly moderation: ModerationWords;
}
