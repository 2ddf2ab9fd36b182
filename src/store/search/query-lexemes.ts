import { isOrWord } from '../../core/languages/search-vocabulary.ts';

/** One piece of a query as typed; offsets into the query. */
export interface Lexeme {
  readonly kind: 'text' | 'phrase' | 'or';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A minus stood before it. */
  readonly excluded: boolean;
  /** The word before a colon. */
  readonly field?: string;
  /** The closing quotation mark is missing. */
  readonly unclosed?: boolean;
}

const QUOTE = /["“”„«»]/;
const SPACE = /\s/;
const FIELD = /^([\p{L}\p{M}_-]+):(?!\/\/)(.*)$/su;

/** Cuts a query at spaces and quotation marks. Every character that is no space lies in one piece. */
export function findLexemes(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < query.length) {
    if (SPACE.test(query.charAt(at))) {
      at++;
      continue;
    }
    const start = at;
    const excluded = /^[-−][^\s\-−]/.test(query.slice(at, at + 2));
    if (excluded) at++;
    if (QUOTE.test(query.charAt(at))) {
      const phrase = readPhrase(query, at);
      lexemes.push({ kind: 'phrase', start, excluded, ...phrase });
      at = phrase.end;
      continue;
    }
    let end = at;
    while (end < query.length && !SPACE.test(query.charAt(end)) && !QUOTE.test(query.charAt(end))) end++;
    const run = query.slice(at, end);
    at = end;
    const [, field, value] = FIELD.exec(run) ?? [];
    if (field === undefined || value === undefined) {
      lexemes.push({ kind: !excluded && isOrWord(run) ? 'or' : 'text', text: run, start, end, excluded });
    } else if (value === '' && QUOTE.test(query.charAt(end))) {
      const phrase = readPhrase(query, end);
      lexemes.push({ kind: 'phrase', start, excluded, field, ...phrase });
      at = phrase.end;
    } else lexemes.push({ kind: 'text', text: value, start, end, excluded, field });
  }
  return lexemes;
}

function readPhrase(query: string, at: number): { text: string; end: number; unclosed?: true } {
  const length = query.slice(at + 1).search(QUOTE);
  if (length < 0) return { text: query.slice(at + 1), end: query.length, unclosed: true };
  return { text: query.slice(at + 1, at + 1 + length), end: at + length + 2 };
}
