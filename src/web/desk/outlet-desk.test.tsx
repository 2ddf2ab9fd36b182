import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articlePage, atomFeed, openPressServer, type PressServer } from '../../../test/helpers/press-server.ts';
import { openVisitor, person, type Visitor } from '../../../test/helpers/visitor.ts';
import { createFetcher } from '../../collect/http/fetcher.ts';
import { createVisitor } from '../../collect/http/visitor.ts';
import { type Look, openLook } from '../../jobs/collect/add-wanted.ts';
import type { AccountRole } from '../../store/accounts/accounts.ts';
import type { PasswordHash } from '../../store/accounts/password-hash.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { createApp } from '../app.tsx';
import { type InterfaceLanguage, interfaceLanguages } from '../i18n.ts';

const secret = 'a secret that is long enough for these tests';
/** Quick: what protects passwords is not tested here. */
const hash: PasswordHash = {
  hash: async (word) => `of ${word}`,
  verify: async ({ hash: kept, password }) => kept === `of ${password}`,
};
const at = new Date('2024-02-03T09:00:00Z');
let store: Store;
let press: PressServer;
let look: Look;
let closeFetcher: () => Promise<void>;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  press = await openPressServer();
  site = undefined;
  const fetcher = createFetcher({ userAgent: 'Rapporteur/test' });
  closeFetcher = () => fetcher.close();
  const memory = { get: store.collect.domain, put: store.collect.putDomain };
  look = openLook(createVisitor({ fetcher, userAgent: 'Rapporteur/test', now: () => new Date(), memory }));
});
afterEach(async () => {
  await closeFetcher();
  await press.close();
  await store.close();
});

/** The site of one test; `member` opens it when nobody else has. */
let site: ReturnType<typeof createApp> | undefined;
async function siteOf(looks: boolean) {
  return createApp({
    store,
    settings: { publishLocalInFull: false },
    now: () => at,
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
    accounts: {
      secret,
      accounts: await store.accounts(secret, hash),
      ...(looks ? { look: (address, rules) => look(address, rules) } : {}),
    },
  });
}

/** Somebody with a role, logged in. */
async function member(role: AccountRole, language: InterfaceLanguage = 'en', looks = true): Promise<Visitor> {
  site ??= await siteOf(looks);
  const accounts = await store.accounts(secret, hash);
  const name = { ...person, username: `${role}.${language}`, email: `${role}.${language}@mail.example` };
  if ((await accounts.find(name.username)) === undefined) {
    await accounts.register(name);
    const id = (await accounts.find(name.username))?.id ?? '';
    await accounts.setConfirmed(id);
    await accounts.setRole(id, role);
  }
  const visitor = openVisitor(site, language);
  await visitor.send('/account/login', { login: name.username, password: person.password });
  return visitor;
}

const feedHeaders = { 'content-type': 'application/atom+xml' };
function publishFeed(title = 'Coast Daily'): string {
  const link = `${press.origin}/harbour`;
  press.set({
    '/feed': { headers: feedHeaders, body: atomFeed(title, press.origin, [{ link, title: 'Talks about harbours' }]) },
    '/harbour': articlePage('Talks about harbours', 'harbours'),
  });
  return `${press.origin}/feed`;
}

const own = { private: '1', pause: '0' };
const list = '/desk/outlets';
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
/** Adds an address and gives the page on which that is told. */
async function add(admin: Visitor, fields: Record<string, string>) {
  const sent = await admin.send(list, fields, { action: '/desk/additions' });
  expect(sent.status).toBe(303);
  return { path: sent.location ?? '', page: await admin.get(sent.location ?? '') };
}

/** A feed that is followed, without a visit. */
async function followed(): Promise<string> {
  const admin = await member('admin');
  const opml = `<opml version="2.0"><body><outline text="Coast"><outline text="Coast Daily" type="rss"
    xmlUrl="https://coast.example/feed"/></outline></body></opml>`;
  await admin.send(list, {}, { action: '/desk/additions/file', file: { name: 'feeds.opml', text: opml } });
  const [source] = await store.collect.sources();
  expect(source).toMatchObject({ address: 'https://coast.example/feed', folder: ['Coast'], state: 'active' });
  return `${list}/${(await store.outlets.list())[0]?.slug}`;
}

