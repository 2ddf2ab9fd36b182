import type { Meeting } from '../model/record.ts';
import { principalsOf, spanOfEdtf } from '../record/fuse/reports.ts';
import { agreesWithoutDay, doesNotDisagree, type Profile, sideScores } from '../record/fuse/same-meeting.ts';
import { createUnionFind } from '../record/fuse/union.ts';
import type { GroupArticle, GroupOptions } from './group-article.ts';
import { groupIds } from './group-ids.ts';
import { type Signature, signatureOf, tellsOfAnother } from './look-alike.ts';
import { cosine, strongestTerms, type TermVector, termVectors } from './similarity.ts';

/** Reports of one event are published within this many days of each other. */
const storyDays = 3;
/**
 * Cosine that two texts of one language need. The record says most: with the same people on both sides the words have
 * to agree only a little. Chosen on the development pages and on public sets of look-alike stories.
 */
const floors = {
  samePeople: 0.12,
  sameCountries: 0.16,
  noRecord: 0.18,
  /** The same countries, but somebody else met. */
  otherPeople: 0.4,
  /** One text reports a meeting, the other none: a comment, a preview, or something else. */
  unequal: 0.26,
} as const;
/** Without a day of publication on both sides the words must agree by so much more. */
const undatedExtra = 0.06;
/** A story is met through its first reports: enough to know what it is about. */
const comparedReports = 4;

/**
 * Brings the reports of one event together, in any language: copies of one text, main reports of one meeting, meetings
 * of one visit on one day, and in one language texts of the same days that are alike and do not tell of different
 * meetings.
 * @param dispatches from `groupDispatches`
 * @param meetings from fusion
 * @returns story id by article id, for every article
 *
 * @example
 * import { groupDispatches, groupStories } from 'rapporteur';
 *
 * const articles = [{ id: 'a', language: 'en', text: 'The ferry sailed again on Monday.', published: '2024-01-19' }];
 * const stories = groupStories(articles, groupDispatches(articles), []);
 * console.log(stories.get('a'));
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

/** What is known to be one story so far, as the texts of one language in it. */
interface Unit {
  readonly indexes: number[];
  readonly vector: Map<string, number>;
  span?: { from: number; to: number };
}

/**
 * Takes the texts of each language in the order of their days and adds each to the story whose texts together it is
 * most like. A story is met as a whole, so that a chain of texts, each a little like the next, does not become one.
 */
function joinAlike(
  articles: readonly GroupArticle[],
  sets: ReturnType<typeof createUnionFind>,
  news: readonly (readonly number[])[],
): void {
  const signatures = articles.map(signatureOf);
  const meetingOf = new Map<number, number>();
  for (const [meeting, reports] of news.entries()) for (const index of reports) meetingOf.set(index, meeting);
  const members = new Map<number, number[]>();
  for (const index of articles.keys()) push(members, sets.find(index), index);
  const byLanguage = new Map<string, number[]>();
  for (const [index, article] of articles.entries()) push(byLanguage, article.language, index);

  const join = (a: number, b: number): boolean => {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) return true;
    const groupA = members.get(rootA) ?? [];
    const groupB = members.get(rootB) ?? [];
    if (groupA.some((one) => groupB.some((other) => differ(one, other, signatures, meetingOf)))) return false;
    sets.union(rootA, rootB);
    const root = sets.find(rootA);
    members.set(root, [...groupA, ...groupB]);
    members.delete(root === rootA ? rootB : rootA);
    return true;
  };
  for (const [, indexes] of [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const vectors = termVectors(indexes.flatMap((index) => articles[index] ?? []));
    const units = unitsOf(indexes, vectors, signatures, sets);
    gatherUnits(units, signatures, join);
  }
}

