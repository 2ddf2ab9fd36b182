import { afterEach, expect, test } from 'vitest';
import { type Member, openReaderSite, type ReaderSite } from '../../../test/helpers/reader-site.ts';
import { openVisitor } from '../../../test/helpers/visitor.ts';
import { interfaceLanguages } from '../i18n.ts';

let site: ReaderSite;
afterEach(() => site.close());

const one = 'https://o.example/one.jpg';
/** Another address of the very same picture. */
const twin = 'https://p.example/twin.jpg';
const other = 'https://o.example/other.jpg';
const pictures: Readonly<Record<string, Uint8Array>> = {
  [one]: new Uint8Array([1, 2, 3]),
  [twin]: new Uint8Array([1, 2, 3]),
  [other]: new Uint8Array([4, 5, 6]),
};

async function openPictures(more: { off?: boolean; days?: number } = {}): Promise<ReaderSite> {
  const shelf = {
    get: async (address: string) => {
      const bytes = pictures[address];
      return bytes === undefined ? undefined : { type: 'image/jpeg', bytes };
    },
  };
  const days = more.days ?? 0;
  return openReaderSite({
    now: () => new Date(Date.now() + days * 24 * 3_600_000),
    reports: [
      { title: 'Talks in Rabat', outlet: 'o', images: [{ url: one, alt: 'A harbour' }, { url: other }] },
      { title: 'The same elsewhere', outlet: 'o', images: [{ url: twin }] },
    ],
    ...(more.off === true ? {} : { images: { shelf, secret: 'secret' } }),
  });
}

const articleOf = (at: number) => `/articles/${site.articleIds[at]}`;
const report = (member: Member, at = 0, fields: Record<string, string> = { reason: 'private' }, number = 0) =>
  member.send(`${articleOf(at)}/images/${number}/report`, fields);
