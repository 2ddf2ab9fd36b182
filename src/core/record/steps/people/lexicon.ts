import type {
  Anaphor,
  LanguagePack,
  RoleHead,
  RoleQualifier,
  StatusCue,
  Trigger,
} from '../../../languages/language-pack.ts';
import { compileMatcher, type Match, type Matcher } from '../../../text/matcher.ts';
import { foldWord } from '../../../text/normalise.ts';
import { parsePattern } from '../../../text/pattern.ts';

/** The matchers and word sets of one language, compiled once. */
export interface Lexicon {
  readonly pack: LanguagePack;
  readonly heads: Matcher<RoleHead>;
  readonly portfolios: Matcher<string>;
  readonly qualifiers: Matcher<RoleQualifier>;
  readonly counterparts: Matcher<{ readonly plural?: boolean }>;
  readonly anaphors: Matcher<Anaphor>;
  readonly linkers: Matcher<true>;
  readonly joiners: Matcher<true>;
  readonly determiners: Matcher<true>;
  readonly honorifics: Matcher<true>;
  readonly relatives: Matcher<true>;
  readonly triggers: Matcher<Trigger>;
  /** Verbs of triggers with an object that gives them another sense: "met the demand". */
  readonly otherSenses: Matcher<Trigger>;
  /** First words of verb triggers, to refuse words that only look like one without their first letter. */
  readonly verbs: ReadonlySet<string>;
  readonly cues: Matcher<StatusCue>;
  readonly words: Matcher<WordClass>;
  readonly particles: ReadonlySet<string>;
  readonly ruling: ReadonlySet<string>;
  readonly nameStops: ReadonlySet<string>;
  readonly familyStops: ReadonlySet<string>;
  readonly nameEnds: ReadonlySet<string>;
  /** Those of `nameEnds` that are written with a final ى: with ي they are names. */
  readonly alifEnds: ReadonlySet<string>;
  readonly alsoNames: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly pluralPronouns: ReadonlySet<string>;
  readonly delegations: ReadonlySet<string>;
  readonly namedAfter: ReadonlySet<string>;
  readonly theirs: ReadonlySet<string>;
  readonly sideNouns: ReadonlySet<string>;
  /** Words before a noun that looks like a verb. */
  readonly beforeNouns: ReadonlySet<string>;
  /** "arabes", "African": ministers of a whole region. */
  readonly blocs: ReadonlySet<string>;
  /** "match", "championship": who meets there are teams. */
  readonly sports: ReadonlySet<string>;
  /** "auprès", "to", "لدى": before the country where an ambassador serves. */
  readonly accredited: ReadonlySet<string>;
  readonly stateNouns: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly townWords: ReadonlySet<string>;
  readonly townNouns: ReadonlySet<string>;
  readonly houses: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly concluded: ReadonlySet<string>;
  readonly papers: ReadonlySet<string>;
  /** "guerre", "crisis": the country that follows is only spoken about. */
  readonly matters: ReadonlySet<string>;
  /** "cet", "this": before a noun that points back. */
  readonly demonstratives: ReadonlySet<string>;
}

export type WordClass =
  | 'with'
  | 'by'
  | 'between'
  | 'presence'
  | 'auspices'
  | 'three-sided'
  | 'telephone'
  | 'mention-only'
  | 'sidelines'
  | 'both-countries'
  | 'airport'
  | 'leads'
  | 'series'
  | 'institution'
  | 'report'
  | 'here';

const compiled = new Map<string, Lexicon>();

