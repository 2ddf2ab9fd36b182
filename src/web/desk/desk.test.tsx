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

const queues = ['comments', 'reports', 'images', 'jobs', 'log'] as const;
/** A page of the desk that has a form whatever waits. */
const withForm = '/desk/log?done=e1';
const sendTo = (member: Member, queue: string, fields: Record<string, string>) =>
  member.send(withForm, fields, { action: `/desk/${queue}` });
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** A comment that waits: the first words of a new account. */
async function holdComment(text = 'Good morning'): Promise<Member> {
  const reader = await site.member('reader');
  await reader.send(path, { text }, { action: `${path}/comments` });
  return reader;
}

/** A job that was given up. */
async function killJob(key = 'https://o.example/feed'): Promise<string> {
  const { queue } = site.store;
  await queue.add([{ kind: 'fetch', key }]);
  const [job] = await queue.lease('fetch', 1);
  if (job !== undefined) await queue.fail(job, { code: 'internal', detail: 'it broke', final: true });
  return (await queue.list({ states: ['dead'] }))[0]?.id ?? '';
}

async function reportImage(readers: number): Promise<void> {
  for (let at = 0; at < readers; at++) {
    const { id } = await site.member(`witness-${at}`);
    await site.store.readers.images.report({
      image: 'sha256:1',
      address: 'https://o.example/one.jpg',
      articleId: site.articleIds[0] ?? '',
      accountId: id,
      reason: 'private',
      note: 'my <b>child</b>',
      network: `n${at}`,
      threshold: 3,
    });
  }
}

describe('the queues', () => {
  test('are closed to strangers and readers; jobs are for editors', async () => {
    const reader = await site.member('reader');
    const moderator = await site.member('max', { role: 'moderator' });
    const editor = await site.member('eve', { role: 'editor' });
    for (const queue of queues) {
      const shown = await openVisitor(site.app).get(`/desk/${queue}`);
      expect([shown.status, shown.location]).toEqual([303, `/account/login?next=%2Fdesk%2F${queue}`]);
      expect((await reader.get(`/desk/${queue}`)).status).toBe(403);
      expect([queue, (await moderator.get(`/desk/${queue}`)).status]).toEqual([queue, queue === 'jobs' ? 403 : 200]);
      expect((await editor.get(`/desk/${queue}`)).status).toBe(200);
    }
    await holdComment();
    const decision = { subject: 'c1', action: 'show' };
    expect((await reader.send(path, decision, { action: '/desk/comments' })).status).toBe(403);
    const job = await killJob();
    expect(
      (await moderator.send('/desk/log', { subject: job, action: 'retry' }, { action: '/desk/jobs' })).status,
    ).toBe(403);
    expect((await site.store.readers.comments.get('c1'))?.state).toBe('held');
  });

  test.each(interfaceLanguages)('are counted and shown with their reasons, in %s', async (language) => {
    await holdComment('Write to ada@mail.example <i>');
    await killJob();
    await reportImage(1);
    await site.store.reports.add({
      subject: 'person',
      subjectId: 'p1',
      message: 'The <b> is wrong',
      language,
      at: '2024',
    });
    const editor = await site.member('eve', { role: 'editor', language });
    const desk = (await editor.get('/desk')).text;
    for (const queue of ['comments', 'images', 'reports', 'jobs'])
      expect([queue, new RegExp(`id="desk-${queue}">[^<]+<span class="count">(\\d+)`).exec(desk)?.[1]]).toEqual([
        queue,
        '1',
      ]);
    const expected = {
      comments: 'Write to ada@mail.example &lt;i&gt;',
      images: 'my &lt;b&gt;child&lt;/b&gt;',
      reports: 'The &lt;b&gt; is wrong',
      jobs: 'it broke',
    };
    for (const [queue, text] of Object.entries(expected)) {
      const page = (await editor.get(`/desk/${queue}`)).text;
      expect([queue, page.includes(text)]).toEqual([queue, true]);
      expect(words(page)).not.toMatch(/\b(?:desk|moderation|image|comment)\.[a-z0-9.-]+/);
    }
  });
});

