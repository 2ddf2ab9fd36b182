import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser } from './browser.ts';
import { type Room, roomsOf } from './rooms.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';

const executable = findChromium();
const required = process.env['CI'] !== undefined && process.env['CI'] !== '';
if (executable === undefined && !required) {
  console.warn('Browser tests are skipped: no Chromium found. Install it, or name it in CHROMIUM.');
}
const mainRooms: ReadonlySet<string> = new Set(['front', 'article', 'article-ar', 'meeting', 'dossier']);

interface Checker {
  run(
    root: Document,
    options: { resultTypes: readonly string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

test.runIf(executable === undefined && required)('a browser is required when CI is set', () => {
  expect.fail('No Chromium found: install it, or name it in CHROMIUM.');
});

describe.skipIf(executable === undefined)('in a browser', { timeout: 120_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  let rooms: readonly Room[];

  beforeAll(async () => {
    site = await openSampleSite();
    rooms = await roomsOf(site.store);
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  interface Look {
    readonly language: 'fr' | 'ar';
    readonly scheme: 'light' | 'dark';
    readonly width?: number;
  }

  async function visit(path: string, { language, scheme, width = 1280 }: Look, use: (page: Page) => Promise<void>) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      locale: language,
      reducedMotion: 'reduce',
      // Only for the checker that the test itself brings along.
      bypassCSP: true,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) complaints.push(`asked ${request.url()}`);
    });
    const response = await page.goto(site.address + path);
    // The page that does not exist says so on the console of the browser too.
    if (response?.status() === 404) complaints.length = 0;
    await use(page);
    await context.close();
    expect([path, complaints]).toEqual([path, []]);
  }

  const looks: readonly Look[] = [
    { language: 'fr', scheme: 'light' },
    { language: 'fr', scheme: 'dark' },
    { language: 'ar', scheme: 'light' },
    { language: 'ar', scheme: 'dark' },
  ];

  // The rooms that people spend their time in are checked in every look, the others in the two that differ most.
  test.each(looks)('axe finds nothing: %o', async (look) => {
    const everywhere = (look.language === 'fr') === (look.scheme === 'light');
    const checked = rooms.filter(({ name }) => everywhere || mainRooms.has(name));
    expect(checked.length).toBeGreaterThanOrEqual(mainRooms.size);
    for (const { path } of checked) {
      await visit(path, look, async (page) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          for (const details of document.querySelectorAll('details')) details.open = true;
          const { axe: checker } = window as unknown as { axe: Checker };
          const { violations } = await checker.run(document, { resultTypes: ['violations'] });
          return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html).slice(0, 3) }));
        });
        expect([path, found]).toEqual([path, []]);
      });
    }
  });

  test.each(['fr', 'ar'] as const)('no room is wider than its screen: %s', async (language) => {
    for (const { path } of rooms) {
      await visit(path, { language, scheme: 'light' }, async (page) => {
        for (const width of [320, 390, 820, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([path, width, over]).toEqual([path, width, 0]);
        }
      });
    }
  });

  test('the keyboard goes through the page in the order that the eye does, and is seen', async () => {
    await visit('/', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.keyboard.press('Tab');
      const first = page.locator(':focus');
      expect(await first.getAttribute('href')).toBe('#main');
      expect(await first.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

      await page.goto(`${site.address}/`);
      const tops: string[] = [];
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab');
        const place = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return 'body';
          const style = getComputedStyle(element);
          const seen = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
          const part = ['.skip', '.ticker', '.utility', '.nameplate', '.rooms', '.find', 'main', '.footer'].find(
            (selector) => element.closest(selector) !== null,
          );
          return seen ? (part ?? 'elsewhere') : `unseen ${element.outerHTML.slice(0, 80)}`;
        });
        if (tops.at(-1) !== place) tops.push(place);
      }
      expect(tops).toEqual(['.skip', '.ticker', '.utility', '.nameplate', '.rooms', '.find', 'main']);
    });
  });

  test('a fact leads to its words, which are marked, and back', async () => {
    const path = rooms.find((room) => room.name === 'article')?.path ?? '';
    await visit(path, { language: 'fr', scheme: 'light' }, async (page) => {
      const link = page.locator('.card .ref').first();
      const target = (await link.getAttribute('href')) ?? '';
      await link.click();
      const words = page.locator(target);
      expect(await words.isVisible()).toBe(true);
      const style = await words.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(style).toBe('solid');
      await words.locator('a.ref').last().click();
      expect(await page.evaluate(() => location.hash)).toMatch(/^#f-\d+$/);
      expect(await page.locator(':target').isVisible()).toBe(true);
    });
  });

  test('a sentence on the meeting page opens in place and leads to its words in the article', async () => {
    const path = rooms.find((room) => room.name === 'meeting')?.path ?? '';
    await visit(path, { language: 'ar', scheme: 'dark' }, async (page) => {
      const quotations = page.locator('.fields .quotations').first();
      await quotations.locator('summary').click();
      expect(await quotations.locator('mark').first().isVisible()).toBe(true);
      await quotations.locator('a').first().click();
      await page.waitForURL(/\/articles\/.*#e-\d+-\d+$/);
      expect(await page.locator(':target').isVisible()).toBe(true);
    });
  });

  test('the reader chooses language and theme without script, and is remembered', async () => {
    await visit('/dossiers', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.getByRole('link', { name: 'العربية' }).click();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await page.locator('.themes a', { hasText: 'داكن' }).click();
      await page.goto(`${site.address}/record`);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper).toBe('rgb(23, 21, 16)');
    });
  });

  test('words are found from any page', async () => {
    await visit('/', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.locator('.find input').fill('RABAT');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=RABAT/);
      expect(await page.locator('mark').first().textContent()).toMatch(/rabat/i);
    });
  });

  test('nothing was written to the log', () => {
    expect(site.faults).toEqual([]);
  });
});
