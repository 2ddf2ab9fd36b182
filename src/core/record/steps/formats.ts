import { languagePacks } from '../../languages/packs.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { perLanguage, phrases } from './per-language.ts';
import { sentencesIn } from './scope.ts';

export interface FoundFormat {
  /** `one-on-one`, `enlarged`, `videoconference`, `phone`, `sidelines`, `working-meeting`, … */
  readonly value: string;
  /** For `sidelines`: the event, in the words of the text. */
  readonly event?: string;
}

/** Words that the name of an event may be long. */
const LONGEST_EVENT = 14;

/** How the meeting was held: alone, with delegations, by telephone, on the margins of something. Each format once. */
export function findFormats(document: TextDocument, scope: Scope): Found<FoundFormat>[] {
  const found = new Map<string, Found<FoundFormat>>();
  const { tokens, text } = document;
  for (const sentence of sentencesIn(document, scope)) {
    const lexicon = compiled(sentence.language);
    const rule = `format:${sentence.language}`;
    for (const match of lexicon.formats.find(tokens, sentence.firstToken, sentence.lastToken)) {
      if (found.has(match.value)) continue;
      found.set(match.value, {
        value: { value: match.value },
        start: match.start,
        end: match.end,
        sentence: sentence.index,
        rule,
      });
    }
    for (const match of lexicon.sidelines.find(tokens, sentence.firstToken, sentence.lastToken)) {
      if (found.has('sidelines')) continue;
      const last = endOfEvent(tokens, match.lastToken, sentence.lastToken);
      const start = tokens[match.lastToken]?.start ?? match.end;
      const end = tokens[last - 1]?.end ?? match.end;
      const event = end > start ? text.slice(start, end) : undefined;
      found.set('sidelines', {
        value: { value: 'sidelines', ...(event === undefined ? {} : { event }) },
        start: match.start,
        end: Math.max(end, match.end),
        sentence: sentence.index,
        rule,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function endOfEvent(tokens: readonly Token[], from: number, limit: number): number {
  const furthest = Math.min(limit, from + LONGEST_EVENT);
  for (let i = from; i < furthest; i++) {
    const token = tokens[i];
    if (token?.kind === 'punctuation' && ',;.:()!?'.includes(token.folded)) return i;
  }
  return furthest;
}

interface Compiled {
  readonly formats: Matcher<string>;
  readonly sidelines: Matcher<true>;
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].formats;
  return {
    formats: compileMatcher(lexicon.formats, { clitics: languagePacks[language].clitics, overlapping: true }),
    sidelines: phrases(lexicon.sidelines, language),
  };
});
