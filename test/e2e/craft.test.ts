import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser } from './browser.ts';
import { type Room, roomsOf } from './rooms.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';

const executable = findChromium();
const looked: ReadonlySet<string> = new Set([
  'front',
  'article',
  'record',
  'record-map',
  'record-calendar',
  'topic',
  'mechanisms',
  'search',
  'outlets',
  'reading-list',
]);

interface Checker {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.skipIf(executable === undefined)('craft', { timeout: 180_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  let rooms: readonly Room[];
  beforeAll(async () => {
    site = await openSampleSite();
    rooms = (await roomsOf(site.store)).filter(({ name }) => looked.has(name));
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function everyRoom(options: BrowserContextOptions, look: (page: Page, name: string) => Promise<void>) {
    const context = await browser.newContext({ bypassCSP: true, ...options });
    const page = await context.newPage();
    for (const { name, path } of rooms) {
      await page.goto(site.address + path);
      await look(page, name);
    }
    await context.close();
    expect(rooms.length).toBe(looked.size);
  }

  test.each(['fr', 'ar'])('letters of twice the size fit: %s', async (locale) => {
    await everyRoom({ locale, viewport: { width: 1280, height: 900 } }, async (page, name) => {
      await page.addStyleTag({ content: ':root{font-size:200%!important}' });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, over]).toEqual([name, 0]);
    });
  });

  test('nothing moves for who wants no motion', async () => {
    await everyRoom({ reducedMotion: 'reduce' }, async (page, name) => {
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return (
              animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0)
            );
          }).length,
      );
      expect([name, moving]).toEqual([name, 0]);
    });
  });

  test.each([{ forcedColors: 'none' }, { forcedColors: 'active' }] as const)(
    'focus goes in the order of the page and is seen: %o',
    async (options) => {
      await everyRoom(options, async (page, name) => {
        expect(await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()).toBe(0);
        // A field for a day has three stops of its own.
        let order = -1;
        for (let at = 0; at < 45; at++) {
          await page.keyboard.press('Tab');
          const found = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return undefined;
            const style = getComputedStyle(element);
            // In a picture the shape itself shows it.
            const drawn = [...element.querySelectorAll('svg a *')].some(
              (part) => getComputedStyle(part).stroke !== 'none',
            );
            return {
              order: [...document.querySelectorAll('*')].indexOf(element),
              seen: drawn || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0),
              html: element.outerHTML.slice(0, 80),
            };
          });
          if (found === undefined) break;
          expect([name, found.html, found.seen, found.order >= order]).toEqual([name, found.html, true, true]);
          ({ order } = found);
        }
      });
    },
  );

  test.each([
    { locale: 'fr', colorScheme: 'dark', forcedColors: 'active' },
    { locale: 'ar', colorScheme: 'light', forcedColors: 'none' },
  ] as const)('axe finds nothing in the sheet of keys: %o', async (options) => {
    const context = await browser.newContext({ bypassCSP: true, ...options });
    const page = await context.newPage();
    await page.goto(`${site.address}/dossiers`);
    await page.keyboard.press('?');
    await page.locator('#keys').waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: Checker };
      const { violations } = await checker.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html).slice(0, 3) }));
    });
    await context.close();
    expect(found).toEqual([]);
  });
});
