import type { LanguagePack } from '../languages/language-pack.ts';
import { allPacks, languagePacks } from '../languages/packs.ts';
import type { DetectedLanguage } from '../model/language.ts';
import { type CompiledDates, compileDates } from './dates/compile.ts';
import type { DateLexicon } from './dates/lexicon.ts';
import type { DateMention } from './dates/mention.ts';
import { readPhrase } from './dates/phrases.ts';
import { scanDates } from './dates/scan.ts';
import { type Token, tokenize } from './tokens.ts';

export type { DateMention } from './dates/mention.ts';
export { type ResolvedDate, resolveDate } from './dates/resolve.ts';

const PACKS = new Map<string, LanguagePack>(allPacks.map((pack) => [pack.code, pack]));
const compiled = new Map<string, CompiledDates>();

/**
 * Finds the dates in `text` from `start` to `end`, in order and without overlap. Nothing is resolved here: a mention
 * holds what the text says. In a text of an unknown language only numeric dates are found.
 */
export function findDates(text: string, start: number, end: number, language: DetectedLanguage): DateMention[] {
  return findDatesInTokens(tokenize(text, start, end), language);
}

/** `findDates` for text that is tokenised already. */
export function findDatesInTokens(tokens: readonly Token[], language: DetectedLanguage): DateMention[] {
  const scan = scanDates(tokens, datesOf(language));
  const mentions: DateMention[] = [];
  let i = 0;
  let from = 0;
  while (i < tokens.length) {
    const mayBegin = scan.hits.has(i) || tokens[i]?.kind === 'number';
    const phrase = mayBegin ? readPhrase(scan, i) : undefined;
    const first = tokens[Math.max(phrase?.first ?? 0, from)];
    const last = tokens[(phrase?.end ?? 0) - 1];
    if (phrase === undefined || first === undefined || last === undefined) {
      i++;
      continue;
    }
    mentions.push({
      start: first.start,
      end: last.end,
      kind: phrase.kind,
      parts: phrase.parts,
      language,
      ...(phrase.marker === undefined ? {} : { marker: phrase.marker }),
      ...(phrase.timeOfDay === undefined ? {} : { timeOfDay: phrase.timeOfDay }),
    });
    i = Math.max(phrase.end, i + 1);
    from = i;
  }
  return mentions;
}

function datesOf(language: DetectedLanguage): CompiledDates {
  const pack = PACKS.get(language);
  const key = pack === undefined ? 'und' : language;
  let dates = compiled.get(key);
  if (dates === undefined) {
    dates = compileDates(pack?.dates ?? NUMERIC_ONLY, { clitics: pack?.clitics === true });
    compiled.set(key, dates);
  }
  return dates;
}

const NUMERIC_ONLY: DateLexicon = {
  ...languagePacks.en.dates,
  weekdays: [],
  weekdaysShort: [],
  months: [],
  monthsShort: [],
  hijriMonths: [],
  relative: [],
  ago: [],
  periods: [],
  timesOfDay: [],
  monthReferences: [],
  ordinals: [],
  beforeYear: [],
};
