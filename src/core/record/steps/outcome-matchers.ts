import { languagePacks } from '../../languages/packs.ts';
import type { Instrument, OutcomeVerb } from '../../languages/record-lexicons.ts';
import type { LanguageCode } from '../../model/language.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';
import { perLanguage, phrases } from './per-language.ts';

/** The outcome words of one language, ready to search. */
export interface OutcomeMatchers {
  readonly verbs: Matcher<OutcomeVerb | undefined>;
  readonly instruments: Matcher<Instrument>;
  readonly creation: Matcher<true>;
  readonly relaunch: Matcher<true>;
  readonly visit: Matcher<true>;
  readonly bodies: Matcher<true>;
  readonly shared: Matcher<true>;
  readonly conjunctions: Matcher<true>;
  /** Real conjunctions only, the first of the list. */
  readonly opens: Matcher<true>;
  readonly setbacks: Matcher<true>;
  readonly wholesale: Matcher<true>;
  readonly days: Matcher<true>;
  readonly months: Matcher<true>;
  readonly that: Matcher<true>;
  readonly modals: Matcher<true>;
  readonly futureEndings: RegExp | undefined;
  /** The subject stands between verb and object. */
  readonly verbFirst: boolean;
  readonly pairs: Matcher<true>;
  /** Who is named after "…, announced". */
  readonly sayers: Matcher<true>;
  readonly negationBefore: Matcher<true>;
  readonly negationAfter: Matcher<true>;
  readonly planned: Matcher<true>;
  readonly background: Matcher<true>;
  readonly pluperfect: Matcher<true>;
  readonly link: Matcher<true>;
  readonly prepositions: Matcher<true>;
  readonly stop: Matcher<true>;
  readonly additions: Matcher<true>;
  /** Before the place that somebody is invited to. */
  readonly towards: Matcher<true>;
  readonly numbers: Matcher<number>;
  readonly futurePrefixes: readonly string[];
}

/** Compiled on first use. */
export const compiledOutcomes: (language: LanguageCode) => OutcomeMatchers = perLanguage((language) => {
  const lexicon = languagePacks[language].outcomes;
  const options = { clitics: languagePacks[language].clitics };
  return {
    verbs: compileMatcher<OutcomeVerb | undefined>(
      [...lexicon.notOutcomes.map((pattern) => ({ pattern, value: undefined })), ...lexicon.verbs],
      options,
    ),
    instruments: compileMatcher(lexicon.instruments, options),
    creation: phrases(lexicon.creation, language),
    relaunch: phrases(lexicon.relaunch, language),
    visit: phrases(lexicon.visit, language),
    shared: phrases(lexicon.shared, language),
    bodies: phrases(lexicon.bodies, language),
    conjunctions: phrases(lexicon.conjunctions, language),
    opens: phrases(lexicon.conjunctions.slice(0, 2), language),
    setbacks: phrases(lexicon.setbacks, language),
    wholesale: phrases(lexicon.wholesale, language),
    days: phrases(lexicon.days, language),
    months: phrases(lexicon.months, language),
    that: phrases(lexicon.that, language),
    modals: phrases(lexicon.modals, language),
    futureEndings:
      lexicon.futureEndings.length === 0 ? undefined : new RegExp(`.{2}(?:${lexicon.futureEndings.join('|')})$`, 'u'),
    verbFirst: languagePacks[language].attribution.verbFirst,
    sayers: phrases(
      [
        ...lexicon.pairs,
        ...languagePacks[language].attribution.offices,
        ...languagePacks[language].attribution.issuers,
      ],
      language,
    ),
    pairs: phrases(lexicon.pairs, language),
    negationBefore: phrases(lexicon.negationBefore, language),
    negationAfter: phrases(lexicon.negationAfter, language),
    planned: phrases(lexicon.planned, language),
    background: phrases(lexicon.background, language),
    pluperfect: phrases(lexicon.pluperfect, language),
    link: phrases(lexicon.link, language),
    prepositions: phrases(languagePacks[language].attribution.prepositions, language),
    stop: phrases(lexicon.stop, language),
    additions: phrases(lexicon.additions, language),
    towards: phrases(languagePacks[language].triggers.placeWords, language),
    numbers: compileMatcher(lexicon.numbers, options),
    futurePrefixes: lexicon.futurePrefixes,
  };
});
