import assert from 'node:assert/strict';
import type { NewComment } from '../../store/readers/commenting.ts';
import type { NewImageReport } from '../../store/readers/image-report-store.ts';
import type { Store } from '../../store/store.ts';
import type { ContractPart } from './harness.ts';

const secret = 'a secret that is long enough for the contract';
const quickHash = {
  hash: async (word: string) => word,
  verify: async (input: { hash: string; password: string }) => input.hash === input.password,
};

/** Confirmed accounts, by username. */
async function openReaders(store: Store, count: number): Promise<readonly string[]> {
  const accounts = await store.accounts(secret, quickHash);
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const username = `reader-${at}`;
    await accounts.register({ name: `Reader ${at}`, username, email: `${username}@mail.example`, password: 'lantern' });
    const id = (await accounts.find(username))?.id ?? '';
    await accounts.setConfirmed(id);
    ids.push(id);
  }
  return ids;
}

const commentOf = (accountId: string, more: Partial<NewComment> = {}): NewComment => ({
  articleId: 'a1',
  accountId,
  text: 'A calm remark.',
  print: 'calm',
  language: 'en',
  state: 'shown',
  reasons: [],
  ...more,
});

const reportOf = (accountId: string, network: string, more: Partial<NewImageReport> = {}): NewImageReport => ({
  image: 'sha256:1',
  address: 'https://o.example/one.jpg',
  articleId: 'a1',
  accountId,
  reason: 'private',
  note: '',
  network,
  threshold: 3,
  ...more,
});

