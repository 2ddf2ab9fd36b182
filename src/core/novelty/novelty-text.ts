import type { ComparedText } from '../compare/compared-text.ts';
import type { Span } from '../model/evidence.ts';
import { findDatesInTokens } from '../text/dates.ts';
import { tokenize } from '../text/tokens.ts';
import { type ContentWord, contentWords } from './content-words.ts';

/** A text prepared once for every comparison with others. */
export interface NoveltyText {
  readonly id: string;
  /** ISO day of publication, or the day that it is not later than. */
  readonly day?: string;
  /** Dispatch: copies say a thing once. The text's own id when absent. */
  readonly group?: string;
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly NoveltySentence[];
}

export interface NoveltySentence extends Span {
  /** Every content word. */
  readonly content: readonly ContentWord[];
  /** Without dates: a communiqué on another day says nothing new by its day. */
  readonly words: readonly ContentWord[];
}

/**
 * Prepares a text for `findNovelty` and `findRecurringPhrases`.
 *
 * @example
 * import { comparedText, noveltyText } from 'rapporteur';
 *
 * const text = noveltyText('a', comparedText('The fund holds 1,500 euros.', 'en'), { day: '2024-01-19' });
 * console.log(text.sentences[0]?.words.map((word) => word.figure ?? word.stem));
 */
export function noveltyText(
  id: string,
  { text, language, sentences }: ComparedText,
  about: { readonly day?: string; readonly group?: string } = {},
): NoveltyText {
  return {
    id,
    ...about,
    text,
    language,
    sentences: sentences.map(({ start, end }) => {
      const tokens = tokenize(text, start, end);
      const dates = findDatesInTokens(tokens, language);
      const content = contentWords(text, tokens, language);
      return {
        start,
        end,
        content,
        words: content.filter((word) => !dates.some((date) => word.start < date.end && date.start < word.end)),
      };
    }),
  };
}
