import type { ArticleRecord, Meeting } from '../core/model/record.ts';
import type { RecordForFusion } from '../core/record/fuse/reports.ts';
import { foldName } from '../core/text/normalise.ts';
import type { Withdrawal } from './editing.ts';
import type { ArticleVersion } from './keeping.ts';
import type { ArticleRow, PageOf, Store, StoredArticle, StoredClaim, StoryRow } from './store.ts';
import { type Withhold, withholdDeep, withholder } from './withhold.ts';

/**
 * The archive as anybody may see it: people whom an editor withdrew are named nowhere. Site, feeds, exports, search and
 * programs read through it; only the work on the archive itself does not.
 */
export function publicView(store: Store): Store {
  const { articles, record, search, decisions, keeping, readers } = store;
  const withdrawn = () => record.withdrawals();
  const each = <T>(items: () => AsyncIterable<T>, change: (item: T, names: readonly Withdrawal[]) => T) =>
    async function* (): AsyncGenerator<T> {
      const names = await withdrawn();
      for await (const item of items()) yield change(item, names);
    };
  const maybe = async <T>(item: Promise<T | undefined>, change: (item: T, names: readonly Withdrawal[]) => T) => {
    const found = await item;
    return found === undefined ? undefined : change(found, await withdrawn());
  };
  const page = async <T>(items: Promise<PageOf<T>>, change: (item: T, names: readonly Withdrawal[]) => T) => {
    const [found, names] = [await items, await withdrawn()];
    return { ...found, items: found.items.map((item) => change(item, names)) };
  };
  const list = async <T>(items: Promise<readonly T[]>, change: (item: T, names: readonly Withdrawal[]) => T) => {
    const [found, names] = [await items, await withdrawn()];
    return found.map((item) => change(item, names));
  };
  return {
    ...store,
    articles: {
      ...articles,
      get: (id) => maybe(articles.get(id), withoutNames),
      many: (ids) => list(articles.many(ids), withoutNames),
      text: (articleId, textVersion) =>
        maybe(articles.text(articleId, textVersion), (text, names) => withholder(names, [articleId], text)(text)),
      list: (query) => page(articles.list(query), rowWithoutNames),
      rows: (ids) => list(articles.rows(ids), rowWithoutNames),
      each: each(() => articles.each(), withoutNames),
      listStories: (query) => page(articles.listStories(query), storyWithoutNames),
      getStory: (storyId, query) =>
        maybe(articles.getStory(storyId, query), (story, names) => ({
          ...storyWithoutNames(story, names),
          reports: story.reports.map((row) => rowWithoutNames(row, names)),
        })),
    },
    keeping: {
      ...keeping,
      versions: (articleId) =>
        list(keeping.versions(articleId), ({ page, article }: ArticleVersion, names) => {
          const withhold = withholder(names, [articleId], article?.text ?? '');
          return {
            page: withholdDeep(page, withhold),
            ...(article === undefined ? {} : { article: withholdDeep(article, withhold) }),
          };
        }),
    },
    record: {
      ...record,
      getRecord: (articleId) => maybe(record.getRecord(articleId), recordWithoutNames),
      recordsOf: (articleIds) =>
        list(record.recordsOf(articleIds), (one, names) => ({ ...one, record: recordWithoutNames(one.record, names) })),
      eachRecord: each(
        () => record.eachRecord(),
        (one: RecordForFusion, names) => ({ ...one, record: recordWithoutNames(one.record, names) }),
      ),
      getMeeting: (idOrSlug) =>
        maybe(record.getMeeting(idOrSlug), (found, names) =>
          'movedTo' in found ? found : meetingWithoutNames(found, names),
        ),
      listMeetings: (query) => page(record.listMeetings(query), meetingWithoutNames),
      meetings: (ids) => list(record.meetings(ids), meetingWithoutNames),
      latestOutcomes: (limit) => list(record.latestOutcomes(limit), meetingWithoutNames),
      eachMeeting: each(() => record.eachMeeting(), meetingWithoutNames),
      listClaims: (query) =>
        list(record.listClaims(query), (claim: StoredClaim, names) =>
          withholdDeep(claim, withholder(names, [claim.articleId])),
        ),
      history: (subjectId) =>
        list(record.history(subjectId), (change, names) => withholdDeep(change, everywhere(names))),
      changes: async (query) => {
        const [found, names] = [await record.changes(query), await withdrawn()];
        return { ...found, items: found.items.map((change) => withholdDeep(change, everywhere(names))) };
      },
    },
    decisions: {
      ...decisions,
      list: (query) => list(decisions.list(query), (one, names) => withholdDeep(one, everywhere(names))),
    },
    readers: {
      ...readers,
      comments: {
        ...readers.comments,
        get: (id) => maybe(readers.comments.get(id), (one, names) => withholdDeep(one, everywhere(names))),
        ofArticle: (articleId) =>
          list(readers.comments.ofArticle(articleId), (one, names) => withholdDeep(one, everywhere(names))),
        latest: (limit) => list(readers.comments.latest(limit), (one, names) => withholdDeep(one, everywhere(names))),
      },
    },
    search: {
      ...search,
      find: async (query) => {
        const [found, names] = [await search.find(query), await withdrawn()];
        return {
          ...found,
          hits: found.hits.map((hit) => {
            const withhold = withholder(names, [hit.article.id], `${hit.article.title}\n${hit.snippet}`);
            return { ...hit, article: withholdDeep(hit.article, withhold), snippet: withhold(hit.snippet) };
          }),
          ...(found.related === undefined
            ? {}
            : {
                related: {
                  ...found.related,
                  meetings: found.related.meetings.map((meeting) => meetingWithoutNames(meeting, names)),
                },
              }),
        };
      },
    },
  };
}

