import type { Article, Block } from '../../src/core/model/article.ts';
import type { LanguageCode } from '../../src/core/model/language.ts';
import { buildDocument, type TextDocument } from '../../src/core/text/document.ts';

export interface ArticleParts {
  readonly language: LanguageCode;
  readonly title?: string;
  readonly paragraphs: readonly string[];
  /** EDTF day. */
  readonly published?: string;
}

/** An article as the extractor would give it, for tests of what comes after. */
export function articleOf(parts: ArticleParts): Article {
  const blocks: Block[] = [];
  let text = '';
  const add = (label: Block['label'], content: string): void => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += content;
    blocks.push({
      index: blocks.length,
      start,
      end: text.length,
      label,
      kind: 'paragraph',
      probability: 1,
      reason: 'test',
      language: parts.language,
      direction: parts.language === 'ar' ? 'rtl' : 'ltr',
      sourceMap: [],
    });
  };
  if (parts.title !== undefined) add('headline', parts.title);
  for (const paragraph of parts.paragraphs) add('body', paragraph);
  return {
    id: 'test',
    textVersion: 'test-1',
    text,
    blocks,
    pageType: 'article',
    authors: [],
    ...(parts.published === undefined
      ? {}
      : {
          published: {
            value: { edtf: parts.published, precision: 'day' },
            certainty: 1,
            basis: 'test',
            spans: [{ start: 0, end: 1 }],
          },
        }),
    dateCandidates: [],
    language: { value: parts.language, certainty: 1, basis: 'test', spans: [{ start: 0, end: 1 }] },
    images: [],
    links: [],
    tags: [],
    problems: [],
  };
}

export function documentOf(parts: ArticleParts): TextDocument {
  return buildDocument(articleOf(parts));
}

/** The whole document as one scope. */
export function wholeOf(document: TextDocument): { fromSentence: number; toSentence: number } {
  return { fromSentence: 0, toSentence: document.sentences.length };
}
