import { type AssignedStories, assignStories, frequencyDays, type OpenStory } from './assign-stories.ts';
import type { StoryLinks } from './story-links.ts';
import { barred } from './story-margin.ts';
import { dayOf, type StoryPrint } from './story-print.ts';
import { createFrequencies } from './term-frequencies.ts';

/** What each day decided. Plain data inside: it can be kept, and a late article replays only the days that it touches. */
export interface StoryDays {
  /** By day since 1970; `undated` stands for the articles without a day. */
  readonly days: ReadonlyMap<number, AssignedStories>;
}

/** Articles that nothing dates come last. */
const undated = Number.MAX_SAFE_INTEGER;

export const noStoryDays: StoryDays = { days: new Map() };

/**
 * Plays the days forward from the first that changed until nothing changes any more.
 * @param prints of all articles that may matter: of the changed days and of `frequencyDays` before them at least
 * @param changed ids of articles that came, went or were read anew; all days when absent
 */
export function replayStories(
  prints: readonly StoryPrint[],
  links: StoryLinks,
  before: StoryDays = noStoryDays,
  changed?: ReadonlySet<number>,
): StoryDays {
  const byDay = new Map<number, StoryPrint[]>();
  const byId = new Map<string, StoryPrint>();
  for (const print of prints) {
    byId.set(print.id, print);
    const day = storyDay(print);
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [print]);
    else list.push(print);
  }
  const all = [...new Set([...byDay.keys(), ...before.days.keys()])].sort((a, b) => a - b);
  const touched = changed === undefined ? all : [...changed].sort((a, b) => a - b);
  const days = new Map(before.days);
  const [first] = touched;
  if (first === undefined) return { days };

  const frequencies = createFrequencies();
  const counted = new Set<number>();
  const window = (day: number) => {
    for (const old of counted) {
      if (old > day - frequencyDays && old <= day) continue;
      frequencies.remove(byDay.get(old) ?? []);
      counted.delete(old);
    }
    for (let one = day - frequencyDays + 1; one <= day; one++) {
      const list = byDay.get(one);
      if (list === undefined || counted.has(one)) continue;
      frequencies.add(list);
      counted.add(one);
    }
  };
  let lastTouched = touched.at(-1) ?? first;
  for (const [at, day] of all.entries()) {
    if (day < first) continue;
    const isTouched = changed === undefined || changed.has(day);
    // Words are counted over some days: a new article weighs on all of them.
    if (!isTouched && day !== undated && day > lastTouched + frequencyDays) continue;
    const today = byDay.get(day) ?? [];
    const printOf = (id: string) => byId.get(id);
    let result: AssignedStories;
    if (day === undated) result = assignUndated(today, days, links, printOf);
    else {
      window(day);
      result = assignStories({
        prints: today,
        open: openBefore(days, all, at, day),
        printOf,
        frequencies,
        links,
        day,
      });
    }
    if (!isTouched && JSON.stringify(days.get(day)) !== JSON.stringify(result))
      lastTouched = Math.max(lastTouched, day);
    if (today.length === 0) days.delete(day);
    else days.set(day, result);
  }
  return { days };
}

/** Terms of an undated article that a story must share some of to be looked at. */
const lookedAt = 20;
const sharedAtLeast = 3;

