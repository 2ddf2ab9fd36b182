import { assignDay, dispatchWindow } from '../../core/group/assign-dispatches.ts';
import { assignStories, frequencyDays } from '../../core/group/assign-stories.ts';
import { createDispatchIndex } from '../../core/group/dispatch-index.ts';
import { type DayReplay, replayDays } from '../../core/group/replay-days.ts';
import type { StoryLinks } from '../../core/group/story-links.ts';
import { storyDays } from '../../core/group/story-margin.ts';
import { createFrequencies } from '../../core/group/term-frequencies.ts';
import type { DispatchMember, StoryMember } from '../../store/grouping.ts';
import type { Store } from '../../store/store.ts';

/** Finds the dispatches of all days that are due and of those that feel it; holds one window of the archive. */
export async function replayDispatches(store: Store): Promise<void> {
  const { grouping } = store;
  const replay = replayDays(await grouping.daysDue('dispatch'), dispatchWindow);
  const index = createDispatchIndex();
  let held: readonly DispatchMember[] = [];
  let upTo = -Infinity;
  for await (const day of daysOf(store, replay)) {
    const first = day - dispatchWindow;
    for (const { print } of held.filter((one) => one.day < first)) index.remove(print.id);
    const more = await grouping.dispatchMembers(Math.max(first, upTo + 1), day);
    held = [...held.filter((one) => one.day >= first), ...more];
    upTo = day;
    for (const { print, day: printed, root } of more) if (printed < day) index.add(print, root);
    const { roots } = assignDay(
      index,
      more.flatMap((one) => (one.day === day ? [one.print] : [])),
    );
    replay.done(day, await grouping.setRoots(day, roots));
  }
  await grouping.setDaysDone('dispatch');
}

/** The longest that a report of an open story lies back: the day that left it open, and the days before that. */
const storyReach = frequencyDays + storyDays;

/** The same for stories. */
export async function replayStoryDays(
  store: Store,
  linksOf: (articleIds: readonly string[]) => Promise<StoryLinks>,
): Promise<void> {
  const { grouping } = store;
  const replay = replayDays(await grouping.daysDue('story'), frequencyDays);
  const frequencies = createFrequencies();
  let counted: readonly StoryMember[] = [];
  let held: readonly StoryMember[] = [];
  let upTo = -Infinity;
  for await (const day of daysOf(store, replay)) {
    const more = await grouping.storyMembers(Math.max(day - storyReach, upTo + 1), day);
    held = [...held.filter((one) => one.day >= day - storyReach), ...more];
    upTo = day;
    const wanted = new Set(held.filter((one) => one.day > day - frequencyDays));
    const known = new Set(counted);
    frequencies.remove(counted.flatMap((one) => (wanted.has(one) ? [] : [one.print])));
    frequencies.add([...wanted].flatMap((one) => (known.has(one) ? [] : [one.print])));
    counted = [...wanted];
    const before = await grouping.dayBefore(day);
    const open = before === undefined || before < day - frequencyDays ? [] : await grouping.openStories(before);
    const prints = held.flatMap((one) => (one.day === day ? [one.print] : []));
    const printOf = new Map(held.map(({ print }) => [print.id, print]));
    const links = await linksOf([...prints.map(({ id }) => id), ...open.flatMap(({ members }) => members)]);
    const {
      joins,
      merges,
      open: left,
    } = assignStories({
      prints,
      open,
      printOf: (id) => printOf.get(id),
      frequencies,
      links,
      day,
    });
    const result = { day, founders: new Map(joins), merges, open: left };
    replay.done(day, await grouping.setStoryDay(result));
  }
  await grouping.setDaysDone('story');
}

/** Days with articles that have to be grouped again, in order; which they are may grow on the way. */
async function* daysOf({ grouping }: Store, replay: DayReplay): AsyncGenerator<number> {
  for (let from = -Infinity; ; ) {
    const wanted = replay.next(from);
    const day = wanted === undefined ? undefined : await grouping.nextDay(wanted);
    if (day === undefined) return;
    from = day;
    if (replay.next(day) !== day) continue;
    yield day;
    from = day + 1;
  }
}
