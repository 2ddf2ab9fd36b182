import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountRole } from '../../src/store/accounts/accounts.ts';
import { person } from '../helpers/visitor.ts';
import { openWebArchive, outletOf } from '../helpers/web-archive.ts';
import { findChromium, openBrowser } from './browser.ts';
import { openSite, type SampleSite } from './sample-site.ts';

interface Checker {
  run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const executable = findChromium();

describe.skipIf(executable === undefined)('readers in a browser', { timeout: 180_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  let article: string;
  beforeAll(async () => {
    let id = '';
    site = await openSite(async (store) => {
      const images = [{ url: 'https://o.example/one.jpg', caption: 'The hall' }];
      const report = { title: 'Talks in Rabat', outlet: 'o', language: 'en', images };
      id = (await openWebArchive([outletOf('o', 'full')], [report], store)).articleIds[0] ?? '';
      await store.readers.polls.add({
        question: { en: 'Is the harbour open?', ar: 'هل الميناء مفتوح؟' },
        choices: [
          { en: 'Yes', ar: 'نعم' },
          { en: 'No', ar: 'لا' },
        ],
        closesAt: '2999-01-01T00:00:00.000Z',
      });
    });
    article = `${site.address}/articles/${id}`;
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function logIn(context: BrowserContext, username: string, role: AccountRole): Promise<Page> {
    const accounts = await site.store.accounts('of no use for what is kept');
    await accounts.register({ ...person, username, email: `${username}@mail.example` });
    const id = (await accounts.find(username))?.id ?? '';
    await accounts.setConfirmed(id);
    await accounts.setRole(id, role);
    const page = await context.newPage();
    await page.goto(`${site.address}/account/login`);
    await page.fill('#account-login', username);
    await page.fill('#account-password', person.password);
    await page.locator('main form button[type=submit]').first().press('Enter');
    return page;
  }
  const press = (page: Page, selector: string) => page.locator(selector).first().press('Enter');

  test.each(['fr', 'ar'] as const)('without script: rate, comment, answer, vote, report: %s', async (language) => {
    const context = await browser.newContext({ locale: language, javaScriptEnabled: false });
    const page = await logIn(context, `${language}.writer`, 'moderator');
    await page.goto(article);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await page.locator('#stars-4').press('Space');
    await press(page, '.rating-form button');
    expect(await page.locator('#rating [role=status]').count()).toBe(1);
    expect(await page.locator('#stars-4').isChecked()).toBe(true);
    await page.fill('#comment-text', '…');
    await press(page, '.comment-form button');
    expect([await page.locator('[role=alert]').count(), await page.inputValue('#comment-text')]).toEqual([1, '…']);
    await page.fill('#comment-text', `A remark in ${language}`);
    await press(page, '.comment-form button');
    expect(await page.locator('.comment').last().textContent()).toContain(`A remark in ${language}`);
    await page.locator('.comment-actions a').nth(1).press('Enter');
    await page.fill('#comment-text', `An answer in ${language}`);
    await press(page, '.comment-form button');
    expect(await page.locator('.comment-quote').last().textContent()).toContain(`A remark in ${language}`);
    await page.goto(`${site.address}/polls/p1`);
    await page.locator('#choice-1').press('Space');
    await press(page, '.poll-form button');
    expect(await page.locator('[role=status]').count()).toBe(1);
    await page.goto(article);
    await press(page, '.report-image');
    await page.locator('#reason-private').press('Space');
    await press(page, '.report-form button');
    expect(await page.locator('main [role=status]').count()).toBe(1);
    await context.close();
    expect(site.faults).toEqual([]);
  });

  test('with script the desk is worked by single keys', async () => {
    const accounts = await site.store.accounts('of no use for what is kept');
    const { comments } = site.store.readers;
    const context = await browser.newContext();
    const page = await logIn(context, 'key.moderator', 'moderator');
    const accountId = (await accounts.find('key.moderator'))?.id ?? '';
    for (const text of ['First that waits', 'Second that waits'])
      await comments.add({
        articleId: article.split('/').at(-1) ?? '',
        accountId,
        text,
        print: text,
        language: 'en',
        state: 'held',
        reasons: [{ phase: 'links', reason: 'many-links', text: 'a.example' }],
      });
    const states = async () => (await comments.ofAccount(accountId)).map(({ state }) => state);
    await page.goto(`${site.address}/desk/comments`);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.locator('.account-note').waitFor();
    expect(await states()).toEqual(['shown', 'held']);
    await page.keyboard.press('u');
    await page.waitForURL(/done=undo/);
    expect(await states()).toEqual(['held', 'held']);
    // A refusal asks for its reason first; Enter in it is the refusal.
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.type('off topic');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=e/);
    expect(await states()).toEqual(['rejected', 'held']);
    await context.close();
    expect(site.faults).toEqual([]);
  });

  test.each([
    { locale: 'fr', colorScheme: 'light' },
    { locale: 'ar', colorScheme: 'dark' },
  ] as const)('axe finds nothing, and nothing is wider than its screen: %o', async (look) => {
    const context = await browser.newContext({ ...look, bypassCSP: true });
    const page = await logIn(context, `axe.${look.locale}`, 'editor');
    await page.goto(article);
    await page.fill('#comment-text', `A word that is very long: ${'harbour'.repeat(40)} ${look.locale}`);
    await press(page, '.comment-form button');
    await site.store.reports.add({
      subject: 'person',
      subjectId: 'p1',
      message: 'Wrong',
      language: 'en',
      at: '2024-01-01T00:00:00.000Z',
    });
    const path = new URL(article).pathname;
    const paths = [
      path,
      `${path}?done=rated`,
      `${path}/comments?order=newest`,
      `${path}/images/0/report`,
      `${path}/images/0/report?done=reported`,
      '/readers',
      '/polls',
      '/polls/p1',
      '/desk',
      '/desk/comments',
      '/desk/images',
      '/desk/reports?done=e1',
      '/desk/jobs',
      '/desk/polls',
      '/desk/log',
    ];
    for (const one of paths) {
      expect([one, (await page.goto(site.address + one))?.status()]).toEqual([one, 200]);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: Checker }).axe.run(document);
        return violations.map(({ id: rule, nodes }) => ({ rule, where: nodes.map((node) => node.html).slice(0, 3) }));
      });
      expect([one, found]).toEqual([one, []]);
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([one, width, over]).toEqual([one, width, 0]);
      }
    }
    await context.close();
  });
});
