import { hash64 } from '../text/hash.ts';
import type { GroupArticle } from './group-article.ts';

/** All that naming a group needs of its articles. */
export type GroupMember = Pick<GroupArticle, 'id' | 'published'>;

/**
 * Ids of groups: the one that most members had before, else one made from the first published member.
 * @param prefix `d` for dispatches, `s` for stories
 * @param reserved ids of groups that stay as they are
 * @returns group id by article id
 */
export function groupIds(
  members: readonly { readonly article: GroupMember; readonly root: number }[],
  prefix: string,
  previous: ReadonlyMap<string, string> = new Map(),
  reserved: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const groups = new Map<number, GroupMember[]>();
  for (const { article, root } of members) {
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [article]);
    else group.push(article);
  }
  const founded = [...groups.values()]
    .map((group) => ({ group, founder: groupFounder(group) }))
    .sort((a, b) => compare(a.founder, b.founder));
  const wishes = founded.flatMap(({ group }, position) => {
    const counts = new Map<string, number>();
    for (const { id } of group) {
      const before = previous.get(id);
      if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    return [...counts].map(([id, count]) => ({ position, id, count }));
  });
  wishes.sort((a, b) => b.count - a.count || compare(a.id, b.id) || a.position - b.position);
  const taken = new Set<string>();
  const ids = new Map<number, string>();
  for (const { position, id } of wishes) {
    if (ids.has(position) || taken.has(id)) continue;
    ids.set(position, id);
    taken.add(id);
  }
  const result = new Map<string, string>();
  for (const [position, { group, founder }] of founded.entries()) {
    let id = ids.get(position) ?? `${prefix}${hash64(founder)}`;
    while (!ids.has(position) && (taken.has(id) || reserved.has(id))) id = `${prefix}${hash64(id)}`;
    taken.add(id);
    for (const article of group) result.set(article.id, id);
  }
  return result;
}

/** The article that names a new group: the first that was published. */
export function groupFounder(group: readonly GroupMember[]): string {
  const [first] = [...group].sort(
    (a, b) => compare(a.published ?? '9999', b.published ?? '9999') || compare(a.id, b.id),
  );
  return first?.id ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
