import type { Article } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';
import type { DetectedLanguage } from '../model/language.ts';
import { buildDocument } from '../text/document.ts';
import { splitSentences } from '../text/sentences.ts';

/** A text cut into sentences: what is compared. Offsets are those of `text`. */
export interface ComparedText {
  readonly text: string;
  readonly language: DetectedLanguage;
  readonly sentences: readonly Span[];
}

/**
 * The reported text of an article: headline, standfirst, dateline and body.
 *
 * @example
 * import { comparedArticle, extractArticle } from 'rapporteur';
 *
 * const article = extractArticle({ text: '<h1>The ferry</h1><p>It sailed again on Monday. Nobody was on board.</p>' });
 * console.log(comparedArticle(article).sentences.length);
 */
export function comparedArticle(article: Article): ComparedText {
  const { text, language, sentences } = buildDocument(article);
  return { text, language, sentences: sentences.map(({ start, end }) => ({ start, end })) };
}

/**
 * A plain text, all of it.
 *
 * @example
 * import { comparedText } from 'rapporteur';
 *
 * console.log(comparedText('The ferry sailed again. It was full.', 'en').sentences.length);
 */
export function comparedText(text: string, language: DetectedLanguage = 'und'): ComparedText {
  return { text, language, sentences: splitSentences(text, 0, text.length, language) };
}