describe('who may', () => {
  test.each<[AccountRole, number]>([
    ['reader', 403],
    ['moderator', 403],
    ['editor', 200],
    ['admin', 200],
  ])('%s: %i', async (role, status) => {
    const path = await followed();
    const visitor = await member(role);
    for (const page of [list, path, `${path}/remove`, '/desk/outlets.opml'])
      expect([page, (await visitor.get(page)).status]).toEqual([page, status]);
    expect((await visitor.get('/desk')).text.includes(`href="${list}"`)).toBe(status === 200);
    const before = await store.collect.sources();
    for (const [action, fields] of [
      ['/state', { state: 'paused' }],
      ['/remove', {}],
      ['', { name: 'Taken over' }],
      ['/source', { pause: '9' }],
    ] as const)
      if (status === 403) await visitor.send('/account', fields, { action: `${path}${action}` });
    await visitor.send('/account', { address: 'https://other.example/' }, { action: '/desk/additions' });
    if (status === 403) expect(await store.collect.sources()).toEqual(before);
  });

  test('strangers are asked to log in', async () => {
    const path = await followed();
    const stranger = openVisitor(site ?? (await siteOf(true)));
    expect((await stranger.get(list)).location).toBe(`/account/login?next=${encodeURIComponent(list)}`);
    await stranger.send('/account/login', { state: 'paused' }, { action: `${path}/state` });
    expect((await store.collect.sources())[0]?.state).toBe('active');
  });

  test('only admins let their own network be fetched', async () => {
    const address = publishFeed();
    const editor = await member('editor');
    const page = (await editor.get(list)).text;
    expect(page).not.toContain('name="private"');
    expect((await editor.send(list, { address, ...own }, { action: '/desk/additions' })).status).toBe(400);
    const told = await add(editor, { address, private: '1' });
    expect(words(told.page.text)).toContain('127.0.0.1 is not a public address');
    expect(await store.collect.sources()).toEqual([]);
    expect(press.asked).toEqual([]);
  });
});

test.each(['/desk/additions', '/state', '/remove', '/source', ''])(
  'a form of another site changes nothing: %s',
  async (action) => {
    const path = await followed();
    const admin = await member('admin');
    const before = [await store.collect.sources(), await store.outlets.list()];
    const [source] = await store.collect.sources();
    const fields = { state: 'paused', name: 'Other', publish: 'full', address: 'https://other.example/', pause: '9' };
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, {}]) {
      const word = Object.keys(headers).length === 0 ? { form: 'x'.repeat(43) } : {};
      const to = action.startsWith('/desk') ? action : `${path}${action}`;
      const sent = { ...fields, source: source?.id ?? '', ...word };
      expect((await admin.send(path, sent, { action: to, headers })).status).toBe(403);
    }
    expect([await store.collect.sources(), await store.outlets.list()]).toEqual(before);
  },
);

