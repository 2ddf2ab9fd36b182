import type { Meeting } from '../core/model/record.ts';
import type { ArticleQuery, ArticleRow, Store } from '../store/store.ts';
import { readArticleNovelty } from './article-novelty.ts';
import { readPublishedArticle } from './published-article.ts';
import type { WebSettings } from './settings.ts';
import type { Period } from './wording/periods.ts';

/** What a period brought: first reports, what was promised in them, and sentences that nobody had said before. */
export interface Digest {
  /** Meetings of which nothing was known before. */
  readonly fresh: readonly Meeting[];
  /** Known ones that were reported again. */
  readonly again: readonly Meeting[];
  readonly outcomes: readonly { readonly meeting: Meeting; readonly index: number; readonly outcome: MeetingOutcome }[];
  readonly sentences: readonly NewSentence[];
  readonly articles: number;
}

type MeetingOutcome = Meeting['outcomes'][number];

/** A sentence that is new in its dossier, or has another figure. */
export interface NewSentence {
  readonly row: ArticleRow;
  readonly text: string;
  readonly language: string;
  readonly changed: boolean;
  /** Place of the sentence in the view of what is new. */
  readonly href: string;
}

/** Which part of the archive a digest is of: everything, or one pair. */
export type DigestScope = Pick<ArticleQuery, 'pair'>;

const articlesRead = 200;
/** Texts whose sentences are held against the earlier ones. */
const textsCompared = 12;
const sentencesOfText = 3;

export async function readDigest(
  store: Store,
  scope: DigestScope,
  { from, to }: Period,
  settings: WebSettings,
): Promise<Digest> {
  const { items: rows, total } = await store.articles.list({
    ...scope,
    withMeeting: true,
    from,
    to,
    limit: articlesRead,
  });
  const inPeriod = new Set(rows.map(({ id }) => id));
  const ids = [...new Set(rows.flatMap(({ meetingIds }) => meetingIds))];
  const meetings = (await store.record.meetings(ids)).filter(
    (meeting) => !meeting.backgroundOnly && isIn(meeting, scope.pair),
  );
  const reports = new Set(meetings.flatMap((meeting) => meeting.reports.map(({ articleId }) => articleId)));
  const dayOf = new Map((await store.articles.rows([...reports])).map((row) => [row.id, row.sortDay]));
  const isFresh = (meeting: Meeting) => meeting.reports.every(({ articleId }) => (dayOf.get(articleId) ?? '') >= from);
  const ordered = [...meetings].sort(
    (a, b) => (b.when.edtf ?? '').localeCompare(a.when.edtf ?? '') || (a.id < b.id ? -1 : 1),
  );
  return {
    fresh: ordered.filter(isFresh),
    again: ordered.filter((meeting) => !isFresh(meeting)),
    outcomes: ordered.flatMap((meeting) =>
      meeting.outcomes.flatMap((outcome, index) =>
        outcome.strength !== 'courtesy' && isNew(outcome, inPeriod, dayOf, from) ? [{ meeting, index, outcome }] : [],
      ),
    ),
    sentences: await newSentences(store, rows, meetings, settings),
    articles: total,
  };
}

function isIn(meeting: Meeting, pair: DigestScope['pair']): boolean {
  return pair === undefined || pair.every((code) => meeting.sides.some(({ country }) => country === code));
}

/** Told in the period and not before. */
function isNew(
  { evidence }: MeetingOutcome,
  inPeriod: ReadonlySet<string>,
  dayOf: ReadonlyMap<string, string>,
  from: string,
): boolean {
  return (
    evidence.some(({ articleId }) => inPeriod.has(articleId)) &&
    evidence.every(({ articleId }) => (dayOf.get(articleId) ?? '') >= from)
  );
}

/** One text of each dispatch; of each the first new sentences that may be quoted. */
async function newSentences(
  store: Store,
  rows: readonly ArticleRow[],
  meetings: readonly Meeting[],
  settings: WebSettings,
): Promise<NewSentence[]> {
  const dispatches = new Set<string>();
  const chosen = rows.filter((row) => {
    const dispatch = row.dispatchId ?? row.id;
    return dispatches.has(dispatch) ? false : dispatches.add(dispatch);
  });
  const found: NewSentence[] = [];
  for (const row of chosen.slice(0, textsCompared)) {
    const article = await readPublishedArticle(store, row.id, settings);
    if (article === undefined) continue;
    const told = meetings.filter(({ id }) => row.meetingIds.includes(id));
    const novelty = await readArticleNovelty(store, article, told);
    // With nothing to hold it against everything would be new.
    if (novelty.earlier === 0) continue;
    const fresh = novelty.sentences.filter(({ novelty: { kind } }) => kind !== 'said-before');
    for (const { novelty: sentence, note } of fresh.slice(0, sentencesOfText)) {
      const text = article.quoteOf(sentence);
      if (text === null) continue;
      const place = note === undefined ? '' : `#s-${note}`;
      found.push({
        row,
        text,
        language: article.stored.article.language.value,
        changed: sentence.kind === 'changed-number',
        href: `/articles/${encodeURIComponent(row.id)}?show=new${place}`,
      });
    }
  }
  return found;
}

/** Day of the latest article of a scope, up to a day. */
export async function latestDay(store: Store, scope: DigestScope, to?: string): Promise<string | undefined> {
  const { items } = await store.articles.list({
    ...scope,
    withMeeting: true,
    limit: 1,
    ...(to === undefined ? {} : { to }),
  });
  return items[0]?.sortDay;
}
