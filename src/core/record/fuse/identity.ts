import type { Meeting } from '../../model/record.ts';
import { hash64 } from '../../text/hash.ts';
import type { Reserved } from '../people/identity.ts';
import type { Draft } from './build-meeting.ts';
import type { Cluster } from './cluster.ts';

/**
 * Ids of clusters. A meeting keeps the id that most of its reports had before; a new one takes the id of its founding
 * report, so a rebuild from nothing gives the same ids again.
 * @param wanted ids that an editor's decision fixes
 * @param pinned ids that stay with the report that founded them: an editor's merge gave their reports one id, and
 *   before the merge is replayed the two meetings must be told apart
 */
export function assignIds(
  clusters: readonly Cluster[],
  previous: readonly Meeting[],
  wanted: ReadonlyMap<Cluster, string> = new Map(),
  pinned: ReadonlySet<string> = new Set(),
): Map<Cluster, string> {
  const meetingOfReport = new Map<string, Meeting>();
  for (const meeting of previous) {
    for (const { articleId, report } of meeting.reports) meetingOfReport.set(`${articleId}#${report}`, meeting);
  }
  const claims = clusters.flatMap((cluster) => {
    const shared = new Map<string, { count: number; founded: boolean; own: boolean }>();
    const anchors = new Set(cluster.reports.map((report) => report.anchor));
    for (const report of cluster.reports) {
      const before = meetingOfReport.get(report.key);
      // A better coder numbers the meetings of an article anew: a number alone does not make it the same meeting.
      if (before === undefined) continue;
      const { id } = before;
      // What an editor joined may have the countries of another: there the founding report alone decides.
      if (!(pinned.has(id) && anchors.has(id)) && !sameSides(before, cluster)) continue;
      const known = shared.get(id);
      if (known === undefined) {
        shared.set(id, { count: 1, founded: pinned.has(id) && anchors.has(id), own: anchors.has(id) });
      } else known.count++;
    }
    // An id that a merge had put away comes back with the report that founded it.
    for (const id of anchors)
      if (pinned.has(id) && !shared.has(id)) shared.set(id, { count: 0, founded: true, own: true });
    return [...shared].map(([id, claim]) => ({ cluster, id, ...claim }));
  });
  claims.sort(
    (a, b) =>
      Number(b.founded) - Number(a.founded) ||
      b.count - a.count ||
      // After an undone merge both halves carry the id of one: it stays with the report that founded it.
      Number(b.own) - Number(a.own) ||
      compare(a.id, b.id) ||
      compare(foundingKey(a.cluster), foundingKey(b.cluster)),
  );
  const ids = new Map<Cluster, string>(wanted);
  const taken = new Set<string>(wanted.values());
  for (const { cluster, id } of claims) {
    if (ids.has(cluster) || taken.has(id)) continue;
    ids.set(cluster, id);
    taken.add(id);
  }
  for (const cluster of [...clusters].sort((a, b) => compare(foundingKey(a), foundingKey(b)))) {
    if (ids.has(cluster)) continue;
    let id = founder(cluster).anchor;
    while (taken.has(id)) id = `m${hash64(id)}`;
    ids.set(cluster, id);
    taken.add(id);
  }
  return ids;
}

/** Addresses such as `2024-01-19-es-ma-rabat`; a meeting keeps the one it has as long as it fits. */
export function assignSlugs(
  drafts: readonly { readonly id: string; readonly draft: Draft }[],
  previous: readonly Meeting[],
  reserved: Reserved = new Set(),
): Map<string, string> {
  const before = new Map(previous.map((meeting) => [meeting.id, meeting.slug]));
  const slugs = new Map<string, string>();
  const given = new Set<string>();
  const taken = {
    has: (slug: string) => given.has(slug) || reserved.has(slug),
    add: (slug: string) => given.add(slug),
  };
  const ordered = [...drafts].sort((a, b) => compare(a.id, b.id));
  for (const { id, draft } of ordered) {
    const old = before.get(id);
    if (old === undefined || taken.has(old) || !isNumbered(old, slugBase(draft))) continue;
    slugs.set(id, old);
    taken.add(old);
  }
  for (const { id, draft } of ordered) {
    if (slugs.has(id)) continue;
    const base = slugBase(draft);
    let slug = base;
    for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
    slugs.set(id, slug);
    taken.add(slug);
  }
  return slugs;
}

function slugBase(draft: Draft): string {
  const day = (draft.when.edtf ?? 'undated').split('/')[0]?.slice(0, 10) ?? 'undated';
  const countries = draft.sides.map((side) => side.country.toLowerCase()).sort();
  const place = (draft.where?.place ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [day, ...countries, ...(place === '' ? [] : [place])].join('-');
}

function isNumbered(slug: string, base: string): boolean {
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
}

function sameSides(meeting: Meeting, cluster: Cluster): boolean {
  const shared = meeting.sides.filter((side) => cluster.countries.includes(side.country)).length;
  return shared >= Math.min(2, meeting.sides.length, cluster.countries.length);
}

/** First published report that reports it as news; among equals the smallest key. */
function founder(cluster: Cluster): Cluster['reports'][number] {
  const [first] = [...cluster.reports].sort(
    (a, b) =>
      Number(a.background) - Number(b.background) ||
      (a.published ?? Infinity) - (b.published ?? Infinity) ||
      compare(a.key, b.key),
  );
  if (first === undefined) throw new Error('a cluster without a report');
  return first;
}

function foundingKey(cluster: Cluster): string {
  return founder(cluster).key;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
