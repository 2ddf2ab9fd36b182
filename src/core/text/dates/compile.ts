import { compileMatcher, type MatcherEntry } from '../matcher.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { DateLexicon, PeriodUnit, TimeOfDay } from './lexicon.ts';

export type DateWord =
  | { readonly kind: 'weekday'; readonly weekday: number; readonly short: boolean }
  | { readonly kind: 'month'; readonly month: number; readonly short: boolean; readonly hijri: boolean }
  | { readonly kind: 'relative'; readonly days: number; readonly timeOfDay?: TimeOfDay }
  | { readonly kind: 'period'; readonly unit: PeriodUnit; readonly offset: number }
  | { readonly kind: 'time'; readonly timeOfDay: TimeOfDay }
  | { readonly kind: 'ordinal'; readonly day: number }
  | { readonly kind: 'month-reference'; readonly offset: number };

export interface DateWordHit {
  readonly word: DateWord;
  readonly first: number;
  /** Exclusive token index. */
  readonly end: number;
}

/** Words and phrases of one language, ready for the grammar. */
export interface CompiledDates {
  readonly lexicon: DateLexicon;
  /** All date words of `tokens`, by the token they begin with. */
  find(tokens: readonly Token[]): Map<number, DateWordHit[]>;
  readonly phrases: Readonly<Record<PhraseList, PhraseSet>>;
}

/** Phrases as folded tokens joined by a space. */
export interface PhraseSet {
  readonly texts: ReadonlySet<string>;
  readonly longest: number;
}

type LexiconList =
  | 'notRelativeBefore'
  | 'notRelativeAfter'
  | 'timeOfDayLinks'
  | 'ordinalSuffixes'
  | 'dayLinks'
  | 'monthLinks'
  | 'yearLinks'
  | 'articles'
  | 'and'
  | 'to'
  | 'between'
  | 'beforeMonth'
  | 'beforeYear'
  | 'equals'
  | 'notWeekdayAfter';

const PHRASE_LISTS: readonly LexiconList[] = [
  'notRelativeBefore',
  'notRelativeAfter',
  'timeOfDayLinks',
  'ordinalSuffixes',
  'dayLinks',
  'monthLinks',
  'yearLinks',
  'articles',
  'and',
  'to',
  'between',
  'beforeMonth',
  'beforeYear',
  'equals',
  'notWeekdayAfter',
];

export type PhraseList = LexiconList | `${'before' | 'after'}-${'past' | 'future' | 'present'}` | 'gregorian' | 'hijri';

export function compileDates(lexicon: DateLexicon, options: { clitics: boolean }): CompiledDates {
  const matcher = compileMatcher(dateWords(lexicon), { clitics: options.clitics, overlapping: true });
  const phrases: Partial<Record<PhraseList, PhraseSet>> = {};
  for (const list of PHRASE_LISTS) phrases[list] = phraseSet(lexicon[list]);
  for (const marker of ['past', 'future', 'present'] as const) {
    phrases[`before-${marker}`] = phraseSet(lexicon.markersBefore[marker]);
    phrases[`after-${marker}`] = phraseSet(lexicon.markersAfter[marker]);
  }
  phrases.gregorian = phraseSet(lexicon.yearSuffixes.gregorian);
  phrases.hijri = phraseSet(lexicon.yearSuffixes.hijri);
  return {
    lexicon,
    phrases: phrases as Record<PhraseList, PhraseSet>,
    find: (tokens) => {
      const hits = new Map<number, DateWordHit[]>();
      for (const match of matcher.find(tokens)) {
        const hit = { word: match.value, first: match.firstToken, end: match.lastToken };
        const known = hits.get(hit.first);
        if (known === undefined) hits.set(hit.first, [hit]);
        else known.push(hit);
      }
      return hits;
    },
  };
}

/** End of the longest phrase of `set` that begins at token `at`; `at` itself when there is none. */
export function phraseAfter(set: PhraseSet, tokens: readonly Token[], at: number): number {
  for (let length = Math.min(set.longest, tokens.length - at); length > 0; length--) {
    if (set.texts.has(joined(tokens, at, at + length))) return at + length;
  }
  return at;
}

/** Start of the longest phrase of `set` that ends just before token `at`; `at` itself when there is none. */
export function phraseBefore(set: PhraseSet, tokens: readonly Token[], at: number): number {
  for (let length = Math.min(set.longest, at); length > 0; length--) {
    if (set.texts.has(joined(tokens, at - length, at))) return at - length;
  }
  return at;
}

function joined(tokens: readonly Token[], from: number, to: number): string {
  let text = tokens[from]?.folded ?? '';
  for (let i = from + 1; i < to; i++) text += ` ${tokens[i]?.folded ?? ''}`;
  return text;
}

function phraseSet(phrases: readonly string[]): PhraseSet {
  const lists = phrases.map((phrase) => tokenize(phrase).map((token) => token.folded));
  return {
    texts: new Set(lists.map((list) => list.join(' '))),
    longest: Math.max(0, ...lists.map((list) => list.length)),
  };
}

/** Highest number of days that `N days ago` is followed for. */
const MOST_DAYS_AGO = 31;

function dateWords(lexicon: DateLexicon): MatcherEntry<DateWord>[] {
  const entries: MatcherEntry<DateWord>[] = [];
  const add = (patterns: readonly string[], value: DateWord): void => {
    for (const pattern of patterns) entries.push({ pattern, value });
  };
  for (let i = 0; i < 7; i++) {
    add(lexicon.weekdays[i] ?? [], { kind: 'weekday', weekday: i, short: false });
    add(lexicon.weekdaysShort[i] ?? [], { kind: 'weekday', weekday: i, short: true });
  }
  for (let i = 0; i < 12; i++) {
    add(lexicon.months[i] ?? [], { kind: 'month', month: i + 1, short: false, hijri: false });
    add(lexicon.monthsShort[i] ?? [], { kind: 'month', month: i + 1, short: true, hijri: false });
    add(lexicon.hijriMonths[i] ?? [], { kind: 'month', month: i + 1, short: false, hijri: true });
  }
  for (const { pattern, days, timeOfDay } of lexicon.relative) {
    add([pattern], { kind: 'relative', days, ...(timeOfDay === undefined ? {} : { timeOfDay }) });
  }
  for (const { before, after, sign } of lexicon.ago) {
    for (let n = 1; n <= MOST_DAYS_AGO; n++) {
      const numerals = [String(n), ...(lexicon.numbers[n - 1] ?? [])].join('|');
      add([`${before} (${numerals}) ${after}`], { kind: 'relative', days: sign * n });
    }
  }
  for (const { pattern, unit, offset } of lexicon.periods) add([pattern], { kind: 'period', unit, offset });
  for (const { pattern, value } of lexicon.timesOfDay) add([pattern], { kind: 'time', timeOfDay: value });
  for (const { pattern, offset } of lexicon.monthReferences) add([pattern], { kind: 'month-reference', offset });
  for (const [index, patterns] of lexicon.ordinals.entries()) add(patterns, { kind: 'ordinal', day: index + 1 });
  return entries;
}
