import { founderBefore, gatherUnits } from './gather-units.ts';
import type { StoryLinks } from './story-links.ts';
import { barred, storyDays } from './story-margin.ts';
import { dayOf, type StoryPrint } from './story-print.ts';
import { joined, type StoryUnit, unitOf } from './story-unit.ts';
import type { TermFrequencies } from './term-frequencies.ts';

/** A story that an article of the next days may still join. Plain data. */
export interface OpenStory {
  /** Article that names the story. */
  readonly founder: string;
  /** Its articles of the last days, in order. */
  readonly members: readonly string[];
}

export interface DayOfStories {
  /** Articles of the day, in any order. */
  readonly prints: readonly StoryPrint[];
  /** As the day before left them. */
  readonly open: readonly OpenStory[];
  /** Prints of the members of open stories. */
  readonly printOf: (articleId: string) => StoryPrint | undefined;
  /** Of this day and the days before it, `frequencyDays` in all. */
  readonly frequencies: TermFrequencies;
  readonly links: StoryLinks;
  /** Days since 1970; undefined for the articles that have none. */
  readonly day?: number;
}

export interface AssignedStories {
  /** Founder of the story by article, for the articles of the day. */
  readonly joins: readonly (readonly [articleId: string, founder: string])[];
  /** Stories that turned out to be one: the second goes on. */
  readonly merges: readonly (readonly [founder: string, into: string])[];
  readonly open: readonly OpenStory[];
}

/** Days that the frequencies of words are counted over, the day itself included. */
export const frequencyDays = 7;

/**
 * Puts the articles of one day into the stories that are open, or into new ones. Pure; the order of the articles and of
 * the open stories does not matter.
 */
export function assignStories(input: DayOfStories): AssignedStories {
  const { prints, open, printOf, frequencies, links, day } = input;
  const make = (founder: string, members: readonly StoryPrint[]) => {
    const ids = members.map(({ id }) => id);
    return unitOf(founder, members, frequencies, {
      tags: new Set(ids.flatMap((id) => links.tagsOf(id))),
      meetings: new Set(ids.flatMap((id) => links.meetingOf(id) ?? [])),
    });
  };
  const units: StoryUnit[] = [];
  for (const story of [...open].sort((a, b) => compare(a.founder, b.founder))) {
    const members = story.members.flatMap((id) => printOf(id) ?? []);
    if (members.length > 0) units.push(make(story.founder, members));
  }
  const before = new Set(units.map(({ founder }) => founder));
  for (const print of [...prints].sort((a, b) => compare(a.id, b.id))) units.push(make(print.id, [print]));
  const stories = gatherUnits(
    joinLinked(units, links),
    // Stories that have their days were settled on them: articles without a day only choose among them.
    day === undefined ? (a, b) => holdsUndated(a) || holdsUndated(b) : undefined,
  );

  const founderOf = new Map<string, string>();
  for (const { founder, prints: members } of stories) for (const { id } of members) founderOf.set(id, founder);
  const merges = open.flatMap(({ founder, members }): [string, string][] => {
    const into = members.flatMap((id) => founderOf.get(id) ?? [])[0];
    return into === undefined || into === founder || !before.has(founder) ? [] : [[founder, into]];
  });
  return {
    joins: prints.map(({ id }): [string, string] => [id, founderOf.get(id) ?? id]).sort(byFirst),
    merges: merges.sort(byFirst),
    open: day === undefined ? [] : stillOpen(stories, day),
  };
}

function holdsUndated(unit: StoryUnit): boolean {
  return unit.prints.some((print) => dayOf(print) === undefined && print.record?.day === undefined);
}

/** What the day after may join: stories with a report of the last days, as these reports tell them. */
function stillOpen(stories: readonly StoryUnit[], day: number): OpenStory[] {
  return stories
    .flatMap(({ founder, prints }) => {
      const members = prints.filter((print) => (dayOf(print) ?? day) > day - storyDays).map(({ id }) => id);
      return members.length === 0 ? [] : [{ founder, members: members.sort(compare) }];
    })
    .sort((a, b) => compare(a.founder, b.founder));
}

/** What is known beyond the words comes first, unless an editor said otherwise. */
function joinLinked(units: readonly StoryUnit[], links: StoryLinks): StoryUnit[] {
  const live: (StoryUnit | undefined)[] = [...units];
  const home = units.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (home[root] !== root) root = home[root] ?? root;
    home[index] = root;
    return root;
  };
  const holders = new Map<string, number>();
  const linked = units.flatMap((unit, index) =>
    [...new Set(unit.prints.flatMap(({ id }) => links.keysOf(id)))].map((key) => ({ key, index })),
  );
  linked.sort((a, b) => linkOrder(a.key, b.key) || a.index - b.index);
  for (const { key, index } of linked) {
    const holder = holders.get(key);
    if (holder === undefined) {
      holders.set(key, index);
      continue;
    }
    const [a, b] = [find(holder), find(index)];
    const [one, other] = [live[a], live[b]];
    if (a === b || one === undefined || other === undefined || barred(one.tags, other.tags)) continue;
    live[a] = joined(one, other, (founderBefore(one, other) ? one : other).founder);
    live[b] = undefined;
    home[b] = a;
  }
  return live.flatMap((unit) => unit ?? []);
}

/** The editor's word before all others. */
function linkOrder(a: string, b: string): number {
  return Number(b.startsWith('e ')) - Number(a.startsWith('e ')) || compare(a, b);
}

function byFirst(a: readonly string[], b: readonly string[]): number {
  return compare(a[0] ?? '', b[0] ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
