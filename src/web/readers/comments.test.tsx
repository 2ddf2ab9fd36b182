import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Member, openReaderSite, type ReaderSite } from '../../../test/helpers/reader-site.ts';
import { openVisitor } from '../../../test/helpers/visitor.ts';
import { interfaceLanguages } from '../i18n.ts';
import type { OutsideQuestion } from './reader-settings.ts';

let site: ReaderSite;
let path: string;
let clock: number;
const now = () => new Date(clock);
const asked: OutsideQuestion[] = [];
/** A judge outside that wants to see what speaks of boats. */
const judge = async (question: OutsideQuestion) => {
  asked.push(question);
  return question.text.includes('boat') ? [{ phase: 'outside', reason: 'boats' }] : [];
};
beforeEach(async () => {
  // Two days on: the accounts that are made now are not new any more.
  clock = Date.now() + 2 * 24 * 3_600_000;
  asked.length = 0;
  site = await openReaderSite({ now, readers: { judge } });
  path = `/articles/${site.articleIds[0]}`;
});
afterEach(() => site.close());

const write = (member: Member, text: string, more: Record<string, string> = {}) =>
  member.send(path, { text, ...more }, { action: `${path}/comments` });
const words = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const stranger = () => openVisitor(site.app);

describe('writing', () => {
  test('a comment is there for everybody, as text, with a place of its own', async () => {
    const ada = await site.member('ada', { name: 'Ada <b>' });
    const sent = await write(ada, 'First line\r\nsecond <script>alert(1)</script>\r\n\r\nhttps://o.example & "more"');
    expect([sent.status, sent.location]).toEqual([303, '/comments/c1?done=held#c1']);
    await write(ada, 'A calm remark.\r\nOn two lines.');
    for (const address of [path, `${path}/comments`, '/comments/c2', '/readers']) {
      const page = (await stranger().get(address)).text;
      expect([address, /A calm remark\.(?:<br\/>| )On two lines\./.test(page)]).toEqual([address, true]);
      expect(page).toContain('Ada &lt;b&gt;');
      expect(page).not.toContain('alert(1)');
    }
    // The one with a link, the first of its author, is for the author and the desk alone.
    expect((await stranger().get('/comments/c1')).status).toBe(404);
    const own = (await ada.get('/comments/c1?done=held')).text;
    expect(own).toContain('Your comment waits for a moderator');
    expect(own).toContain('second &lt;script&gt;');
    expect(own).not.toContain('<a href="https://o.example');
    const max = await site.member('max', { role: 'moderator' });
    expect((await max.get('/comments/c1')).status).toBe(200);
  });

  test('is for those with an account; what a stranger typed is not lost', async () => {
    const sent = await stranger().send('/account/login', { text: 'My "words"' }, { action: `${path}/comments` });
    expect([sent.status, sent.text.includes('My &quot;words&quot;</textarea>')]).toEqual([401, true]);
    expect(await site.store.readers.comments.ofArticle(site.articleIds[0] ?? '')).toEqual([]);
  });

  test.each(interfaceLanguages)('what is wrong is said, and nothing typed is lost, in %s', async (language) => {
    const ada = await site.member('ada', { language });
    await write(ada, 'Said before.');
    const cases: readonly [string, Record<string, string>, number][] = [
      ['', {}, 400],
      ['…', {}, 400],
      ['x'.repeat(3_001), {}, 400],
      ['said   BEFORE', {}, 400],
      ['An answer', { parent: 'c99' }, 409],
      ['A form of another page', { form: 'x' }, 403],
    ];
    for (const [text, more, status] of cases) {
      const page = await write(ada, text, more);
      expect([text.slice(0, 20), page.status]).toEqual([text.slice(0, 20), status]);
      expect(page.text).toMatch(/<p class="form-error" id="comment-error" role="alert">[^<]+</);
      expect(page.text).toContain(`>${text}</textarea>`);
      expect(words(page.text)).not.toMatch(/\b(?:comments?|readers)\.[a-z0-9.-]+/);
    }
    expect((await site.store.readers.comments.count(site.articleIds)).get(site.articleIds[0] ?? '')).toBe(1);
  });

  test('too much in a short time is stopped', async () => {
    const ada = await site.member('ada');
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) statuses.push((await write(ada, `Remark number ${at}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(303), 429, 429]);
    clock += 11 * 60_000;
    expect((await write(ada, 'Later')).status).toBe(303);
  });

  test('a new account, an insult and what the judge outside wants to see wait for a moderator', async () => {
    const ada = await site.member('ada');
    await write(ada, 'You idiot');
    await write(ada, 'A boat came');
    clock -= 2 * 24 * 3_600_000;
    const fresh = await site.member('fresh');
    await write(fresh, 'Good morning');
    const held = await site.store.readers.comments.held(9);
    expect(held.map(({ text, reasons }) => [text, ...reasons.map(({ phase }) => phase)])).toEqual([
      ['You idiot', 'words'],
      ['A boat came', 'outside'],
      ['Good morning', 'author'],
    ]);
    expect(asked.map(({ text, shownBefore }) => [text, shownBefore])).toEqual([
      ['You idiot', 0],
      ['A boat came', 0],
      ['Good morning', 0],
    ]);
    expect((await stranger().get(path)).text).not.toMatch(/idiot|A boat|Good morning/);
  });
});

describe('conversations', () => {
  test('are answered and quoted, and sorted three ways', async () => {
    const [ada, max] = [await site.member('ada'), await site.member('max')];
    await write(ada, 'The first');
    await write(max, 'The second');
    const form = (await max.get(`${path}/comments/new?parent=c1&quote=1`)).text;
    expect(form).toMatch(/name="quote" value="1" checked/);
    const answer = await max.send(
      `${path}/comments/new?parent=c1&quote=1`,
      { text: 'An answer', quote: '1' },
      { action: `${path}/comments` },
    );
    expect(answer.location).toBe('/comments/c3?done=shown#c3');
    const page = (await stranger().get(path)).text;
    expect(page).toMatch(/class="comment depth-1" id="c3"/);
    expect(page).toMatch(/<blockquote class="comment-quote" cite="\/comments\/c1" dir="auto">The first</);
    const order = async (name: string) =>
      [
        ...(await stranger().get(`${path}/comments?order=${name}`)).text.matchAll(
          /<li class="comment[^"]*" id="(c\d+)"/g,
        ),
      ]
        .map(([, id]) => id)
        .join(' ');
    expect([await order('oldest'), await order('newest'), await order('answered'), await order('x')]).toEqual([
      'c1 c3 c2',
      'c2 c1 c3',
      'c1 c3 c2',
      'c1 c3 c2',
    ]);
    const thread = (await stranger().get('/comments/c3')).text;
    expect([thread.includes('The first'), thread.includes('The second')]).toEqual([true, false]);
    // What is gone is quoted nowhere.
    await ada.send('/comments/c1/edit', {}, { action: '/comments/c1/remove' });
    const after = (await stranger().get(path)).text;
    expect([after.includes('The first'), after.includes('An answer'), after.includes('Removed by its author')]).toEqual(
      [false, true, true],
    );
  });

  test('are a feed', async () => {
    const ada = await site.member('ada');
    await write(ada, 'The first <i>');
    const atom = await stranger().get(`${path}/comments.atom`);
    expect(atom.headers.get('content-type')).toContain('application/atom+xml');
    expect(atom.text).toContain('http://site.example/comments/c1');
    expect(JSON.parse((await stranger().get(`${path}/comments.feed.json`)).text).items[0].content_text).toBe(
      'The first <i>',
    );
    expect((await stranger().get('/articles/nothing/comments.rss')).status).toBe(404);
  });

  test('are never part of the evidence: not in data, search or the text', async () => {
    const ada = await site.member('ada');
    await write(ada, 'Zanzibarine remark');
    const id = site.articleIds[0] ?? '';
    for (const address of [
      `/articles/${id}.json`,
      '/search?q=zanzibarine',
      '/record.json',
      '/feed.atom',
      `/api/v1/articles/${id}`,
    ])
      expect([address, (await stranger().get(address)).text.includes('Zanzibarine remark')]).toEqual([address, false]);
    const page = (await stranger().get(path)).text;
    expect(page.indexOf('Zanzibarine')).toBeGreaterThan(page.indexOf('</article>'));
  });

  test('long ones come in pages', async () => {
    const ada = await site.member('ada');
    for (let at = 0; at < 65; at++)
      await site.store.readers.comments.add({
        articleId: site.articleIds[0] ?? '',
        accountId: ada.id,
        text: `Remark ${at}`,
        print: String(at),
        language: 'en',
        state: 'shown',
        reasons: [],
      });
    const ids = async (query: string) =>
      [
        ...(await stranger().get(`${path}/comments${query}`)).text.matchAll(/<li class="comment[^"]*" id="(c\d+)"/g),
      ].map(([, id]) => id);
    expect([(await ids('')).length, (await ids('?page=3'))[0], (await ids('?page=3')).length]).toEqual([30, 'c61', 5]);
    expect((await ids('?page=999')).at(-1)).toBe('c65');
    expect((await stranger().get(path)).text).toContain('65 comments');
  });
});

describe('one’s own comment', () => {
  test('is changed for a quarter of an hour, and judged again', async () => {
    const [ada, max] = [await site.member('ada'), await site.member('max')];
    await write(ada, 'A slip of teh pen');
    const edit = (member: Member, text: string) => member.send('/comments/c1/edit', { text });
    expect((await edit(ada, 'A slip of the pen')).location).toBe('/comments/c1?done=shown#c1');
    expect(words((await stranger().get('/comments/c1')).text)).toContain('(edited)');
    expect([(await max.get('/comments/c1/edit')).status, (await edit(max, 'Mine')).status]).toEqual([404, 404]);
    expect((await edit(ada, '')).status).toBe(400);
    expect((await edit(ada, 'You idiot')).location).toBe('/comments/c1?done=held#c1');
    expect((await stranger().get('/comments/c1')).status).toBe(404);
    expect((await edit(ada, 'Harmless again')).location).toBe('/comments/c1?done=held#c1');
    clock += 16 * 60_000;
    const late = await edit(ada, 'Too late "for this"');
    expect([late.status, late.text.includes('Too late &quot;for this&quot;')]).toEqual([403, true]);
    expect((await site.store.readers.comments.get('c1'))?.text).toBe('Harmless again');
  });

  test('is removed by its author alone, at any time', async () => {
    const [ada, max] = [await site.member('ada'), await site.member('max')];
    await write(ada, 'For a while');
    clock += 3_600_000;
    expect((await max.send(path, {}, { action: '/comments/c1/remove' })).status).toBe(404);
    const elsewhere = { action: '/comments/c1/remove', headers: { origin: 'http://evil.example' } };
    expect((await ada.send('/comments/c1/edit', {}, elsewhere)).status).toBe(403);
    const gone = await ada.send('/comments/c1/edit', {}, { action: '/comments/c1/remove' });
    expect(gone.location).toBe(`${path}?done=removed#comments`);
    expect(await site.store.readers.comments.get('c1')).toBeUndefined();
  });

  test('is in the export, and gone with the account', async () => {
    const ada = await site.member('ada');
    await write(ada, 'My own words');
    const data = JSON.parse((await ada.get('/account/export.json')).text);
    expect(data.traces.comments).toMatchObject([{ id: 'c1', text: 'My own words', state: 'shown' }]);
    const left = await ada.send('/account/delete', { current: 'copper lantern by the quay' });
    expect(left.location).toBe('/account/login?done=removed');
    expect((await stranger().get(path)).text).not.toContain('My own words');
  });
});

test('names that an editor withdrew are not told in comments either', async () => {
  const ada = await site.member('ada');
  await write(ada, 'Selma Quartz was there.');
  const articleIds = [site.articleIds[0] ?? ''];
  await site.store.record.replaceFused({
    meetings: [],
    people: [],
    withdrawals: [{ personId: 'p', names: ['Selma Quartz'], articleIds }],
  });
  for (const address of [path, `${path}/comments`, '/comments/c1', '/readers', `${path}/comments.atom`])
    expect([address, (await stranger().get(address)).text.includes('Quartz')]).toEqual([address, false]);
});

/** So many log in one after the other, on a machine that may be busy. */
const manyPeople = 120_000;

test(
  'fifty readers write at the same moment: none is lost, none is there twice',
  async () => {
    const members: Member[] = [];
    for (let at = 0; at < 50; at++) members.push(await site.member(`reader-${at}`));
    const sent = await Promise.all(members.map((member, at) => write(member, `Remark of reader ${at}`)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
    const texts = (await site.store.readers.comments.ofArticle(site.articleIds[0] ?? '')).map(({ text }) => text);
    expect([texts.length, new Set(texts).size]).toEqual([50, 50]);
  },
  manyPeople,
);
