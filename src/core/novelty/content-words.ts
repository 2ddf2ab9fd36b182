import type { Span } from '../model/evidence.ts';
import { contentStem } from '../text/content-stem.ts';
import type { Token } from '../text/tokens.ts';

/** A word that says something, or a figure; function words and punctuation are left out. */
export interface ContentWord extends Span {
  /** `#` for every figure: the same sentence with another figure is the same sentence. */
  readonly stem: string;
  /** Plain digits of a figure with `.` before decimals: `1 200,5` is `1200.5`. */
  readonly figure?: string;
}

/** Characters that may stand inside a figure. */
const SEPARATORS = ".,'’ \u00a0\u202f٫٬";

/** Content words of a run of tokens of `text`, with the parts of one figure joined. */
export function contentWords(text: string, tokens: readonly Token[], language: string): ContentWord[] {
  const words: ContentWord[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') continue;
    if (token.kind === 'word') {
      const stem = contentStem(token.folded, language);
      if (stem !== '') words.push({ start: token.start, end: token.end, stem });
      continue;
    }
    let figure = token.folded;
    let end = token.end;
    for (let next = numberAfter(text, tokens, i); next !== undefined; next = numberAfter(text, tokens, i)) {
      const thousands = next.token.folded.length === 3;
      if (!thousands && (next.space || figure.includes('.'))) break;
      figure += thousands ? next.token.folded : `.${next.token.folded}`;
      end = next.token.end;
      i = next.index;
    }
    words.push({ start: token.start, end, stem: '#', figure });
  }
  return words;
}

/** The number that goes on with the one at `index`: one separator between them and nothing else. */
function numberAfter(
  text: string,
  tokens: readonly Token[],
  index: number,
): { readonly token: Token; readonly index: number; readonly space: boolean } | undefined {
  const here = tokens[index];
  if (here === undefined) return undefined;
  for (let next = index + 1; next <= index + 2; next++) {
    const token = tokens[next];
    if (token?.kind === 'number' && token.start === here.end + 1) {
      const separator = text.charAt(here.end);
      return SEPARATORS.includes(separator) ? { token, index: next, space: separator.trim() === '' } : undefined;
    }
    if (token?.kind !== 'punctuation') return undefined;
  }
  return undefined;
}
