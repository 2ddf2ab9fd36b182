import type { Store } from '../../src/store/store.ts';

/**
 * What an archive knows, with every id told by what it stands for: two archives that took another way to the same
 * articles name some groups after other members, and differ in nothing else.
 */
export async function groupedRecord(store: Store): Promise<unknown> {
  const [dispatches, stories] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for await (const { article, dispatchId, storyId } of store.articles.each()) {
    for (const [groups, id] of [
      [dispatches, dispatchId],
      [stories, storyId],
    ] as const) {
      if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), article.id].sort());
    }
  }
  const names = new Map<string, string>();
  for (const [id, members] of [...dispatches, ...stories]) names.set(id, members.join('+'));
  const meetings = [];
  for await (const meeting of store.record.eachMeeting()) {
    names.set(
      meeting.id,
      meeting.reports
        .map(({ articleId, report }) => `${articleId}#${report}`)
        .sort()
        .join('+'),
    );
    meetings.push({ ...meeting, slug: '' });
  }
  const people = [];
  for await (const person of store.record.eachPerson()) {
    names.set(
      person.id,
      `person ${person.names
        .map(({ full }) => full)
        .sort()
        .join('+')}`,
    );
    people.push({ ...person, slug: '' });
  }
  const told = (values: readonly unknown[]) =>
    values
      .map((value) => JSON.stringify(value).replaceAll(/"([dmps][0-9a-f]+)"/g, (found, id) => names.get(id) ?? found))
      .sort();
  return {
    dispatches: [...dispatches.values()].map((members) => members.join(' ')).sort(),
    stories: [...stories.values()].map((members) => members.join(' ')).sort(),
    meetings: told(meetings),
    people: told(people),
    counts: (await store.articles.listStories()).total,
  };
}
