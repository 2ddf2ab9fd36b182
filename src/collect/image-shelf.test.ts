import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPressServer, type PressServer } from '../../test/helpers/press-server.ts';
import { createTemporaryFolder } from '../../test/helpers/temporary-folder.ts';
import { createFetcher } from './http/fetcher.ts';
import { type ImageShelfOptions, openImageShelf } from './image-shelf.ts';

const fetcher = createFetcher({ userAgent: 'Rapporteur/1 (test)' });
afterAll(() => fetcher.close());

/** The first bytes of a picture, and some more. */
const picture = (head: string, size = 100) => Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(size)]);
const jpeg = (size?: number) => picture('\xff\xd8\xff\xe0', size);

let press: PressServer;
let folder: string;
let remove: () => Promise<void>;
let time = Date.parse('2024-02-01T10:00:00Z');
beforeEach(async () => {
  press = await openPressServer();
  ({ path: folder, remove } = await createTemporaryFolder());
});
afterEach(async () => {
  await press.close();
  await remove();
});

const open = (more: Partial<ImageShelfOptions> = {}) =>
  openImageShelf({ folder, fetcher, now: () => new Date(time), allowPrivate: true, ...more });

describe('what a picture is', () => {
  test.each([
    ['image/jpeg', '\xff\xd8\xff\xe0'],
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['image/avif', '\0\0\0\x1cftypavif'],
  ])('%s is told by its bytes', async (type, head) => {
    press.set({ '/a': { body: picture(head), headers: { 'content-type': 'text/html' } } });
    expect((await (await open()).get(`${press.origin}/a`))?.type).toBe(type);
  });

  test.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html>'],
    ['nothing', ''],
  ])('%s is none, whatever its server says', async (_name, body) => {
    press.set({ '/a': { body, headers: { 'content-type': 'image/png' } } });
    expect(await (await open()).get(`${press.origin}/a`)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a picture is fetched once, also by a later process', async () => {
  press.set({ '/a': { body: jpeg() } });
  const shelf = await open();
  const both = await Promise.all([shelf.get(`${press.origin}/a`), shelf.get(`${press.origin}/a`)]);
  expect(both.map((one) => one?.bytes.length)).toEqual([104, 104]);
  await (await open()).get(`${press.origin}/a`);
  expect(press.asked).toHaveLength(1);
});

test('one that is too large is not shown, and not asked for again at once', async () => {
  press.set({ '/a': { body: jpeg(2_000) } });
  const shelf = await open({ maxBytes: 1_000 });
  expect(await shelf.get(`${press.origin}/a`)).toBeUndefined();
  await shelf.get(`${press.origin}/a`);
  expect(press.asked).toHaveLength(1);
  time += 11 * 60_000;
  await shelf.get(`${press.origin}/a`);
  expect(press.asked).toHaveLength(2);
});

test('private addresses are refused, also at the end of a redirect', async () => {
  press.set({ '/a': { body: jpeg() }, '/r': { status: 302, headers: { location: '/a' } } });
  const shelf = await open({ allowPrivate: false });
  expect(await shelf.get(`${press.origin}/a`)).toBeUndefined();
  expect(press.asked).toEqual([]);
});

test('the pictures that nobody looked at for longest make room', async () => {
  press.set({ '/a': { body: jpeg() }, '/b': { body: jpeg() }, '/c': { body: jpeg() } });
  const shelf = await open({ roomBytes: 250 });
  for (const path of ['/a', '/b', '/a', '/c']) await shelf.get(press.origin + path);
  expect(readdirSync(folder)).toHaveLength(2);
  await shelf.get(`${press.origin}/a`);
  expect(press.asked.map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
  await shelf.get(`${press.origin}/b`);
  expect(press.asked).toHaveLength(4);
});

test('an emptied folder and half a file do no harm', async () => {
  writeFileSync(join(folder, 'x.part'), 'half');
  press.set({ '/a': { body: jpeg() } });
  const shelf = await open();
  expect(readdirSync(folder)).toEqual([]);
  await shelf.get(`${press.origin}/a`);
  writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'damaged');
  // It is fetched anew.
  expect((await shelf.get(`${press.origin}/a`))?.bytes.length).toBe(104);
  expect(press.asked).toHaveLength(2);
});
