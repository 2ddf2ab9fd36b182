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

/** A sentence that supports a fact, with the words that do it. */
export interface Quotation {
  readonly articleId: string;
  readonly href: string;
  readonly outlet: string | undefined;
  readonly published: string | undefined;
  readonly language: string;
  /** The sentence in pieces, those that support the fact marked; absent when the outlet allows no quoting here. */
  readonly words: readonly { readonly text: string; readonly marked: boolean }[] | undefined;
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
    const bySentence = new Map<string, { article: PublishedArticle; shown: Span | undefined; spans: Evidence[] }>();
    for (const span of evidence) {
      const article = articles.get(span.articleId);
      if (article === undefined) continue;
      const shown = shownAround(article, span);
      const key = `${span.articleId} ${shown?.start ?? '-'}`;
      const known = bySentence.get(key);
      if (known === undefined) bySentence.set(key, { article, shown, spans: [span] });
      else known.spans.push(span);
    }
    const quotations = [...bySentence.values()].map(({ article, shown, spans }) => quote(article, shown, spans));
    // One sentence of each report before the second of any.
    const turn = new Map<string, number>();
    return quotations
      .map((quotation) => {
        const nth = turn.get(quotation.articleId) ?? 0;
        turn.set(quotation.articleId, nth + 1);
        return { quotation, nth };
      })
      .sort((a, b) => a.nth - b.nth)
      .map(({ quotation }) => quotation);
  };
}

/** The sentence around a span, else the span alone, as far as the outlet allows either. */
function shownAround({ stored, quoteOf }: PublishedArticle, span: Evidence): Span | undefined {
  const { article } = stored;
  if (span.textVersion !== article.textVersion) return undefined;
  const block = article.blocks.find((candidate) => candidate.start <= span.start && span.start < candidate.end);
  if (block === undefined) return undefined;
  return [sentenceAround(article.text, block, span), span].find((candidate) => quoteOf(candidate) !== null);
}

function quote(of: PublishedArticle, shown: Span | undefined, spans: readonly Evidence[]): Quotation {
  const { stored, published } = of;
  const { article } = stored;
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const [first] = ordered;
  const sameText = first?.textVersion === article.textVersion;
  const block = article.blocks.find(
    ({ start, end }) => first !== undefined && start <= first.start && first.start < end,
  );
  // A credit line or what the markup says is quoted here and is no part of the text that the page shows.
  const inText =
    block?.label === 'headline' ||
    block?.label === 'standfirst' ||
    published.pieces.some((piece) => first !== undefined && piece.start <= first.start && first.end <= piece.end);
  return {
    articleId: article.id,
    href: `/articles/${encodeURIComponent(article.id)}${first !== undefined && shown !== undefined && inText ? `#${anchorOf(first)}` : ''}`,
    outlet: stored.outlet?.name ?? article.outlet?.value,
    published: article.published?.value.edtf,
    language: (sameText ? block?.language : undefined) ?? article.language.value,
    words: shown === undefined ? undefined : markWords(article.text, shown, ordered),
  };
}

function markWords(text: string, shown: Span, marks: readonly Span[]): { text: string; marked: boolean }[] {
  const words: { text: string; marked: boolean }[] = [];
  let at = shown.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, shown.end);
    if (end <= start) continue;
    if (start > at) words.push({ text: text.slice(at, start), marked: false });
    words.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < shown.end) words.push({ text: text.slice(at, shown.end), marked: false });
  return words;
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
