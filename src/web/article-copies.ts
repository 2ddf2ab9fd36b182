import { type ComparedSentence, compareTexts } from '../core/compare/compare-texts.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import { type CopyEdge, findCopyEdges } from '../core/compare/copy-edges.ts';
import type { Span } from '../core/model/evidence.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { type PublishedArticle, readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';

/** A sentence of the comparison as far as both outlets allow; a run of hidden ones is one gap. */
export type CopyRow =
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'sentence';
      readonly sentence: ComparedSentence;
      /** Whether the words of each side may be shown. */
      readonly before: boolean;
      readonly after: boolean;
    };

export interface ArticleCopies {
  /** Other prints of the dispatch, the first one first. */
  readonly copies: readonly ArticleRow[];
  readonly edges: readonly CopyEdge[];
  readonly compared?: ComparedCopy & { readonly row: ArticleRow };
}

export interface ComparedCopy {
  readonly other: PublishedArticle;
  readonly rows: readonly CopyRow[];
  /** Words in common, of the shorter text, 0 to 1. */
  readonly share: number;
}

/**
 * The other prints of an article's dispatch and the difference to one of them: the asked one, else the text that this
 * one was taken from, else the first.
 */
export async function readArticleCopies(
  store: Store,
  article: PublishedArticle,
  asked: string | undefined,
  settings: WebSettings,
): Promise<ArticleCopies> {
  const { id } = article.stored.article;
  const { dispatchId } = article.stored;
  const all = dispatchId === undefined ? [] : [...(await store.articles.list({ dispatchId, limit: 40 })).items];
  all.sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : whenOf(a) > whenOf(b) ? 1 : a.id < b.id ? -1 : 1));
  const edges = findCopyEdges(all.map(copyReportOf));
  const copies = all.filter((row) => row.id !== id);
  const source = edges.find((edge) => edge.to === id)?.from;
  const wanted = asked ?? (source !== undefined && 'articleId' in source ? source.articleId : undefined);
  const row = copies.find((copy) => copy.id === wanted) ?? copies[0];
  const other = row === undefined ? undefined : await readPublishedArticle(store, row.id, settings);
  if (row === undefined || other === undefined) return { copies, edges };
  const comparison = compareTexts(comparedArticle(other.stored.article), comparedArticle(article.stored.article));
  const { words } = comparison;
  return {
    copies,
    edges,
    compared: {
      row,
      other,
      rows: comparedRows(comparison.sentences, other, article),
      share: words.shared / Math.max(1, Math.min(words.before, words.after)),
    },
  };
}

/** What the direction of copying is told from, of a row of the archive. */
export function copyReportOf(row: ArticleRow): Parameters<typeof findCopyEdges>[0][number] {
  return {
    articleId: row.id,
    ...(row.dispatchId === undefined ? {} : { dispatchId: row.dispatchId }),
    ...(row.published === undefined ? {} : { published: row.published }),
    ...(row.outletName === undefined ? {} : { outlet: row.outletName }),
    ...(row.agency === undefined ? {} : { agency: row.agency }),
  };
}

function whenOf(row: ArticleRow): string {
  return row.published ?? row.sortDay;
}

/** The comparison as far as both texts may be shown. */
export function comparedRows(
  sentences: readonly ComparedSentence[],
  other: PublishedArticle,
  own: PublishedArticle,
): CopyRow[] {
  const rows: CopyRow[] = [];
  for (const sentence of sentences) {
    const before = allowed(other, sentence.before);
    const after = allowed(own, sentence.after);
    const nothing = sentence.kind === 'deleted' ? !before : !after;
    if (!nothing) rows.push({ kind: 'sentence', sentence, before, after });
    else if (rows.at(-1)?.kind !== 'gap') rows.push({ kind: 'gap' });
  }
  return rows;
}

function allowed({ quoteOf }: PublishedArticle, span: Span | undefined): boolean {
  return span !== undefined && quoteOf(span) !== null;
}
