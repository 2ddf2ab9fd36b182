import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { processPending } from '../process.ts';

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

const storm = (town: string) =>
  `A storm tore the roof off the covered market of ${town} on Tuesday night and injured nine people, the town hall said. Stallholders of ${town} had closed their shops an hour earlier, when the wind first broke the windows of the fish hall. Firefighters worked until the morning to free the road to the hospital, where two of the injured were still being treated. The mayor promised that trading would go on in tents from Saturday and that the roof would be rebuilt before winter.`;

/** @param day ISO, or nothing for a page without a date */
async function add(name: string, day: string | undefined, town = 'Port Sable', into = store): Promise<string> {
  const line =
    day === undefined
      ? 'From our correspondent'
      : `Herald of Alder, ${Number(day.slice(8))} ${day.slice(5, 7) === '03' ? 'March' : 'June'} ${day.slice(0, 4)}`;
  const { page } = await into.pages.put({
    bytes: new TextEncoder().encode(`Storm destroys market\n\n${line}\n\n${storm(town)}`),
    format: 'text',
    url: `https://${name}.example/1`,
    origin: 'collect',
    savedAt: '2026-02-01T00:00:00Z',
  });
  return page.articleId;
}

const groupsOf = async (id: string, of = store) => {
  const found = await of.articles.get(id);
  return [found?.dispatchId, found?.storyId];
};

describe('a page without a date', () => {
  test('belongs to the copy that has one, in whatever order they come', async () => {
    const [first, dated] = [await add('alder', undefined), await add('elm', '2024-03-05')];
    await processPending(store);
    expect(await groupsOf(first)).toEqual(await groupsOf(dated));
    const late = await add('birch', undefined);
    await processPending(store);
    expect(await groupsOf(late)).toEqual(await groupsOf(dated));
    expect((await store.grouping.articles('id', [first, dated, late])).map(({ day }) => day)).toEqual([
      19787, 19787, 19787,
    ]);
  });

  test('stands on the day by which it was there when nothing is like it, and again when that is gone', async () => {
    const id = await add('alder', undefined);
    await processPending(store);
    const dayOf = async () => (await store.grouping.articles('id', [id]))[0]?.day;
    const captured = Date.UTC(2026, 1, 1) / 86_400_000;
    expect(await dayOf()).toBe(captured);
    const copy = await add('elm', '2024-03-05');
    await processPending(store);
    expect(await dayOf()).toBe(19787);
    await store.articles.remove(copy);
    await processPending(store);
    expect(await dayOf()).toBe(captured);
  });
});

test('one more article asks for the days in its reach alone', async () => {
  for (const [index, day] of ['2024-03-01', '2024-03-20', '2024-06-01', '2024-06-02', '2024-06-20'].entries())
    await add(`paper${index}`, day, `Town${index}`);
  await processPending(store);
  const ranges: (readonly [number, number])[] = [];
  const watched: Store = {
    ...store,
    grouping: {
      ...store.grouping,
      dispatchMembers: (from, to) => {
        ranges.push([from, to]);
        return store.grouping.dispatchMembers(from, to);
      },
      storyMembers: (from, to) => {
        ranges.push([from, to]);
        return store.grouping.storyMembers(from, to);
      },
    },
    articles: {
      ...store.articles,
      each: () => {
        throw new Error('a pass over the archive');
      },
      many: (ids) => {
        expect(ids.length).toBe(1);
        return store.articles.many(ids);
      },
    },
    record: {
      ...store.record,
      eachMeeting: () => {
        throw new Error('a pass over the meetings');
      },
    },
  };
  await add('late', '2024-06-03', 'Vellamo');
  await processPending(watched);
  const [june, march] = [Date.UTC(2024, 5, 3) / 86_400_000, Date.UTC(2024, 2, 20) / 86_400_000];
  expect(ranges.length).toBeGreaterThan(0);
  expect(Math.min(...ranges.map(([from]) => from))).toBeGreaterThan(march);
  expect(Math.max(...ranges.map(([, to]) => to))).toBeLessThanOrEqual(june + 28);
});

test('a run that dies at any step of grouping is finished by the next', async () => {
  const steps = [
    'putPrints',
    'setDay',
    'setRoots',
    'setDone',
    'setLinks',
    'setStoryDay',
    'setDaysDone',
    'markDue',
  ] as const;
  const pages = [undefined, '2024-03-05', '2024-03-06', '2024-03-08'] as const;
  const whole = await openSqliteStore(':memory:');
  try {
    const ids: string[] = [];
    for (const [index, day] of pages.entries())
      ids.push(await add(`paper${index}`, day, index < 3 ? undefined : 'Castrel', whole));
    await processPending(whole);
    const shape = async (of: Store) => {
      const groups = await Promise.all(ids.map((id) => groupsOf(id, of)));
      return groups.map(([dispatch, story]) => [
        groups.findIndex(([one]) => one === dispatch),
        groups.findIndex(([, one]) => one === story),
      ]);
    };
    for (const step of steps) {
      const one = await openSqliteStore(':memory:');
      try {
        for (const [index, day] of pages.entries()) {
          await add(`paper${index}`, day, index < 3 ? undefined : 'Castrel', one);
          if (index === 1) await processPending(one);
        }
        const dying: Store = {
          ...one,
          grouping: {
            ...one.grouping,
            [step]: () => Promise.reject(new Error('killed')),
          },
        };
        await processPending(dying).catch(() => undefined);
        await processPending(one);
        expect(await shape(one), step).toEqual(await shape(whole));
        expect(await one.grouping.articlesDue('story')).toEqual([]);
        expect(await one.grouping.daysDue('story')).toEqual([]);
      } finally {
        await one.close();
      }
    }
  } finally {
    await whole.close();
  }
}, 60_000);
