import type { Meeting } from '../core/model/record.ts';
import { findRecurringPhrases, type RecurringPhrase } from '../core/novelty/recurring-phrases.ts';
import { foldWord } from '../core/text/normalise.ts';
import { prepareText } from '../store/earlier-texts.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';

/** A phrase of a dossier in words that may be shown. */
export interface ShownPhrase {
  readonly phrase: RecurringPhrase;
  readonly text: string;
  /** The report in which it first appeared. */
  readonly first: ArticleRow;
}

/** The latest texts of a dossier: enough to see what comes back, few enough to read while somebody waits. */
const textsRead = 40;
const phrasesShown = 10;

/**
 * Words that come back in the texts of a dossier. A phrase is shown only where an outlet that prints it lets those very
 * words be quoted.
 */
export async function readPhrases(
  store: Store,
  articleIds: readonly string[],
  meetings: readonly Meeting[],
  settings: WebSettings,
): Promise<ShownPhrase[]> {
  const dispatches = new Set<string>();
  const rows = [...(await store.articles.rows(articleIds))]
    .sort((a, b) => (a.sortDay < b.sortDay ? 1 : a.sortDay > b.sortDay ? -1 : a.id < b.id ? -1 : 1))
    .filter((row) => {
      const dispatch = row.dispatchId ?? row.id;
      return dispatches.has(dispatch) ? false : dispatches.add(dispatch);
    })
    .slice(0, textsRead);
  const read = new Map<string, { row: ArticleRow; article: Awaited<ReturnType<typeof readPublishedArticle>> }>();
  const texts = [];
  for (const row of rows) {
    const article = await readPublishedArticle(store, row.id, settings);
    if (article === undefined) continue;
    read.set(row.id, { row, article });
    texts.push(prepareText(article.stored.article, row));
  }
  const phrases = findRecurringPhrases(texts, { names: namesOf(meetings), limit: 2 * phrasesShown });
  return phrases
    .flatMap((phrase): ShownPhrase[] => {
      const first = read.get(phrase.uses[0]?.articleId ?? '')?.row;
      const text = phrase.uses
        .map(({ articleId, span }) => read.get(articleId)?.article?.quoteOf(span) ?? null)
        .find((words) => words !== null);
      if (first === undefined || text === undefined || text === null) return [];
      return [{ phrase, text: text.replace(/\s+/g, ' '), first }];
    })
    .slice(0, phrasesShown);
}

/** Words of the names of those who met: they come back, but they are no phrase. */
function namesOf(meetings: readonly Meeting[]): Set<string> {
  const names = new Set<string>();
  for (const { sides } of meetings) {
    for (const { name } of sides.flatMap((side) => side.participants)) {
      for (const word of (name?.full ?? '').split(/[\s-]+/)) if (word !== '') names.add(foldWord(word));
      for (const word of (name?.surface ?? '').split(/[\s-]+/)) if (word !== '') names.add(foldWord(word));
    }
  }
  return names;
}
