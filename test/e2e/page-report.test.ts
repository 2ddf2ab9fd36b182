import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWithProfile } from '../../src/cli/profile-choice.ts';
import { renderPageReport } from '../../src/cli/views/page-report.tsx';
import { readPage } from '../../src/core/read/read-page.ts';
import { arabicPage, meetingPage } from '../helpers/pages.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { findChromium, openBrowser } from './browser.ts';

const executable = findChromium();
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

interface Checker {
  run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const profile = {
  name: 'Gazette du Port',
  hosts: ['gazette.example'],
  languages: ['fr'],
  blockRules: [{ label: 'notice' as const, startsWith: 'Une nouvelle' }],
};

async function write(name: string, html: string): Promise<string> {
  const { article, comparison } = await readWithProfile(
    readPage({ text: html, url: `https://gazette.example/${name}` }),
    {
      profiles: [profile],
    },
  );
  const file = folder.file(`${name}.html`);
  writeFileSync(file, renderPageReport([{ name, article, ...(comparison === undefined ? {} : { comparison }) }]));
  return pathToFileURL(file).href;
}

describe.skipIf(executable === undefined)('the report of one page, in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(executable ?? '');
  }, 60_000);
  afterAll(() => browser?.close());

  const looks = [
    { page: 'fr', scheme: 'light', width: 1280 },
    { page: 'fr', scheme: 'dark', width: 1280 },
    { page: 'fr', scheme: 'light', width: 360 },
    { page: 'ar', scheme: 'light', width: 1280 },
    { page: 'ar', scheme: 'dark', width: 360 },
  ] as const;

  test.each(looks)('$page, $scheme, $width px: accessible, in its width, silent', async ({ page, scheme, width }) => {
    const address = await write(page, page === 'ar' ? arabicPage() : meetingPage());
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('request', (request) => {
      if (request.url() !== address) complaints.push(`asked ${request.url()}`);
    });
    await tab.goto(address);
    await tab.addScriptTag({ content: axe.source });
    const { violations } = await tab.evaluate(() => (globalThis as unknown as { axe: Checker }).axe.run(document));
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 300)}`,
    );
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await context.close();
    expect(found).toEqual([]);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });

  test('under its own policy the style sheet is used; the keyboard filters by label', async () => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(await write('filter', meetingPage()));
    const all = await tab.locator('.block:visible').count();
    const display = await tab
      .locator('.block')
      .first()
      .evaluate((element) => getComputedStyle(element).display);
    expect(display).toBe('grid');
    await tab.locator('#only-all').focus();
    await tab.keyboard.press('ArrowRight');
    expect(await tab.locator('.block:visible').count()).toBe(1);
    expect(await tab.locator('.block:visible').first().textContent()).toContain('without the profile: body');
    await tab.locator('#only-body').check();
    const body = await tab
      .locator('.block:visible')
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-label')));
    expect(new Set(body)).toEqual(new Set(['body']));
    expect(body.length).toBeLessThan(all);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('Arabic parts run from right to left', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(await write('direction', arabicPage()));
    const direction = await tab
      .locator('.block[data-label="body"] .said p')
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
    expect(direction).toBe('rtl');
    await context.close();
  });
});
