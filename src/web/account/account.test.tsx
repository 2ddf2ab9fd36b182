import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openVisitor, person } from '../../../test/helpers/visitor.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { createApp } from '../app.tsx';
import { interfaceLanguages } from '../i18n.ts';
import type { Mail } from './door.ts';
import type { AccountSettings } from './open-door.ts';

const secret = 'a secret that is long enough for these tests';
let store: Store;

const siteOf = (accounts: AccountSettings = {}) =>
  createApp({
    store,
    settings: { publishLocalInFull: false, baseUrl: 'http://site.example' },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
    accounts: { secret, ...accounts },
  });
const accountsOf = () => store.accounts(secret);
const logIn = { login: 'ada.lumen', password: person.password };

/** Ada, confirmed and logged in. */
async function member(app = siteOf()) {
  const visitor = openVisitor(app);
  await visitor.send('/account/register', person);
  const accounts = await accountsOf();
  const id = (await accounts.find('ada.lumen'))?.id ?? '';
  await accounts.setConfirmed(id);
  expect((await visitor.send('/account/login', logIn)).location).toBe('/account');
  return { app, visitor, accounts, id };
}

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

describe('registering', () => {
  test.each(interfaceLanguages)('the form in %s has two of each and a question, without script', async (language) => {
    const page = (await openVisitor(siteOf(), language).get('/account/register')).text;
    const count = (pattern: RegExp) => [...page.matchAll(pattern)].length;
    expect([count(/type="password"/g), count(/type="email"/g), count(/id="account-answer"/g)]).toEqual([2, 2, 1]);
    // The keys of the site are a file of its own; the form needs none of it.
    expect(page).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
    expect(page.indexOf('users confirm')).toBeLessThan(page.indexOf('<input id="account-name"'));
    expect(page.indexOf('users confirm')).toBeGreaterThan(0);
    expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(?:account|desk)\.[a-z0-9.-]+/);
  });

  test('every page links it', async () => {
    for (const path of ['/', '/record', '/nothing', '/account/login'])
      expect((await openVisitor(siteOf()).get(path)).text).toContain('href="/account/register"');
  });

  test('an account is made, waits, is confirmed at the desk, and logs in', async () => {
    const app = siteOf();
    const visitor = openVisitor(app);
    expect((await visitor.send('/account/register', person)).location).toBe('/account/registered');
    const early = await visitor.send('/account/login', logIn);
    expect([early.status, early.text.includes('not confirmed yet')]).toEqual([401, true]);
    const accounts = await accountsOf();
    await accounts.register({ name: 'Max', username: 'max', email: 'max@mail.example', password: person.password });
    const max = (await accounts.find('max'))?.id ?? '';
    await accounts.setConfirmed(max);
    await accounts.setRole(max, 'moderator');
    const moderator = openVisitor(app);
    await moderator.send('/account/login', { login: 'max', password: person.password });
    const desk = await moderator.get('/desk');
    expect([desk.status, desk.text.includes('Ada Lumen')]).toEqual([200, true]);
    await moderator.send('/desk', {}, { action: '/desk/accounts' });
    const late = await visitor.send('/account/login', logIn);
    expect([late.status, late.location]).toEqual([303, '/account']);
    expect((await visitor.get('/account')).text).toContain('ada@mail.example');
  });

  test.each<[string, Partial<Record<string, string>>, number, readonly string[]]>([
    [
      'nothing written',
      { name: '', username: '', email: '', email2: '', password: '', password2: '', answer: '' },
      400,
      ['name', 'username', 'email', 'email2', 'password', 'password2', 'answer'],
    ],
    ['another address', { email2: 'other@mail.example' }, 400, ['email2']],
    ['another password', { password2: 'another' }, 400, ['password2']],
    ['a weak password', { password: 'password1234', password2: 'password1234' }, 400, ['password']],
    ['no address', { email: 'ada', email2: 'ada' }, 400, ['email']],
    ['two scripts in a name', { username: 'adа.lumen' }, 400, ['username']],
    ['a wrong answer', { answer: '99' }, 400, ['answer']],
    ['a question of nobody', { question: 'x.y' }, 400, ['answer']],
  ])('%s is said beside the field, and nothing typed is lost', async (_, change, status, fields) => {
    const sent = { ...person, name: 'Ada "A" Lumen', ...change } as Record<string, string>;
    const page = await openVisitor(siteOf()).send('/account/register', sent);
    expect(page.status).toBe(status);
    expect(
      [...page.text.matchAll(/class="field-error" id="account-([a-z0-9]+)-error"/g)].map(([, name]) => name),
    ).toEqual(fields);
    for (const name of ['name', 'username', 'email', 'email2']) {
      const written = sent[name]?.replaceAll('"', '&quot;');
      const input = new RegExp(`<input id="account-${name}"[^>]*>`).exec(page.text)?.[0];
      expect(input).toContain(`value="${written}"`);
    }
    expect(page.text).not.toMatch(/type="password"[^>]*value=/);
    expect(await (await accountsOf()).list()).toEqual([]);
  });

  test('a question counts once', async () => {
    const visitor = openVisitor(siteOf());
    const page = (await visitor.get('/account/register')).text;
    const question = /name="question" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const { answerTo } = await import('../../../test/helpers/answer-question.ts');
    const answer = answerTo(/<label for="account-answer">([^<]+)</.exec(page)?.[1] ?? '', 'en');
    expect((await visitor.send('/account/register', { ...person, question, answer })).status).toBe(303);
    const again = {
      ...person,
      username: 'second',
      email: 's@mail.example',
      email2: 's@mail.example',
      question,
      answer,
    };
    expect((await visitor.send('/account/register', again)).status).toBe(400);
    expect(await (await accountsOf()).list()).toHaveLength(1);
  });

  test('a username can be taken once, in any capitals', async () => {
    const app = siteOf();
    await openVisitor(app).send('/account/register', person);
    const other = { ...person, username: 'Ada.Lumen', email: 'b@mail.example', email2: 'b@mail.example' };
    const page = await openVisitor(app).send('/account/register', other);
    expect([page.status, page.text.includes('This username is taken')]).toEqual([409, true]);
  });

  test('closed is closed; by invitation one link lets one in', async () => {
    expect((await openVisitor(siteOf({ signUp: 'closed' })).get('/account/register')).status).toBe(403);
    const app = siteOf({ signUp: 'invitation' });
    expect((await openVisitor(app).get('/account/register')).status).toBe(403);
    const word = await (await accountsOf()).makeLink('invitation', 'invited', 1);
    const path = `/account/register?invitation=${word}`;
    const send = (visitor = openVisitor(app), more = {}) =>
      visitor.send(path, { ...person, ...more }, { action: '/account/register' });
    expect((await send()).status).toBe(303);
    expect((await send(openVisitor(app), { username: 'second' })).status).toBe(403);
  });
});

