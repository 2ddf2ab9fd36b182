import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createTemporaryFolder } from '../../test/helpers/temporary-folder.ts';
import { gzipMembers, warcRecord } from '../../test/helpers/warc.ts';
import { readFiles } from '../collect/read-files.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { openImportJournal } from './import-journal.ts';

const folder = await createTemporaryFolder();
let store: Store;
const names = ['a', 'b', 'c', 'd', 'e', 'f'];
beforeEach(async () => {
  await store?.close();
  store = await openSqliteStore(':memory:');
});
afterAll(async () => {
  await store.close();
  await folder.remove();
});

/** An import of at most some pages. Gives what it found; the journal is saved when it ends and when it is stopped. */
async function run(path: string, most = 100, failing: readonly string[] = []): Promise<string> {
  const journal = await openImportJournal(store, () => new Date());
  const found: string[] = [];
  let isWhole = true;
  for await (const item of readFiles([path], { maxBytes: 10_000, journal })) {
    if (found.length === most) {
      isWhole = false;
      break;
    }
    const text = item.kind === 'page' ? Buffer.from(item.bytes).toString() : item.code;
    found.push(text);
    const failure = item.kind === 'failure' ? { code: item.code } : undefined;
    const outcome = failing.includes(text) ? { code: 'not-an-article' as const } : failure;
    await journal.settle(journal.begin(item), { changed: true, ...(outcome && { failure: outcome }) });
  }
  await journal.save();
  if (isWhole) await journal.finish();
  return found.join('');
}

/** Files of a folder that are as young as the import are read again: they may have changed under it. */
const untilOld = () => new Promise((resolve) => setTimeout(resolve, 1_200));

const record = (name: string) =>
  warcRecord('resource', { 'WARC-Target-URI': `https://a.example/${name}`, 'Content-Type': 'text/html' }, name);
const kinds: readonly (readonly [string, (file: string) => void])[] = [
  ['x.warc', (file) => writeFileSync(file, Buffer.concat(names.map(record)))],
  ['x.warc.gz', (file) => writeFileSync(file, gzipMembers(names.map(record)))],
  ['x.jsonl', (file) => writeFileSync(file, names.map((text) => JSON.stringify({ text })).join('\n'))],
  ['x.json', (file) => writeFileSync(file, JSON.stringify(names.map((text) => ({ text }))))],
  [
    'pages',
    (file) => {
      mkdirSync(`${file}/c`, { recursive: true });
      for (const name of names) writeFileSync(`${file}/${name === 'c' ? 'c/c' : name}.html`, name);
    },
  ],
];

describe('an import that was stopped', () => {
  test.each(kinds)('%s: goes on behind what is done, and from the start once all is', async (name, make) => {
    make(folder.file(name));
    if (name === 'pages') await untilOld();
    expect(await run(folder.file(name), 2)).toBe('ab');
    expect(await store.imports.inputs()).toHaveLength(1);
    expect(await run(folder.file(name), 1)).toBe('c');
    expect(await run(folder.file(name))).toBe('def');
    expect(await store.imports.inputs()).toEqual([]);
    expect(await run(folder.file(name))).toBe('abcdef');
  });

  test.each(kinds.slice(0, 4))('%s: starts again when the file is another one', async (name, make) => {
    make(folder.file(name));
    expect(await run(folder.file(name), 2)).toBe('ab');
    utimesSync(folder.file(name), 1, 1);
    expect(await run(folder.file(name))).toBe('abcdef');
  });

  test('a file that came into the folder since then is read although its turn is over', async () => {
    const path = folder.file('grows');
    mkdirSync(path);
    for (const name of ['b', 'd']) writeFileSync(`${path}/${name}.html`, name);
    await untilOld();
    expect(await run(path, 1)).toBe('b');
    writeFileSync(`${path}/a.html`, 'a');
    expect(await run(path)).toBe('ad');
  });

  test('what is under way does not count as done', async () => {
    const path = folder.file('way.jsonl');
    writeFileSync(path, names.map((text) => JSON.stringify({ text })).join('\n'));
    const journal = await openImportJournal(store, () => new Date());
    const items: Parameters<typeof journal.begin>[0][] = [];
    for await (const item of readFiles([path], { maxBytes: 100, journal })) {
      items.push(item);
      if (items.length === 3) break;
    }
    const pending = items.map((item) => journal.begin(item));
    for (const at of [0, 2]) await journal.settle(pending[at] as (typeof pending)[0], { changed: true });
    await journal.save();
    expect(await run(path)).toBe('bcdef');
  });
});

describe('failures', () => {
  test('are kept by file and item, and go when the item succeeds', async () => {
    const path = folder.file('some.jsonl');
    writeFileSync(path, '{"text":"a"}\n{"broken\n{"text":"b"}');
    await run(path, 100, ['b']);
    const failures = await store.imports.failures();
    expect(failures.map(({ input, item, code }) => [input, item, code])).toEqual([
      [path, '#2', 'json-invalid'],
      [path, '#3', 'not-an-article'],
    ]);
    await run(path);
    expect((await store.imports.failures()).map(({ item, tries }) => [item, tries])).toEqual([['#2', 2]]);
  });

  test('of a file in a folder belong to the file', async () => {
    mkdirSync(folder.file('few'));
    writeFileSync(folder.file('few/a.html'), 'a');
    await run(folder.file('few'), 100, ['a']);
    expect((await store.imports.failures()).map(({ input, item }) => [input, item])).toEqual([
      [folder.file('few/a.html'), ''],
    ]);
  });
});