/** What editors wrote and what the history keeps belongs to no article: every form of the name is theirs there. */
function everywhere(names: readonly Withdrawal[]): Withhold {
  return withholder(
    names,
    names.flatMap(({ articleIds }) => articleIds.slice(0, 1)),
  );
}

function withoutNames(stored: StoredArticle, names: readonly Withdrawal[]): StoredArticle {
  const withhold = withholder(names, [stored.article.id], stored.article.text);
  return { ...stored, article: withholdDeep(stored.article, withhold), page: withholdDeep(stored.page, withhold) };
}

function rowWithoutNames(row: ArticleRow, names: readonly Withdrawal[]): ArticleRow {
  return withholdDeep(row, withholder(names, [row.id], `${row.title}\n${row.standfirst ?? ''}`));
}

function storyWithoutNames<T extends StoryRow>(story: T, names: readonly Withdrawal[]): T {
  return { ...story, lead: rowWithoutNames(story.lead, names) };
}

function meetingWithoutNames(meeting: Meeting, names: readonly Withdrawal[]): Meeting {
  const articleIds = meeting.reports.map(({ articleId }) => articleId);
  return withholdDeep(meeting, withholder(names, articleIds));
}

/** In the record of an article the office stands for the person. */
function recordWithoutNames(record: ArticleRecord, names: readonly Withdrawal[]): ArticleRecord {
  if (names.length === 0) return record;
  const withhold = withholder(names, [record.articleId]);
  return withholdDeep(
    {
      ...record,
      meetings: record.meetings.map((meeting) => ({
        ...meeting,
        sides: meeting.sides.map((side) => ({
          ...side,
          participants: side.participants.map((participant) => {
            if (participant.name === undefined || !isBlotted(withhold, participant.name.full)) return participant;
            const { name: _, personId: __, ...rest } = participant;
            return rest;
          }),
        })),
      })),
    },
    withhold,
  );
}

function isBlotted(withhold: Withhold, name: string): boolean {
  return foldName(withhold(name)) !== foldName(name);
}