describe('adding', () => {
  test('an address: what was found is followed, and told', async () => {
    const address = publishFeed();
    const admin = await member('admin');
    const { page, path } = await add(admin, { address, ...own });
    expect(page.status).toBe(200);
    expect(page.headers.get('refresh')).toBeNull();
    expect(words(page.text)).toMatch(/1 followed, 0 not, 0 to decide\..*Followed now Coast Daily Feed .* 1 item now/);
    const [source] = await store.collect.sources();
    expect(source).toMatchObject({ address, kind: 'feed', allowPrivate: true, pauseMs: 0, state: 'active' });
    const again = await add(admin, { address, ...own });
    expect(words(again.page.text)).toContain('followed already');
    expect(await store.collect.sources()).toHaveLength(1);
    // What one editor adds is no page of another.
    expect((await (await member('editor')).get(path)).status).toBe(404);
  });

  test('a page without a feed is asked about: its links are shown, and followed when a person says so', async () => {
    const links = ['harbours', 'ferries', 'dikes', 'lights'].map(
      (name, at) => `<li><a href="/news/${at + 10}/${name}.html">The talks about ${name} go on in spring</a></li>`,
    );
    press.set({ '/': `<html><head><title>Coast</title></head><body><ul>${links.join('')}</ul></body></html>` });
    const admin = await member('admin');
    const { page, path } = await add(admin, { address: `${press.origin}/`, name: 'The Coast', ...own });
    expect(words(page.text)).toMatch(/0 followed, 0 not, 1 to decide\..*\/news\/#\/\*\.html.*\(4 links\).*dikes/);
    expect(await store.collect.sources()).toEqual([]);
    expect((await admin.send(path, { own: 'news' })).status).toBe(400);
    expect((await admin.send(path, { entry: '7', pattern: '/news/#/*.html' })).status).toBe(303);
    expect(await store.collect.sources()).toEqual([]);
    expect((await admin.send(path, { pattern: '/news/#/*.html' })).location).toBe(path);
    expect(words((await admin.get(path)).text)).toContain('1 followed, 0 not, 0 to decide.');
    expect(await store.collect.sources()).toMatchObject([{ kind: 'listing', pattern: '/news/#/*.html', pauseMs: 0 }]);
    expect((await store.outlets.list())[0]?.name).toBe('The Coast');
  });

  test('what cannot be followed is told in words', async () => {
    press.set({ '/empty': '<html><body>Nothing here</body></html>' });
    const admin = await member('admin');
    const { page } = await add(admin, { address: `${press.origin}/empty`, ...own });
    expect(words(page.text)).toMatch(/0 followed, 1 not.*Not followed.*no feed and no list of articles was found/);
  });

  test('a look that takes long goes on while its page renews itself', async () => {
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    look = async () => {
      await asked;
      return { kind: 'failure', code: 'fetch-failed', detail: 'too late' };
    };
    const admin = await member('admin');
    const { page, path } = await add(admin, { address: 'https://slow.example/' });
    expect(page.headers.get('refresh')).toBe('3');
    expect(words(page.text)).toContain('Being looked at: 0 of 1.');
    for (let more = 0; more < 2; more++) await add(admin, { address: 'https://slow.example/' });
    const busy = await admin.send(list, { address: 'https://slow.example/' }, { action: '/desk/additions' });
    expect([busy.status, words(busy.text).includes('still being looked at')]).toEqual([429, true]);
    answer();
    await expect.poll(async () => (await admin.get(path)).headers.get('refresh')).toBeNull();
    expect(words((await admin.get(path)).text)).toContain('too late');
  });

  test.each<[string, Record<string, string>, string]>([
    ['nothing', { address: '' }, 'This is no address'],
    ['a word', { address: 'harbour' }, 'This is no address'],
    ['another protocol', { address: 'file:///etc/passwd' }, 'This is no address'],
    ['a script', { address: 'javascript:alert(1)' }, 'This is no address'],
    ['no pause at a stranger’s', { address: 'https://a.example/', pause: '0' }, 'From 0 to 3600 seconds'],
    ['a pause in words', { address: 'https://a.example/', pause: 'two' }, 'From 0 to 3600 seconds'],
    ['a name with marks', { address: 'https://a.example/', name: '<b>' }, 'A name has from 1 to 120'],
  ])('%s is refused beside the form, and nothing typed is lost', async (_, fields, sentence) => {
    const editor = await member('editor');
    const page = await editor.send(list, fields, { action: '/desk/additions' });
    expect([page.status, words(page.text).includes(sentence)]).toEqual([400, true]);
    for (const [name, value] of Object.entries(fields)) {
      const input = new RegExp(`<input id="desk-${name}"[^>]*>`).exec(page.text)?.[0];
      expect(input).toContain(`value="${value.replace('<', '&lt;').replace('>', '&gt;')}"`);
    }
  });

  test('a list of addresses: each is looked at, what does not work is named', async () => {
    const editor = await member('editor');
    look = async (address) => ({ kind: 'failure', code: 'fetch-failed', detail: `seen ${address}` });
    const second = await member('editor', 'fr');
    const text = '# ours\ncoast.example\n\nhttps://other.example/feed\n';
    const sent = await second.send(list, {}, { action: '/desk/additions/file', file: { name: 'list.txt', text } });
    const page = words((await second.get(sent.location ?? '')).text);
    expect(page).toContain('0 suivi, 2 non, 0 à décider.');
    expect(page).toContain('seen https://coast.example');
    for (const bad of ['', 'no address at all\nnor here\n', '\u0000\u0001\u0002'.repeat(40)]) {
      const file = { name: 'x.txt', text: bad };
      const refused = await editor.send(list, {}, { action: '/desk/additions/file', file });
      expect([refused.status, words(refused.text).includes('Choose an OPML file')]).toEqual([400, true]);
    }
    const many = Array.from({ length: 201 }, (_, number) => `site${number}.example`).join('\n');
    const file = { name: 'many.txt', text: many };
    expect((await editor.send(list, {}, { action: '/desk/additions/file', file })).status).toBe(413);
  });

  test('a site that visits nobody takes feeds of files all the same', async () => {
    const editor = await member('editor', 'en', false);
    const page = (await editor.get(list)).text;
    expect([page.includes('name="address"'), page.includes('name="file"')]).toEqual([false, true]);
    expect((await editor.send(list, { address: 'coast.example' }, { action: '/desk/additions' })).status).toBe(400);
  });
});

test('OPML goes out as it came in', async () => {
  await followed();
  const editor = await member('editor');
  const file = await editor.get('/desk/outlets.opml');
  expect(file.headers.get('content-disposition')).toContain('rapporteur.opml');
  expect(file.headers.get('content-type')).toContain('text/x-opml');
  expect(file.text).toMatch(
    /<outline text="Coast">\s*<outline text="Coast Daily" [^>]*xmlUrl="https:\/\/coast\.example\/feed"/,
  );
});

describe('one outlet', () => {
  test('is renamed, shown in full, kept for a time; and all that is set is shown', async () => {
    const path = await followed();
    const editor = await member('editor');
    const sent = await editor.send(path, { name: 'The  Coast', publish: 'full', keep: '30' });
    expect(sent.location).toBe(`${path}?done=changed`);
    expect(await store.outlets.list()).toMatchObject([{ name: 'The Coast', publish: 'full', keepDays: 30 }]);
    const page = (await editor.get(sent.location ?? '')).text;
    expect(page).toMatch(/role="status">\s*Saved\./);
    expect(page).toMatch(/<option value="full" selected=""/);
    await editor.send(path, { name: 'The Coast', publish: 'everything', keep: '' });
    const [outlet] = await store.outlets.list();
    expect([outlet?.publish, outlet?.keepDays]).toEqual(['full', undefined]);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['a name of nothing', '', { name: ' ' }, 'A name has from 1'],
    ['half a day', '', { name: 'Coast', keep: '0.5' }, 'A whole number of days'],
    ['a pause of nothing', '/source', { pause: '0' }, 'From 0 to 3600 seconds'],
    ['a pause of a week', '/source', { pause: '604800' }, 'From 0 to 3600 seconds'],
  ])('%s is refused beside the field', async (_, action, fields, sentence) => {
    const path = await followed();
    const editor = await member('editor');
    const before = [await store.collect.sources(), await store.outlets.list()];
    const source = before[0]?.[0]?.id ?? '';
    const page = await editor.send(path, { source, ...fields }, { action: `${path}${action}` });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(new RegExp(`class="field-error"[^>]*>\\s*${sentence}`));
    expect(page.text).toContain(`value="${Object.values(fields).at(-1)}"`);
    expect([await store.collect.sources(), await store.outlets.list()]).toEqual(before);
  });

  test('a source has a pause of its own, and the usual one again', async () => {
    const path = await followed();
    const editor = await member('editor');
    const source = (await store.collect.sources())[0]?.id ?? '';
    const change = async (pause: string) => {
      await editor.send(path, { source, pause, private: '1' }, { action: `${path}/source` });
      return (await store.collect.sources())[0];
    };
    expect(await change('2,5')).toMatchObject({ pauseMs: 2_500, allowPrivate: false });
    expect((await change(''))?.pauseMs).toBeUndefined();
    const admin = await member('admin');
    await admin.send(path, { source, pause: '0', private: '1' }, { action: `${path}/source` });
    expect((await store.collect.sources())[0]).toMatchObject({ pauseMs: 0, allowPrivate: true });
  });

  test('is paused, resumed, and visited at once with what failed before', async () => {
    const path = await followed();
    const editor = await member('editor');
    const [source] = await store.collect.sources();
    if (source === undefined) throw new Error('a source is followed');
    await store.collect.putSource({ ...source, state: 'blocked', reason: 'outlet-blocks', detail: 'until 2024-02-05' });
    await store.collect.addItems(source.id, [{ address: 'https://coast.example/a' }], at.toISOString());
    const [item] = await store.collect.items({ sourceId: source.id });
    if (item === undefined) throw new Error('an item is there');
    await store.collect.putItem({ ...item, state: 'failed', reason: 'fetch-failed', detail: 'HTTP 500' });
    await store.collect.notePoll({
      sourceId: source.id,
      at: at.toISOString(),
      outcome: 'failed',
      found: 0,
      fresh: 0,
      milliseconds: 12,
      reason: 'outlet-blocks',
    });
    const page = words((await editor.get(path)).text);
    for (const told of ['blocked by outlet', 'until 2024-02-05', '1 failed', 'https://coast.example/a', 'HTTP 500'])
      expect(page).toContain(told);
    await editor.send(list, { state: 'paused', back: 'list' }, { action: `${path}/state` });
    expect((await store.collect.sources())[0]).toMatchObject({ state: 'paused' });
    expect((await editor.get(list)).text).toContain('aria-label="Resume: Coast Daily"');
    const sent = await editor.send(path, { state: 'active' }, { action: `${path}/state` });
    expect(words((await editor.get(sent.location ?? '')).text)).toContain('as soon as the collector comes by');
    const [now] = await store.collect.sources();
    expect([now?.state, now?.reason, now?.nextPoll]).toEqual(['active', undefined, at.toISOString()]);
    expect((await store.collect.items({ sourceId: source.id }))[0]?.state).toBe('waiting');
  });

  test('is removed after a question, source by source or as a whole; its articles stay', async () => {
    const path = await followed();
    const editor = await member('editor');
    const [source] = await store.collect.sources();
    if (source === undefined) throw new Error('a source is followed');
    await store.collect.putSource({ ...source, id: 'source-2', address: 'https://coast.example/second' });
    const ask = await editor.get(`${path}/remove?source=source-2`);
    expect([words(ask.text).includes('coast.example/second'), words(ask.text).includes('coast.example/feed')]).toEqual([
      true,
      false,
    ]);
    expect(await store.collect.sources()).toHaveLength(2);
    await editor.send(`${path}/remove?source=source-2`, {}, { action: `${path}/remove` });
    expect((await store.collect.sources()).map(({ id }) => id)).toEqual([source.id]);
    const gone = await editor.send(`${path}/remove`, {});
    expect(words((await editor.get(gone.location ?? '')).text)).toContain('It is no longer visited.');
    expect(await store.collect.sources()).toEqual([]);
    expect((await editor.get(`${path}/remove`)).status).toBe(404);
    expect(words((await editor.get(path)).text)).toContain('None of its addresses is followed');
  });

  test('nothing there is a page that says so', async () => {
    const editor = await member('editor');
    for (const path of [`${list}/nobody`, `${list}/nobody/remove`, '/desk/additions/none'])
      expect([path, (await editor.get(path)).status]).toEqual([path, 404]);
    expect((await editor.send(list, { state: 'paused' }, { action: `${list}/nobody/state` })).status).toBe(404);
  });
});

test('a long list has pages, and is narrowed by words and by state', async () => {
  const admin = await member('admin');
  const outlines = Array.from(
    { length: 120 },
    (_, number) => `<outline text="Paper ${number}" xmlUrl="https://paper${number}.example/feed"/>`,
  );
  const text = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
  const sent = await admin.send(list, {}, { action: '/desk/additions/file', file: { name: 'feeds.opml', text } });
  expect(words((await admin.get(sent.location ?? '')).text)).toContain('120 followed');
  const entries = async (query: string) => {
    const page = (await admin.get(`${list}${query}`)).text;
    return { count: page.match(/class="board-name"/g)?.length ?? 0, page };
  };
  const first = await entries('');
  expect(first.count).toBe(50);
  expect(first.page).toContain('href="/desk/outlets?page=2"');
  expect((await entries('?page=3')).count).toBe(20);
  expect((await entries('?page=99')).count).toBe(20);
  expect((await entries('?page=x&q=paper7.ex')).count).toBe(1);
  const source = await store.collect.source('https://paper7.example/feed');
  if (source === undefined) throw new Error('it is followed');
  await store.collect.putSource({ ...source, state: 'paused' });
  expect((await entries('?state=paused')).count).toBe(1);
  expect((await entries('?state=nonsense')).count).toBe(50);
});

test.each(interfaceLanguages)('every text is there in %s, and names are text', async (language) => {
  const path = await followed();
  const [source] = await store.collect.sources();
  if (source === undefined) throw new Error('a source is followed');
  await store.collect.putSource({ ...source, state: 'failing', reason: 'fetch-failed', detail: '<script>x</script>' });
  const [outlet] = await store.outlets.list();
  if (outlet === undefined) throw new Error('an outlet is there');
  await store.outlets.put({ ...outlet, name: 'The <b>Coast</b>' });
  const editor = await member('editor', language);
  for (const page of [list, path, `${path}/remove`]) {
    const { text, headers } = await editor.get(page);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(text.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(?:follow|desk|account)\.[a-z0-9.-]+/);
    expect(text).not.toMatch(/<script>x|<b>Coast/);
    expect(text).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
  }
});
