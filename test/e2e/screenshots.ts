import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { boardRooms, openBoardSite } from './board-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import { roomsOf } from './rooms.ts';
import { openSampleSite } from './sample-site.ts';

// `npm run screenshots -- [room …]`: pictures of the rooms for people to look at, in ./screenshots.
const folder = 'screenshots';
const widths = [390, 820, 1440] as const;
const wanted = new Set(process.argv.slice(2));
const usual = new Set(['front', 'article', 'article-ar', 'meeting', 'dossier']);

const executable = findChromium();
if (executable === undefined) {
  console.error('No Chromium found: install it or name it in CHROMIUM.');
  process.exit(1);
}
const site = await openSampleSite();
const board = await openBoardSite();
const rooms = [
  ...(await roomsOf(site.store)).map((room) => ({ ...room, address: site.address })),
  ...boardRooms.map((room) => ({ ...room, address: board.address })),
];
const strangers = [...wanted].filter((name) => !rooms.some((room) => room.name === name));
if (strangers.length > 0) {
  console.error(
    `No room "${strangers.join('", "')}". Usage: npm run screenshots -- [ROOM …]; rooms: ${rooms.map(({ name }) => name).join(', ')}.`,
  );
  await Promise.all([site.close(), board.close()]);
  process.exit(2);
}
const browser = await openBrowser(executable);
mkdirSync(folder, { recursive: true });
let count = 0;
for (const { name, path, address } of rooms) {
  if (wanted.size > 0 ? !wanted.has(name) : !usual.has(name)) continue;
  for (const language of ['fr', 'ar'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of widths) {
        const page = await browser.newPage({
          viewport: { width, height: 900 },
          colorScheme: scheme,
          reducedMotion: 'reduce',
          locale: language,
        });
        await page.goto(address + path);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(folder, `${name}-${language}-${scheme}-${width}.png`), fullPage: true });
        await page.close();
        count += 1;
      }
    }
  }
}
await browser.close();
await Promise.all([site.close(), board.close()]);
console.log(`${count} pictures in ${folder}/`);
