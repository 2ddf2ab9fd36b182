import type { FusedChainLink, ReportedChainLink } from './attribution-chain.ts';
import type { Evidence, Span } from './evidence.ts';
import type { DetectedLanguage } from './language.ts';
import type { CountryCode, Dispute, PersonName, Reply } from './person.ts';

export type { CountryCode, Dispute, Person, PersonName, PersonSpelling, Post, Reply } from './person.ts';

export type MentionKind =
  | 'trigger'
  | 'person'
  | 'role'
  | 'country'
  | 'place'
  | 'date'
  | 'topic'
  | 'outcome'
  | 'instrument'
  | 'attribution'
  | 'quote'
  | 'status'
  | 'format'
  | 'mechanism'
  | 'ordinal';

/** A span of text that says something. */
export interface Mention extends Span {
  readonly id: string;
  readonly articleId: string;
  readonly textVersion: string;
  readonly block: 'headline' | 'lead' | 'body' | 'caption';
  readonly sentence: number;
  readonly lang: DetectedLanguage;
  readonly kind: MentionKind;
  /** Name of the rule that found it. */
  readonly rule: string;
}

export type MeetingType =
  | 'meeting'
  | 'call'
  | 'video'
  | 'visit'
  | 'joint_session'
  | 'signing'
  | 'statement'
  | 'ambassador_call'
  | 'organisation_meeting';

export type MeetingStatus = 'planned' | 'held' | 'postponed' | 'cancelled' | 'denied' | 'disputed';

export type Topic =
  | 'counterterrorism'
  | 'migration'
  | 'organised_crime'
  | 'trafficking'
  | 'border'
  | 'civil_protection'
  | 'defence'
  | 'trade'
  | 'energy'
  | 'culture'
  | 'diplomacy'
  | 'other';

export type OutcomeKind = 'agreed' | 'signed' | 'created' | 'relaunched' | 'invited' | 'announced' | 'roadmap';

export type Basis =
  | 'explicit'
  | 'counterpart'
  | 'apposition'
  | 'register'
  | 'dyad'
  | 'issuer'
  | 'weekday'
  | 'relative'
  | 'dateline'
  | 'publication'
  | 'inferred-home'
  | 'editor';

export interface Participant {
  readonly personId?: string;
  readonly name?: PersonName;
  /** Head noun and portfolio, e.g. `minister:interior`, `president`, `king`, `prime_minister`, `minister_delegate:interior`. */
  readonly roleCode: string;
  /** The role phrase as written. */
  readonly roleText: string;
  readonly capacity: 'principal' | 'signatory' | 'delegation';
  readonly acting?: boolean;
  readonly former?: boolean;
  readonly country?: CountryCode;
  readonly countryBasis?: Basis;
  /** What other reports say and these do not; set by fusion only. */
  readonly inferred?: readonly RegisterInference[];
  readonly mentions: readonly string[];
}

/**
 * What the register adds to a participant: the country or post of a name, or who held an office on the day. A
 * conclusion, never a fact of a report: it stands beside the participant, with the sentences of other reports.
 */
export interface RegisterInference {
  readonly field: 'country' | 'post' | 'holder';
  /** Country code, role code, or the name of the holder. */
  readonly value: string;
  readonly personId?: string;
  readonly basis: 'register';
  readonly certainty: number;
  readonly evidence: readonly Evidence[];
}

export interface Side {
  readonly country: CountryCode;
  readonly basis: Basis;
  readonly participants: readonly Participant[];
  readonly host?: boolean;
  readonly visitor?: boolean;
  readonly initiator?: boolean;
}

export interface When {
  /** Day, range (`2024-02-01/2024-02-02`), month or instant; absent days stay unknown, never guessed. */
  readonly edtf?: string;
  readonly precision: 'time' | 'day' | 'range' | 'month' | 'year' | 'unknown';
  readonly basis: Basis;
  /** Kept when the day cannot be resolved (0 Monday … 6 Sunday). */
  readonly weekday?: number;
  /** Upper bound when only that is known, ISO day. */
  readonly notLaterThan?: string;
  /** Weekday and day number contradict each other. */
  readonly conflict?: boolean;
  readonly mentions: readonly string[];
}

