import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardRooms, openBoardSite } from './board-site.ts';
import { findChromium, openBrowser } from './browser.ts';
import type { SampleSite } from './sample-site.ts';

interface Checker {
  run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const executable = findChromium();

describe.skipIf(executable === undefined)('the coverage board in a browser', { timeout: 120_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await openBoardSite();
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each([
    { locale: 'fr', colorScheme: 'light' },
    { locale: 'ar', colorScheme: 'dark' },
  ] as const)('axe finds nothing, and nothing is wider than its screen: %o', async (look) => {
    for (const { path } of boardRooms) {
      const context = await browser.newContext({ ...look, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(site.address + path);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const { violations } = await (window as unknown as { axe: Checker }).axe.run(document);
        return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html).slice(0, 3) }));
      });
      expect([path, found]).toEqual([path, []]);
      for (const width of [320, 390, 820, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, over]).toEqual([path, width, 0]);
      }
      await context.close();
    }
  });
});
