import type { Meeting } from '../core/model/record.ts';
import { findPhrasePlaces } from '../core/novelty/find-phrase-places.ts';
import type { NoveltyPrint } from '../core/novelty/novelty-print.ts';
import { phraseHistories } from '../core/novelty/phrase-history.ts';
import { findRecurringPhrases, type PhraseText } from '../core/novelty/recurring-phrases.ts';
import { foldWord } from '../core/text/normalise.ts';
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

/** Phrases are those of the latest texts; since when and how often each is said, those of more tell. */
const latestTexts = 40;
/** Reports of so many of the newest meetings. */
export const meetingsOfPhrases = 40;
/** Of them those with the most that comes back are read: the kept stems say which sentences they are. */
const textsRead = 12;
const phrasesShown = 10;

/**
 * Words that come back in the reports of the newest of these meetings. A phrase is shown only where an outlet that prints it lets
 * those very words be quoted.
 */
export async function readPhrases(
  store: Store,
  meetings: readonly Meeting[],
  settings: WebSettings,
): Promise<ShownPhrase[]> {
  const prints = await store.novelty.prints({ meetingIds: meetings.slice(0, meetingsOfPhrases).map(({ id }) => id) });
  const places = findPhrasePlaces(prints.slice(-latestTexts), { mostTexts: textsRead });
  if (places.length === 0) return [];
  const texts = await readTexts(store, places, prints);
  const phrases = findRecurringPhrases(texts, { names: namesOf(meetings), limit: 2 * phrasesShown });
  const quote = quoter(store, settings);
  const found = [];
  for (const [index, { first, times }] of phraseHistories(phrases, prints).entries()) {
    const phrase = phrases[index];
    if (phrase === undefined || first === undefined || found.length === phrasesShown) continue;
    for (const { articleId, span } of phrase.uses) {
      const text = await quote(articleId, span);
      if (text === null) continue;
      found.push({ text: text.replace(/\s+/g, ' '), language: phrase.language, times, first: first.articleId });
      break;
    }
  }
  const rows = await store.articles.rows([...new Set(found.map(({ first }) => first))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ first: id, ...rest }): ShownPhrase[] => {
    const first = byId.get(id);
    return first === undefined ? [] : [{ ...rest, first }];
  });
}

async function readTexts(
  store: Store,
  places: ReturnType<typeof findPhrasePlaces>,
  prints: readonly NoveltyPrint[],
): Promise<PhraseText[]> {
  const sentences = new Map(places.map((place) => [place.id, place.sentences]));
  const printed = new Map(prints.map((print) => [print.id, print]));
  const stored = await store.articles.many([...sentences.keys()]);
  return stored.flatMap(({ article: { id, text } }): PhraseText[] => {
    const print = printed.get(id);
    if (print === undefined) return [];
    const { day, group, language } = print;
    return [
      {
        id,
        text,
        language,
        sentences: sentences.get(id) ?? [],
        ...(day === undefined ? {} : { day }),
        ...(group === undefined ? {} : { group }),
      },
    ];
  });
}

/** Words of an article as far as its outlet lets them be shown; each article is read once. */
function quoter(store: Store, settings: WebSettings) {
  const read = new Map<string, Awaited<ReturnType<typeof readPublishedArticle>>>();
  return async (articleId: string, span: { readonly start: number; readonly end: number }): Promise<string | null> => {
    if (!read.has(articleId)) read.set(articleId, await readPublishedArticle(store, articleId, settings));
    return read.get(articleId)?.quoteOf(span) ?? null;
  };
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
