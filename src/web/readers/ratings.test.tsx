import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Member, openReaderSite, type ReaderSite } from '../../../test/helpers/reader-site.ts';
import { openVisitor } from '../../../test/helpers/visitor.ts';
import { interfaceLanguages } from '../i18n.ts';

let site: ReaderSite;
let path: string;
beforeEach(async () => {
  site = await openReaderSite();
  path = `/articles/${site.articleIds[0]}`;
});
afterEach(() => site.close());

const openMembers = async (count: number): Promise<Member[]> => {
  const members: Member[] = [];
  for (let at = 0; at < count; at++) members.push(await site.member(`reader-${at}`));
  return members;
};
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a visitor without an account', () => {
  test.each(interfaceLanguages)('sees the rating with its count and an invitation, in %s', async (language) => {
    const member = await site.member('ada');
    await member.send(path, { stars: '4' }, { action: `${path}/rating` });
    const page = (await openVisitor(site.app, language).get(path)).text;
    expect(page).toContain(`href="/account/login?next=${encodeURIComponent(path)}"`);
    expect(page.match(/href="\/account\/register"/g)?.length).toBeGreaterThan(1);
    expect(page).toMatch(/4[.,]0 [^<]*5 · [^<]+</);
    expect(page).not.toContain('name="stars"');
    expect(words(page)).not.toMatch(/\b(?:rating|readers)\.[a-z0-9.-]+/);
  });

  test('cannot vote: they are asked to log in, and come back', async () => {
    const stranger = openVisitor(site.app);
    const sent = await stranger.send('/account/login', { stars: '5' }, { action: `${path}/rating` });
    expect([sent.status, sent.location]).toEqual([303, `/account/login?next=${encodeURIComponent(path)}`]);
    expect((await site.store.readers.ratings.of(site.articleIds)).size).toBe(0);
  });
});

describe('a reader with an account', () => {
  test('finds one word in all forms of the first page after the log-in', async () => {
    const member = await site.member('ada');
    const page = (await member.get(path)).text;
    const tokens = [...page.matchAll(/name="form" value="([^"]+)"/g)].map(([, token]) => token);
    expect([tokens.length, new Set(tokens).size]).toEqual([2, 1]);
  });

  test('has one vote, which can change and go', async () => {
    const member = await site.member('ada');
    const send = (stars: string) => member.send(path, { stars }, { action: `${path}/rating` });
    expect((await member.get(path)).text).toContain('No reader has rated this yet.');
    expect((await send('2')).location).toBe(`${path}?done=rated#rating`);
    expect((await send('5')).status).toBe(303);
    const page = (await member.get(`${path}?done=rated`)).text;
    expect(words(page)).toContain('5.0 out of 5 · one vote');
    expect(page).toMatch(/<p class="account-note" role="status">Your vote counts/);
    expect(page).toMatch(/value="5" checked/);
    expect(page).not.toMatch(/value="2" checked/);
    expect((await send('0')).location).toBe(`${path}?done=taken-back#rating`);
    expect((await member.get(path)).text).toContain('No reader has rated this yet.');
  });

  test.each(['6', '-1', '4.5', '', 'x', '٤'])('cannot give %j stars', async (stars) => {
    const member = await site.member('ada');
    expect((await member.send(path, { stars }, { action: `${path}/rating` })).status).toBe(400);
    expect((await site.store.readers.ratings.of(site.articleIds)).size).toBe(0);
  });

  test('cannot vote through a form of another site, for another account, or on what is not there', async () => {
    const [ada, max] = [await site.member('ada'), await site.member('max')];
    const action = `${path}/rating`;
    const elsewhere = { action, headers: { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' } };
    expect((await ada.send(path, { stars: '1' }, elsewhere)).status).toBe(403);
    expect((await ada.send(path, { stars: '1', form: 'x' }, { action })).status).toBe(403);
    expect((await ada.send(path, { stars: '1' }, { action: '/articles/nobody/rating' })).status).toBe(404);
    await ada.send(path, { stars: '4', user_id: max.id, account: max.id }, { action });
    const { ratings } = site.store.readers;
    expect(await ratings.own(site.articleIds[0] ?? '', max.id)).toBeUndefined();
    expect(await ratings.own(site.articleIds[0] ?? '', ada.id)).toBe(4);
  });

  test('is stopped after very many votes', async () => {
    const member = await site.member('ada');
    const page = (await member.get(path)).text;
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const statuses = new Set<number>();
    for (let at = 0; at < 130; at++) {
      const { status } = await member.send('/account/forgotten', { stars: '3', form }, { action: `${path}/rating` });
      statuses.add(status);
    }
    expect([...statuses]).toEqual([303, 429]);
  });
});

/** So many log in one after the other, on a machine that may be busy. */
const manyPeople = 120_000;

test(
  'fifty readers vote at the same moment: none is lost, none counts twice',
  async () => {
    const members = await openMembers(50);
    const sent = await Promise.all(
      members.flatMap((member) =>
        ['1', '5'].map((stars) => member.send(path, { stars }, { action: `${path}/rating` })),
      ),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    const counts = (await site.store.readers.ratings.of(site.articleIds)).get(site.articleIds[0] ?? '') ?? [];
    expect(counts.reduce((sum: number, count) => sum + count, 0)).toBe(50);
  },
  manyPeople,
);

test('the best rated are listed by what their votes show at least', async () => {
  const members = await openMembers(6);
  const vote = (at: number, article: number, stars: number) =>
    site.store.readers.ratings.rate(site.articleIds[article] ?? '', members[at]?.id ?? '', stars);
  await vote(0, 0, 5);
  for (let at = 0; at < 6; at++) await vote(at, 1, at === 0 ? 4 : 5);
  await vote(0, 2, 1);
  const page = (await openVisitor(site.app).get('/readers')).text;
  const order = [...page.matchAll(/href="\/articles\/([^"]+)"/g)].map(([, id]) => site.articleIds.indexOf(id ?? ''));
  expect(order).toEqual([1, 0, 2]);
  expect(words(page)).toContain('4.8 out of 5 · 6 votes');
});
