import type { Evidence, Span } from '../core/model/evidence.ts';
import type { ArticleRecord } from '../core/model/record.ts';
import { splitSentences } from '../core/text/sentences.ts';
import type { QuoteOf } from '../schemas/evidence.ts';
import type { QuoteOfEvidence } from '../schemas/meeting.ts';
import { type PublishedText, publishedText, quoteFrom } from '../schemas/publish.ts';
import type { ArticleRow, Publish, Store, StoredArticle } from '../store/store.ts';
import { evidenceOrder } from './facts.ts';
import type { WebSettings } from './settings.ts';

/** How much of a text this site may show, here and now. */
export function publishLevel(
  of: { readonly origin: string; readonly publish: Publish | undefined },
  settings: WebSettings,
): Publish {
  if (of.origin === 'sample') return 'full';
  if (of.origin === 'import' && settings.publishLocalInFull) return 'full';
  return of.publish ?? 'excerpt';
}

/** Whether lists may show the outlet's own headline and standfirst. */
export function rowLevel(row: Pick<ArticleRow, 'origin' | 'publish'>, settings: WebSettings): Publish {
  return publishLevel({ origin: row.origin, publish: row.publish }, settings);
}

/** An article together with what may be shown of it. */
export interface PublishedArticle {
  readonly stored: StoredArticle;
  readonly record: ArticleRecord | undefined;
  readonly published: PublishedText;
  readonly quoteOf: QuoteOf;
}

export async function readPublishedArticle(
  store: Store,
  id: string,
  settings: WebSettings,
): Promise<PublishedArticle | undefined> {
  const stored = await store.articles.get(id);
  if (stored === undefined) return undefined;
  const record = await store.record.getRecord(stored.article.id);
  // A record of an older text points elsewhere: it waits for the next rebuild.
  const fitting = record?.textVersion === stored.article.textVersion ? record : undefined;
  const level = publishLevel({ origin: stored.page.origin, publish: stored.outlet?.publish }, settings);
  const published = publishedText(stored.article, level, fitting === undefined ? [] : evidenceOrder(fitting));
  return { stored, record: fitting, published, quoteOf: quoteFrom(stored.article, published) };
}

/** A sentence that supports a fact, with the words that do it in the middle. */
export interface Quotation {
  readonly articleId: string;
  readonly href: string;
  readonly outlet: string | undefined;
  readonly published: string | undefined;
  readonly language: string;
  /** Absent when the outlet allows no quoting of this place. */
  readonly words: { readonly before: string; readonly marked: string; readonly after: string } | undefined;
}

export type QuotationsOf = (evidence: readonly Evidence[]) => Quotation[];

async function readArticles(
  store: Store,
  ids: Iterable<string>,
  settings: WebSettings,
): Promise<ReadonlyMap<string, PublishedArticle>> {
  const articles = new Map<string, PublishedArticle>();
  for (const id of new Set(ids)) {
    const article = await readPublishedArticle(store, id, settings);
    if (article !== undefined) articles.set(id, article);
  }
  return articles;
}

/** The words of any evidence in these articles, as far as their outlets allow. */
export async function openQuoteOf(
  store: Store,
  articleIds: Iterable<string>,
  settings: WebSettings,
): Promise<QuoteOfEvidence> {
  const articles = await readArticles(store, articleIds, settings);
  return (evidence) => {
    const article = articles.get(evidence.articleId);
    return article?.stored.article.textVersion === evidence.textVersion ? article.quoteOf(evidence) : null;
  };
}

/** Reads the articles behind a page's evidence once, then quotes from them. */
export async function openQuotations(
  store: Store,
  articleIds: Iterable<string>,
  settings: WebSettings,
): Promise<QuotationsOf> {
  const articles = await readArticles(store, articleIds, settings);
  return (evidence) => {
    const seen = new Set<string>();
    return evidence.flatMap((piece) => {
      const article = articles.get(piece.articleId);
      if (article === undefined) return [];
      const quotation = quote(article, piece);
      const key = quotation.href + (quotation.words?.before ?? '');
      if (seen.has(key)) return [];
      seen.add(key);
      return [quotation];
    });
  };
}

function quote({ stored, quoteOf }: PublishedArticle, evidence: Evidence): Quotation {
  const { article } = stored;
  const sameText = evidence.textVersion === article.textVersion;
  const block = sameText
    ? article.blocks.find((candidate) => candidate.start <= evidence.start && evidence.start < candidate.end)
    : undefined;
  const shown =
    block === undefined
      ? undefined
      : [sentenceAround(article.text, block, evidence), evidence].find((span) => quoteOf(span) !== null);
  return {
    articleId: article.id,
    href: `/articles/${encodeURIComponent(article.id)}${sameText ? `#${anchorOf(evidence)}` : ''}`,
    outlet: stored.outlet?.name ?? article.outlet?.value,
    published: article.published?.value.edtf,
    language: block?.language ?? article.language.value,
    words:
      shown === undefined
        ? undefined
        : {
            before: article.text.slice(shown.start, evidence.start),
            marked: article.text.slice(evidence.start, evidence.end),
            after: article.text.slice(evidence.end, shown.end),
          },
  };
}

function sentenceAround(text: string, block: Span & { readonly language: string }, span: Span): Span {
  const sentences = splitSentences(text, block.start, block.end, block.language);
  const first = sentences.find((sentence) => span.start < sentence.end) ?? block;
  const last = sentences.find((sentence) => span.end <= sentence.end) ?? block;
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

/** Address of a span within its article's page. */
export function anchorOf(span: Span): string {
  return `e-${span.start}-${span.end}`;
}