/** Compiles a pack on first use; a pure memo. */
export function lexiconOf(pack: LanguagePack): Lexicon {
  const known = compiled.get(pack.code);
  if (known !== undefined) return known;
  const { names, roles, triggers, status } = pack;
  const options = { clitics: pack.clitics, overlapping: true };
  // Short function words would match too much with clitics stripped.
  const exact = { overlapping: true };
  const flags = (patterns: readonly string[]): { pattern: string; value: true }[] =>
    patterns.map((pattern) => ({ pattern, value: true as const }));
  const classed = (value: WordClass, patterns: readonly string[]): { pattern: string; value: WordClass }[] =>
    patterns.map((pattern) => ({ pattern, value }));
  const lexicon: Lexicon = {
    pack,
    heads: compileMatcher(roles.heads, options),
    portfolios: compileMatcher(roles.portfolios, options),
    qualifiers: compileMatcher(roles.qualifiers, exact),
    counterparts: compileMatcher(roles.counterparts, options),
    anaphors: compileMatcher(roles.anaphors, options),
    linkers: compileMatcher(flags(roles.linkers), exact),
    joiners: compileMatcher(flags(roles.joiners), exact),
    determiners: compileMatcher(flags(roles.determiners), exact),
    honorifics: compileMatcher(flags(names.honorifics), options),
    relatives: compileMatcher(flags(roles.relatives), exact),
    triggers: compileMatcher(
      triggers.triggers.filter(({ value }) => value.family !== 'none'),
      options,
    ),
    otherSenses: compileMatcher(
      triggers.triggers.filter(({ value }) => value.family === 'none'),
      options,
    ),
    verbs: new Set(
      triggers.triggers.filter((entry) => entry.value.tense !== 'noun').flatMap((entry) => firstWords(entry.pattern)),
    ),
    cues: compileMatcher(status.cues, options),
    words: compileMatcher(
      [
        ...classed('with', triggers.withWords),
        ...classed('by', triggers.byWords),
        ...classed('between', triggers.betweenWords),
        ...classed('presence', triggers.presence),
        ...classed('auspices', triggers.auspices),
        ...classed('three-sided', triggers.threeSided),
        ...classed('telephone', triggers.telephone),
        ...classed('mention-only', triggers.mentionOnly),
        ...classed('sidelines', triggers.sidelines),
        ...classed('both-countries', triggers.bothCountries),
        ...classed('airport', triggers.airports),
        ...classed('leads', triggers.leads),
        ...classed('series', triggers.series),
        ...classed('institution', triggers.institutions),
        ...classed('report', triggers.reports),
        ...classed('here', triggers.here ?? []),
      ],
      { clitics: pack.clitics, overlapping: true },
    ),
    particles: folded(names.particles),
    ruling: folded(names.ruling ?? []),
    nameStops: folded(names.stops),
    familyStops: folded(names.familyStops ?? []),
    nameEnds: folded(names.ends),
    alifEnds: folded(names.ends.filter((word) => word.endsWith('ى'))),
    alsoNames: folded(names.alsoNames ?? []),
    negations: folded(status.negations),
    pronouns: folded(triggers.pronouns),
    pluralPronouns: folded(triggers.pluralPronouns),
    delegations: folded(triggers.delegations),
    beforeNouns: folded(triggers.beforeNouns),
    namedAfter: folded(triggers.namedAfter),
    theirs: folded(triggers.theirs),
    sideNouns: folded(triggers.sideNouns),
    blocs: folded(triggers.blocs),
    sports: folded(triggers.sports),
    accredited: folded(roles.accredited),
    stateNouns: folded(roles.stateNouns),
    between: folded(triggers.between),
    townWords: folded(triggers.townWords),
    townNouns: folded(triggers.townNouns),
    houses: folded(triggers.houses),
    media: folded(triggers.media),
    concluded: folded(triggers.concluded),
    papers: folded(triggers.papers),
    matters: folded(triggers.matters),
    demonstratives: folded(triggers.demonstratives),
    placeWords: folded(triggers.placeWords.filter((word) => !word.includes(' '))),
  };
  compiled.set(pack.code, lexicon);
  return lexicon;
}

function firstWords(pattern: string): string[] {
  return parsePattern(pattern).flatMap(([first]) => (first?.kind === 'word' ? [first.word] : []));
}

function folded(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWord));
}

/** Matches by the token at which they begin. */
export type TagMap<V> = ReadonlyMap<number, Match<V>>;

export function tagMap<V>(matches: readonly Match<V>[]): TagMap<V> {
  const map = new Map<number, Match<V>>();
  for (const match of matches) if (!map.has(match.firstToken)) map.set(match.firstToken, match);
  return map;
}
