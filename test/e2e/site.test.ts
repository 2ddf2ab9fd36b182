import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './browser.ts';
import { openVisitedSite, type VisitedSite } from './visited-site.ts';

const executable = findChromium();
const required = process.env['CI'] !== undefined && process.env['CI'] !== '';
if (executable === undefined && !required) {
  console.warn('Browser tests are skipped: no Chromium found. Install it, or name it in CHROMIUM.');
}

test.runIf(executable === undefined && required)('a browser is required when CI is set', () => {
  expect.fail('No Chromium found: install it, or name it in CHROMIUM.');
});

describe.skipIf(executable === undefined)('in a browser', { timeout: 120_000 }, () => {
  let seen: VisitedSite;
  beforeAll(async () => {
    seen = await openVisitedSite(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await seen?.close();
  });

  test('the keyboard goes through the page in the order that the eye does, and is seen', async () => {
    await seen.visit('/', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.keyboard.press('Tab');
      const first = page.locator(':focus');
      expect(await first.getAttribute('href')).toBe('#main');
      expect(await first.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

      await page.goto(`${seen.site.address}/`);
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
    const path = seen.rooms.find((room) => room.name === 'article')?.path ?? '';
    await seen.visit(path, { language: 'fr', scheme: 'light' }, async (page) => {
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
    const path = seen.rooms.find((room) => room.name === 'meeting')?.path ?? '';
    await seen.visit(path, { language: 'ar', scheme: 'dark' }, async (page) => {
      const quotations = page.locator('.fields .quotations').first();
      await quotations.locator('summary').click();
      expect(await quotations.locator('mark').first().isVisible()).toBe(true);
      await quotations.locator('a').first().click();
      await page.waitForURL(/\/articles\/.*#e-\d+-\d+$/);
      expect(await page.locator(':target').isVisible()).toBe(true);
    });
  });

  test('the reader chooses language and theme without script, and is remembered', async () => {
    await seen.visit('/dossiers', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.getByRole('link', { name: 'العربية' }).click();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await page.locator('.themes a', { hasText: 'داكن' }).click();
      await page.goto(`${seen.site.address}/record`);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper).toBe('rgb(23, 21, 16)');
    });
  });

  test('words are found from any page', async () => {
    await seen.visit('/', { language: 'fr', scheme: 'light' }, async (page) => {
      await page.locator('.find input').fill('RABAT');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=RABAT/);
      expect(await page.locator('mark').first().textContent()).toMatch(/rabat/i);
    });
  });

  test('nothing was written to the log', () => {
    expect(seen.site.faults).toEqual([]);
  });
});
