import { noRules, type StoryRules } from '../../core/group/story-decisions.ts';
import { meetingLinks, type StoryLinks, storyLinks } from '../../core/group/story-links.ts';
import type { Store } from '../../store/store.ts';

const batch = 500;

/** Keeps, for these articles, which meetings and visits are their news. */
export async function keepLinks(store: Store, articleIds: readonly string[]): Promise<void> {
  for (let from = 0; from < articleIds.length; from += batch) {
    const some = articleIds.slice(from, from + batch);
    const mainReport = await store.grouping.mainReports(some);
    const rows = await store.articles.rows(some);
    const meetings = await store.record.meetings([...new Set(rows.flatMap(({ meetingIds }) => meetingIds))].sort());
    const links = new Map<string, string[]>(some.map((id) => [id, []]));
    for (const meeting of meetings) {
      for (const { articleId, keys } of meetingLinks(meeting, mainReport)) links.get(articleId)?.push(...keys);
    }
    await store.grouping.setLinks(links);
  }
}

/** What is known of some articles beyond their words, as days and stories ask for it. */
export async function readLinks(
  store: Store,
  articleIds: readonly string[],
  rules: StoryRules = noRules,
): Promise<StoryLinks> {
  const grouped = await store.grouping.articles('id', articleIds);
  const dispatches = new Map(
    grouped.flatMap(({ id, dispatchId }) => (dispatchId === undefined ? [] : [[id, dispatchId] as const])),
  );
  const kept = await store.grouping.linksOf(articleIds);
  const base = storyLinks({ dispatches, meetings: [], mainReport: new Map(), rules });
  return {
    keysOf: (id) => [...base.keysOf(id), ...(kept.get(id) ?? [])],
    meetingOf: (id) =>
      kept
        .get(id)
        ?.findLast((link) => link.startsWith('m '))
        ?.slice(2),
    tagsOf: base.tagsOf,
  };
}
