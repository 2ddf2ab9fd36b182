import { type GroupMember, groupFounder, groupIds } from '../../core/group/group-ids.ts';
import { storiesOf } from '../../core/group/story-days.ts';
import type { StoryRules } from '../../core/group/story-decisions.ts';
import type { StoryLinks } from '../../core/group/story-links.ts';
import { hash64 } from '../../core/text/hash.ts';
import type { GroupedArticle, GroupedBy } from '../../store/grouping.ts';
import type { Store } from '../../store/store.ts';

/**
 * Gives the dispatches of the articles that are due their ids; groups that share neither articles nor ids with them stay
 * as they are. Gives the articles whose dispatch is another one now.
 */
export async function nameDispatches(store: Store): Promise<readonly string[]> {
  const due = await store.grouping.articlesDue('dispatch');
  const found = await close(store, due, (some) => [
    ['dispatchId', some.flatMap((one) => one.dispatchId ?? [])],
    ['root', some.flatMap((one) => one.root ?? [])],
  ]);
  const groupOf = new Map([...found.values()].map((one) => [one.id, one.root ?? one.id]));
  const ids = await nameAll(store, found, groupOf, 'd', 'dispatchId');
  const changed = [...ids].filter(([id, dispatchId]) => found.get(id)?.dispatchId !== dispatchId);
  await store.articles.setGroups(changed.map(([articleId, dispatchId]) => ({ articleId, dispatchId })));
  const moved = changed.map(([id]) => id);
  await store.grouping.markDue('story', moved);
  await store.grouping.markDaysDue('story', moved);
  await store.record.markPending(moved);
  await store.grouping.setDone('dispatch', due);
  return moved;
}

/** The same for stories, which are what days and links make of them together. */
export async function nameStories(
  store: Store,
  rules: StoryRules,
  linksOf: (articleIds: readonly string[]) => Promise<StoryLinks>,
): Promise<void> {
  const { grouping } = store;
  const due = await grouping.articlesDue('story');
  const together = new Map<string, string[]>();
  for (const [id, key] of rules.together) together.set(key, [...(together.get(key) ?? []), id]);
  const merges = new Map<string, readonly [day: number, founder: string, into: string]>();
  const found = await close(store, due, async (some) => {
    const ids = some.map(({ id }) => id);
    const founders = [...new Set([...ids, ...some.flatMap(({ founder }) => founder ?? [])])];
    const merged = await grouping.merges(founders);
    for (const merge of merged) merges.set(`${merge[0]} ${merge[1]}`, merge);
    const ends = merged.flatMap(([, founder, into]) => [founder, into]);
    const links = [...(await grouping.linksOf(ids)).values()].flat();
    return [
      ['storyId', some.flatMap((one) => one.storyId ?? [])],
      ['dispatchId', some.flatMap((one) => one.dispatchId ?? [])],
      ['founder', [...founders, ...ends]],
      [
        'id',
        [
          ...founders,
          ...ends,
          ...(await grouping.linked([...new Set(links)])),
          ...ids.flatMap((id) => together.get(rules.together.get(id) ?? '') ?? []),
        ],
      ],
    ];
  });
  const days = new Map<number, { joins: (readonly [string, string])[]; merges: (readonly [string, string])[] }>();
  const dayOf = (day: number) => {
    const known = days.get(day) ?? { joins: [], merges: [] };
    days.set(day, known);
    return known;
  };
  const ordered = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, day, founder } of ordered) dayOf(day).joins.push([id, founder ?? id]);
  for (const [day, founder, into] of [...merges.values()].sort((a, b) => (a[1] < b[1] ? -1 : 1)))
    dayOf(day).merges.push([founder, into]);
  const articleIds = ordered.map(({ id }) => id);
  const groupOf = storiesOf(
    { days: new Map([...days].map(([day, one]) => [day, { ...one, open: [] }])) },
    articleIds,
    await linksOf(articleIds),
  );
  const ids = await nameAll(store, found, groupOf, 's', 'storyId');
  const changed = [...ids].filter(([id, storyId]) => found.get(id)?.storyId !== storyId);
  await store.articles.setGroups(changed.map(([articleId, storyId]) => ({ articleId, storyId })));
  await grouping.setDone('story', due);
}

type Asked = readonly (readonly [by: GroupedBy, keys: readonly string[]])[];

/** All articles that are tied to some, over however many others. */
async function close(
  store: Store,
  start: readonly string[],
  tiesOf: (some: readonly GroupedArticle[]) => Asked | Promise<Asked>,
): Promise<Map<string, GroupedArticle>> {
  const found = new Map<string, GroupedArticle>();
  const asked = new Set<string>();
  let news = await store.grouping.articles('id', start);
  for (const key of start) asked.add(`id ${key}`);
  while (news.length > 0) {
    for (const one of news) found.set(one.id, one);
    const next = new Map<string, GroupedArticle>();
    for (const [by, keys] of await tiesOf(news)) {
      const fresh = [...new Set(keys)].filter((key) => !asked.has(`${by} ${key}`) && !(by === 'id' && found.has(key)));
      for (const key of fresh) asked.add(`${by} ${key}`);
      for (const one of await store.grouping.articles(by, fresh)) if (!found.has(one.id)) next.set(one.id, one);
    }
    news = [...next.values()];
  }
  return found;
}

async function nameAll(
  store: Store,
  found: ReadonlyMap<string, GroupedArticle>,
  groupOf: ReadonlyMap<string, string>,
  prefix: 'd' | 's',
  idOf: 'dispatchId' | 'storyId',
): Promise<Map<string, string>> {
  const articles = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = new Map<string, GroupMember[]>();
  const numbers = new Map<string, number>();
  const members = articles.map((article) => {
    const group = groupOf.get(article.id) ?? article.id;
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [article]);
    else list.push(article);
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return { article, root: number };
  });
  const previous = new Map(articles.flatMap((one) => (one[idOf] === undefined ? [] : [[one.id, one[idOf]] as const])));
  // A new id may be the old one of articles that went another way.
  const wanted = [...groups.values()].map((group) => `${prefix}${hash64(groupFounder(group))}`);
  const holders = await store.grouping.articles(idOf, wanted);
  const reserved = new Set(holders.flatMap((one) => (found.has(one.id) ? [] : (one[idOf] ?? []))));
  return groupIds(members, prefix, previous, reserved);
}