export interface Where {
  /** Canonical English name of a known place, else as written. */
  readonly place?: string;
  readonly surface: string;
  readonly country?: CountryCode;
  readonly basis: Basis;
  readonly mentions: readonly string[];
}

/** How sure one entry of a list is by the words of one report. Absent in archives of an older form. */
export interface Sureness {
  readonly certainty?: number;
  readonly basis?: Basis;
}

export interface Outcome extends Sureness {
  readonly kind: OutcomeKind;
  /** What was agreed, in the words of the text. */
  readonly text: string;
  /** Class of the paper: mou, declaration_of_intent, protocol, minutes, roadmap, agreement, joint_statement … */
  readonly instrument?: string;
  readonly strength: 'commitment' | 'intent' | 'courtesy';
  readonly mentions: readonly string[];
}

/** One outcome as reports in one language put it. */
export interface OutcomeTelling {
  readonly text: string;
  readonly language: DetectedLanguage;
  readonly evidence: readonly Evidence[];
}

export interface Statement extends Sureness {
  readonly speaker: string;
  readonly direct: boolean;
  readonly text: string;
  readonly mentions: readonly string[];
}

export interface TopicTag extends Sureness {
  readonly topic: Topic;
  /** Codes of the IPTC Media Topics, `medtop:20000103`. Absent in archives of an older form. */
  readonly mediaTopics?: readonly string[];
  readonly mentions: readonly string[];
}

export interface Attribution {
  /** E.g. `communique`, `agency`, `statement`, `source`, `outlet`. */
  readonly kind: string;
  /** Who issued it as written, e.g. "ministère de l'Intérieur". */
  readonly issuer?: string;
  readonly mentions: readonly string[];
}

export type ClaimField =
  | 'type'
  | 'status'
  | 'participant'
  | 'side'
  | 'when'
  | 'where'
  | 'format'
  | 'topic'
  | 'outcome'
  | 'statement'
  | 'mechanism'
  | 'ordinal'
  | 'attribution';

/** One field value as one report tells it. Nothing stands in a meeting without a claim. */
export interface Claim {
  readonly id: string;
  /** Index of the reported meeting in its article. */
  readonly report: number;
  readonly field: ClaimField;
  /** JSON value of the field, in the shape of that field of `ReportedMeeting` without `mentions`. */
  readonly value: unknown;
  /** Ids of the mentions that support it; never empty unless `basis` is `editor`. */
  readonly mentions: readonly string[];
  readonly source: ClaimSource;
  readonly polarity: 'asserted' | 'denied' | 'hedged';
  readonly certainty: number;
  readonly basis: Basis;
}

export interface ClaimSource {
  readonly articleId: string;
  readonly outlet?: string;
  readonly attributedTo?: string;
  readonly channel: 'communique' | 'agency' | 'own' | 'unknown';
}

/** A meeting as one article tells it, before fusion. */
export interface ReportedMeeting {
  readonly index: number;
  readonly prominence: 'main' | 'secondary' | 'background';
  readonly type: MeetingType;
  readonly status: MeetingStatus;
  readonly sides: readonly Side[];
  readonly when: When;
  readonly where?: Where;
  readonly format: readonly { readonly value: string; readonly mentions: readonly string[] }[];
  readonly frame?: { readonly relation: 'sidelines' | 'part-of-visit' | 'session-of'; readonly text: string };
  readonly topics: readonly TopicTag[];
  readonly outcomes: readonly Outcome[];
  readonly statements: readonly Statement[];
  readonly mechanisms: readonly { readonly name: string; readonly mentions: readonly string[] }[];
  readonly ordinalClaims: readonly {
    readonly n: number;
    readonly since?: string;
    readonly mentions: readonly string[];
  }[];
  readonly attribution?: Attribution;
  /** The hands that the report went through, the farthest first. Absent in archives of an older form. */
  readonly chain?: readonly ReportedChainLink[];
  /** Sentence that reports it, in the canonical text. */
  readonly sentence: Span;
  /** Who took part for a country that the article does not tell. Only in `ArticleRecord.open`. */
  readonly unplaced?: readonly Participant[];
}

