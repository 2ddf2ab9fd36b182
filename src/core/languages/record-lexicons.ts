import type { OutcomeKind, Topic } from '../model/record.ts';
import type { Entry } from './entry.ts';

/**
 * Shapes of the word lists behind the finders of topics, outcomes, attribution and formats.
 * All strings are patterns of `core/text/matcher.ts`; accents and case do not matter. A language is data only:
 * the finders know no word of any language.
 */
export interface TopicTerm {
  readonly topic: Topic;
  /** 1 says the topic outright; less needs company. */
  readonly weight: number;
  /** Says security at large: adds nothing where a kind of it (terrorism, crime, borders, defence) is named. */
  readonly atLarge?: boolean;
}

export interface TopicLexicon {
  readonly terms: readonly Entry<TopicTerm>[];
  /** Bodies, events and fixed names that hold a topic word without being about it. */
  readonly names: readonly string[];
  /** Words that open an office with its portfolio: "ministre", "secretary", "وزارة". */
  readonly officeHeads: readonly string[];
  /** Words that must stand between head and portfolio; empty where none does. */
  readonly genitives: readonly string[];
  /** Articles and conjunctions inside a portfolio. */
  readonly officeJoins: readonly string[];
  /** Words of portfolios, topic words or not. */
  readonly portfolios: readonly string[];
  /** Verbs and frames that say what was talked about or agreed. */
  readonly discussion: readonly string[];
  /** Sentences that recall the past or explain the setting. */
  readonly background: readonly string[];
  /** One side praising or describing itself: weak evidence of a topic of the talks. */
  readonly praise: readonly string[];
}

export type OutcomeStrength = 'commitment' | 'intent' | 'courtesy';

export interface OutcomeVerb {
  readonly kind: OutcomeKind;
  readonly strength: OutcomeStrength;
  /** Where the thing agreed stands: after the words, a noun before them, the clause before them, or the words themselves. */
  readonly object: 'after' | 'before' | 'clause' | 'self';
  /** The object must hold such a noun, else the words mean something else ("signed the guest book"). */
  readonly needs?: 'instrument' | 'visit' | 'body' | 'shared';
  /** Agreed only with both sides as the subject; of one side it is a promise, no outcome. */
  readonly pair?: boolean;
}

export interface Instrument {
  readonly class: string;
  /** When the form itself counts, as the Arabic dual does. */
  readonly count?: number;
}

export interface OutcomeLexicon {
  readonly verbs: readonly Entry<OutcomeVerb>[];
  readonly instruments: readonly Entry<Instrument>[];
  /** At the head of an object: the thing agreed is to create a body, or to start one again. */
  readonly creation: readonly string[];
  readonly relaunch: readonly string[];
  readonly visit: readonly string[];
  /** Nouns of bodies and schemes that can be created. */
  readonly bodies: readonly string[];
  /** What two countries do together and can take up again: cooperation, talks, flights. */
  readonly shared: readonly string[];
  /** Words that an object cannot end with: conjunctions and articles left when it is cut. */
  readonly conjunctions: readonly string[];
  /** What is announced or decided when something goes wrong: a postponement is a status, no outcome. */
  readonly setbacks: readonly string[];
  /** "All the mechanisms of cooperation": cooperation at large, not one body. */
  readonly wholesale: readonly string[];
  /** Names of days: time and place after what was signed. */
  readonly days: readonly string[];
  /** Names of months, for a date between verb and object. */
  readonly months: readonly string[];
  /** Opens a reported clause: "that". */
  readonly that: readonly string[];
  /** Modal verbs; with the endings and prefixes of the future they show that a clause looks ahead. */
  readonly modals: readonly string[];
  /** Verb endings of the future and the conditional, where the language has them. */
  readonly futureEndings: readonly string[];
  /** Subjects that mean both sides: "the two ministers", "they". */
  readonly pairs: readonly string[];
  /** Words before the verb, in its clause, that undo it. */
  readonly negationBefore: readonly string[];
  /** Words right after the verb that undo it ("none of"). */
  readonly negationAfter: readonly string[];
  /** Words before the verb, in its clause, that put it in the future or in doubt. */
  readonly planned: readonly string[];
  /** Words that put the clause in the past of the past. */
  readonly background: readonly string[];
  /** Right before the verb: an auxiliary of the past of the past ("had", "avait"). */
  readonly pluperfect: readonly string[];
  /** Small words between verb and object, left out of the text. */
  readonly link: readonly string[];
  /** Where the object ends: attribution, turn markers, subordinate clauses about something else. */
  readonly stop: readonly string[];
  /** Matches that look like a verb of an outcome and are not one ("en signe de", "to sign"). */
  readonly notOutcomes: readonly string[];
  /** Between two papers that were signed: "as well as"; what follows stands beside the first. */
  readonly additions: readonly string[];
  /** Verb prefixes of the future, where the language has them. */
  readonly futurePrefixes: readonly string[];
  /** Words for small numbers. */
  readonly numbers: readonly Entry<number>[];
}

export interface Issue {
  readonly kind: 'communique' | 'statement' | 'agency' | 'source' | 'press-conference' | 'post';
}

export interface AttributionLexicon {
  /** The paper or voice itself: "un communiqué", "a statement", "sources". */
  readonly papers: readonly Entry<Issue>[];
  /** Words that open the issuer after the paper: "de", "from", "issued by". */
  readonly issuedBy: readonly string[];
  /** Head nouns of issuers, so that "du ministère de l'Intérieur" ends where it should. */
  readonly issuers: readonly string[];
  /** Reporting verbs, with which an issuer before or after becomes an attribution. */
  readonly reports: readonly string[];
  /** Verbs and frames with which a person speaks. */
  readonly speaks: readonly string[];
  /** "for his part": the speaker changes here. */
  readonly turns: readonly string[];
  /** Head nouns of a speaker named by office only. */
  readonly offices: readonly string[];
  /** Words that continue an office or issuer phrase (articles, prepositions). */
  readonly joins: readonly string[];
  /** A capitalised word after one of these is a place, a day or somebody else, not the speaker. */
  readonly prepositions: readonly string[];
  /** True where the verb comes first and the speaker after it. */
  readonly verbFirst: boolean;
  /** Conjunction that opens indirect speech ("que", "that"). */
  readonly that: readonly string[];
}

export interface FormatLexicon {
  readonly formats: readonly Entry<string>[];
  /** "on the sidelines of": the event that follows is kept. */
  readonly sidelines: readonly string[];
  /** Head nouns of standing bodies. */
  readonly bodies: readonly string[];
  /** Words that make such a noun the name of a standing body: joint, permanent, high. */
  readonly standing: readonly string[];
  /** Articles that make a body in lower case a known one. */
  readonly definite: readonly string[];
  /** Words that may continue the name in lower case. */
  readonly bodyJoins: readonly string[];
  readonly ordinals: readonly Entry<number>[];
  /** Nouns that an ordinal of meetings counts. */
  readonly counted: readonly string[];
  /** "since", "in less than": what follows says over which time. */
  readonly since: readonly string[];
}
