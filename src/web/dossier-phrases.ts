import type { Meeting } from '../core/model/record.ts';
import type { NoveltyPrint } from '../core/novelty/novelty-print.ts';
import { phraseHistories } from '../core/novelty/phrase-history.ts';
import { findRecurringPhrases } from '../core/novelty/recurring-phrases.ts';
import { foldWord } from '../core/text/normalise.ts';
import { prepareText } from '../store/read-novelty.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';

/** A phrase of a dossier in words that may be shown. */
export interface ShownPhrase {
  readonly text: string;
  readonly language: string;
  /** The report in which it first appeared. */
  readonly first: ArticleRow;
  /** How many dispatches have it. */
  readonly times: number;
}

/** Phrases are those of the latest texts; since when and how often each is said, all texts of the dossier tell. */
const textsRead = 40;
const phrasesShown = 10;

/**
 * Words that come back in the texts of a dossier. A phrase is shown only where an outlet that prints it lets those very
 * words be quoted.
 * @param prints all texts of the dossier, the oldest first
 */
export async function readPhrases(
  store: Store,
  prints: readonly NoveltyPrint[],
  meetings: readonly Meeting[],
  settings: WebSettings,
): Promise<ShownPhrase[]> {
  const read = new Map<string, Awaited<ReturnType<typeof readPublishedArticle>>>();
  const texts = [];
  for (const { id, day, group } of prints.slice(-textsRead)) {
    const article = await readPublishedArticle(store, id, settings);
    if (article === undefined) continue;
    read.set(id, article);
    const about = { ...(day === undefined ? {} : { day }), ...(group === undefined ? {} : { group }) };
    texts.push({ ...prepareText(article.stored.article), ...about });
  }
  const phrases = findRecurringPhrases(texts, { names: namesOf(meetings), limit: 2 * phrasesShown });
  const told = phraseHistories(phrases, prints).map(({ first, times }, index) => {
    const phrase = phrases[index];
    const text = phrase?.uses
      .map(({ articleId, span }) => read.get(articleId)?.quoteOf(span) ?? null)
      .find((words) => words !== null);
    return { text: text?.replace(/\s+/g, ' '), language: phrase?.language ?? 'und', first: first?.articleId, times };
  });
  const rows = await store.articles.rows([...new Set(told.flatMap(({ first }) => first ?? []))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return told
    .flatMap(({ text, first: id, ...rest }): ShownPhrase[] => {
      const first = byId.get(id ?? '');
      return first === undefined || text === undefined ? [] : [{ ...rest, text, first }];
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
