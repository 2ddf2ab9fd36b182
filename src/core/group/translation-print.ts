import { consonantSkeleton } from '../record/sounds.ts';
import { cliticForms } from '../text/clitics.ts';
import { splitSentences } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { hashWord } from './fingerprints.ts';
import type { GroupArticle } from './group-article.ts';
import { publicationDay, type RecordSignature, recordSignature } from './look-alike.ts';
import { wordMarks } from './word-marks.ts';

/** Brings a folded word into a language that all words can be compared in; nothing when it is not known. */
export type LexiconPivot = (folded: string, language: string) => readonly string[];

/** What of a text stays the same in another language. */
export interface TranslationPrint {
  readonly id: string;
  readonly language: string;
  readonly day?: number;
  /** Words of each sentence. */
  readonly lengths: readonly number[];
  /** Of each sentence what it holds of figures, names, countries, days, and words that the pivot knows. */
  readonly anchors: readonly Uint32Array[];
  /** Countries, days and, in Latin script, last names of the first sentences: whom a communiqué is about. */
  readonly lead: {
    readonly countries: readonly number[];
    readonly dates: readonly number[];
    readonly names: readonly number[];
  };
  readonly record: RecordSignature;
}

/** Letters that words of learned origin share across languages in Latin script. */
const stemLength = 5;
const learnedLength = 7;
/** Consonants from which a skeleton tells one name from another. */
const skeletonLength = 3;
const leadSentences = 2;
const mostSentences = 120;

export function translationPrint(
  article: GroupArticle,
  options: { readonly pivot?: LexiconPivot } = {},
): TranslationPrint {
  const { text, language } = article;
  const lengths: number[] = [];
  const anchors: Uint32Array[] = [];
  const countries = new Set<number>();
  const dates = new Set<number>();
  const names = new Set<number>();
  for (const span of splitSentences(text, 0, text.length, language).slice(0, mostSentences)) {
    const tokens = tokenize(text, span.start, span.end);
    const keys = new Set<number>();
    anchorsOf(tokens, language, options.pivot, (kind, value) => {
      const key = hashWord(`${kind} ${value}`);
      keys.add(key);
      if (lengths.length >= leadSentences) return;
      if (kind === 'country') countries.add(key);
      if (kind === 'date') dates.add(key);
    });
    if (lengths.length < leadSentences) for (const name of lastNames(tokens)) names.add(hashWord(`name ${name}`));
    lengths.push(tokens.filter(({ kind }) => kind !== 'punctuation').length);
    anchors.push(Uint32Array.from(keys).sort());
  }
  const day = publicationDay(article.published);
  return {
    id: article.id,
    language,
    ...(day === undefined ? {} : { day }),
    lengths,
    anchors,
    lead: { countries: [...countries], dates: [...dates], names: [...names] },
    record: recordSignature(article),
  };
}

function anchorsOf(
  tokens: readonly Token[],
  language: string,
  pivot: LexiconPivot | undefined,
  add: (kind: string, value: string) => void,
): void {
  const marks = wordMarks(language);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'punctuation') continue;
    if (token.kind === 'number') {
      const month = [1, 2, -1].flatMap((offset) => marks.monthOf(tokens[i + offset]?.folded ?? '') ?? [])[0];
      if (month !== undefined && token.folded.length <= 2) add('date', `${month} ${Number(token.folded)}`);
      else add('number', String(Number(token.folded)));
      continue;
    }
    const country = marks.countryAt(tokens, i);
    if (country !== undefined) {
      add('country', country.code);
      i += country.length - 1;
      continue;
    }
    const weekday = marks.weekdayOf(token.folded);
    if (weekday !== undefined) add('weekday', String(weekday));
    addNames(token, marks.capitals, add);
    if (marks.capitals && token.folded.length >= learnedLength) add('stem', token.folded.slice(0, stemLength));
    for (const word of pivot?.(token.folded, language) ?? []) add('pivot', word);
  }
}

/** Names by their consonants; where no letter shows names any word may be one. */
function addNames(token: Token, capitals: boolean, add: (kind: string, value: string) => void): void {
  if (capitals ? !token.upper : token.folded.length < skeletonLength) return;
  const forms = capitals ? [token.folded] : [token.folded, ...cliticForms(token.folded)];
  for (const form of forms) {
    const skeleton = consonantSkeleton(form);
    if (skeleton.length >= skeletonLength) add('name', skeleton);
  }
}

/** Skeletons of last words of names of two words or more. */
function lastNames(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const ends = tokens[index + 1]?.upper !== true;
    const skeleton = token.upper && before?.upper === true && ends ? consonantSkeleton(token.folded) : '';
    return skeleton.length >= skeletonLength ? [skeleton] : [];
  });
}
