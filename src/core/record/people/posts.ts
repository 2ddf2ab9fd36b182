import type { Person, Post } from '../../model/record.ts';
import { isoDay } from '../../text/calendars.ts';
import { distinctEvidence } from '../fuse/votes.ts';
import { evidencePerPost } from './spelling-counts.ts';
import type { Spelling } from './spellings.ts';

/** The offices of one person, earliest first, with the days of their reports. */
export function postsOf(group: readonly Spelling[]): Post[] {
  const offices = new Map<string, Spelling[]>();
  for (const spelling of group) {
    const list = offices.get(spelling.office);
    if (list === undefined) offices.set(spelling.office, [spelling]);
    else list.push(spelling);
  }
  return [...offices.values()]
    .map((list): Post => {
      const [first] = list;
      const firstSeen = least(list.flatMap((one) => one.first ?? []));
      const lastSeen = most(list.flatMap((one) => one.last ?? []));
      const gone = least(
        list.flatMap((one) => one.gone ?? []).filter((day) => lastSeen === undefined || day > lastSeen),
      );
      const acting = list.reduce((sum, one) => sum + one.acting, 0) * 2 > list.reduce((sum, one) => sum + one.count, 0);
      return {
        roleCode: first?.roleCode ?? '',
        roleText: mostFrequent(list.map((one) => one.roleTexts)),
        country: first?.country ?? '',
        ...(firstSeen === undefined ? {} : { firstSeen: isoDay(firstSeen), from: `[..${isoDay(firstSeen)}]` }),
        ...(lastSeen === undefined ? {} : { lastSeen: isoDay(lastSeen) }),
        ...untilOf(lastSeen, gone),
        ...(acting ? { acting } : {}),
        evidence: distinctEvidence(list.flatMap((one) => one.evidence)).slice(0, evidencePerPost),
      };
    })
    .sort((a, b) => compare(a.firstSeen ?? '9', b.firstSeen ?? '9') || compare(a.roleCode, b.roleCode));
}

function untilOf(lastSeen: number | undefined, gone: number | undefined): Pick<Post, 'until'> {
  if (gone === undefined) return lastSeen === undefined ? {} : { until: '..' };
  return { until: lastSeen === undefined ? `[..${isoDay(gone)}]` : `[${isoDay(lastSeen)}..${isoDay(gone)}]` };
}

/**
 * Offices that one person holds at a time bound one another: whoever is seen in it later began after the one before was
 * last seen, and the one before had left by then. Where two are seen in the same days nothing is concluded.
 */
export function boundPosts(people: readonly Person[]): Person[] {
  const holders = new Map<string, { readonly person: number; readonly first: string; readonly last: string }[]>();
  people.forEach((person, position) => {
    for (const { roleCode, country, firstSeen, lastSeen, acting } of person.offices) {
      if (!isHeldByOne(roleCode) || acting === true || firstSeen === undefined || lastSeen === undefined) continue;
      const office = `${country ?? ''}|${roleCode}`;
      const list = holders.get(office) ?? [];
      list.push({ person: position, first: firstSeen, last: lastSeen });
      holders.set(office, list);
    }
  });
  return people.map((person, position) => ({
    ...person,
    offices: person.offices.map((post): Post => {
      const { firstSeen, lastSeen } = post;
      const others = holders.get(`${post.country ?? ''}|${post.roleCode}`)?.filter((one) => one.person !== position);
      if (others === undefined || firstSeen === undefined || lastSeen === undefined || post.acting === true)
        return post;
      if (others.some(({ first, last }) => first <= lastSeen && firstSeen <= last)) return post;
      const before = others.map(({ last }) => last).filter((day) => day < firstSeen);
      const after = others.map(({ first }) => first).filter((day) => day > lastSeen);
      const start = before.sort().at(-1);
      const gone = /^\[(?:[^.]*)\.\.(.+)\]$/.exec(post.until ?? '')?.[1];
      const end = [...after, ...(gone === undefined ? [] : [gone])].sort()[0];
      return {
        ...post,
        ...(start === undefined ? {} : { from: `[${start}..${firstSeen}]` }),
        ...(end === undefined ? {} : { until: `[${lastSeen}..${end}]` }),
      };
    }),
  }));
}

const singleHeads: ReadonlySet<string> = new Set(
  `president king queen emir sultan grand_duke governor_general head_of_state head_of_government prime_minister chancellor
   president_of_government crown_prince supreme_leader`.split(/\s+/),
);

/** Heads of state and government, and the minister of a portfolio; delegates, secretaries and ambassadors are many. */
export function isHeldByOne(roleCode: string): boolean {
  return singleHeads.has(roleCode) || roleCode.startsWith('minister:');
}

function mostFrequent(counts: readonly ReadonlyMap<string, number>[]): string {
  const total = new Map<string, number>();
  for (const map of counts) for (const [text, count] of map) total.set(text, (total.get(text) ?? 0) + count);
  return [...total].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? '';
}

function least(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

function most(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
