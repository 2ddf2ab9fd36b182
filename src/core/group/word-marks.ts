import { countryForms } from '../gazetteer/countries.ts';
import type { LanguagePack } from '../languages/language-pack.ts';
import { languagePacks } from '../languages/packs.ts';
import { type DetectedLanguage, type LanguageCode, languageCodes } from '../model/language.ts';
import { cliticForms } from '../text/clitics.ts';
import { parsePattern } from '../text/pattern.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** What the words of one language say by themselves: the slots of a template are filled with these. */
export interface WordMarks {
  /** The country that begins at `index`, by its name or adjective, and the tokens that name it. */
  countryAt(tokens: readonly Token[], index: number): { readonly code: string; readonly length: number } | undefined;
  /** 0 Monday … 6 Sunday. */
  weekdayOf(folded: string): number | undefined;
  /** 0 January … 11 December. */
  monthOf(folded: string): number | undefined;
  /** Scripts without capitals: the word is an office or a title, so that a name may follow. */
  opensOffice(folded: string): boolean;
  /** Scripts without capitals: the word may stand between an office and its holder's name. */
  isOfficeWord(folded: string): boolean;
  /** Scripts without capitals: the word ends a name. */
  endsName(folded: string): boolean;
  readonly capitals: boolean;
  /** Articles, conjunctions and prepositions are part of the word. */
  readonly attached: boolean;
}

interface CountrySequence {
  readonly words: readonly string[];
  readonly upper: boolean;
  readonly code: string;
}

const marksOf = new Map<LanguageCode, WordMarks>();

/** The marks of a language; of an unknown one only capitals count. */
export function wordMarks(language: DetectedLanguage): WordMarks {
  const code = languageCodes.find((known) => known === language);
  if (code === undefined) return unknownMarks;
  let marks = marksOf.get(code);
  if (marks === undefined) {
    marks = compileMarks(code);
    marksOf.set(code, marks);
  }
  return marks;
}

const unknownMarks: WordMarks = {
  countryAt: () => undefined,
  weekdayOf: () => undefined,
  monthOf: () => undefined,
  opensOffice: () => false,
  isOfficeWord: () => false,
  endsName: () => false,
  capitals: true,
  attached: false,
};

function compileMarks(code: LanguageCode): WordMarks {
  const pack = languagePacks[code];
  const countries = countrySequences(code);
  const weekdays = numbered(pack.dates.weekdays);
  const months = numbered(pack.dates.months);
  const openers = pack.capitals ? new Set<string>() : openingWords(pack);
  const offices = pack.capitals ? new Set<string>() : officeWords(pack);
  const ends = pack.capitals
    ? new Set<string>()
    : new Set([...pack.names.ends, ...pack.names.stops].flatMap((word) => singleWords(word)));
  const readings = pack.clitics ? (word: string) => [word, ...cliticForms(word)] : (word: string) => [word];
  const read = (folded: string): ReadWord => {
    const forms = readings(folded);
    const first = <T>(table: ReadonlyMap<string, T>): T | undefined =>
      forms.map((form) => table.get(form)).find((value) => value !== undefined);
    return {
      forms,
      countries: first(countries),
      weekday: first(weekdays),
      month: first(months),
      opensOffice: forms.some((word) => openers.has(word)),
      isOffice: forms.some((word) => offices.has(word)),
    };
  };
  const memo = new Map<string, ReadWord>();
  const known = (folded: string): ReadWord => {
    let word = memo.get(folded);
    if (word === undefined) {
      word = read(folded);
      if (memo.size >= mostRemembered) memo.clear();
      memo.set(folded, word);
    }
    return word;
  };
  return {
    countryAt: (tokens, index) => {
      const token = tokens[index];
      const sequences = token === undefined ? undefined : known(token.folded).countries;
      if (token === undefined || sequences === undefined) return undefined;
      for (const { words, upper, code: country } of sequences) {
        if (upper && !token.upper) continue;
        if (words.every((word, at) => at === 0 || known(tokens[index + at]?.folded ?? '').forms.includes(word)))
          return { code: country, length: words.length };
      }
      return undefined;
    },
    weekdayOf: (folded) => known(folded).weekday,
    monthOf: (folded) => known(folded).month,
    opensOffice: (folded) => known(folded).opensOffice,
    isOfficeWord: (folded) => known(folded).isOffice,
    endsName: (folded) => ends.has(folded),
    capitals: pack.capitals,
    attached: pack.clitics,
  };
}

/** What a word says by itself. Asked of every word several times, so it is remembered for the common ones. */
interface ReadWord {
  readonly forms: readonly string[];
  readonly countries: readonly CountrySequence[] | undefined;
  readonly weekday: number | undefined;
  readonly month: number | undefined;
  readonly opensOffice: boolean;
  readonly isOffice: boolean;
}

const mostRemembered = 10_000;

/** Names and adjectives of countries by their first word, the longest first. */
function countrySequences(code: LanguageCode): Map<string, readonly CountrySequence[]> {
  const sequences = new Map<string, CountrySequence[]>();
  for (const { text, value } of countryForms(code)) {
    if (value.weak || (value.kind !== 'name' && value.kind !== 'demonym') || text.includes('*')) continue;
    const tokens = tokenize(text);
    const [head] = tokens;
    if (head === undefined) continue;
    const list = sequences.get(head.folded) ?? [];
    list.push({ words: tokens.map(({ folded }) => folded), upper: head.upper, code: value.code });
    sequences.set(head.folded, list);
  }
  for (const list of sequences.values()) list.sort((a, b) => b.words.length - a.words.length);
  return sequences;
}

function numbered(lists: readonly (readonly string[])[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, patterns] of lists.entries()) {
    for (const word of patterns.flatMap(singleWords)) if (!numbers.has(word)) numbers.set(word, index);
  }
  return numbers;
}

function openingWords(pack: LanguagePack): Set<string> {
  const { heads, counterparts } = pack.roles;
  const patterns = [heads, counterparts].flatMap((list) =>
    list.map(({ pattern }: { readonly pattern: string }) => pattern),
  );
  return new Set([...patterns, ...pack.names.honorifics].flatMap(everyWord));
}

function officeWords(pack: LanguagePack): Set<string> {
  const { heads, portfolios, qualifiers, counterparts, linkers } = pack.roles;
  const patterns = [heads, portfolios, qualifiers, counterparts].flatMap((list) =>
    list.map(({ pattern }: { readonly pattern: string }) => pattern),
  );
  return new Set([...patterns, ...linkers, ...pack.names.honorifics].flatMap(everyWord));
}

/** Words that a pattern may consist of alone. */
function singleWords(pattern: string): string[] {
  return parsePattern(pattern).flatMap((sequence) => {
    const [only] = sequence;
    return sequence.length === 1 && only?.kind === 'word' ? [only.word] : [];
  });
}

function everyWord(pattern: string): string[] {
  return parsePattern(pattern).flatMap((sequence) =>
    sequence.flatMap((element) => (element.kind === 'word' ? [element.word] : [])),
  );
}
