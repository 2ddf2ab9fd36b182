import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './browser.ts';
import { openVisitedSite, type VisitedSite } from './visited-site.ts';

const executable = findChromium();

describe.skipIf(executable === undefined)('widths of a screen', { timeout: 300_000 }, () => {
  let seen: VisitedSite;
  beforeAll(async () => {
    seen = await openVisitedSite(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await seen?.close();
  });

  test.each(['fr', 'ar'] as const)('no room is wider than its screen: %s', async (language) => {
    for (const { path } of seen.rooms) {
      await seen.visit(path, { language, scheme: 'light' }, async (page) => {
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
});
