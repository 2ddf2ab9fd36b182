import type { CountryCode } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import { nameParts } from '../names.ts';
import type { Sighting } from '../people/sightings.ts';
import { keyOfSighting } from '../people/spelling-counts.ts';
import { type FusionKey, knownKey, questionKey } from './fusion-keys.ts';
import type { FusionSource } from './fusion-source.ts';
import { articleOf, type IndexedArticle, type IndexedReport, withPlacements } from './index-article.ts';
import { isAround, isLearnt, type KnownName, matchesOf, type Placement, placeName } from './placements.ts';
import type { IndexView } from './reach.ts';
import { registerMargin } from './register-margin.ts';

/** As many sightings of others as are quoted, and one more article, for it may be the one that asks. */
const enough = 4;
const noDay = 10_000_000;

/**
 * Asks the register about the changed articles, and once more about those reports of others to which the changed ones
 * may be an answer.
 * @param changed entries as they are now, without placements
 * @param asked keys of further reports to ask about
 * @returns entries that are others now, the changed ones among them
 */
export async function placeChanged(
  source: FusionSource,
  index: IndexView,
  changed: ReadonlyMap<string, IndexedArticle>,
  isRejected: (report: string, country: CountryCode) => boolean,
  asked: readonly string[] = [],
): Promise<Map<string, IndexedArticle>> {
  const register = openRegister(source, index, changed);
  const result = new Map<string, IndexedArticle>();
  const place = async (article: IndexedArticle) => {
    const placements = new Map<string, readonly Placement[]>();
    for (const report of article.reports) placements.set(report.key, await register.place(report, isRejected));
    return withPlacements(article, placements);
  };
  for (const [id, article] of changed) result.set(id, await place(article));
  const others = new Set([...asked, ...(await register.askedAgain())].map(articleOf));
  await index.load(others);
  for (const id of others) {
    const article = index.before(id);
    if (article === undefined || result.has(id)) continue;
    const placed = await place(article);
    if (JSON.stringify(placed) !== JSON.stringify(article)) result.set(id, placed);
  }
  return result;
}

