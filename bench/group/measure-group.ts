import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { assignDay, dispatchWindow } from '../../src/core/group/assign-dispatches.ts';
import { assignStories, frequencyDays, type OpenStory } from '../../src/core/group/assign-stories.ts';
import { createDispatchIndex } from '../../src/core/group/dispatch-index.ts';
import { dispatchPrint } from '../../src/core/group/dispatch-print.ts';
import { storyLinks } from '../../src/core/group/story-links.ts';
import { storyDays } from '../../src/core/group/story-margin.ts';
import { type StoryPrint, storyPrint } from '../../src/core/group/story-print.ts';
import { createFrequencies } from '../../src/core/group/term-frequencies.ts';
import { makePress } from '../evaluate/copies/make-press.ts';
import { articleOf } from '../evaluate/copies/run.ts';

/** What part of a stream took. Rates are articles a second of CPU time. */
export interface GroupPart {
  readonly articles: number;
  readonly fingerprints: number;
  readonly dispatches: number;
  readonly storyPrints: number;
  readonly stories: number;
  /** Each of the two, from text to group. */
  readonly dispatchesInAll: number;
  readonly storiesInAll: number;
  /**
   * MB: most that was held after collecting garbage, beside what was held at the start; the whole process before the
   * first article, languages and texts to send included; and most of the whole process.
   */
  readonly held: number;
  readonly residentBefore: number;
  readonly resident: number;
}

const perDay = 200;
const languages = ['fr', 'en', 'es', 'ar'] as const;
const dayLength = 86_400_000;

interface Spent {
  fingerprints: number;
  dispatches: number;
  storyPrints: number;
  stories: number;
}

/**
 * A stream of made texts in four languages, 200 a day, through one window of dispatches and one of stories. The texts
 * are given new days again and again, so that making them does not count; each round is months after the last. Gives a
 * part each time that the number of articles has grown tenfold, and for the last tenth by itself.
 */
export function* measureGroup(articles: number, seed: number): Generator<GroupPart> {
  const pool = languages
    .flatMap((language) => makePress(language, { seed, originals: 500 }))
    .sort((a, b) => (a.published.slice(0, 10) < b.published.slice(0, 10) ? -1 : 1))
    .map((text) => articleOf(text, false));
  const index = createDispatchIndex();
  const roots = new Map<string, string>();
  const held: { readonly day: number; readonly prints: readonly StoryPrint[] }[] = [];
  const frequencies = createFrequencies();
  let open: readonly OpenStory[] = [];
  const start = memory();
  const residentBefore = residentMost();
  let most = 0;
  let spent: Spent = { fingerprints: 0, dispatches: 0, storyPrints: 0, stories: 0 };
  let since = 0;
  for (let done = 0; done < articles; ) {
    const day = Math.floor(Date.UTC(2000, 0, 1) / dayLength) + done / perDay;
    const published = new Date(day * dayLength).toISOString().slice(0, 10);
    const batch = Array.from({ length: Math.min(perDay, articles - done) }, (_, nth) => {
      const article = pool[(done + nth) % pool.length];
      return { ...(article as NonNullable<typeof article>), id: `a${done + nth}`, published };
    });
    let prints = timed(() => batch.map(dispatchPrint), spent, 'fingerprints');
    timed(() => prints.forEach((print) => void index.add(print)), spent, 'fingerprints');
    const dispatches = timed(
      () => {
        const found = assignDay(index, prints).roots;
        for (const id of [...index.ids]) {
          if ((index.get(id)?.print.day ?? day) >= day - dispatchWindow) break;
          index.remove(id);
        }
        return found;
      },
      spent,
      'dispatches',
    );
    prints = [];
    for (const [id, root] of dispatches) roots.set(id, root);
    const storyPrints = timed(() => batch.map((article) => storyPrint(article)), spent, 'storyPrints');
    timed(
      () => {
        held.push({ day, prints: storyPrints });
        frequencies.add(storyPrints);
        for (const old of held.filter((one) => one.day === day - frequencyDays)) frequencies.remove(old.prints);
        while ((held[0]?.day ?? day) < day - frequencyDays - storyDays)
          for (const { id } of held.shift()?.prints ?? []) roots.delete(id);
        const byId = new Map(held.flatMap(({ prints: own }) => own.map((print) => [print.id, print] as const)));
        const links = storyLinks({ dispatches: roots, meetings: [], mainReport: new Map() });
        open = assignStories({
          prints: storyPrints,
          open,
          printOf: (id) => byId.get(id),
          frequencies,
          links,
          day,
        }).open;
      },
      spent,
      'stories',
    );
    done += batch.length;
    if ((done / perDay) % 20 === 0 || done === articles) most = Math.max(most, memory() - start);
    if (done === articles || /^10+$/.test(String(done))) {
      const count = done - since;
      yield {
        articles: done,
        fingerprints: rate(count, spent.fingerprints),
        dispatches: rate(count, spent.dispatches),
        storyPrints: rate(count, spent.storyPrints),
        stories: rate(count, spent.stories),
        dispatchesInAll: rate(count, spent.fingerprints + spent.dispatches),
        storiesInAll: rate(count, spent.storyPrints + spent.stories),
        held: Math.round(most / 1e6),
        residentBefore,
        resident: residentMost(),
      };
      spent = { fingerprints: 0, dispatches: 0, storyPrints: 0, stories: 0 };
      since = done;
    }
  }
}

function residentMost(): number {
  return Math.round(process.resourceUsage().maxRSS / 1e3);
}

function rate(articles: number, seconds: number): number {
  return Math.round(articles / Math.max(seconds, 1e-6));
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memory(): number {
  // What typed arrays held is given back only by the second round.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function timed<T>(work: () => T, spent: Spent, step: keyof Spent): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[step] += (user + system) / 1e6;
  return result;
}