describe('a decision', () => {
  test('shows a comment or refuses it with a reason, and is undone', async () => {
    await holdComment();
    const max = await site.member('max', { role: 'moderator', name: 'Max Pilot' });
    const send = (fields: Record<string, string>) => sendTo(max, 'comments', { subject: 'c1', ...fields });
    const bare = await send({ action: 'reject' });
    expect([bare.status, words(bare.text).includes('Please give a reason')]).toEqual([400, true]);
    expect((await send({ action: 'reject', reason: 'not about <b>this</b>' })).location).toBe('/desk/comments?done=e1');
    expect((await site.store.readers.comments.get('c1'))?.state).toBe('rejected');
    const late = await send({ action: 'reject', reason: 'again' });
    expect([late.status, words(late.text).includes('in the meantime')]).toEqual([409, true]);
    const log = (await max.get('/desk/log')).text;
    expect(words(log)).toContain('Comments that wait: Reject');
    expect(log).toContain('not about &lt;b&gt;this&lt;/b&gt;');
    expect(log).toContain('Max Pilot');
    // The page after a decision offers to take it back.
    const undone = await max.send('/desk/comments?done=e1', {}, { action: '/desk/undo' });
    expect(undone.location).toBe('/desk/comments?done=undo');
    expect((await site.store.readers.comments.get('c1'))?.state).toBe('held');
    expect((await max.send('/desk/comments?done=e1', {}, { action: '/desk/undo' })).status).toBe(409);
    expect((await send({ action: 'show' })).status).toBe(303);
    expect((await openVisitor(site.app).get(path)).text).toContain('Good morning');
    expect((await max.get('/desk/comments')).text).toContain('Nothing waits.');
  });

  test('answers a report of an error, and opens it again', async () => {
    const { id } = await site.store.reports.add({
      subject: 'person',
      subjectId: 'p1',
      message: 'Wrong name',
      language: 'en',
      at: '2024',
    });
    const max = await site.member('max', { role: 'moderator' });
    const sent = await max.send('/desk/reports', { subject: id, action: 'close', reason: 'mended' });
    expect(sent.location).toBe('/desk/reports?done=e1');
    expect((await site.store.reports.list())[0]?.closed).toMatchObject({ by: 'max', answer: 'mended' });
    await max.send('/desk/reports?done=e1', {}, { action: '/desk/undo' });
    expect(await site.store.reports.list({ openOnly: true })).toHaveLength(1);
  });

  test('gives a job another try or gives it up, and puts back what was given up', async () => {
    const job = await killJob();
    const eve = await site.member('eve', { role: 'editor' });
    const send = (action: string, reason = '') => sendTo(eve, 'jobs', { subject: job, action, reason });
    expect((await send('drop', 'gone for good')).location).toBe('/desk/jobs?done=e1');
    expect(await site.store.queue.list()).toEqual([]);
    await eve.send('/desk/jobs?done=e1', {}, { action: '/desk/undo' });
    expect((await site.store.queue.list()).map(({ key, state }) => [key, state])).toEqual([
      ['https://o.example/feed', 'waiting'],
    ]);
    await site.store.queue.drop({});
    const again = await killJob();
    expect((await sendTo(eve, 'jobs', { subject: again, action: 'retry' })).status).toBe(303);
    expect((await site.store.queue.list())[0]?.state).toBe('waiting');
    expect((await sendTo(eve, 'jobs', { subject: again, action: 'retry' })).status).toBe(409);
  });

  test('lets an account in, and that is written down', async () => {
    const max = await site.member('max', { role: 'moderator' });
    await site.accounts.register({ name: 'New', username: 'newcomer', email: 'n@mail.example', password: 'x' });
    await max.send('/desk', {}, { action: '/desk/accounts' });
    expect((await site.accounts.find('newcomer'))?.confirmed).toBe(true);
    expect(words((await max.get('/desk/log')).text)).toContain('Accounts to confirm: Confirm newcomer');
  });

  test('brings a blocked picture back', async () => {
    await reportImage(3);
    const max = await site.member('max', { role: 'moderator' });
    expect(words((await max.get('/desk/images')).text)).toContain('Blocked on all pages.');
    const send = (action: string, reason = 'public event') =>
      max.send('/desk/images', { subject: 'sha256:1', action, reason });
    expect([(await send('dismiss')).status, (await send('restore', '')).status]).toEqual([409, 400]);
    expect((await send('restore')).location).toBe('/desk/images?done=e2');
    expect((await site.store.readers.images.blocked(['sha256:1'])).size).toBe(0);
    await max.send('/desk/images?done=e2', {}, { action: '/desk/undo' });
    expect((await site.store.readers.images.blocked(['sha256:1'])).get('sha256:1')?.reason).toBe('private');
  });

  test('is not taken from another site, nor under another name, and leads nowhere else', async () => {
    await holdComment();
    const max = await site.member('max', { role: 'moderator' });
    const reader = await site.member('other');
    const fields = { subject: 'c1', action: 'reject', reason: 'x', actorId: reader.id, actor: 'Eve' };
    const headers = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await max.send('/desk/comments', fields, { headers })).status).toBe(403);
    expect((await max.send('/desk/comments', { ...fields, form: 'x' })).status).toBe(403);
    await max.send('/desk/comments', fields);
    expect((await site.store.readers.desk.log(9)).map(({ actor }) => actor)).toEqual(['Somebody max']);
    const undo = await max.send(
      '/desk/comments?done=e1',
      { back: 'https://evil.example/desk/' },
      { action: '/desk/undo' },
    );
    expect(undo.location).toBe('/desk/log?done=undo');
    expect((await max.send(withForm, { entry: 'e99' }, { action: '/desk/undo' })).status).toBe(409);
  });
});
