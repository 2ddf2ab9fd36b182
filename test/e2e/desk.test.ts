import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlePage, atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { findChromium, openBrowser } from './browser.ts';

interface Checker {
  run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const executable = findChromium();
const password = 'copper lantern by the quay';

/** The whole program over a press of this machine: what is followed at the desk is collected by itself. */
describe.skipIf(executable === undefined)('outlets at the desk, in a browser', { timeout: 180_000 }, () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let press: PressServer;
  let browser: Browser;
  let address = '';
  let stop: () => Promise<unknown> = async () => {};

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    press = await openPressServer();
    const link = `${press.origin}/harbour`;
    const links = ['ferries', 'dikes', 'lights', 'nets'].map(
      (name, at) => `<li><a href="/news/${at + 10}/${name}.html">The talks about ${name} go on in the spring</a></li>`,
    );
    press.set({
      '/wire': {
        headers: { 'content-type': 'application/atom+xml' },
        body: atomFeed('Coast Daily', press.origin, [{ link, title: 'Talks about harbours' }]),
      },
      '/harbour': articlePage('Talks about harbours', 'harbours'),
      '/': `<html lang="en"><head><title>Coast</title></head><body><ul>${links.join('')}</ul></body></html>`,
    });
    await writeFile(folder.file('password'), password);
    const data = ['--data', folder.file('data')];
    const admin = ['--admin', 'ada', '--admin-email', 'ada@mail.example', '--password-file', folder.file('password')];
    expect((await runCli(['init', ...admin, ...data])).code).toBe(0);
    // Something is there already.
    await writeFile(
      folder.file('list.opml'),
      '<opml><body><outline text="Southern Post" xmlUrl="https://south.example/rss"/></body></opml>',
    );
    expect((await runCli(['outlets', 'add', folder.file('list.opml'), ...data])).code).toBe(0);
    expect((await runCli(['outlets', 'pause', 'Southern Post', ...data])).code).toBe(0);
    const server = startCli(['serve', '--port', '0', '--json', ...data]);
    const ended = once(server, 'close');
    stop = async () => {
      server.kill('SIGTERM');
      await ended;
    };
    server.stderr.resume();
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    address = (JSON.parse(line.toString()) as { url: string }).url.replace(/\/$/, '');
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stop();
    await press?.close();
    await folder?.remove();
  });

  async function openDesk(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${address}/account/login?next=/desk/outlets`);
    await page.fill('#account-login', 'ada');
    await page.fill('#account-password', password);
    await page.locator('main button[type=submit]').press('Enter');
    expect(new URL(page.url()).pathname).toBe('/desk/outlets');
    return page;
  }

  test('without script: an address, a page without a feed, OPML in and out, pause and stop', async () => {
    const page = await openDesk({ locale: 'fr', javaScriptEnabled: false, acceptDownloads: true });
    const main = page.locator('main');
    const add = async (what: string) => {
      await page.goto(`${address}/desk/outlets`);
      await page.fill('#desk-address', what);
      await main.locator('summary').first().click();
      await page.fill('#desk-pause', '0');
      await page.check('#desk-private');
      await page.locator('form[action="/desk/additions"] button').press('Enter');
      expect(new URL(page.url()).pathname).toMatch(/^\/desk\/additions\/.{24}$/);
    };
    await add(`${press.origin}/wire`);
    expect(await main.textContent()).toMatch(/1 suivi, 0 non, 0 à décider\..*Coast Daily/s);
    await add(`${press.origin}/`);
    expect(await main.textContent()).toContain('/news/#/*.html');
    expect(await main.textContent()).toContain('The talks about dikes');
    await page.locator('main form button').press('Enter');
    expect(await main.textContent()).toContain('1 suivi, 0 non, 0 à décider.');
    await page.goto(`${address}/desk/outlets`);
    const opml =
      '<opml version="2.0"><body><outline text="Nord"><outline text="Northern Post" xmlUrl="https://north.example/rss"/></outline></body></opml>';
    await page.setInputFiles('#desk-file', { name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
    await page.locator('form[action="/desk/additions/file"] button').press('Enter');
    expect(await main.textContent()).toContain('Northern Post');
    await page.goto(`${address}/desk/outlets`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href="/desk/outlets.opml"]')]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).toMatch(/<outline text="Nord">\s*<outline text="Northern Post"/);
    expect(saved).toContain(`${press.origin}/wire`);
    // What never answers need not be asked for any longer.
    await page.locator('main a', { hasText: 'Northern Post' }).click();
    await page.locator('.desk-actions button').last().press('Enter');
    expect(await main.textContent()).toContain('Les visites sont en pause.');
    await page.locator('.desk-actions a').click();
    await page.locator('.desk-actions button').press('Enter');
    expect(await main.textContent()).toContain('Il n’est plus visité.');
    await expect
      .poll(
        async () => ((await (await fetch(`${address}/search.json?q=harbours`)).json()) as { total: number }).total,
        {
          timeout: 60_000,
          interval: 500,
        },
      )
      .toBe(1);
    await page.goto(`${address}/desk/outlets?q=${encodeURIComponent(`${press.origin}/wire`)}`);
    expect(await page.locator('.desk-board > li').count()).toBe(1);
    expect(await main.textContent()).toMatch(/1 article,/);
    await page.context().close();
  });

  test.each([
    { locale: 'fr', colorScheme: 'light' },
    { locale: 'ar', colorScheme: 'dark' },
  ] as const)('axe finds nothing, and nothing is wider than its screen: %o', async (look) => {
    const page = await openDesk({ ...look, bypassCSP: true });
    const check = async (about: string) => {
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: Checker }).axe.run(document);
        return violations.map(({ id: rule, nodes }) => ({ rule, where: nodes.map((node) => node.html).slice(0, 3) }));
      });
      expect([about, found]).toEqual([about, []]);
      for (const width of [320, 820, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([about, width, over]).toEqual([about, width, 0]);
      }
    };
    await check('list');
    await page.fill('#desk-address', 'nothing');
    await page.locator('form[action="/desk/additions"] button').press('Enter');
    expect(await page.locator('#desk-address').getAttribute('aria-invalid')).toBe('true');
    await check('list with an error');
    await page.fill('#desk-address', `${press.origin}/`);
    await page.locator('summary').first().click();
    await page.check('#desk-private');
    await page.fill('#desk-pause', '0');
    await page.locator('form[action="/desk/additions"] button').press('Enter');
    expect(await page.locator('.desk-patterns input[type=radio]').count()).toBeGreaterThan(0);
    await check('links to be looked at');
    await page.goto(`${address}/desk/outlets`);
    await page.locator('.desk-board h3 a').first().click();
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await check('outlet');
    await page.locator('.desk-actions a').first().click();
    await check('question');
    await page.context().close();
  });
});