describe('an account of one’s own', () => {
  test('strangers are asked to log in, and come back to where they were', async () => {
    const { app } = await member();
    const stranger = openVisitor(app);
    for (const path of ['/account', '/account/password', '/account/email', '/account/delete', '/account/export.json']) {
      const shown = await stranger.get(path);
      expect([shown.status, shown.location]).toEqual([303, `/account/login?next=${encodeURIComponent(path)}`]);
    }
    const back = await stranger.send('/account/login?next=%2Faccount%2Femail', logIn, { action: '/account/login' });
    expect(back.location).toBe('/account/email');
  });

  test('the password is changed by who knows it, and every session ends', async () => {
    const { app, visitor } = await member();
    const other = openVisitor(app);
    await other.send('/account/login', logIn);
    const fresh = 'a blue boat waits at noon';
    const change = { current: person.password, password: fresh, password2: fresh };
    expect((await visitor.send('/account/password', { ...change, current: 'wrong' })).status).toBe(403);
    expect((await visitor.send('/account/password', { ...change, password2: 'x' })).status).toBe(400);
    expect((await visitor.send('/account/password', change)).location).toBe('/account/login?done=password');
    expect([(await visitor.get('/account')).status, (await other.get('/account')).status]).toEqual([303, 303]);
    expect((await visitor.send('/account/login', { login: 'ada@mail.example', password: fresh })).status).toBe(303);
  });

  test('the address is changed', async () => {
    const { visitor, accounts, id } = await member();
    const fields = { current: person.password, email: 'new@mail.example', email2: 'new@mail.example' };
    expect((await visitor.send('/account/email', { ...fields, email2: 'x' })).status).toBe(400);
    expect((await visitor.send('/account/email', fields)).location).toBe('/account?done=email');
    expect((await accounts.find(id))?.email).toBe('new@mail.example');
  });

  test('logging out ends this session, or all of them', async () => {
    const { app, visitor } = await member();
    const other = openVisitor(app);
    await other.send('/account/login', logIn);
    await visitor.send('/account', {}, { action: '/account/logout' });
    expect([(await visitor.get('/account')).status, (await other.get('/account')).status]).toEqual([303, 200]);
    await visitor.send('/account/login', logIn);
    await other.send('/account', {}, { action: '/account/logout-everywhere' });
    expect([(await visitor.get('/account')).status, (await other.get('/account')).status]).toEqual([303, 303]);
  });

  test('the data are given as JSON, without the password', async () => {
    const { visitor } = await member();
    const data = JSON.parse((await visitor.get('/account/export.json')).text);
    expect(data).toMatchObject({ schema: 'rapporteur.account/1', account: { username: 'ada.lumen' } });
    expect(data.sessions).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('assword');
  });

  test('deleting leaves nothing in any table', async () => {
    const { visitor, accounts, id } = await member();
    await accounts.makeLink('reset', id, 1);
    expect((await visitor.send('/account/delete', { current: 'wrong' })).status).toBe(403);
    expect((await visitor.send('/account/delete', { current: person.password })).location).toBe(
      '/account/login?done=removed',
    );
    expect([await accounts.list(), await accounts.export(id), (await visitor.get('/account')).status]).toEqual([
      [],
      undefined,
      303,
    ]);
  });

  test('the only administrator stays', async () => {
    const { visitor, accounts, id } = await member();
    await accounts.setRole(id, 'admin');
    expect((await visitor.send('/account/delete', { current: person.password })).status).toBe(409);
  });
});