export const readerContract: readonly ContractPart[] = [
  {
    title: 'a person has one vote, which can change, go, and counts only while the account does',
    run: async (store) => {
      const [one = '', other = ''] = await openReaders(store, 2);
      const { ratings } = store.readers;
      const counts = async () => (await ratings.of(['a1', 'a2'])).get('a1');
      assert.equal(await counts(), undefined);
      await ratings.rate('a1', one, 2);
      await ratings.rate('a1', one, 5);
      await ratings.rate('a1', other, 4);
      assert.deepEqual(await counts(), [0, 0, 0, 1, 1]);
      assert.deepEqual([await ratings.own('a1', one), await ratings.own('a2', one)], [5, undefined]);
      await ratings.rate('a2', one, 5);
      assert.deepEqual(
        (await ratings.best(5)).map(({ articleId }) => articleId),
        ['a1', 'a2'],
      );
      await (await store.accounts(secret)).setBlocked(other, true);
      assert.deepEqual(await counts(), [0, 0, 0, 0, 1]);
      await ratings.takeBack('a1', one);
      assert.equal(await counts(), undefined);
    },
  },
  {
    title: 'fifty people vote, write, and vote in a poll at the same moment: nothing is lost and nothing counts twice',
    run: async (store) => {
      const ids = await openReaders(store, 50);
      const { ratings, comments, polls } = store.readers;
      const poll = await polls.add({
        question: { en: 'Which?' },
        choices: [{ en: 'A' }, { en: 'B' }],
        closesAt: '2999',
      });
      await Promise.all(
        ids.flatMap((id, at) => [
          ratings.rate('a1', id, 1),
          ratings.rate('a1', id, (at % 5) + 1),
          comments.add(commentOf(id, { text: `Remark ${at}` })),
          comments.add(commentOf(id, { text: `Remark ${at}` })),
          polls.vote(poll, id, at % 2),
          polls.vote(poll, id, at % 2),
        ]),
      );
      const votes = (await ratings.of(['a1'])).get('a1') ?? [];
      assert.equal(
        votes.reduce((sum: number, count) => sum + count, 0),
        50,
      );
      assert.deepEqual((await polls.get(poll))?.votes, [25, 25]);
      assert.deepEqual([(await comments.count(['a1'])).get('a1'), (await comments.ofArticle('a1')).length], [50, 50]);
    },
  },
  {
    title: 'comments are answered, edited in time, and gone when their author wants',
    run: async (store) => {
      const [one = '', other = ''] = await openReaders(store, 2);
      const { comments } = store.readers;
      const first = (await comments.add(commentOf(one)))?.comment;
      assert.deepEqual([first?.id, first?.author, first?.state], ['c1', { id: one, name: 'Reader 0' }, 'shown']);
      const twice = await comments.add(commentOf(one));
      assert.deepEqual([twice?.again, twice?.comment.id], [true, 'c1']);
      const answer = await comments.add(commentOf(other, { text: 'An answer.', parentId: 'c1', quotedId: 'c1' }));
      assert.deepEqual([answer?.comment.parentId, answer?.comment.quotedId], ['c1', 'c1']);
      // What is of another article, held or nowhere is not answered.
      assert.equal(await comments.add(commentOf(other, { parentId: 'c1', articleId: 'a2' })), undefined);
      assert.equal(await comments.add(commentOf(other, { parentId: 'c99' })), undefined);
      const held = await comments.add(
        commentOf(other, { text: 'Waits', state: 'held', reasons: [{ phase: 'links', reason: 'links' }] }),
      );
      const heldId = held?.comment.id ?? '';
      assert.equal(await comments.add(commentOf(one, { text: 'x', parentId: heldId })), undefined);
      assert.deepEqual(
        [await comments.heldCount(), (await comments.held(5))[0]?.reasons],
        [1, [{ phase: 'links', reason: 'links' }]],
      );
      assert.deepEqual(
        (await comments.ofArticle('a1')).map(({ id, text, author }) => [id, text, author?.id]),
        [
          ['c1', 'A calm remark.', one],
          [answer?.comment.id, 'An answer.', other],
          [heldId, '', undefined],
        ],
      );
      const change = { text: 'Changed', print: 'changed', state: 'shown', reasons: [] } as const;
      assert.equal(await comments.edit('c1', other, '2000', change), false);
      assert.equal(await comments.edit('c1', one, '2999', change), false);
      assert.equal(await comments.edit('c1', one, '2000', change), true);
      assert.deepEqual(await comments.author(other, 'calm'), { shown: 1, rejected: 0, sameOwn: 2, sameOthers: 0 });
      assert.deepEqual(await comments.author(one, 'calm', answer?.comment.id), {
        shown: 1,
        rejected: 0,
        sameOwn: 0,
        sameOthers: 1,
      });
      assert.equal(await comments.remove('c1', other), false);
      assert.equal(await comments.remove('c1', one), true);
      const gone = (await comments.ofArticle('a1'))[0];
      assert.deepEqual([gone?.state, gone?.text, gone?.author], ['gone', '', undefined]);
      // The place goes with the last answer.
      assert.equal(await comments.remove(answer?.comment.id ?? '', other), true);
      assert.equal(await comments.remove(heldId, other), true);
      assert.deepEqual(await comments.ofArticle('a1'), []);
    },
  },
  {
    title: 'with an account goes all that it left, and the export has it before',
    run: async (store) => {
      const [one = '', other = ''] = await openReaders(store, 2);
      const accounts = await store.accounts(secret, quickHash);
      const { ratings, comments, polls, images, saved, desk } = store.readers;
      await ratings.rate('a1', one, 3);
      await comments.add(commentOf(one));
      await comments.add(commentOf(one, { text: 'Alone' }));
      await comments.add(commentOf(other, { parentId: 'c1', text: 'An answer' }));
      await images.report(reportOf(one, 'n', { note: 'my child' }));
      const poll = await polls.add({ question: { en: 'Which?' }, choices: [{ en: 'A' }], closesAt: '2999' });
      await polls.vote(poll, one, 0);
      await saved.save('a1', one);
      await desk.decideComment({
        queue: 'comments',
        subject: 'c3',
        action: 'reject',
        actorId: one,
        reason: 'off topic',
      });
      await desk.note({ queue: 'accounts', subject: 'reader-0', action: 'confirm', actorId: other, reason: '' }, {});
      const kept = (await accounts.export(one))?.traces;
      assert.deepEqual(
        [kept?.ratings, kept?.comments, kept?.imageReports, kept?.votes, kept?.saved].map((part) => part?.length),
        [1, 2, 1, 1, 1],
      );
      await accounts.remove(one);
      assert.deepEqual(
        (await comments.ofArticle('a1')).map(({ id, state, text, author }) => [id, state, text, author]),
        [
          ['c1', 'gone', '', undefined],
          ['c3', 'rejected', '', undefined],
        ],
      );
      assert.deepEqual([(await ratings.of(['a1'])).size, (await polls.get(poll))?.votes], [0, [0]]);
      assert.deepEqual([await images.waitingCount(), await saved.of(one)], [0, []]);
      assert.deepEqual(
        (await desk.log(5)).map(({ subject, actor }) => [subject, actor]),
        [
          ['–', 'Reader 1'],
          ['c3', undefined],
        ],
      );
    },
  },
  {
    title: 'a picture is blocked by enough people, and brought back with memory',
    run: async (store) => {
      const ids = await openReaders(store, 10);
      const { images, desk } = store.readers;
      const report = (at: number, network: string) => images.report(reportOf(ids[at] ?? '', network));
      assert.deepEqual(await report(0, 'n1'), { again: false, blocked: false });
      assert.deepEqual(await report(0, 'n2'), { again: true, blocked: false });
      assert.deepEqual(await report(1, 'n1'), { again: false, blocked: false });
      assert.deepEqual(await report(2, 'n1'), { again: false, blocked: false });
      assert.deepEqual(await report(3, 'n2'), { again: false, blocked: false });
      assert.equal((await images.blocked(['sha256:1'])).size, 0);
      assert.deepEqual(await report(4, 'n3'), { again: false, blocked: true });
      assert.deepEqual(
        [...(await images.blocked(['sha256:0', 'sha256:1']))],
        [['sha256:1', { image: 'sha256:1', reason: 'private' }]],
      );
      await images.learnAddress('https://p.example/same.jpg', 'sha256:1');
      assert.deepEqual(
        [...(await images.blockedAddresses(['https://p.example/same.jpg', 'https://p.example/x.jpg'])).keys()],
        ['https://p.example/same.jpg'],
      );
      const waiting = (await images.waiting(5))[0];
      assert.deepEqual([waiting?.state, waiting?.reports.length, waiting?.addresses.length], ['blocked', 5, 2]);
      const [entry] = await desk.log(5);
      assert.deepEqual([entry?.action, entry?.actor], ['block', undefined]);
      assert.equal(await desk.undo(entry?.id ?? '', ids[9] ?? '', 'x'), false);
      const decision = { queue: 'images', subject: 'sha256:1', actorId: ids[9] ?? '', reason: 'public' } as const;
      assert.equal(await desk.decideImage({ ...decision, action: 'dismiss' }), false);
      assert.equal(await desk.decideImage({ ...decision, action: 'restore' }), true);
      assert.equal(await desk.decideImage({ ...decision, action: 'restore' }), false);
      assert.equal((await images.blocked(['sha256:1'])).size, 0);
      // The same crowd says nothing new, and three others are not enough any more.
      assert.deepEqual(await report(4, 'n9'), { again: true, blocked: false });
      assert.deepEqual(await report(5, 'n5'), { again: false, blocked: false });
      assert.deepEqual(await report(6, 'n6'), { again: false, blocked: false });
      assert.deepEqual(await report(7, 'n7'), { again: false, blocked: false });
      const [restored] = await desk.log(1);
      assert.equal(await desk.undo(restored?.id ?? '', ids[9] ?? '', 'it was right'), true);
      assert.equal((await images.blocked(['sha256:1'])).size, 1);
      assert.equal(await desk.undo(restored?.id ?? '', ids[9] ?? '', 'again'), false);
    },
  },
  {
    title: 'fifty people report one picture at the same moment: it is blocked once',
    run: async (store) => {
      const ids = await openReaders(store, 50);
      const { images, desk } = store.readers;
      const answers = await Promise.all(
        ids.flatMap((id, at) => [1, 2].map(() => images.report(reportOf(id, `n${at}`)))),
      );
      assert.equal(answers.filter(({ again }) => !again).length, 50);
      assert.deepEqual([(await desk.log(10)).length, (await images.get('sha256:1'))?.reports.length], [1, 50]);
    },
  },
  {
    title: 'what the desk decides is written down, and undone unless something else was decided since',
    run: async (store) => {
      const [moderator = '', reader = ''] = await openReaders(store, 2);
      const { comments, desk } = store.readers;
      await comments.add(commentOf(reader, { state: 'held' }));
      const decide = (action: 'show' | 'reject') =>
        desk.decideComment({ queue: 'comments', subject: 'c1', action, actorId: moderator, reason: action });
      assert.deepEqual([await decide('show'), await decide('show'), await decide('reject')], [true, false, true]);
      assert.equal(await desk.undo('e1', moderator, 'x'), false);
      assert.equal(await desk.undo('e2', moderator, 'too hard'), true);
      assert.equal((await comments.get('c1'))?.state, 'shown');
      assert.deepEqual([await desk.undo('e2', moderator, 'x'), await desk.undo('e1', moderator, 'x')], [false, true]);
      assert.equal((await comments.get('c1'))?.state, 'held');
      const log = await desk.log(10);
      assert.deepEqual(
        log.map(({ id, action, undoneBy, actor }) => [id, action, undoneBy, actor]),
        [
          ['e4', 'undo', undefined, 'Reader 0'],
          ['e3', 'undo', undefined, 'Reader 0'],
          ['e2', 'reject', 'e3', 'Reader 0'],
          ['e1', 'show', 'e4', 'Reader 0'],
        ],
      );
      assert.deepEqual(
        (await desk.log(10, 'e2')).map(({ id }) => id),
        ['e1'],
      );
      const report = await store.reports.add({
        subject: 'person',
        subjectId: 'p',
        message: 'Wrong',
        language: 'en',
        at: '2024',
      });
      const closing = {
        queue: 'reports',
        subject: report.id,
        action: 'close',
        actorId: moderator,
        reason: 'mended',
        by: 'max',
      } as const;
      assert.deepEqual([await desk.decideReport(closing), await desk.decideReport(closing)], [true, false]);
      assert.equal((await store.reports.list({ openOnly: true })).length, 0);
      assert.equal(await desk.undo('e5', moderator, 'not yet'), true);
      assert.equal((await store.reports.list({ openOnly: true })).length, 1);
    },
  },
  {
    title: 'a poll takes one vote a person until it closes',
    run: async (store) => {
      const [one = ''] = await openReaders(store, 1);
      const { polls } = store.readers;
      const id = await polls.add({ question: { en: 'Which?' }, choices: [{ en: 'A' }, { en: 'B' }], closesAt: '2999' });
      assert.deepEqual(
        [
          await polls.vote(id, one, 0),
          await polls.vote(id, one, 1),
          await polls.vote(id, one, 2),
          await polls.vote(id, one, -1),
        ],
        [true, true, false, false],
      );
      assert.deepEqual([(await polls.get(id))?.votes, await polls.own(id, one)], [[0, 1], 1]);
      await polls.close(id);
      assert.equal(await polls.vote(id, one, 0), false);
      assert.deepEqual(
        (await polls.list()).map((poll) => poll.votes),
        [[0, 1]],
      );
      await polls.remove(id);
      assert.deepEqual([await polls.get(id), await polls.list()], [undefined, []]);
    },
  },
];
