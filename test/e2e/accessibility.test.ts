import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './browser.ts';
import { type Look, openVisitedSite, type VisitedSite } from './visited-site.ts';

const executable = findChromium();
const mainRooms: ReadonlySet<string> = new Set(['front', 'article', 'article-ar', 'meeting', 'dossier']);

interface Checker {
  run(
    root: Document,
    options: { resultTypes: readonly string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.skipIf(executable === undefined)('accessibility', { timeout: 300_000 }, () => {
  let seen: VisitedSite;
  beforeAll(async () => {
    seen = await openVisitedSite(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await seen?.close();
  });

  const looks: readonly Look[] = [
    { language: 'fr', scheme: 'light' },
    { language: 'fr', scheme: 'dark' },
    { language: 'ar', scheme: 'light' },
    { language: 'ar', scheme: 'dark' },
  ];

  // The rooms that people spend their time in are checked in every look, the others in the two that differ most.
  test.each(looks)('no page is wider than its screen, and axe finds nothing: %o', async (look) => {
    const everywhere = (look.language === 'fr') === (look.scheme === 'light');
    const checked = seen.rooms.filter(({ name }) => everywhere || mainRooms.has(name));
    expect(checked.length).toBeGreaterThanOrEqual(mainRooms.size);
    for (const { path } of checked) {
      await seen.visit(path, look, async (page) => {
        for (const width of [320, 390, 820, 1440, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([path, width, over]).toEqual([path, width, 0]);
        }
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
});
