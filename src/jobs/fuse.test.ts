import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeCounts } from '../core/record/people/spelling-counts.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { processPending } from './process.ts';

let part: Store;
let whole: Store;
beforeEach(async () => {
  [part, whole] = [await openSqliteStore(':memory:'), await openSqliteStore(':memory:')];
});
afterEach(async () => {
  await part.close();
  await whole.close();
});

const talks = (country: string, minister: string, other: string, day: string) =>
  `${country} and Morocco hold talks in Rabat

Herald of Alder, ${day}

The ${country} Minister of the Interior, ${minister}, held talks on ${day} in Rabat with the Moroccan Minister of the Interior, ${other}. The two ministers agreed to set up a joint working group on migration.`;

const pages = [
  talks('Spanish', 'Petra Quillan', 'Karim Sadaoui', '19 January 2024'),
  talks('French', 'Odile Marchenoir', 'Karim Sadaoui', '14 February 2024'),
  talks('Spanish', 'Petra Quillan', 'Karim Sadaoui', '20 March 2024'),
  talks('Spanish', 'Petra Quillann', 'Karim Sadaoui', '19 January 2024').replace('Herald of Alder', 'Courier of Elm'),
  talks('Italian', 'Bruno Calvarosi', 'Karim Sadawi', '14 February 2024'),
];

async function add(store: Store, text: string, name: string): Promise<void> {
  await store.pages.put({
    bytes: new TextEncoder().encode(text),
    format: 'text',
    url: `https://${name}.example/1`,
    origin: 'collect',
    savedAt: '2024-04-01T00:00:00Z',
  });
}

async function record(store: Store): Promise<unknown> {
  const meetings: unknown[] = [];
  for await (const meeting of store.record.eachMeeting()) meetings.push(meeting);
  const people: unknown[] = [];
  for await (const person of store.record.eachPerson()) people.push(person);
  const articles: unknown[] = [];
  for await (const { article, storyId, dispatchId } of store.articles.each())
    articles.push([article.id, storyId, dispatchId]);
  // What the next fusion looks up must be the same too.
  const spellings = await store.record.fusionSource.spellings(['ES', 'FR', 'IT', 'MA', '?']);
  return { meetings, people, articles, sums: spellings.map(writeCounts).sort() };
}

test('page by page gives the same archive as fusing everything each time, and touches only what it must', async () => {
  const changes: unknown[] = [];
  for (const [index, text] of pages.entries()) {
    for (const store of [part, whole]) await add(store, text, `paper${index}`);
    changes.push((await processPending(part)).change);
    await processPending(whole, { alwaysFuse: true });
    expect(await record(part)).toEqual(await record(whole));
  }
  expect(changes).toEqual([
    { added: 1, changed: 0, removed: 0 },
    { added: 1, changed: 0, removed: 0 },
    { added: 1, changed: 0, removed: 0 },
    { added: 0, changed: 1, removed: 0 },
    { added: 1, changed: 0, removed: 0 },
  ]);
});

test('an article that is removed takes its meeting with it, and nothing else', async () => {
  for (const [index, text] of pages.slice(0, 3).entries()) await add(part, text, `paper${index}`);
  await processPending(part);
  const [first] = await part.articles.ids();
  await part.articles.remove(first ?? '');
  await part.setSetting('fusion.due', '1');
  expect((await processPending(part)).change).toEqual({ added: 0, changed: 0, removed: 1 });
  expect(await part.check()).toEqual([]);
});

test('a run without anything new changes nothing', async () => {
  await add(part, pages[0] ?? '', 'paper');
  await processPending(part);
  const before = await record(part);
  await part.setSetting('fusion.due', '1');
  expect((await processPending(part)).change).toEqual({ added: 0, changed: 0, removed: 0 });
  expect(await record(part)).toEqual(before);
});

test('a report that tells one side waits for the register, and joins the record when others name its minister', async () => {
  const half = `Ministers meet in Rabat

Herald of Alder, 2 February 2024

Interior Minister Petra Quillan received on 2 February 2024 the Moroccan Minister of the Interior, Karim Sadaoui. They discussed migration.`;
  await add(part, half, 'alder');
  expect((await processPending(part)).change).toEqual({ added: 0, changed: 0, removed: 0 });
  await add(whole, half, 'alder');
  for (const [index, text] of pages.slice(0, 3).entries()) {
    for (const store of [part, whole]) await add(store, text, `paper${index}`);
    await processPending(part);
    await processPending(whole, { alwaysFuse: true });
    expect(await record(part)).toEqual(await record(whole));
  }
  const meetings = [];
  for await (const meeting of part.record.eachMeeting()) meetings.push(meeting);
  const told = meetings.find(({ when }) => when.edtf === '2024-02-02');
  expect(told?.sides.map(({ country, basis }) => [country, basis])).toEqual([
    ['ES', 'register'],
    ['MA', 'explicit'],
  ]);
});