function unitsOf(
  indexes: readonly number[],
  vectors: readonly TermVector[],
  signatures: readonly Signature[],
  sets: ReturnType<typeof createUnionFind>,
): Unit[] {
  const units = new Map<number, Unit>();
  for (const [position, index] of indexes.entries()) {
    const root = sets.find(index);
    let unit = units.get(root);
    if (unit === undefined) {
      unit = { indexes: [], vector: new Map() };
      units.set(root, unit);
    }
    addTo(unit, [index], vectors[position] ?? new Map(), signatures[index]?.published);
  }
  return [...units.values()].sort(
    (a, b) => (a.span?.from ?? Infinity) - (b.span?.from ?? Infinity) || (a.indexes[0] ?? 0) - (b.indexes[0] ?? 0),
  );
}

function gatherUnits(
  units: readonly Unit[],
  signatures: readonly Signature[],
  join: (a: number, b: number) => boolean,
): void {
  const postings = new Map<string, Set<Unit>>();
  for (const unit of units) {
    const terms = strongestTerms(unit.vector);
    const shared = new Map<Unit, number>();
    for (const term of terms) {
      for (const story of postings.get(term) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1);
    }
    const likely: { story: Unit; margin: number }[] = [];
    for (const [story, count] of shared) {
      if (count < 2 || !nearInTime(unit, story)) continue;
      const likeness = cosine(unit.vector, story.vector) / (lengthOf(unit.vector) * lengthOf(story.vector));
      const margin = likeness - floorFor(unit, story, signatures);
      if (margin >= 0) likely.push({ story, margin });
    }
    likely.sort((a, b) => b.margin - a.margin || (a.story.indexes[0] ?? 0) - (b.story.indexes[0] ?? 0));
    const home = likely.find(({ story }) => join(unit.indexes[0] ?? 0, story.indexes[0] ?? 0))?.story;
    const target = home ?? unit;
    if (home !== undefined) addTo(home, unit.indexes, unit.vector, unit.span);
    for (const term of terms) {
      const set = postings.get(term);
      if (set === undefined) postings.set(term, new Set([target]));
      else set.add(target);
    }
  }
}

function addTo(
  unit: Unit,
  indexes: readonly number[],
  vector: TermVector,
  span: { readonly from: number; readonly to: number } | undefined,
): void {
  unit.indexes.push(...indexes);
  for (const [term, value] of vector) unit.vector.set(term, (unit.vector.get(term) ?? 0) + value);
  if (span === undefined) return;
  unit.span =
    unit.span === undefined
      ? { ...span }
      : { from: Math.min(unit.span.from, span.from), to: Math.max(unit.span.to, span.to) };
}

function nearInTime(a: Unit, b: Unit): boolean {
  if (a.span === undefined || b.span === undefined) return true;
  return a.span.from <= b.span.to + storyDays && b.span.from <= a.span.to + storyDays;
}

function lengthOf(vector: TermVector): number {
  let square = 0;
  for (const value of vector.values()) square += value * value;
  return Math.sqrt(square) || 1;
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

/** How alike two units must be: what the record of their first reports says they share lowers it. */
function floorFor(a: Unit, b: Unit, signatures: readonly Signature[]): number {
  let lowest: number = floors.unequal;
  for (const one of a.indexes.slice(0, comparedReports)) {
    for (const other of b.indexes.slice(0, comparedReports)) {
      const signatureA = signatures[one];
      const signatureB = signatures[other];
      if (signatureA === undefined || signatureB === undefined) continue;
      lowest = Math.min(lowest, floors[recordAgreement(signatureA, signatureB)]);
    }
  }
  return a.span === undefined || b.span === undefined ? lowest + undatedExtra : lowest;
}

function recordAgreement(a: Signature, b: Signature): keyof typeof floors {
  if (a.main === undefined && b.main === undefined) return 'noRecord';
  if (a.main === undefined || b.main === undefined) return 'unequal';
  const shared = a.countries.filter((country) => b.countries.includes(country));
  if (shared.length < 2) return 'noRecord';
  const scores = sideScores(profileOf(a), profileOf(b));
  if (scores === undefined) return 'noRecord';
  if (agreesWithoutDay(scores)) return 'samePeople';
  return doesNotDisagree(scores) ? 'sameCountries' : 'otherPeople';
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