describe('letters', () => {
  const letters: Mail[] = [];
  const mail = async (letter: Mail) => {
    letters.push(letter);
  };
  const linkOf = (letter: Mail | undefined) => /http:\/\/site\.example(\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  beforeEach(() => {
    letters.length = 0;
  });

  test('confirm the address, and give a new password once', async () => {
    const app = siteOf({ mail });
    const visitor = openVisitor(app);
    expect((await visitor.get('/account/register')).text).not.toContain('users confirm');
    await visitor.send('/account/register', person);
    await expect.poll(() => letters.length).toBe(1);
    expect(letters[0]?.to).toBe('ada@mail.example');
    expect((await visitor.send(linkOf(letters[0]), {}, { action: '/account/confirm' })).location).toBe(
      '/account/login?done=confirmed',
    );
    await visitor.send('/account/forgotten', { login: 'ada.lumen' });
    await expect.poll(() => letters.length).toBe(2);
    const fresh = 'a blue boat waits at noon';
    const reset = () =>
      visitor.send(linkOf(letters[1]), { password: fresh, password2: fresh }, { action: '/account/reset' });
    expect([(await reset()).location, (await reset()).status]).toEqual(['/account/login?done=password', 403]);
    expect((await visitor.get(linkOf(letters[1]))).status).toBe(410);
    expect((await visitor.send('/account/login', { login: 'ada.lumen', password: fresh })).status).toBe(303);
    await visitor.send('/account/email', { current: fresh, email: 'n@mail.example', email2: 'n@mail.example' });
    await expect.poll(() => letters.length).toBe(3);
    expect([letters[2]?.to, (await (await accountsOf()).find('ada.lumen'))?.email]).toEqual([
      'n@mail.example',
      'ada@mail.example',
    ]);
    await visitor.send(linkOf(letters[2]), {}, { action: '/account/confirm' });
    expect((await (await accountsOf()).find('ada.lumen'))?.email).toBe('n@mail.example');
  });

  test('without them the page says whom to ask', async () => {
    expect((await openVisitor(siteOf()).get('/account/forgotten')).text).toContain('rapporteur users reset');
  });
});

describe('the desk', () => {
  test('is closed to strangers and readers, open to moderators and editors', async () => {
    const { app, visitor, accounts, id } = await member();
    const stranger = await openVisitor(app).get('/desk');
    expect([stranger.status, stranger.location]).toEqual([303, '/account/login?next=%2Fdesk']);
    expect((await visitor.get('/desk')).status).toBe(403);
    for (const role of ['moderator', 'editor', 'admin'] as const) {
      await accounts.setRole(id, role);
      expect((await visitor.get('/desk')).status).toBe(200);
    }
  });

  test.each(interfaceLanguages)('counts what waits, in %s', async (language) => {
    const { app, accounts, id } = await member();
    await accounts.setRole(id, 'editor');
    await store.reports.add({ subject: 'person', subjectId: 'p1', message: 'The <b> is wrong', language, at: '2024' });
    const editor = openVisitor(app, language);
    await editor.send('/account/login', logIn);
    const page = (await editor.get('/desk')).text;
    expect(/id="desk-reports">[^<]+<span class="count">(\d+)/.exec(page)?.[1]).toBe('1');
    expect(page).toContain('The &lt;b&gt; is wrong');
    expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(?:account|desk)\.[a-z0-9.-]+/);
  });
});
