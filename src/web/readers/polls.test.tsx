import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Member, openReaderSite, type ReaderSite } from '../../../test/helpers/reader-site.ts';
import { openVisitor } from '../../../test/helpers/visitor.ts';
import { interfaceLanguages } from '../i18n.ts';

let site: ReaderSite;
let clock: number;
beforeEach(async () => {
  clock = Date.now();
  site = await openReaderSite({ now: () => new Date(clock) });
});
afterEach(() => site.close());

const day = (days: number) => new Date(clock + days * 86_400_000).toISOString().slice(0, 10);
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const poll = () => ({
  'question-en': 'Is the <harbour> open?',
  'choices-en': 'Yes\nNo\nNot yet',
  'question-ar': 'هل الميناء مفتوح؟',
  'choices-ar': 'نعم\nلا\nليس بعد',
  closes: day(3),
});
const openPoll = async (fields: Record<string, string> = poll()) => {
  const eve = await site.member('eve', { role: 'editor' });
  return eve.send('/desk/polls', fields, { action: '/desk/polls/new' });
};
const vote = (member: Member, choice: string) => member.send('/polls/p1', { choice });

describe('a poll', () => {
  test.each(interfaceLanguages)('is read in %s, with percentages that make 100', async (language) => {
    expect((await openPoll()).location).toBe('/polls/p1');
    for (const [at, choice] of ['0', '1', '2'].entries()) await vote(await site.member(`reader-${at}`), choice);
    const page = (await openVisitor(site.app, language).get('/polls/p1')).text;
    expect(page).toContain(language === 'ar' ? 'هل الميناء مفتوح؟' : 'Is the &lt;harbour&gt; open?');
    const shares = [...words(page).matchAll(/(\d+)\s?% \(/g)].map(([, share]) => Number(share));
    expect([shares, shares.reduce((sum, share) => sum + share, 0)]).toEqual([[34, 33, 33], 100]);
    expect(page).toContain('href="/account/register"');
    expect(words(page)).not.toMatch(/\b(?:polls?|readers)\.[a-z0-9.-]+/);
  });

  test('takes one vote a person, which can change until it closes, and stays in the archive', async () => {
    await openPoll();
    const ada = await site.member('ada');
    expect((await vote(ada, '0')).location).toBe('/polls/p1?done=voted');
    expect((await vote(ada, '2')).status).toBe(303);
    expect((await site.store.readers.polls.get('p1'))?.votes).toEqual([0, 0, 1]);
    for (const wrong of ['3', '-1', 'x', '']) expect((await vote(ada, wrong)).status).toBe(400);
    const stranger = openVisitor(site.app);
    const sent = await stranger.send('/account/login', { choice: '0' }, { action: '/polls/p1' });
    expect([sent.status, sent.location]).toEqual([303, '/account/login?next=%2Fpolls%2Fp1']);
    const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ada.send('/polls/p1', { choice: '0' }, { headers })).status).toBe(403);
    const form = /name="form" value="([^"]+)"/.exec((await ada.get('/polls/p1')).text)?.[1] ?? '';
    clock += 5 * 86_400_000;
    const late = await ada.send('/polls/p1', { choice: '0', form });
    expect([late.status, words(late.text).includes('This poll is closed.')]).toEqual([400, true]);
    const archive = words((await stranger.get('/polls')).text);
    expect(archive).toMatch(/Closed Is the &lt;harbour&gt; open\?.*100% \(one vote\)/);
  });

  test.each<[string, Record<string, string>]>([
    ['no question', { 'question-en': '', 'choices-en': '', 'question-ar': '', 'choices-ar': '' }],
    ['answers without a question', { 'question-ar': '' }],
    ['one answer', { 'choices-en': 'Yes', 'choices-ar': 'نعم' }],
    ['the same answer twice', { 'choices-en': 'Yes\nYes\nNo' }],
    ['another number in another language', { 'choices-ar': 'نعم\nلا' }],
    ['a day that is over', { closes: '2020-01-01' }],
    ['no day', { closes: '' }],
  ])('with %s is not opened, and nothing typed is lost', async (_, change) => {
    const page = await openPoll({ ...poll(), 'question-fr': '', ...change });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/<p class="form-error" role="alert">/);
    if (change['question-en'] === undefined) expect(page.text).toContain('value="Is the &lt;harbour&gt; open?"');
    expect(await site.store.readers.polls.list()).toEqual([]);
  });

  test('is opened and closed by editors, with a reason', async () => {
    const max = await site.member('max', { role: 'moderator' });
    expect((await max.send('/desk/log', poll(), { action: '/desk/polls/new' })).status).toBe(403);
    await openPoll();
    const eve = await site.member('edna', { role: 'editor' });
    expect((await eve.send('/desk/polls', { subject: 'p1', action: 'close' })).status).toBe(400);
    const closed = await eve.send('/desk/polls', { subject: 'p1', action: 'close', reason: 'answered' });
    expect(closed.status).toBe(303);
    expect((await vote(await site.member('ada'), '0')).status).not.toBe(303);
    expect((await eve.send('/desk/polls', { subject: 'p1', action: 'remove', reason: 'a slip' })).status).toBe(303);
    expect((await openVisitor(site.app).get('/polls/p1')).status).toBe(404);
  });
});

test('the one that is open is on the front page', async () => {
  const front = async () => (await openVisitor(site.app).get('/')).text;
  expect(await front()).not.toContain('href="/polls/p1"');
  await openPoll();
  expect(await front()).toContain('href="/polls/p1"');
  clock += 5 * 86_400_000;
  expect(await front()).not.toContain('href="/polls/p1"');
});

/** So many log in one after the other, on a machine that may be busy. */
const manyPeople = 120_000;

test(
  'fifty people vote at the same moment: no vote is lost, none counts twice',
  async () => {
    await openPoll();
    const members: Member[] = [];
    for (let at = 0; at < 50; at++) members.push(await site.member(`reader-${at}`));
    const sent = await Promise.all(members.flatMap((member, at) => [0, 1].map(() => vote(member, String(at % 2)))));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await site.store.readers.polls.get('p1'))?.votes).toEqual([25, 25, 0]);
  },
  manyPeople,
);
