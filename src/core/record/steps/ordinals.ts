import { languagePacks } from '../../languages/packs.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { perLanguage, phrases } from './per-language.ts';
import { sentencesIn } from './scope.ts';

/** "seventh meeting since June 2018": how many meetings a report claims, and over which time, as written. */
export interface FoundOrdinal {
  readonly n: number;
  readonly since?: string;
}

/** Tokens between the ordinal and its noun, and between the noun and the words of time. */
const NOUN_REACH = 3;
const TIME_REACH = 12;
const LONGEST_TIME = 7;

/** Only with words of time: without them an ordinal counts sessions of a commission, not meetings. */
export function findOrdinals(document: TextDocument, scope: Scope): Found<FoundOrdinal>[] {
  const found: Found<FoundOrdinal>[] = [];
  const { tokens, text } = document;
  for (const sentence of sentencesIn(document, scope)) {
    const lexicon = compiled(sentence.language);
    for (const ordinal of lexicon.ordinals.find(tokens, sentence.firstToken, sentence.lastToken)) {
      const near = Math.max(sentence.firstToken, ordinal.firstToken - NOUN_REACH + 1);
      const far = Math.min(sentence.lastToken, ordinal.lastToken + NOUN_REACH);
      // The noun follows, in Arabic it may stand before ("اللقاء الرابع").
      const noun =
        lexicon.counted.find(tokens, ordinal.lastToken, far)[0] ??
        (languagePacks[sentence.language].clitics
          ? lexicon.counted.find(tokens, near, ordinal.firstToken).at(-1)
          : undefined);
      if (noun === undefined) continue;
      const from = Math.max(noun.lastToken, ordinal.lastToken);
      const time = lexicon.since.find(tokens, from, Math.min(sentence.lastToken, from + TIME_REACH))[0];
      if (time === undefined) continue;
      const last = endOfTime(tokens, time.lastToken, sentence.lastToken);
      const end = tokens[last - 1]?.end ?? time.end;
      const since = text.slice(time.start, end);
      if (!saysTime(tokens, time.firstToken, last)) continue;
      found.push({
        value: { n: ordinal.value, since },
        start: Math.min(ordinal.start, noun.start),
        end,
        sentence: sentence.index,
        rule: `ordinal:${sentence.language}`,
      });
    }
  }
  return found;
}

function endOfTime(tokens: readonly Token[], from: number, to: number): number {
  const furthest = Math.min(to, from + LONGEST_TIME);
  for (let i = from; i < furthest; i++) {
    const token = tokens[i];
    if (token?.kind === 'punctuation' && token.folded !== "'") return i;
    // A year closes an expression of time.
    if (token?.kind === 'number' && token.folded.length === 4) return i + 1;
  }
  return furthest;
}

/** "in Rabat" is no time: there must be more than a preposition and a capitalised word. */
function saysTime(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'number') return true;
  const second = tokens[from + 1];
  return to - from >= 2 && second?.upper !== true;
}

interface Compiled {
  readonly ordinals: Matcher<number>;
  readonly counted: Matcher<true>;
  readonly since: Matcher<true>;
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].formats;
  return {
    ordinals: compileMatcher(lexicon.ordinals, { clitics: languagePacks[language].clitics }),
    counted: phrases(lexicon.counted, language),
    since: phrases(lexicon.since, language),
  };
});