function openRegister(source: FusionSource, index: IndexView, changed: ReadonlyMap<string, IndexedArticle>) {
  const before = [...changed.keys()].flatMap((id) => index.before(id) ?? []);
  const gone = new Map<string, Sighting[]>();
  const fresh = new Map<string, Sighting[]>();
  for (const [articles, map] of [
    [before, gone],
    [[...changed.values()], fresh],
  ] as const) {
    for (const sighting of learntBy(articles)) {
      const key = keyOfSighting(sighting);
      map.set(key, [...(map.get(key) ?? []), sighting]);
    }
  }
  const names = new Map<string, KnownName[]>();
  const namesOf = async (roleCode: string): Promise<KnownName[]> => {
    let known = names.get(roleCode);
    if (known === undefined) {
      const keys = new Set([
        ...(await source.knownNames(roleCode)),
        ...[...fresh.keys()].filter((key) => key.split('|')[1] === roleCode),
      ]);
      known = [...keys].map((key): KnownName => {
        const [country = '', role = '', ...name] = key.split('|');
        return { country, roleCode: role, name: name.join('|'), parts: nameParts(name.join('|')) };
      });
      names.set(roleCode, known);
    }
    return known;
  };
  /** Keys in the archive that stay, nearest first, whole days. */
  const walk = async (
    key: string,
    day: number,
    direction: 'after' | 'before',
    besides: string | undefined,
    least = enough,
  ): Promise<FusionKey[]> => {
    for (let ask = least; ; ask *= 4) {
      const found = await source.nearest(key, day, direction, ask);
      const kept = found.filter(({ owner }) => owner !== besides && !changed.has(owner));
      if (kept.length >= least || found.length < ask) return kept;
    }
  };
  const seenAround = async (known: KnownName, report: IndexedReport, day: number): Promise<Sighting[] | undefined> => {
    const spelling = spellingOf(known);
    const key = knownKey(spelling);
    const own = articleOf(report.key);
    const added = (fresh.get(spelling) ?? []).filter(({ articleId }) => articleId !== own);
    const [after, before] = [await walk(key, day, 'after', own), await walk(key, day - 1, 'before', own)];
    const days = added.flatMap((one) => one.day ?? []);
    // Whether the day lies around the reports of the name is told by the nearest on both sides.
    const first = Math.min(...days, ...before.map((one) => one.first), ...after.map((one) => one.first));
    const last = Math.max(...days, ...before.map((one) => one.first), ...after.map((one) => one.first));
    if (!isAround(day, first, last)) return undefined;
    const owners = new Set([...after, ...before].map(({ owner }) => owner));
    await index.load(owners);
    const stored = [...owners].flatMap((owner) => learntBy([index.before(owner)]));
    return [...stored.filter((one) => keyOfSighting(one) === spelling), ...added];
  };
  return {
    place: async (
      report: IndexedReport,
      isRejected: (report: string, country: CountryCode) => boolean,
    ): Promise<Placement[]> => {
      const { open = [], day } = report;
      if (day === undefined) return [];
      const placed: Placement[] = [];
      for (const [position, { roleCode, name }] of open.entries()) {
        const candidates = (await namesOf(roleCode)).filter(({ country }) => country !== '?');
        const fitting = [];
        for (const known of matchesOf(foldName(name), candidates)) {
          const seen = await seenAround(known, report, day);
          if (seen !== undefined) fitting.push({ known, seen });
        }
        placed.push(...placeName(report, position, fitting, isRejected));
      }
      return placed;
    },
    /** Reports that ask for a name of which something was said or taken back in the days around. */
    askedAgain: async (): Promise<string[]> => {
      const reports = new Set<string>();
      for (const spelling of new Set([...gone.keys(), ...fresh.keys()])) {
        const days = differingDays(gone.get(spelling) ?? [], fresh.get(spelling) ?? []);
        if (days.length === 0) continue;
        const [, roleCode = '', ...name] = spelling.split('|');
        const questions = matchesOf(
          name.join('|'),
          (await namesOf(roleCode)).filter(({ country }) => country === '?'),
        );
        if (questions.length === 0) continue;
        const key = knownKey(spelling);
        const [start, end] = [
          (await source.nearest(key, -noDay, 'after', 1))[0]?.first ?? Infinity,
          (await source.nearest(key, noDay, 'before', 1))[0]?.first ?? -Infinity,
        ];
        for (const day of days) {
          // Who asks beyond the next ones is answered by them, as before.
          const above = distantEnough(await walk(key, day, 'after', undefined, enough * 2));
          const below = distantEnough(await walk(key, day - 1, 'before', undefined, enough * 2));
          const from = Math.max(below ?? -Infinity, Math.min(start, ...days) - registerMargin);
          const to = Math.min(above ?? Infinity, Math.max(end, ...days) + registerMargin);
          const queries = questions.map(({ roleCode, name }) => ({
            key: knownKey(questionKey(roleCode, name)),
            beginsFrom: from,
            beginsUntil: to,
            endsFrom: -noDay,
          }));
          for (const { report } of await source.keys(queries)) reports.add(report);
        }
      }
      return [...reports];
    },
  };
}

function distantEnough(found: readonly FusionKey[]): number | undefined {
  const articles = new Set<string>();
  for (const { owner, first } of found) {
    articles.add(owner);
    if (articles.size === enough) return first;
  }
  return undefined;
}

/** Days of which something else is said now. */
function differingDays(before: readonly Sighting[], now: readonly Sighting[]): number[] {
  const [old, fresh] = [before, now].map((list) => new Set(list.map((one) => JSON.stringify(one))));
  const differing = [
    ...before.filter((one) => fresh?.has(JSON.stringify(one)) !== true),
    ...now.filter((one) => old?.has(JSON.stringify(one)) !== true),
  ];
  return [...new Set(differing.flatMap(({ day }) => day ?? []))];
}

function learntBy(articles: readonly (IndexedArticle | undefined)[]): Sighting[] {
  return articles.flatMap((article) => article?.reports.flatMap((one) => one.sightings.filter(isLearnt)) ?? []);
}

function spellingOf({ country, roleCode, name }: KnownName): string {
  return `${country}|${roleCode}|${name}`;
}
