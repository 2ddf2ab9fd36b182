import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processPending } from '../../src/jobs/process.ts';
import { rebuild } from '../../src/jobs/rebuild.ts';
import { openPoolStore, openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { groupedRecord } from '../helpers/grouped-record.ts';

const TIME_LIMIT = 240_000;

interface Draft {
  readonly event: number;
  /** Day of March on which it is printed; 0 for a page without a date. */
  readonly day: number;
  /** Which sentences are left out. */
  readonly cut: number;
}

const guests = [
  ['Spanish', 'Petra Quillan'],
  ['French', 'Odile Marchenoir'],
  ['Italian', 'Bruno Calvarosi'],
] as const;

/** Receptions told in one template, and accidents that have nothing to do with them. */
function eventOf(event: number): readonly string[] {
  const [adjective, guest] = guests[event % guests.length] ?? guests[0];
  if (event < guests.length) {
    return [
      `The Moroccan Minister of the Interior, Karim Sadaoui, received the ${adjective} Minister of the Interior, ${guest}, on ${event + 4} March 2024 in Rabat.`,
      'The two ministers welcomed the quality of relations between the two countries and agreed to strengthen the coordination of their services.',
      'They agreed to step up the exchange of information and to convene the joint commission before the end of the year.',
      'The meeting took place in the presence of senior officials of both ministries.',
    ];
  }
  const town = ['Port Sable', 'Vellamo', 'Castrel'][event % 3] ?? '';
  return [
    `A storm tore the roof off the covered market of ${town} on Tuesday night and injured ${event + 9} people, the town hall said.`,
    `Stallholders had closed their shops an hour earlier, when the wind first broke the windows of the ${town} fish hall.`,
    'Firefighters worked until the morning to free the road to the hospital, where two of the injured were still being treated.',
    'The mayor promised that trading would go on in tents from Saturday and that the roof would be rebuilt before winter.',
  ];
}

function textOf({ event, day, cut }: Draft): string {
  const lines = eventOf(event).filter((_, index) => index !== cut);
  const head = event < guests.length ? 'Ministers meet in Rabat' : 'Storm destroys market';
  return [head, day === 0 ? 'From our correspondent' : `Herald of Alder, ${day} March 2024`, lines.join(' ')].join(
    '\n\n',
  );
}

const drafts = fc.array(
  fc.record({
    event: fc.nat({ max: 5 }),
    day: fc.oneof({ arbitrary: fc.integer({ min: 3, max: 20 }), weight: 4 }, { arbitrary: fc.constant(0), weight: 1 }),
    cut: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 3, maxLength: 12 },
);

async function add(store: Store, draft: Draft, number: number): Promise<void> {
  await store.pages.put({
    bytes: new TextEncoder().encode(textOf(draft)),
    format: 'text',
    url: `https://paper${number}.example/1`,
    origin: 'collect',
    savedAt: `2024-0${4 + (number % 3)}-01T00:00:00Z`,
  });
}

function laws(runs: number, open: () => Promise<Store>): void {
  const filled = async (pages: readonly Draft[], order: readonly number[], oneByOne: boolean) => {
    const store = await open();
    for (const number of order) {
      await add(store, pages[number] as Draft, number);
      if (oneByOne) await processPending(store);
    }
    await processPending(store);
    return store;
  };
  const ordered = drafts.chain((pages) =>
    fc.tuple(fc.constant(pages), fc.shuffledSubarray([...pages.keys()], { minLength: pages.length })),
  );

  test(
    'page by page in any order, all at once, and grouped anew are one archive',
    async () => {
      await fc.assert(
        fc.asyncProperty(ordered, async ([pages, order]) => {
          const [single, whole] = [await filled(pages, order, true), await filled(pages, [...pages.keys()], false)];
          try {
            const expected = await groupedRecord(whole);
            expect(await groupedRecord(single)).toEqual(expected);
            await rebuild(single, { from: 'group' });
            expect(await groupedRecord(single)).toEqual(expected);
            expect(await single.check()).toEqual([]);
          } finally {
            await Promise.all([single.close(), whole.close()]);
          }
        }),
        { numRuns: runs, endOnFailure: runs < 5 },
      );
    },
    TIME_LIMIT,
  );

  test(
    'an article that is taken out leaves no trace',
    async () => {
      await fc.assert(
        fc.asyncProperty(ordered, fc.nat({ max: 1_000 }), async ([pages, order], pick) => {
          const gone = new Set(order.filter((_, index) => index === 0 || (pick >> index) % 3 === 0));
          const rest = order.filter((number) => !gone.has(number));
          const [store, never] = [await filled(pages, order, false), await filled(pages, rest, false)];
          try {
            const ids = new Map(
              await Promise.all(
                (await store.articles.ids()).map(async (id) => [(await store.articles.get(id))?.page.url, id] as const),
              ),
            );
            for (const number of gone) await store.articles.remove(ids.get(`https://paper${number}.example/1`) ?? '');
            await processPending(store);
            expect(await groupedRecord(store)).toEqual(await groupedRecord(never));
            expect(await store.check()).toEqual([]);
          } finally {
            await Promise.all([store.close(), never.close()]);
          }
        }),
        { numRuns: runs, endOnFailure: runs < 5 },
      );
    },
    TIME_LIMIT,
  );
}

describe('grouping, SQLite', () =>
  laws(Number(process.env['RAPPORTEUR_TEST_RUNS'] ?? 8), () => openSqliteStore(':memory:')));

describe('grouping, PGlite', () => {
  let postgres: PGlite;
  let schemas = 0;
  beforeAll(async () => {
    postgres = await PGlite.create();
  }, TIME_LIMIT);
  afterAll(() => postgres.close());
  laws(2, async () => {
    const schema = `grouping_${++schemas}`;
    await postgres.exec(`create schema ${schema}`);
    return openPoolStore(createPglitePool(postgres, schema));
  });
});