/** All that one article gives to the record. Pure function of the article and the language data. */
export interface ArticleRecord {
  readonly articleId: string;
  readonly textVersion: string;
  readonly coderVersion: string;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly meetings: readonly ReportedMeeting[];
  /**
   * Meetings of which the article names one side only. Nothing is told of them unless other reports say for whom the
   * unplaced participants hold their office. Their `index` goes on where `meetings` ends.
   */
  readonly open?: readonly ReportedMeeting[];
}

/** A fused field: what the site shows, with how sure and why. */
export interface FieldState {
  readonly certainty: number;
  readonly independentSources: number;
  readonly state: 'single' | 'agreed' | 'conflict' | 'editor';
  readonly claimIds: readonly string[];
  /** Beside an editor's value: what the reports say now, when that is neither it nor what the editor knew. */
  readonly newReports?: unknown;
}

/** How sure one entry of a fused list is and why: a topic, an outcome, a statement. */
export interface Standing extends FieldState {
  readonly basis: Basis;
}

/** Several sources, several values: kept side by side. */
export interface Contradiction {
  readonly field: ClaimField;
  readonly values: readonly { readonly value: unknown; readonly claimIds: readonly string[] }[];
}

export interface MeetingReportRef {
  readonly articleId: string;
  readonly report: number;
}

/** A report of a meeting, and the hands that it went through; `chain` is absent in archives of an older form. */
export interface MeetingReport extends MeetingReportRef {
  readonly chain?: readonly FusedChainLink[];
}

/** Fused, versioned, reversible. */
export interface Meeting {
  readonly id: string;
  readonly slug: string;
  readonly type: MeetingType;
  readonly status: MeetingStatus;
  readonly statusLog: readonly {
    readonly status: MeetingStatus;
    readonly day?: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly sides: readonly Side[];
  readonly when: When;
  readonly where?: Where;
  readonly frame?: {
    readonly meetingId?: string;
    readonly relation: 'sidelines' | 'part-of-visit' | 'session-of';
    readonly text: string;
  };
  readonly format: readonly string[];
  /** `standing` is absent in archives of an older form, here and below. */
  readonly topics: readonly {
    readonly topic: Topic;
    readonly mediaTopics?: readonly string[];
    readonly standing?: Standing;
    readonly evidence: readonly Evidence[];
  }[];
  /** `language` is that of the words: tellings in other languages stay apart where only the words could join them. */
  readonly outcomes: readonly (Omit<Outcome, 'mentions' | keyof Sureness> & {
    readonly language?: DetectedLanguage;
    readonly standing?: Standing;
    readonly evidence: readonly Evidence[];
    /** The same outcome in the words of reports in other languages, by language. */
    readonly tellings?: readonly OutcomeTelling[];
  })[];
  readonly statements: readonly (Omit<Statement, 'mentions' | keyof Sureness> & {
    readonly language?: DetectedLanguage;
    readonly standing?: Standing;
    readonly evidence: readonly Evidence[];
  })[];
  readonly mechanisms: readonly { readonly name: string; readonly evidence: readonly Evidence[] }[];
  readonly ordinalClaims: readonly {
    readonly n: number;
    readonly since?: string;
    readonly evidence: readonly Evidence[];
  }[];
  /** True when every report only recalls it. */
  readonly backgroundOnly: boolean;
  readonly reports: readonly MeetingReport[];
  /** Keys: `type`, `status`, `when`, `where`, `side:ES`, `participant:<person id or folded name>`. */
  readonly fields: Readonly<Record<string, FieldState>>;
  /** Evidence for the same keys. */
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  readonly contradictions: readonly Contradiction[];
  readonly independentSources: number;
  readonly disputes?: readonly Dispute[];
  readonly replies?: readonly Reply[];
}
