import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTemporaryFolder } from '../../../test/helpers/temporary-folder.ts';
import { openVisitor, person } from '../../../test/helpers/visitor.ts';
import type { AccountStore } from '../../store/accounts/accounts.ts';
import { type PasswordHash, scryptHash } from '../../store/accounts/password-hash.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { createApp } from '../app.tsx';
import type { WebSettings } from '../settings.ts';
import { isEmail } from './field-rules.ts';
import type { AccountSettings } from './open-door.ts';
import { localPath } from './visit.ts';

// Each class of attack of docs/security.md has a test here that fails without its guard.

const secret = 'a secret that is long enough for these tests';
const logIn = { login: 'ada.lumen', password: person.password };
let store: Store;
let accounts: AccountStore;
let id: string;

const siteOf = (more: AccountSettings = {}, settings: Partial<WebSettings> = {}) =>
  createApp({
    store,
    settings: { publishLocalInFull: false, ...settings },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
    accounts: { secret, ...more },
  });

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  accounts = await store.accounts(secret);
  await accounts.register(person);
  id = (await accounts.find('ada.lumen'))?.id ?? '';
  await accounts.setConfirmed(id);
});
afterEach(() => store.close());

async function member(app = siteOf()) {
  const visitor = openVisitor(app);
  expect((await visitor.send('/account/login', logIn)).status).toBe(303);
  return visitor;
}

describe('forms of other sites (CSRF)', () => {
  const fresh = 'a blue boat waits at noon';
  const change = { current: person.password, password: fresh, password2: fresh };
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['another origin', {}, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }],
    ['another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', {}, { origin: 'http://sub.site.example', 'sec-fetch-site': 'same-site' }],
    ['no word of this browser', { form: '' }, {}],
    ['neither a header nor the word', { form: '' }, { origin: '', 'sec-fetch-site': '' }],
    ['the word of another browser', { form: 'x'.repeat(43) }, {}],
  ])('%s changes nothing', async (_, fields, headers) => {
    const app = siteOf();
    const visitor = await member(app);
    expect((await visitor.send('/account/password', { ...change, ...fields }, { headers })).status).toBe(403);
    await visitor.send('/account', fields, { action: '/account/logout', headers });
    await visitor.send('/account', fields, { action: '/account/logout-everywhere', headers });
    expect((await visitor.send('/account/delete', { current: person.password, ...fields }, { headers })).status).toBe(
      403,
    );
    expect((await visitor.get('/account')).status).toBe(200);
    const stranger = openVisitor(app);
    expect((await stranger.send('/account/login', { ...logIn, ...fields }, { headers })).status).toBe(403);
    const other = { ...person, username: 'second', email: 's@mail.example', email2: 's@mail.example' };
    expect((await stranger.send('/account/register', { ...other, ...fields }, { headers })).status).toBe(403);
    expect(await accounts.find('second')).toBeUndefined();
    const max = await waiting();
    await accounts.setRole(id, 'moderator');
    await visitor.send('/desk', fields, { action: '/desk/accounts', headers });
    expect((await accounts.find(max))?.confirmed).toBe(false);
  });
});

async function waiting(): Promise<string> {
  await accounts.register({ name: 'Max', username: 'max', email: 'max@mail.example', password: person.password });
  return (await accounts.find('max'))?.id ?? '';
}

test('session fixation: a session that was there before the log-in is worth nothing after it', async () => {
  const app = siteOf();
  const attacker = await member(app);
  const planted = attacker.cookies.get('rapporteur.session') ?? '';
  const victim = openVisitor(app);
  victim.cookies.set('rapporteur.session', planted);
  expect((await victim.send('/account/login', logIn)).status).toBe(303);
  expect(victim.cookies.get('rapporteur.session')).not.toBe(planted);
  expect((await attacker.get('/account')).status).toBe(303);
  const form = victim.cookies.get('rapporteur.form');
  await victim.get('/account');
  expect(victim.cookies.get('rapporteur.form')).not.toBe(form);
});

test('a session that was made up or changed is none', async () => {
  const app = siteOf();
  const visitor = await member(app);
  const [token = '', signature = ''] = decodeURIComponent(visitor.cookies.get('rapporteur.session') ?? '').split('.');
  for (const made of [
    token,
    `${token}.`,
    `${token}.${signature.split('').reverse().join('')}`,
    `x${token}.${signature}`,
  ]) {
    const other = openVisitor(app);
    other.cookies.set('rapporteur.session', encodeURIComponent(made));
    expect((await other.get('/account')).status).toBe(303);
  }
});

