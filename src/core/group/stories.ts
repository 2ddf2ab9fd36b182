import type { Meeting } from '../model/record.ts';
import { principalsOf, spanOfEdtf } from '../record/fuse/reports.ts';
import { agreesWithoutDay, type Profile, sideScores } from '../record/fuse/same-meeting.ts';
import { createUnionFind } from '../record/fuse/union.ts';
import type { GroupArticle, GroupOptions } from './group-article.ts';
import { groupIds } from './group-ids.ts';
import { type Signature, signatureOf, tellsOfAnother } from './look-alike.ts';
import { cosine, strongestTerms, termVectors } from './similarity.ts';

/** Reports of one event are published within this many days of each other. */
const storyDays = 3;
/**
 * Cosine that two texts of one language need. The record says most: with the same people on both sides the words have
 * to agree only a little. Chosen on the development pages and on public sets of look-alike stories.
 */
const floors = {
  samePeople: 0.14,
  sameCountries: 0.2,
  noRecord: 0.3,
  /** One text reports a meeting, the other none: a comment, a preview, or something else. */
  unequal: 0.4,
} as const;
/** Without a day of publication on both sides the words must agree by so much more. */
const undatedExtra = 0.06;

/**
 * Brings the reports of one event together, in any language: copies of one text, main reports of one meeting, meetings
 * of one visit on one day, and in one language texts of the same days that are alike and do not tell of different
 * meetings.
 * @param dispatches from `groupDispatches`
 * @param meetings from fusion
 * @returns story id by article id, for every article
 */
export function groupStories(
  articles: readonly GroupArticle[],
  dispatches: ReadonlyMap<string, string>,
  meetings: readonly Meeting[],
  options: GroupOptions = {},
): Map<string, string> {
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const indexOf = new Map(ordered.map((article, index) => [article.id, index]));
  const sets = createUnionFind(ordered.length);
  const joinAll = (groups: Iterable<readonly number[]>) => {
    for (const [first, ...rest] of groups) for (const other of rest) if (first !== undefined) sets.union(first, other);
  };

  const byDispatch = new Map<string, number[]>();
  for (const [index, article] of ordered.entries()) push(byDispatch, dispatches.get(article.id) ?? article.id, index);
  joinAll(byDispatch.values());

  const news = meetings.map((meeting) =>
    meeting.reports.flatMap(({ articleId, report }) => {
      const index = indexOf.get(articleId);
      const told = index === undefined ? undefined : ordered[index]?.meetings?.find((one) => one.index === report);
      return index !== undefined && told?.prominence === 'main' ? [index] : [];
    }),
  );
  joinAll(news);
  joinAll(sameVisit(meetings, news));

  joinAlike(ordered, sets, news);
  return groupIds(
    ordered.map((article, index) => ({ article, root: sets.find(index) })),
    's',
    options.previous,
  );
}

/** Two meetings of one pair on one day or the next that share a person are rounds of one visit, and one story. */
function sameVisit(meetings: readonly Meeting[], news: readonly (readonly number[])[]): number[][] {
  const occasions = new Map<string, number[]>();
  meetings.forEach((meeting, position) => {
    const reports = news[position] ?? [];
    const span = meeting.when.edtf === undefined ? undefined : spanOfEdtf(meeting.when.edtf);
    if (reports.length === 0 || span === undefined || span.to - span.from > 7) return;
    const countries = meeting.sides.map((side) => side.country).sort();
    const people = meeting.sides.flatMap((side) =>
      side.participants.flatMap((one) => (one.capacity === 'principal' ? (one.personId ?? []) : [])),
    );
    for (const person of people) {
      for (let day = span.from; day <= span.to + 1; day++) {
        for (const [offset, first] of countries.entries()) {
          for (const second of countries.slice(offset + 1)) {
            const key = `${first}-${second}|${person}|${day}`;
            for (const index of reports) push(occasions, key, index);
          }
        }
      }
    }
  });
  return [...occasions.values()];
}

