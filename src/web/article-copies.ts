import { type ComparedSentence, compareTexts } from '../core/compare/compare-texts.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import type { CopyEdge } from '../core/group/copy-graph.ts';
import type { TextRelation } from '../core/group/text-relations.ts';
import type { Span } from '../core/model/evidence.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { type PublishedArticle, readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';
import { copiesIn, readStoryTexts, relationsIn, type StoryText } from './story-texts.ts';

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
  /** Passages that it shares with texts of the story that are no copies, and its translations, with the texts. */
  readonly relations: readonly TextRelation[];
  readonly texts: readonly StoryText[];
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
  all.sort(byTime);
  const copies = all.filter((row) => row.id !== id);
  const edges = copiesIn(await readStoryTexts(store, all, settings, article));
  const wanted = asked ?? edges.find((edge) => edge.copy === id)?.source;
  const texts = await readStoryTexts(store, await relatives(store, article), settings, article);
  // One print stands for its dispatch: what is said of a copy is said of this text too.
  const own = new Set([id, ...all.map((row) => row.id)]);
  const relations = relationsIn(texts).filter(({ from, to }) => own.has(from) || own.has(to));
  const row = copies.find((copy) => copy.id === wanted) ?? copies[0];
  const other = row === undefined ? undefined : await readPublishedArticle(store, row.id, settings);
  if (row === undefined || other === undefined) return { copies, edges, relations, texts };
  const comparison = compareTexts(comparedArticle(other.stored.article), comparedArticle(article.stored.article));
  const { words } = comparison;
  return {
    copies,
    edges,
    relations,
    texts,
    compared: {
      row,
      other,
      rows: comparedRows(comparison.sentences, other, article),
      share: words.shared / Math.max(1, Math.min(words.before, words.after)),
    },
  };
}

/** The texts of the story by their first print: a later one would turn the direction round. */
async function relatives(store: Store, { stored }: PublishedArticle): Promise<ArticleRow[]> {
  if (stored.storyId === undefined) return [];
  const { items } = await store.articles.list({ storyId: stored.storyId, limit: 100 });
  const byDispatch = new Map<string, ArticleRow>();
  for (const row of [...items].sort(byTime)) {
    const key = row.dispatchId ?? row.id;
    if (!byDispatch.has(key)) byDispatch.set(key, row);
  }
  return [...byDispatch.values()];
}

function byTime(a: ArticleRow, b: ArticleRow): number {
  const [one, other] = [whenOf(a), whenOf(b)];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
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