describe('cookies', () => {
  const lines = async (settings: Partial<WebSettings>, headers: Record<string, string> = {}) => {
    const visitor = openVisitor(siteOf({}, settings), 'en', headers);
    const form = (await visitor.get('/account/login')).headers.getSetCookie();
    const done = await visitor.send('/account/login', { ...logIn, stay: '1' });
    return [...form, ...done.headers.getSetCookie().filter((line) => !/max-age=0/i.test(line))];
  };
  test('are out of reach of scripts and of other sites', async () => {
    const all = await lines({});
    expect(all.length).toBeGreaterThan(1);
    for (const line of all) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).toMatch(/; Path=\//);
      expect(line).not.toMatch(/Domain=/);
    }
  });

  test.each<[string, Partial<WebSettings>, Record<string, string>]>([
    ['the public address is encrypted', { baseUrl: 'https://site.example' }, {}],
    ['the proxy says so', { trustedProxy: true }, { 'x-forwarded-proto': 'https' }],
  ])('are named and marked for encrypted lines when %s', async (_, settings, headers) => {
    for (const line of await lines(settings, headers)) expect(line).toMatch(/^__Host-rapporteur\.[a-z]+=.*; Secure/);
  });

  test('of a log-in that does not stay end with the browser', async () => {
    const done = await openVisitor(siteOf()).send('/account/login', logIn);
    const session = done.headers.getSetCookie().find((line) => line.startsWith('rapporteur.session='));
    expect(session).toBeDefined();
    expect(session).not.toMatch(/max-age|expires/i);
  });

  test('a header of nobody’s proxy is not believed', async () => {
    for (const line of await lines({}, { 'x-forwarded-proto': 'https' })) expect(line).not.toContain('__Host-');
  });
});

describe('who has an account stays unsaid (enumeration)', () => {
  const shownText = (text: string) =>
    text
      .replace(/<input type="hidden"[^>]*>/g, '')
      .replace(/value="[^"]*"/g, '')
      .replace(/<label for="account-answer">.*?<\/label>/s, '');

  test('an unknown name and a wrong password: the same answer, the same work', async () => {
    const work: string[] = [];
    const hash: PasswordHash = {
      hash: (password) => {
        work.push('scrypt');
        return scryptHash.hash(password);
      },
      verify: (input) => {
        work.push('scrypt');
        return scryptHash.verify(input);
      },
    };
    const app = siteOf({ accounts: await store.accounts(secret, hash) });
    const answers: (readonly [number, string, number])[] = [];
    for (const login of ['ada.lumen', 'ada@mail.example', 'nobody.here', 'nobody@mail.example', 'n']) {
      work.length = 0;
      const shown = await openVisitor(app).send('/account/login', { login, password: 'wrong words at noon' });
      answers.push([shown.status, shownText(shown.text), work.length]);
    }
    const [first] = answers;
    expect(first?.[2]).toBe(1);
    for (const answer of answers) expect(answer).toEqual(first);
  });

  test('a known and a free address register alike', async () => {
    const app = siteOf();
    const send = (email: string, username: string) =>
      openVisitor(app).send('/account/register', { ...person, username, email, email2: email });
    const [taken, free] = [await send('ada@mail.example', 'second'), await send('free@mail.example', 'third')];
    expect([taken.status, taken.location]).toEqual([free.status, free.location]);
    expect(taken.status).toBe(303);
    expect(await accounts.list()).toHaveLength(2);
  });

  test('a forgotten password is answered alike, whoever asks', async () => {
    const letters: string[] = [];
    const app = siteOf({ mail: async ({ to }) => void letters.push(to) });
    const ask = async (login: string) => {
      const shown = await openVisitor(app).send('/account/forgotten', { login });
      return [shown.status, shownText(shown.text)];
    };
    expect(await ask('ada.lumen')).toEqual(await ask('nobody.here'));
    await expect.poll(() => letters).toEqual(['ada@mail.example']);
  });
});

describe('guessing is slow (brute force)', () => {
  const attempt = async (app: ReturnType<typeof siteOf>, login: string, address: string, password = 'wrong') =>
    (await openVisitor(app, 'en', { 'x-forwarded-for': address }).send('/account/login', { login, password })).status;
  const site = () => siteOf({ accounts: cheap() }, { trustedProxy: true });
  /** Only what is refused is of interest here: nothing is hashed. */
  const cheap = (): AccountStore => ({ ...accounts, logIn: async () => ({ refused: 'wrong' }) });

  test('of one account, from wherever', async () => {
    const app = site();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push(await attempt(app, i % 2 === 0 ? 'ada.lumen' : 'ADA.lumen', `192.0.${i}.1`));
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect(await attempt(app, 'nobody', '192.0.99.1')).toBe(401);
  });

  test('from one address, at whatever account', async () => {
    const app = site();
    let last = 0;
    for (let i = 0; i < 41; i++) last = await attempt(app, `name${i}`, '192.0.2.1');
    expect([last, await attempt(app, 'another', '192.0.2.2')]).toEqual([429, 401]);
  });

  test('from one network, at whatever account', async () => {
    const app = site();
    let last = 0;
    for (let i = 0; i < 121; i++) last = await attempt(app, `name${i}`, `192.0.2.${i}`);
    expect([last, await attempt(app, 'another', '192.0.3.1')]).toEqual([429, 401]);
  });

  test('the same for one’s own password, and a header of nobody’s proxy is not believed', async () => {
    const app = siteOf();
    const visitor = await member(app);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++)
      statuses.push(
        (
          await visitor.send(
            '/account/delete',
            { current: 'wrong' },
            { headers: { 'x-forwarded-for': `192.0.${i}.1` } },
          )
        ).status,
      );
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
  });

  test('registering many accounts from one address', async () => {
    const app = siteOf({ accounts: { ...accounts, register: async () => 'registered' } });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++)
      statuses.push((await openVisitor(app).send('/account/register', { ...person, username: `name${i}` })).status);
    expect(statuses).toEqual([...Array(10).fill(303), 429]);
  });
});

