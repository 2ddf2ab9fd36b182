import { comparedArticle } from '../core/compare/compared-text.ts';
import type { Article } from '../core/model/article.ts';
import type { Meeting, ReportedMeeting } from '../core/model/record.ts';
import { type Novelty, tellNovelty } from '../core/novelty/find-novelty.ts';
import { findPrecedents } from '../core/novelty/find-precedents.ts';
import { findFormulaInPrints } from '../core/novelty/formula-index.ts';
import { type NoveltyText, noveltyText } from '../core/novelty/novelty-text.ts';
import { mechanismSlug } from './archive/meeting-marks.ts';
import type { PrintQuery } from './novelty.ts';
import type { ArticleRow, Store } from './store.ts';

/** An article held against every earlier text of the same countries, people and bodies. */
export interface HeldArticle {
  readonly novelty: Novelty;
  /** Share of its words that is formula, 0 to 1. */
  readonly formula: number;
  /** Of the articles that said a sentence first and last. */
  readonly rows: ReadonlyMap<string, ArticleRow>;
}

/**
 * What is new in an article. Which sentences were said before is told by what is kept of every earlier text; only the
 * texts that a sentence was made from are read, to align it with theirs.
 */
export async function readNovelty(
  store: Store,
  article: Article,
  query: Pick<PrintQuery, 'pairs' | 'personIds' | 'mechanisms' | 'besides'>,
): Promise<HeldArticle> {
  const day = article.published?.value.edtf.slice(0, 10) ?? article.notLaterThan?.value;
  const compared = comparedArticle(article);
  const text = noveltyText(article.id, compared, day === undefined ? {} : { day });
  const prints = await store.novelty.prints({
    ...query,
    language: article.language.value,
    ...(day === undefined ? {} : { before: day }),
  });
  const precedents = findPrecedents(text, prints);
  const sources = new Map<string, NoveltyText>();
  for (const id of new Set(precedents.flatMap((one) => one?.source.articleId ?? []))) {
    const source = await store.articles.get(id);
    if (source !== undefined) sources.set(id, prepareText(source.article));
  }
  const formula = findFormulaInPrints(compared, prints);
  const novelty = tellNovelty(text, precedents, (id) => sources.get(id), {
    formula: formula.spans,
    earlier: new Set(prints.map(({ id, group }) => group ?? id)).size,
  });
  const told = precedents.flatMap((one) => (one === undefined ? [] : [one.first.articleId, one.last.articleId]));
  const rows = await store.articles.rows([...new Set(told)]);
  return { novelty, formula: formula.share, rows: new Map(rows.map((row) => [row.id, row])) };
}

/** The pairs and the bodies of these meetings, for `readNovelty`. */
export function scopeOfMeetings(
  meetings: readonly Pick<Meeting | ReportedMeeting, 'sides' | 'mechanisms'>[],
): Required<Pick<PrintQuery, 'pairs' | 'mechanisms'>> {
  const pairs = meetings.flatMap(({ sides }) => pairsOf(sides.map(({ country }) => country)));
  const byName = new Map(pairs.map((pair) => [pair.join('-'), pair]));
  const slugs = meetings.flatMap((meeting) => meeting.mechanisms.map(({ name }) => mechanismSlug(meeting, name)));
  return { pairs: [...byName.values()], mechanisms: [...new Set(slugs)] };
}

/** Every two of these countries. */
function pairsOf(codes: readonly string[]): [string, string][] {
  const countries = [...new Set(codes)].sort();
  return countries.flatMap((a, index) => countries.slice(index + 1).map((b): [string, string] => [a, b]));
}

/** Prepared texts, by article: a dossier is opened again and again. When full it starts again. */
const prepared = new Map<string, { readonly text: string; readonly novelty: NoveltyText }>();
const mostPrepared = 400;

export function prepareText(article: Article): NoveltyText {
  const known = prepared.get(article.id);
  // The text is compared itself: a name may have been taken out of it meanwhile.
  if (known?.text === article.text) return known.novelty;
  if (prepared.size >= mostPrepared) prepared.clear();
  const novelty = noveltyText(article.id, comparedArticle(article));
  prepared.set(article.id, { text: article.text, novelty });
  return novelty;
}