function joinAlike(
  articles: readonly GroupArticle[],
  sets: ReturnType<typeof createUnionFind>,
  news: readonly (readonly number[])[],
): void {
  const signatures = articles.map(signatureOf);
  const meetingOf = new Map<number, number>();
  news.forEach((reports, meeting) => {
    for (const index of reports) meetingOf.set(index, meeting);
  });
  const members = new Map<number, number[]>();
  for (const index of articles.keys()) push(members, sets.find(index), index);

  const edges: { a: number; b: number; similarity: number }[] = [];
  const byLanguage = new Map<string, number[]>();
  for (const [index, article] of articles.entries()) push(byLanguage, article.language, index);
  for (const indexes of byLanguage.values()) edges.push(...alikePairs(indexes, articles, signatures));
  edges.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  for (const { a, b } of edges) {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) continue;
    const groupA = members.get(rootA) ?? [];
    const groupB = members.get(rootB) ?? [];
    if (groupA.some((one) => groupB.some((other) => differ(one, other, signatures, meetingOf)))) continue;
    sets.union(rootA, rootB);
    const root = sets.find(rootA);
    members.set(root, [...groupA, ...groupB]);
    members.delete(root === rootA ? rootB : rootA);
  }
}

/** Two meetings of the record that both have a day and are not neighbours in time are two stories. */
function differ(
  a: number,
  b: number,
  signatures: readonly Signature[],
  meetingOf: ReadonlyMap<number, number>,
): boolean {
  const one = signatures[a];
  const other = signatures[b];
  if (one === undefined || other === undefined) return false;
  if (tellsOfAnother(one, other)) return true;
  const meetingA = meetingOf.get(a);
  const meetingB = meetingOf.get(b);
  if (meetingA === undefined || meetingB === undefined || meetingA === meetingB) return false;
  return one.day !== undefined && other.day !== undefined && Math.abs(one.day - other.day) > 1;
}

function alikePairs(
  indexes: readonly number[],
  articles: readonly GroupArticle[],
  signatures: readonly Signature[],
): { a: number; b: number; similarity: number }[] {
  const texts = indexes.flatMap((index) => articles[index] ?? []);
  const vectors = termVectors(texts);
  const postings = new Map<string, number[]>();
  const edges: { a: number; b: number; similarity: number }[] = [];
  vectors.forEach((vector, position) => {
    const seen = new Map<number, number>();
    const own = indexes[position] ?? 0;
    for (const term of strongestTerms(vector)) {
      for (const other of postings.get(term) ?? []) seen.set(other, (seen.get(other) ?? 0) + 1);
      push(postings, term, position);
    }
    for (const [other, shared] of seen) {
      const index = indexes[other] ?? 0;
      if (shared < 2) continue;
      const floor = floorFor(signatures[own], signatures[index]);
      if (floor === undefined) continue;
      const otherVector = vectors[other];
      const similarity = otherVector === undefined ? 0 : cosine(vector, otherVector);
      if (similarity >= floor) edges.push({ a: Math.min(own, index), b: Math.max(own, index), similarity });
    }
  });
  return edges;
}

/** How alike two texts must be; `undefined` when their days lie too far apart. */
function floorFor(a: Signature | undefined, b: Signature | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const floor = floors[recordAgreement(a, b)];
  if (a.published === undefined || b.published === undefined) return floor + undatedExtra;
  const apart = Math.max(a.published.from - b.published.to, b.published.from - a.published.to);
  return apart > storyDays ? undefined : floor;
}

function recordAgreement(a: Signature, b: Signature): keyof typeof floors {
  if (a.main === undefined && b.main === undefined) return 'noRecord';
  if (a.main === undefined || b.main === undefined) return 'unequal';
  const shared = a.countries.filter((country) => b.countries.includes(country));
  if (shared.length < 2) return 'noRecord';
  const scores = sideScores(profileOf(a), profileOf(b));
  return scores !== undefined && agreesWithoutDay(scores) ? 'samePeople' : 'sameCountries';
}

function profileOf(signature: Signature): Profile {
  return {
    countries: signature.countries,
    people: signature.main === undefined ? new Map() : principalsOf(signature.main),
  };
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
