import { type CopyEdge, traceCopies } from '../core/group/copy-graph.ts';
import { type CreditedArticle, creditedArticle } from '../core/group/group-article.ts';
import { relateTexts, type TextRelation } from '../core/group/text-relations.ts';
import type { Sourced } from '../core/model/evidence.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { type PublishedArticle, readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';

/** A report of a story, with its text when it was read: of long stories only the first are. */
export interface StoryText {
  readonly row: ArticleRow;
  readonly article?: PublishedArticle;
}

const mostRead = 24;

/** @param first the article that is looked at: its text is read whatever its place */
export async function readStoryTexts(
  store: Store,
  rows: readonly ArticleRow[],
  settings: WebSettings,
  first?: PublishedArticle,
): Promise<StoryText[]> {
  const texts: StoryText[] = [];
  let read = 0;
  for (const row of rows) {
    const own = first?.stored.article.id === row.id ? first : undefined;
    const article = own ?? (read++ < mostRead ? await readPublishedArticle(store, row.id, settings) : undefined);
    texts.push(article === undefined ? { row } : { row, article });
  }
  return texts;
}

/** Who took the text from whom, dispatch by dispatch; where nothing tells, nobody is said to have copied. */
export function copiesIn(texts: readonly StoryText[]): CopyEdge[] {
  const dispatches = new Map<string, CreditedArticle[]>();
  for (const text of texts) {
    const key = text.row.dispatchId ?? text.row.id;
    dispatches.set(key, [...(dispatches.get(key) ?? []), creditedText(text)]);
  }
  return [...dispatches.values()].flatMap(traceCopies).filter(({ reasons }) => reasons.length > 0);
}

/** Passages that were lifted and translations, between texts of different dispatches. */
export function relationsIn(texts: readonly StoryText[]): TextRelation[] {
  const dispatchOf = new Map(
    texts.flatMap(({ row }) => (row.dispatchId === undefined ? [] : [[row.id, row.dispatchId]])),
  );
  return relateTexts(texts.filter(({ article }) => article !== undefined).map(creditedText), dispatchOf);
}

/** What is not read is known by its row: no text, but who published it, when, and whom it credits. */
function creditedText({ row, article }: StoryText): CreditedArticle {
  const { id, language, published, outletName, agency } = row;
  const known =
    article === undefined
      ? {
          id,
          language,
          text: '',
          ...(published === undefined ? {} : { published }),
          ...(agency === undefined ? {} : { agency: named(agency) }),
        }
      : creditedArticle(article.stored.article, article.record);
  // The archive knows outlets under one name.
  return outletName === undefined ? known : { ...known, outlet: named(outletName) };
}

function named(value: string): Sourced<string> {
  return { value, certainty: 1, basis: 'archive', spans: [] };
}
