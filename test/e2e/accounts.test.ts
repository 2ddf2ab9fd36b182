import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo } from '../helpers/answer-question.ts';
import { person } from '../helpers/visitor.ts';
import { findChromium, openBrowser } from './browser.ts';
import { openSite, type SampleSite } from './sample-site.ts';

interface Checker {
  run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const executable = findChromium();

describe.skipIf(executable === undefined)('accounts in a browser', { timeout: 180_000 }, () => {
  let site: SampleSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSite(async () => {});
    browser = await openBrowser(executable ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const submit = (page: Page) => page.locator('main form button[type=submit]').first().press('Enter');

  test.each(['fr', 'ar'] as const)('without script: register, wait, log in, log out: %s', async (language) => {
    const context = await browser.newContext({ locale: language, javaScriptEnabled: false });
    const page = await context.newPage();
    const username = `${language}.reader`;
    const email = `${language}@mail.example`;
    await page.goto(site.address);
    await page.locator('footer a[href="/account/register"]').press('Enter');
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await page.locator('input[type=password]').count()).toBe(2);
    const fill = async (fields: Record<string, string>) => {
      for (const [name, value] of Object.entries(fields)) await page.fill(`#account-${name}`, value);
      const question = (await page.locator('label[for=account-answer]').textContent()) ?? '';
      await page.fill('#account-answer', answerTo(question, language));
    };
    await fill({ ...person, username, email, email2: 'x' });
    await submit(page);
    expect(await page.locator('.field-error').count()).toBe(1);
    expect(await page.locator('#account-email2').getAttribute('aria-describedby')).toBe('account-email2-error');
    expect(await page.inputValue('#account-username')).toBe(username);
    expect(await page.inputValue('#account-password')).toBe('');
    await fill({ email2: email, password: person.password, password2: person.password });
    await submit(page);
    expect(new URL(page.url()).pathname).toBe('/account/registered');
    await page.locator('main a[href="/account/login"]').press('Enter');
    const enter = async () => {
      await page.fill('#account-login', username);
      await page.fill('#account-password', person.password);
      await page.locator('#account-stay').press('Space');
      await submit(page);
    };
    await enter();
    expect(await page.locator('[role=alert]').count()).toBe(1);
    const accounts = await site.store.accounts('of no use for what is kept');
    await accounts.setConfirmed((await accounts.find(username))?.id ?? '');
    await page.goto(`${site.address}/account/login`);
    await enter();
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.locator('main').textContent()).toContain(email);
    expect((await page.goto(`${site.address}/desk`))?.status()).toBe(403);
    await page.goto(`${site.address}/account`);
    await submit(page);
    expect(new URL(page.url()).pathname).toBe('/account/login');
    await context.close();
    expect(site.faults).toEqual([]);
  });

  test.each([
    { locale: 'fr', colorScheme: 'light' },
    { locale: 'ar', colorScheme: 'dark' },
  ] as const)('axe finds nothing, and nothing is wider than its screen: %o', async (look) => {
    const accounts = await site.store.accounts('of no use for what is kept');
    const username = `editor.${look.locale}`;
    await accounts.register({ ...person, username, email: `${username}@mail.example` });
    const id = (await accounts.find(username))?.id ?? '';
    await accounts.setConfirmed(id);
    await accounts.setRole(id, 'editor');
    await accounts.register({
      ...person,
      username: `waits.${look.locale}`,
      email: `waits.${look.locale}@mail.example`,
    });
    const context = await browser.newContext({ ...look, bypassCSP: true });
    const page = await context.newPage();
    const check = async (about: string) => {
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: Checker }).axe.run(document);
        return violations.map(({ id: rule, nodes }) => ({ rule, where: nodes.map((node) => node.html).slice(0, 3) }));
      });
      expect([about, found]).toEqual([about, []]);
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([about, width, over]).toEqual([about, width, 0]);
      }
    };
    for (const path of ['/account/register', '/account/login', '/account/forgotten', '/account/registered']) {
      await page.goto(site.address + path);
      await check(path);
    }
    await page.goto(`${site.address}/account/register`);
    await submit(page);
    await check('/account/register with errors');
    await page.goto(`${site.address}/account/login`);
    await page.fill('#account-login', username);
    await page.fill('#account-password', person.password);
    await submit(page);
    for (const path of ['/account', '/account/password', '/account/email', '/account/delete', '/desk']) {
      expect((await page.goto(site.address + path))?.status()).toBe(200);
      await check(path);
    }
    await context.close();
  });
});