/** An article without a day may belong to a story of any day: those that share its strongest terms are asked. */
function assignUndated(
  prints: readonly StoryPrint[],
  days: ReadonlyMap<number, AssignedStories>,
  links: StoryLinks,
  printOf: (id: string) => StoryPrint | undefined,
): AssignedStories {
  const wanted = new Map<number, StoryPrint[]>();
  for (const print of prints) {
    for (const id of topTerms(print)) {
      const list = wanted.get(id);
      if (list === undefined) wanted.set(id, [print]);
      else list.push(print);
    }
  }
  const stories = new Map<string, string[]>();
  const into = new Map<string, string>();
  for (const [, { joins, merges }] of [...days].filter(([day]) => day !== undated).sort(([a], [b]) => a - b)) {
    for (const [founder, other] of merges) into.set(founder, other);
    for (const [id, founder] of joins) stories.set(founder, [...(stories.get(founder) ?? []), id]);
  }
  const open = new Map<string, string[]>();
  for (const [founder, ids] of stories) {
    const members = ids.filter((id) => printOf(id) !== undefined);
    if (!members.some((id) => asksFor(printOf(id), wanted))) continue;
    let last = founder;
    for (let next = into.get(last); next !== undefined && next !== founder; next = into.get(last)) last = next;
    open.set(last, [...(open.get(last) ?? []), ...members].sort());
  }
  const frequencies = createFrequencies();
  frequencies.add(prints);
  const members = [...open.values()].flat().flatMap((id) => printOf(id) ?? []);
  frequencies.add(members);
  return assignStories({
    prints,
    open: [...open].map(([founder, ids]) => ({ founder, members: ids })),
    printOf,
    frequencies,
    links,
  });
}

function topTerms({ words, shared }: StoryPrint): number[] {
  return [...words.ids.slice(0, lookedAt), ...shared.ids.slice(0, lookedAt)];
}

function asksFor(print: StoryPrint | undefined, wanted: ReadonlyMap<number, readonly StoryPrint[]>): boolean {
  if (print === undefined) return false;
  const shared = new Map<StoryPrint, number>();
  for (const id of topTerms(print)) {
    for (const one of wanted.get(id) ?? []) {
      const count = (shared.get(one) ?? 0) + 1;
      if (count >= sharedAtLeast) return true;
      shared.set(one, count);
    }
  }
  return false;
}

/** Stories of the last day that had articles, without the reports that have grown too old. */
function openBefore(
  days: ReadonlyMap<number, AssignedStories>,
  all: readonly number[],
  at: number,
  day: number,
): readonly OpenStory[] {
  for (let index = at - 1; index >= 0; index--) {
    const previous = all[index] ?? 0;
    const known = days.get(previous);
    if (known !== undefined) return known.open;
    if (previous < day - frequencyDays) break;
  }
  return [];
}

/** The day that a print is assigned on: of publication, else of the meeting that it reports. */
export function storyDay(print: StoryPrint): number {
  return dayOf(print) ?? print.record?.day ?? undated;
}

/** Brings together what the days decided and what links say, and gives the members of each story by founder. */
export function storiesOf(days: StoryDays, articles: readonly string[], links: StoryLinks): Map<string, string> {
  const parent = new Map<string, string>();
  const tags = new Map<string, ReadonlySet<string>>();
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    if (root !== id) parent.set(id, root);
    return root;
  };
  const tagsOf = (root: string) => tags.get(root) ?? new Set(links.tagsOf(root));
  const unite = (a: string, b: string) => {
    const [one, other] = [find(a), find(b)].sort();
    if (one === undefined || other === undefined || one === other) return;
    const [left, right] = [tagsOf(one), tagsOf(other)];
    if (barred(left, right)) return;
    if (left.size + right.size > 0) tags.set(one, new Set([...left, ...right]));
    parent.set(other, one);
  };
  const present = new Set(articles);
  const ordered = [...articles].sort();
  const holders = new Map<string, string>();
  const linkAll = (editor: boolean) => {
    for (const id of ordered) {
      for (const key of links.keysOf(id)) {
        if (key.startsWith('e ') !== editor) continue;
        const holder = holders.get(key);
        if (holder === undefined) holders.set(key, id);
        else unite(holder, id);
      }
    }
  };
  linkAll(true);
  for (const [, { joins, merges }] of [...days.days].sort(([a], [b]) => a - b)) {
    for (const [id, founder] of [...joins, ...merges]) if (present.has(id) && present.has(founder)) unite(id, founder);
  }
  linkAll(false);
  return new Map(ordered.map((id) => [id, find(id)]));
}