describe('open redirect and header injection', () => {
  test.each([
    ['/desk', '/desk'],
    ['/record?pair=ES-MA', '/record?pair=ES-MA'],
    ['https://elsewhere.example/', '/account'],
    ['//elsewhere.example', '/account'],
    ['/\\elsewhere.example', '/account'],
    ['\\\\elsewhere.example', '/account'],
    ['/\t/elsewhere.example', '/account'],
    ['/a\r\nSet-Cookie: b=c', '/account'],
    ['javascript:alert(1)', '/account'],
    ['@elsewhere.example', '/account'],
    ['', '/account'],
  ])('%j leads to %s', async (next, to) => {
    expect(localPath(next)).toBe(to);
    const visitor = openVisitor(siteOf());
    const shown = await visitor.send('/account/login', { ...logIn, next });
    expect([shown.status, shown.location]).toEqual([303, to]);
    expect(visitor.cookies.has('b')).toBe(false);
  });

  test.each(['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '"a b"@c.example', 'a@b', '<a@b.example>'])(
    '%j is no address to write to',
    (email) => {
      expect(isEmail(email)).toBe(false);
    },
  );

  test('links in letters lead to the address that the operator gave, whatever the request says', async () => {
    const texts: string[] = [];
    const app = siteOf({ mail: async ({ text }) => void texts.push(text) }, { baseUrl: 'http://site.example' });
    const headers = {
      host: 'elsewhere.example',
      'x-forwarded-host': 'elsewhere.example',
      origin: 'http://site.example',
    };
    await openVisitor(app).send('/account/forgotten', { login: 'ada.lumen' }, { headers });
    await expect.poll(() => texts.length).toBe(1);
    expect(texts[0]).toContain('http://site.example/account/reset?word=');
    expect(texts[0]).not.toContain('elsewhere');
  });
});

test('mass assignment: a form fills only its own fields', async () => {
  const more = {
    role: 'admin',
    confirmed: '1',
    email_verified: '1',
    emailVerified: 'true',
    blocked: '0',
    id: 'mine',
    __proto__: 'x',
  };
  const other = { ...person, username: 'second', email: 's@mail.example', email2: 's@mail.example' };
  expect((await openVisitor(siteOf()).send('/account/register', { ...other, ...more })).status).toBe(303);
  expect(await accounts.find('second')).toMatchObject({ role: 'reader', confirmed: false });
  const given = { ...person, ...more, username: 'third', email: 't@mail.example' };
  expect(await accounts.register(given)).toBe('registered');
  expect(await accounts.find('third')).toMatchObject({ role: 'reader', confirmed: false });
});

test('roles: a reader confirms nobody, and what a page is told decides nothing (IDOR, privilege)', async () => {
  const max = await waiting();
  const visitor = await member();
  const page = await visitor.send('/account', { account: max }, { action: '/desk/accounts' });
  expect([page.status, (await accounts.find(max))?.confirmed]).toEqual([403, false]);
  await accounts.setConfirmed(max);
  await visitor.send('/account/delete', { current: person.password, account: max, id: max });
  expect((await accounts.list()).map(({ username }) => username)).toEqual(['max']);
});

test('a blocked account is out at once', async () => {
  const visitor = await member();
  await accounts.setBlocked(id, true);
  expect((await visitor.get('/account')).status).toBe(303);
});

test('passwords and links stand in the archive as hashes only', async () => {
  const folder = await createTemporaryFolder();
  try {
    const file = folder.file('rapporteur.db');
    const kept = await openSqliteStore(file);
    const own = await kept.accounts(secret);
    await own.register(person);
    const word = await own.makeLink('reset', 'somebody', 1);
    await kept.close();
    const bytes = [file, `${file}-wal`].flatMap((path) => (existsSync(path) ? [readFileSync(path)] : []));
    const holds = (text: string) => bytes.some((part) => part.includes(text));
    expect([holds('ada@mail.example'), holds(person.password), holds(word)]).toEqual([true, false, false]);
  } finally {
    await folder.remove();
  }
});

test('scripts in what is typed stay text, and the policy lets none run', async () => {
  const page = await openVisitor(siteOf()).send('/account/register', {
    ...person,
    name: '<script>alert(1)</script>',
    username: '"><script>',
  });
  expect(page.text).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test('far too much is not read', async () => {
  expect((await openVisitor(siteOf()).send('/account/register', { ...person, name: 'x'.repeat(40_000) })).status).toBe(
    400,
  );
});
