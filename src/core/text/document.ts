import type { Article, Block } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';
import { type DetectedLanguage, type LanguageCode, languageCodes } from '../model/language.ts';
import { splitSentences } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';

/** One sentence of the reported text. */
export interface Sentence extends Span {
  /** Index into `TextDocument.sentences`. */
  readonly index: number;
  /** `lead` is the standfirst, the dateline and the first two paragraphs of the body. */
  readonly block: 'headline' | 'lead' | 'body' | 'caption';
  /** Index into `Article.blocks`. */
  readonly blockIndex: number;
  /** Number of the body paragraph from 0; -1 for headline, standfirst and dateline. */
  readonly paragraph: number;
  /** Indexes into `TextDocument.tokens`; `lastToken` is exclusive. */
  readonly firstToken: number;
  readonly lastToken: number;
  readonly language: LanguageCode | 'und';
}

/** The reported text of an article, cut into sentences and tokens; offsets are those of the canonical text. */
export interface TextDocument {
  readonly article: Article;
  readonly text: string;
  readonly language: LanguageCode | 'und';
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

const REPORTED: ReadonlySet<string> = new Set(['headline', 'standfirst', 'dateline', 'body']);
/** Paragraphs of the body that count as the lead: patterns beyond them only add to what these report. */
const LEAD_PARAGRAPHS = 2;

/** Cuts headline, standfirst, dateline and body of an article into sentences and tokens. Other blocks are left out. */
export function buildDocument(article: Article): TextDocument {
  const language = supported(article.language.value);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let paragraphs = 0;
  for (const block of article.blocks) {
    if (!REPORTED.has(block.label)) continue;
    const paragraph = block.label === 'body' ? paragraphs : -1;
    // A sub-heading belongs to the paragraph that follows it.
    if (block.label === 'body' && block.kind !== 'heading') paragraphs++;
    const blockLanguage = supported(block.language);
    const sentenceLanguage = blockLanguage === 'und' ? language : blockLanguage;
    for (const span of splitSentences(article.text, block.start, block.end, sentenceLanguage)) {
      const firstToken = tokens.length;
      for (const token of tokenize(article.text, span.start, span.end)) tokens.push(token);
      sentences.push({
        index: sentences.length,
        start: span.start,
        end: span.end,
        block: placeOf(block, paragraph),
        blockIndex: block.index,
        paragraph,
        firstToken,
        lastToken: tokens.length,
        language: sentenceLanguage,
      });
    }
  }
  return { article, text: article.text, language, tokens, sentences };
}

/** The sentence that holds a canonical offset, by binary search. */
export function sentenceAt(document: TextDocument, offset: number): Sentence | undefined {
  let low = 0;
  let high = document.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = document.sentences[middle];
    if (sentence === undefined) return undefined;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return undefined;
}

function placeOf(block: Block, paragraph: number): Sentence['block'] {
  if (block.label === 'headline') return 'headline';
  return paragraph < LEAD_PARAGRAPHS ? 'lead' : 'body';
}

const SUPPORTED: ReadonlyMap<string, LanguageCode> = new Map(languageCodes.map((language) => [language, language]));

function supported(language: DetectedLanguage): LanguageCode | 'und' {
  return SUPPORTED.get(language) ?? 'und';
}