const members = async (count: number, addressOf: (at: number) => string): Promise<Member[]> => {
  const all: Member[] = [];
  for (let at = 0; at < count; at++) all.push(await site.member(`reader-${at}`, { address: addressOf(at) }));
  return all;
};
const manyNetworks = (at: number) => `192.0.${at}.1`;
const oneNetwork = (at: number) => `192.0.2.${at + 1}`;
const imagesOn = async (at: number) =>
  [...(await openVisitor(site.app).get(articleOf(at))).text.matchAll(/<img src="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );

test.each(interfaceLanguages)('a report is thanked for, one a person, in %s', async (language) => {
  site = await openPictures();
  const ada = await site.member('ada', { language });
  const page = (await ada.get(articleOf(0))).text;
  expect(page).toContain(`href="${articleOf(0)}/images/0/report"`);
  const sent = await report(ada);
  expect(sent.location).toBe(`${articleOf(0)}/images/0/report?done=reported`);
  const thanks = (await ada.get(sent.location ?? '')).text;
  const said = {
    en: 'Thanks for reporting!',
    fr: 'Merci pour votre signalement',
    es: '¡Gracias por avisar!',
    ar: 'شكرًا على الإبلاغ',
  };
  expect(thanks).toContain(said[language]);
  expect((await report(ada)).location).toMatch(/done=again$/);
  expect(await site.store.readers.images.waitingCount()).toBe(1);
  expect(thanks.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b(?:image|readers)\.[a-z0-9.-]+/);
});

test('three people of three networks block it everywhere: pages, data, and the same picture elsewhere', async () => {
  site = await openPictures();
  const [a, b, c] = (await members(3, manyNetworks)) as [Member, Member, Member];
  const [before = '', rest = ''] = await imagesOn(0);
  const [elsewhere = ''] = await imagesOn(1);
  const status = async (path: string) => (await site.app.request(path)).status;
  expect([await status(before), await status(rest), await status(elsewhere)]).toEqual([200, 200, 200]);
  await report(a);
  await report(b, 0, { reason: 'violent', note: 'a <b>note</b>' });
  expect(await imagesOn(0)).toHaveLength(2);
  // The third met it at its other address: it is the same picture.
  expect((await report(c, 1)).location).toMatch(/done=blocked$/);
  expect([await status(before), await status(rest), await status(elsewhere)]).toEqual([404, 200, 404]);
  for (const at of [0, 1]) {
    const page = (await openVisitor(site.app).get(articleOf(at))).text;
    expect(page).toContain('This image is blocked. Readers reported it: shows somebody’s private life.');
    expect(page).not.toMatch(/one\.jpg|twin\.jpg|a &lt;b&gt;note/);
    expect((await openVisitor(site.app).get(`${articleOf(at)}.json`)).text).not.toMatch(/one\.jpg|twin\.jpg/);
  }
  const max = await site.member('max', { role: 'moderator' });
  expect((await max.get('/desk/images')).text).toContain('a &lt;b&gt;note&lt;/b&gt;');
});

test('a picture that nobody has reported there yet is refused by what it is, and its page learns it', async () => {
  site = await openPictures();
  for (const member of await members(3, manyNetworks)) await report(member);
  const [elsewhere = ''] = await imagesOn(1);
  expect((await site.app.request(elsewhere)).status).toBe(404);
  expect(await imagesOn(1)).toEqual([]);
});

test('three new accounts of one network are not three; accounts that are known are', async () => {
  site = await openPictures();
  for (const member of await members(3, oneNetwork)) await report(member);
  expect(await imagesOn(0)).toHaveLength(2);
  await site.close();
  site = await openPictures({ days: 30 });
  for (const member of await members(3, oneNetwork)) await report(member);
  expect(await imagesOn(0)).toHaveLength(1);
});

test('what the desk brings back, the same crowd does not block again', async () => {
  site = await openPictures();
  const crowd = await members(5, manyNetworks);
  for (const member of crowd.slice(0, 3)) await report(member);
  const max = await site.member('max', { role: 'moderator' });
  const [blocked] = await site.store.readers.images.blockedList(1);
  const fields = { subject: blocked?.image ?? '', action: 'restore', reason: 'a public event' };
  expect((await max.send('/desk/images', fields)).status).toBe(303);
  expect(await imagesOn(0)).toHaveLength(2);
  for (const member of crowd) await report(member);
  expect(await imagesOn(0)).toHaveLength(2);
});

test('a site that fetches no pictures takes reports of their addresses', async () => {
  site = await openPictures({ off: true });
  for (const member of await members(3, manyNetworks)) await report(member);
  const page = (await openVisitor(site.app).get(articleOf(0))).text;
  expect(page).toContain('This image is blocked');
  expect([page.includes(one), page.includes(other)]).toEqual([false, true]);
});

test('strangers are asked to log in; what is wrong is said and kept; nothing comes from elsewhere', async () => {
  site = await openPictures();
  const path = `${articleOf(0)}/images/0/report`;
  const stranger = openVisitor(site.app);
  expect((await stranger.get(path)).location).toBe(`/account/login?next=${encodeURIComponent(path)}`);
  expect((await stranger.send('/account/login', { reason: 'private' }, { action: path })).status).toBe(303);
  const ada = await site.member('ada');
  const bare = await report(ada, 0, { note: 'my "words"' });
  expect([bare.status, bare.text.includes('my &quot;words&quot;</textarea>')]).toEqual([400, true]);
  expect((await report(ada, 0, { reason: 'other', note: 'x'.repeat(501) })).status).toBe(400);
  expect((await report(ada, 0, { reason: '__proto__' })).status).toBe(400);
  const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await ada.send(path, { reason: 'private' }, { headers })).status).toBe(403);
  for (const wrong of [
    `${articleOf(0)}/images/7/report`,
    `${articleOf(0)}/images/x/report`,
    '/articles/no/images/0/report',
  ])
    expect((await ada.get(wrong)).status).toBe(404);
  expect(await site.store.readers.images.waitingCount()).toBe(0);
});

/** So many log in one after the other, on a machine that may be busy. */
const manyPeople = 120_000;

test(
  'fifty people report at the same moment: no report is lost, it is blocked once',
  async () => {
    site = await openPictures();
    const all = await members(50, manyNetworks);
    const sent = await Promise.all(all.map((member) => report(member)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    const [blocked] = await site.store.readers.images.waiting(1);
    expect([blocked?.state, blocked?.reports.length]).toEqual(['blocked', 50]);
    expect((await site.store.readers.desk.log(9)).length).toBe(1);
  },
  manyPeople,
);
