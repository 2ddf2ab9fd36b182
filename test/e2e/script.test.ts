import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, openBrowser } from './browser.ts';
import { roomsOf } from './rooms.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';

const executable = findChromium();

// The policy of the site holds here, unlike where a checker is brought along.
describe.skipIf(executable === undefined)('with the scripts of the site', { timeout: 60_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  let article: string;
  let meeting: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await openSampleSite();
    const rooms = await roomsOf(site.store);
    article = rooms.find(({ name }) => name === 'article')?.path ?? '';
    meeting = rooms.find(({ name }) => name === 'meeting')?.path ?? '';
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, options: { readonly javaScriptEnabled?: boolean } = {}) {
    context = await browser.newContext({ locale: 'fr', reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(site.address + path);
  }

  test('keys lead through a list, to the search and to the rooms', async () => {
    await open('/record');
    await page.keyboard.press('j');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('j');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect([first, second].map((href) => href?.startsWith('/meetings/'))).toEqual([true, true]);
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(first);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    // What is typed is text, not a command.
    await page.keyboard.type('gd?');
    expect(await page.inputValue('#q')).toBe('gd?');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL('**/dossiers');
    expect(complaints).toEqual([]);
  });

  test('the sheet opens and closes by key, and switches the keys off for good', async () => {
    await open('/dossiers');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.locator('#keys-open').click();
    await page.locator('#keys-on').uncheck();
    await page.locator('#keys button').click();
    await page.goto(`${site.address}/record`);
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    expect(await page.locator('#keys').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    // The way back is a button.
    await page.locator('#keys-open').click();
    expect(await page.locator('#keys-on').isChecked()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('what was kept is read without a network, and nothing else is', async () => {
    await open(article);
    const title = await page.locator('h1').textContent();
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await page.locator('[data-keep]').click();
    await page.locator('[data-keep][aria-pressed=true]').waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    await page.goto(`${site.address}${article}`);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Newsreader');
    await page.goto(`${site.address}${meeting}`);
    const shelf = page.locator('#kept-pages a');
    await shelf.first().waitFor();
    expect(await shelf.allTextContents()).toEqual([title?.trim()]);
    const held = await page.evaluate(async () => (await (await caches.open('kept')).keys()).map(({ url }) => url));
    expect(held).toEqual([site.address + article]);
  });

  test('a page that the site no longer shows goes from the shelf when the network is back', async () => {
    await open(article);
    await page.evaluate(async () => {
      const kept = await caches.open('kept');
      await kept.put('/articles/gone', new Response('<h1>Gone</h1>', { headers: { 'content-type': 'text/html' } }));
      await kept.put('/dossiers', new Response('<h1>Old</h1>', { headers: { 'content-type': 'text/html' } }));
    });
    await page.goto(`${site.address}/reading-list`);
    const shelf = page.locator('#kept-pages a');
    await shelf.first().waitFor();
    // The one is gone, the other is as it is now.
    expect(await shelf.allTextContents()).toEqual([await titleNow('/dossiers')]);
    await page.locator('#kept-clear').click();
    await page.locator('#kept-none').waitFor();
    expect(await page.evaluate(async () => caches.keys())).toEqual([]);
  });

  async function titleNow(path: string): Promise<string | undefined> {
    const answer = await (await fetch(site.address + path, { headers: { 'accept-language': 'fr' } })).text();
    return /<h1>([^<]*)<\/h1>/.exec(answer)?.[1];
  }

  test('without scripts no control is shown that needs one', async () => {
    await open(article, { javaScriptEnabled: false });
    expect(await page.locator('[data-keep]').isVisible()).toBe(false);
    expect(await page.locator('#keys-open').isVisible()).toBe(false);
    expect(await page.locator('#keys').isVisible()).toBe(false);
    await page.goto(`${site.address}/reading-list`);
    expect(await page.locator('main noscript p').isVisible()).toBe(true);
  });
});
