import { afterAll, beforeAll, expect, test } from 'vitest';
import type { createApp as create } from '../../src/web/app.tsx';
import type { openCardPress as open } from '../../src/web/cards/card-press.ts';
import { openOneMeeting, type WebArchive } from '../helpers/web-archive.ts';

const TIME_LIMIT = 60_000;
// The built program: its threads run no sources.
const built = new URL('../../dist/web/app.js', import.meta.url).href;
const { createApp } = (await import(built)) as { createApp: typeof create };
const { openCardPress } = (await import(new URL('../../dist/web/cards/card-press.js', import.meta.url).href)) as {
  openCardPress: typeof open;
};
const faults: unknown[] = [];
let archive: WebArchive;

beforeAll(async () => {
  archive = await openOneMeeting();
});
afterAll(() => archive.close());

test.each(['en', 'ar'])(
  'the picture of a page is a PNG of its size with letters on it: %s',
  async (language) => {
    const site = createApp({
      store: archive.store,
      settings: { publishLocalInFull: false },
      now: () => new Date('2024-02-03T09:00:00Z'),
      log: { error: (event, detail) => faults.push({ event, detail }) },
    });
    for (const card of [`meetings/${archive.meetingId}`, 'dossiers/ES-MA', 'site/rapporteur']) {
      const address = `/cards/${language}/${card}.png`;
      const [response, twin] = await Promise.all([site.request(address), site.request(address)]);
      expect([card, response.status, response.headers.get('content-type')]).toEqual([card, 200, 'image/png']);
      const png = Buffer.from(await response.arrayBuffer());
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
      // An empty sheet has less than three thousand.
      expect(png.length).toBeGreaterThan(8_000);
      expect(twin.headers.get('etag')).toBe(response.headers.get('etag'));
      const known = { 'if-none-match': response.headers.get('etag') ?? '' };
      expect((await site.request(address, { headers: known })).status).toBe(304);
    }
    expect(faults).toEqual([]);
  },
  TIME_LIMIT,
);

// Where a font is missing every letter is the same empty box.
test.each([
  ['ltr', 'title', 'aaaa', 'eeee'],
  ['ltr', 'title', 'žžžž', 'šššš'],
  ['ltr', 'title', 'ممم', 'ططط'],
  ['ltr', 'foot', 'aaaa', 'eeee'],
  ['rtl', 'title', '2024', '3135'],
  ['rtl', 'foot', 'ممم', 'ططط'],
] as const)(
  '%s %s: %s is not %s',
  async (direction, field, one, other) => {
    const press = openCardPress();
    const draw = (text: string) => press.draw({ title: '', kicker: '', foot: '', site: '', direction, [field]: text });
    const [first, second] = [await draw(one), await draw(other)];
    expect(first?.png.length).toBeGreaterThan(2_000);
    expect(Buffer.from(first?.png ?? []).equals(Buffer.from(second?.png ?? []))).toBe(false);
  },
  TIME_LIMIT,
);
