import assert from 'node:assert/strict';
import type { Source } from '../../store/collecting.ts';
import type { Store } from '../../store/store.ts';
import { inventOutlet, inventSource, storeInvented } from '../invented.ts';
import type { ContractPart } from './harness.ts';

const at = '2024-02-01T10:00:00.000Z';
const later = '2024-02-01T11:00:00.000Z';

async function follow(store: Store, outletId: string, more: Partial<Source> = {}): Promise<Source> {
  const source = inventSource(outletId, more);
  await store.outlets.put(inventOutlet(outletId));
  await store.collect.putSource(source);
  return source;
}

const addressesOf = (items: readonly { readonly address: string }[]): string[] => items.map(({ address }) => address);

export const collectContract: readonly ContractPart[] = [
  {
    title: 'a source is kept with every field, found by id and address, and survives',
    run: async (store, home) => {
      const full = await follow(store, 'o1', {
        title: 'Côte',
        folder: ['Presse', 'Côte "d’azur"'],
        pattern: '/news/#/*.html',
        state: 'blocked',
        reason: 'outlet-blocks',
        detail: 'HTTP 403',
        allowPrivate: true,
        pauseMs: 0,
        etag: 'W/"a, b"',
        lastModified: 'Thu, 01 Feb 2024 10:00:00 GMT',
        hub: 'https://hub.example/',
        lastPoll: at,
        lastGood: at,
        lastItem: at,
        failures: 3,
      });
      const bare = await follow(store, 'o2');
      const reopened = await home.open();
      assert.deepEqual(await reopened.collect.sources(), [full, bare]);
      assert.deepEqual(await reopened.collect.sources({ outletId: 'o2' }), [bare]);
      assert.deepEqual(await reopened.collect.source(full.address), full);
      assert.deepEqual(await reopened.collect.source(bare.id), bare);
      assert.equal(await reopened.collect.source('https://nowhere.example/'), undefined);
      await reopened.close();
      const { etag: _etag, ...changed } = { ...full, state: 'active' as const };
      await store.collect.putSource(changed);
      assert.deepEqual(await store.collect.source(full.id), changed);
    },
  },
  {
    title: 'what a visit tells of a source is kept, and what people set meanwhile stays',
    run: async (store) => {
      const source = await follow(store, 'o1', { pattern: '/a/*', etag: 'old' });
      const { etag: _etag, ...told } = {
        ...source,
        lastPoll: later,
        nextPoll: later,
        intervalSeconds: 99,
        failures: 2,
      };
      const set = { ...source, pauseMs: 5_000, pattern: '/b/*', allowPrivate: true };
      await store.collect.putSource(set);
      const failed = { ...told, state: 'failing', reason: 'fetch-failed', detail: 'HTTP 500' } as const;
      assert.equal(await store.collect.noteVisit(failed), true);
      const { etag: _old, ...kept } = { ...set, lastPoll: later, nextPoll: later, intervalSeconds: 99, failures: 2 };
      const noted = { ...kept, state: 'failing', reason: 'fetch-failed', detail: 'HTTP 500' };
      assert.deepEqual(await store.collect.source(source.id), noted);
      await store.collect.putSource({ ...kept, state: 'paused' });
      await store.collect.noteVisit(failed);
      assert.deepEqual(await store.collect.source(source.id), { ...kept, state: 'paused' });
      await store.collect.removeSource(source.id);
      assert.equal(await store.collect.noteVisit(failed), false);
      assert.deepEqual(await store.collect.sources(), []);
    },
  },
  {
    title: 'what a hub promised is kept with every field, found by source and token, and goes with its source',
    run: async (store) => {
      const { id: sourceId } = await follow(store, 'o1');
      const bare = {
        sourceId,
        hub: 'https://hub.example/',
        topic: 'https://o1.example/feed',
        token: 'a1',
        secret: 'b2',
        state: 'asked',
        askedAt: at,
      } as const;
      await store.hubs.put(bare);
      assert.deepEqual(await store.hubs.of(sourceId), bare);
      const full = {
        ...bare,
        state: 'active',
        token: 'c3',
        activeUntil: later,
        renewAt: later,
        lastPush: at,
        detail: 'closing down',
      } as const;
      await store.hubs.put(full);
      assert.deepEqual(await store.hubs.byToken('c3'), full);
      assert.equal(await store.hubs.byToken('a1'), undefined);
      assert.deepEqual(await store.hubs.list(), [full]);
      await store.collect.removeSource(sourceId);
      assert.deepEqual(await store.hubs.list(), []);
    },
  },
  {
    title: 'sources are due when their time has come, unless paused or gone',
    run: async (store) => {
      const states = ['active', 'paused', 'blocked', 'gone', 'failing'] as const;
      for (const [i, state] of states.entries())
        await follow(store, state, { state, nextPoll: `2024-02-01T0${9 - i}:00:00.000Z` });
      await follow(store, 'future', { nextPoll: later });
      const due = (limit: number) => store.collect.dueSources(at, limit);
      assert.deepEqual(
        (await due(10)).map(({ outletId }) => outletId),
        ['failing', 'blocked', 'active'],
      );
      assert.deepEqual(
        (await due(1)).map(({ outletId }) => outletId),
        ['failing'],
      );
    },
  },
  {
    title: 'an item is known once; one that its source changed is fetched again',
    run: async (store) => {
      const { id } = await follow(store, 'o1');
      const other = await follow(store, 'o2');
      const one = { link: 'https://o1.example/1', title: 'One', modified: at };
      const two = { address: 'https://o1.example/2' };
      const named = [{ address: one.link, feed: one }, two, two];
      assert.equal(await store.collect.addItems(id, named, at), 2);
      assert.equal(await store.collect.addItems(other.id, named, later), 0);
      const [first] = await store.collect.dueItems(at, 10);
      assert.deepEqual(first, {
        address: one.link,
        sourceId: id,
        feed: one,
        foundAt: at,
        state: 'waiting',
        tries: 0,
        nextTry: at,
      });
      if (first === undefined) return;
      await store.collect.putItem({ ...first, state: 'stored', articleId: 'a1' });
      assert.deepEqual(addressesOf(await store.collect.dueItems(later, 10)), [two.address]);
      assert.equal(await store.collect.addItems(id, named, later), 0);
      const changed = { ...one, modified: later };
      assert.equal(await store.collect.addItems(id, [{ address: one.link, feed: changed }], later), 1);
      assert.equal(await store.collect.addItems(id, [{ address: one.link, feed: changed }], later), 0);
      assert.deepEqual(addressesOf(await store.collect.dueItems(later, 10)), [two.address, one.link]);
    },
  },
  {
    title: 'items wait for their time, rest with a paused source, and failed ones are let in again',
    run: async (store) => {
      const source = await follow(store, 'o1');
      const items = ['a', 'b', 'c', 'd'].map((name) => ({ address: `https://o1.example/${name}` }));
      await store.collect.addItems(source.id, items, at);
      const [a, b, c] = await store.collect.dueItems(at, 3);
      if (a === undefined || b === undefined || c === undefined) throw new Error('three items are due');
      await store.collect.putItem({ ...a, tries: 1, nextTry: later, reason: 'fetch-failed', detail: 'HTTP 500' });
      await store.collect.putItem({ ...b, state: 'failed', tries: 4, reason: 'fetch-failed', detail: 'HTTP 500' });
      await store.collect.putItem({ ...c, state: 'gone', tries: 1, reason: 'page-gone', detail: 'HTTP 410' });
      assert.deepEqual(addressesOf(await store.collect.dueItems(at, 10)), ['https://o1.example/d']);
      await store.collect.putSource({ ...source, state: 'paused' });
      assert.deepEqual(await store.collect.dueItems(later, 10), []);
      await store.collect.putSource(source);
      const counts = (await store.collect.itemCounts()).map(({ state, items: number }) => `${state} ${number}`).sort();
      assert.deepEqual(counts, ['failed 1', 'gone 1', 'waiting 2']);
      assert.equal(await store.collect.retryItems(at, 'source-other'), 0);
      assert.equal(await store.collect.retryItems(at, source.id), 1);
      const [again] = await store.collect
        .items({ sourceId: source.id, states: ['waiting'], limit: 10 })
        .then((list) => list.filter(({ address }) => address === b.address));
      assert.deepEqual(again, b);
    },
  },
  {
    title: 'what a feed told of a page is known from the moment that the page is there',
    run: async (store) => {
      const source = await follow(store, 'o1');
      const feed = { link: 'https://o1.example/told', title: 'Told' };
      const other = { address: 'https://o1.example/other', feed: { title: 'Other' } };
      await store.collect.addItems(source.id, [{ address: feed.link, feed }, other], at);
      const page = { url: 'https://o1.example/moved', origin: 'collect' as const, savedAt: at };
      const put = await store.pages.put({ ...page, bytes: new TextEncoder().encode('<p>One</p>'), item: feed.link });
      assert.deepEqual(await store.collect.toldOf(put.page.articleId), { feed, outletId: 'o1' });
      assert.equal('item' in put.page, false);
      const states = await store.collect.items({ sourceId: source.id });
      assert.deepEqual(
        states.map(({ state, articleId }) => [state, articleId ?? 'none']).sort(),
        [
          ['waiting', put.page.articleId],
          ['waiting', 'none'],
        ].sort(),
      );
    },
  },
  {
    title: 'what a feed told of an article is known to it; a removed source takes its items along',
    run: async (store) => {
      const source = await follow(store, 'o1');
      const page = await storeInvented(store, { url: 'https://o1.example/1', title: 'One' });
      const feed = { link: 'https://o1.example/1', title: 'One', authors: ['Mina Roy'] };
      await store.collect.addItems(source.id, [{ address: feed.link, feed }], at);
      const [item] = await store.collect.dueItems(at, 1);
      if (item === undefined) throw new Error('an item is due');
      assert.equal(await store.collect.toldOf(page.articleId), undefined);
      await store.collect.putItem({ ...item, state: 'stored', articleId: page.articleId });
      assert.deepEqual(await store.collect.toldOf(page.articleId), { feed, outletId: 'o1' });
      await store.collect.notePoll({ sourceId: source.id, at, outcome: 'items', found: 1, fresh: 1, milliseconds: 3 });
      await store.collect.removeSource(source.id);
      assert.deepEqual(await store.collect.sources(), []);
      assert.deepEqual(await store.collect.items({}), []);
      assert.deepEqual(await store.collect.polls(source.id, 10), []);
      assert.notEqual(await store.articles.get(page.articleId), undefined);
    },
  },
  {
    title: 'visits are kept newest first, the oldest are let go; domains are remembered',
    run: async (store) => {
      const { id } = await follow(store, 'o1');
      const polls = [
        { sourceId: id, at, outcome: 'failed', found: 0, fresh: 0, milliseconds: 9, reason: 'fetch-failed' },
        { sourceId: id, at: later, outcome: 'unchanged', found: 0, fresh: 0, milliseconds: 2 },
      ] as const;
      for (const poll of polls) await store.collect.notePoll(poll);
      assert.deepEqual(await store.collect.polls(id, 10), [polls[1], polls[0]]);
      assert.deepEqual(await store.collect.polls(id, 1), [polls[1]]);
      assert.equal(await store.collect.domain('o1.example'), undefined);
      const blocked = { domain: 'o1.example', refusals: 3, blockedUntil: later };
      await store.collect.putDomain(blocked);
      assert.deepEqual(await store.collect.domain('o1.example'), blocked);
      const open = { domain: 'o1.example', refusals: 0, robots: '', robotsUntil: at };
      await store.collect.putDomain(open);
      assert.deepEqual(await store.collect.domain('o1.example'), open);
    },
  },
];
