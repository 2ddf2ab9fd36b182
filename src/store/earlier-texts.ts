import { comparedArticle } from '../core/compare/compared-text.ts';
import type { Article } from '../core/model/article.ts';
import { type NoveltyText, noveltyText } from '../core/novelty/novelty-text.ts';
import type { ArticleRow, Store } from './store.ts';

/** Whose earlier texts, and earlier than what. */
export interface EarlierQuery {
  /** Pairs of countries, as ISO codes. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly personIds?: readonly string[];
  readonly language: string;
  /** Only texts of days before it. */
  readonly before?: string;
  /** The text itself, its copies and the other reports of its event are no precedent. */
  readonly besides?: { readonly articleId?: string; readonly dispatchId?: string; readonly storyId?: string };
}

export interface EarlierTexts {
  readonly texts: readonly NoveltyText[];
  readonly rows: ReadonlyMap<string, ArticleRow>;
  /** How many there are; more than `texts` when there are very many. */
  readonly found: number;
}

/** Texts held against one: the latest, and the oldest, which may have said it first. */
const latestTexts = 45;
const oldestTexts = 15;
const meetingsRead = 300;

/** Texts of the same countries and people that were printed before, in one language, one of each dispatch. */
export async function readEarlierTexts(store: Store, query: EarlierQuery): Promise<EarlierTexts> {
  const ids = new Set<string>();
  const queries = [
    ...query.pairs.slice(0, 3).map((pair) => ({ pair })),
    ...(query.personIds ?? []).slice(0, 4).map((personId) => ({ personId })),
  ];
  for (const one of queries) {
    let cursor: string | undefined;
    let read = 0;
    do {
      const page = await store.record.listMeetings({
        ...one,
        includeBackground: true,
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const meeting of page.items) for (const { articleId } of meeting.reports) ids.add(articleId);
      read += page.items.length;
      cursor = page.next;
    } while (cursor !== undefined && read < meetingsRead);
  }
  const { besides = {} } = query;
  const rows = (await store.articles.rows([...ids])).filter(
    (row) =>
      row.language === query.language &&
      row.id !== besides.articleId &&
      (row.dispatchId === undefined || row.dispatchId !== besides.dispatchId) &&
      (row.storyId === undefined || row.storyId !== besides.storyId) &&
      (query.before === undefined || dayOf(row) < query.before),
  );
  const ordered = oneOfEachDispatch(rows);
  const chosen =
    ordered.length <= latestTexts + oldestTexts
      ? ordered
      : [...ordered.slice(0, oldestTexts), ...ordered.slice(-latestTexts)];
  const texts: NoveltyText[] = [];
  for (const row of chosen) {
    const stored = await store.articles.get(row.id);
    if (stored !== undefined) texts.push(prepareText(stored.article, row));
  }
  return { texts, rows: new Map(chosen.map((row) => [row.id, row])), found: ordered.length };
}

/** Every two of these countries. */
export function pairsOf(codes: readonly string[]): [string, string][] {
  const countries = [...new Set(codes)].sort();
  return countries.flatMap((a, index) => countries.slice(index + 1).map((b): [string, string] => [a, b]));
}

/** The first print of each dispatch, the oldest first. */
function oneOfEachDispatch(rows: readonly ArticleRow[]): ArticleRow[] {
  const ordered = [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1));
  const seen = new Set<string>();
  return ordered.filter((row) => {
    const dispatch = row.dispatchId ?? row.id;
    if (seen.has(dispatch)) return false;
    seen.add(dispatch);
    return true;
  });
}

function dayOf(row: ArticleRow): string {
  return row.published?.slice(0, 10) ?? row.sortDay;
}

/** Prepared texts, by article: a dossier is opened again and again. When full it starts again. */
const prepared = new Map<string, { readonly text: string; readonly day: string; readonly novelty: NoveltyText }>();
const mostPrepared = 400;

export function prepareText(article: Article, row: ArticleRow): NoveltyText {
  const day = dayOf(row);
  const known = prepared.get(article.id);
  // The text is compared itself: a name may have been taken out of it meanwhile.
  if (known?.text === article.text && known.day === day && known.novelty.group === row.dispatchId) return known.novelty;
  if (prepared.size >= mostPrepared) prepared.clear();
  const novelty = noveltyText(article.id, comparedArticle(article), {
    day,
    ...(row.dispatchId === undefined ? {} : { group: row.dispatchId }),
  });
  prepared.set(article.id, { text: article.text, day, novelty });
  return novelty;
}
