import assert from 'node:assert/strict';
import type { MeetingQuery, Store } from '../../store/store.ts';
import { type InventedMeeting, inventMeeting, inventPerson, inventRecord, storeInvented } from '../invented.ts';
import { type ContractPart, collect } from './harness.ts';

async function fuse(
  store: Store,
  meetings: readonly InventedMeeting[],
  people: readonly (readonly [string, string])[] = [],
) {
  return store.record.replaceFused({
    meetings: meetings.map(inventMeeting),
    people: people.map(([name, country]) => inventPerson(name, country)),
  });
}

async function idsOf(store: Store, query: MeetingQuery): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.record.listMeetings({ ...query, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map((meeting) => meeting.id));
    cursor = page.next;
  } while (cursor !== undefined);
  assert.equal(ids.length, (await store.record.listMeetings(query)).total);
  assert.deepEqual(await store.record.meetingIds({ ...query, limit: 100 }), ids);
  return ids;
}

function counts(values: Readonly<Record<string, number>>): { value: string; meetings: number }[] {
  return Object.entries(values).map(([value, meetings]) => ({ value, meetings }));
}

const diary: readonly InventedMeeting[] = [
  {
    id: 'a',
    countries: ['MA', 'ES'],
    articles: ['x1'],
    day: '2024-01-10',
    person: 'p1',
    topic: 'migration',
    outcome: 'courtesy',
  },
  {
    id: 'b',
    countries: ['ES', 'MA', 'FR'],
    articles: ['x1', 'x2'],
    day: '2024-02-01/2024-02-03',
    topic: 'border',
    outcome: 'commitment',
  },
  { id: 'c', countries: ['MA', 'DE'], articles: ['x3'], day: '2024-03-01', status: 'planned', person: 'p1' },
  { id: 'd', countries: ['MA', 'ES'], articles: ['x3'] },
  { id: 'e', countries: ['MA', 'ES'], articles: ['x3'], day: '2020-05-05', background: true },
];

export const recordContract: readonly ContractPart[] = [
  {
    title: 'the revision is the same until somebody writes, whoever it is',
    run: async (store, home) => {
      const other = await home.open();
      const before = await store.revision();
      await store.counts();
      assert.equal(await store.revision(), before);
      await store.setSetting('one', 'own');
      const own = await store.revision();
      assert.notEqual(own, before);
      await other.setSetting('one', 'of another');
      assert.notEqual(await store.revision(), own);
      await other.close();
    },
  },
  {
    title: 'counts that are remembered follow the record, also where another process changes it',
    run: async (store, home) => {
      const other = await home.open();
      const told = async (of: Store) => [
        (await of.record.meetingFacets({ country: 'ES' })).statuses.reduce((sum, one) => sum + one.meetings, 0),
        (await of.record.listMeetings({ country: 'ES', limit: 1 })).total,
        (await of.record.listPairs()).map(({ pair, articles }) => `${pair.join('-')} ${articles}`).join(),
        (await of.record.latestOutcomes(5)).map(({ id }) => id).join(),
      ];
      assert.deepEqual(await told(store), [0, 0, '', '']);
      const page = await storeInvented(store, { name: 'a', title: 'Entretien' });
      await fuse(other, [
        { id: 'a', countries: ['MA', 'ES'], articles: [page.articleId, 'x'], day: '2024-01-10', outcome: 'commitment' },
      ]);
      assert.deepEqual(await told(store), [1, 1, 'ES-MA 2', 'a']);
      await other.articles.remove(page.articleId);
      assert.deepEqual(await told(store), [1, 1, 'ES-MA 1', 'a']);
      await fuse(store, []);
      assert.deepEqual(await told(other), [0, 0, '', '']);
      await other.close();
    },
  },
  {
    title: 'people are read together, in the order asked',
    run: async (store) => {
      await fuse(
        store,
        [],
        [
          ['Ada Lumen', 'ES'],
          ['Bruno Sol', 'MA'],
        ],
      );
      const [ada, bruno] = [inventPerson('Ada Lumen', 'ES'), inventPerson('Bruno Sol', 'MA')];
      const found = await store.record.people([bruno.id, 'nobody', ada.id]);
      assert.deepEqual(
        found.map(({ name }) => name),
        ['Bruno Sol', 'Ada Lumen'],
      );
      assert.deepEqual(await store.record.people([]), []);
    },
  },
  {
    title: 'a record is kept, its claims are rows with spans, and an uncoded article is named',
    run: async (store) => {
      const page = await storeInvented(store, { name: 'a', title: 'Réunion' });
      const id = page.articleId;
      assert.deepEqual(await store.record.uncoded('c1', 10), [id]);
      assert.deepEqual(
        (await store.check()).map((finding) => finding.code),
        ['article-not-coded'],
      );
      const { article } = (await store.articles.get(id)) ?? assert.fail();
      const record = inventRecord(id, article.textVersion);
      await store.record.putRecord(record);
      await store.record.putRecord(record);
      assert.deepEqual(await store.record.getRecord(id), record);
      assert.equal(await store.record.getRecord('nothing'), undefined);
      assert.deepEqual(await store.record.uncoded('c1', 10), []);
      assert.deepEqual(await store.record.uncoded('c2', 10), [id]);
      await fuse(store, [{ id: 'm', countries: ['MA', 'ES'], articles: [id] }]);
      const claims = await store.record.listClaims({ meetingId: 'm' });
      assert.equal(claims.length, 1);
      assert.deepEqual(
        [claims[0]?.value, claims[0]?.spans, claims[0]?.meetingId, claims[0]?.certainty],
        ['held', [{ start: 0, end: 7 }], 'm', 0.9],
      );
      assert.equal((await store.record.listClaims({ articleId: id, field: 'when' })).length, 0);
      assert.deepEqual(
        (await collect(store.record.eachRecord())).map((one) => one.record),
        [record],
      );
      await assert.rejects(store.record.putRecord(inventRecord('nobody', 'v')), { code: 'not-found' });
    },
  },
  {
    title: 'only what differs is written by a fusion',
    run: async (store) => {
      assert.deepEqual(await fuse(store, diary), { added: 5, changed: 0, removed: 0 });
      assert.deepEqual(await fuse(store, diary), { added: 0, changed: 0, removed: 0 });
      const [first, ...others] = diary as [InventedMeeting, ...InventedMeeting[]];
      assert.deepEqual(await fuse(store, [{ ...first, status: 'disputed' }, ...others.slice(1)]), {
        added: 0,
        changed: 1,
        removed: 1,
      });
      assert.equal((await store.counts()).meetings, 4);
    },
  },
  {
    title: 'meetings are listed by pair in either order, country, person, topic, status, day and article',
    run: async (store) => {
      await fuse(store, diary);
      const cases: readonly (readonly [MeetingQuery, string[]])[] = [
        [{}, ['c', 'b', 'a', 'd']],
        [{ order: 'oldest' }, ['d', 'a', 'b', 'c']],
        [{ pair: ['MA', 'ES'] }, ['b', 'a', 'd']],
        [{ pair: ['es', 'ma'] }, ['b', 'a', 'd']],
        [{ pair: ['ES', 'FR'] }, ['b']],
        [{ pair: ['MA', 'ES'], includeBackground: true }, ['b', 'a', 'e', 'd']],
        [{ country: 'DE' }, ['c']],
        [{ personId: 'p1' }, ['c', 'a']],
        [{ topic: 'border' }, ['b']],
        [{ status: 'planned' }, ['c']],
        [{ articleId: 'x1' }, ['b', 'a']],
        [{ from: '2024-02-02', to: '2024-02-02' }, ['b']],
        [{ from: '2024-02-04' }, ['c']],
        [{ to: '2024-01-31' }, ['a']],
        [{ pair: ['MA', 'ma'], status: 'planned' }, ['c']],
        [{ pair: ['MA', 'ES'], country: 'FR' }, ['b']],
        [{ country: 'MA', topic: 'border', status: 'held', type: 'meeting' }, ['b']],
        [{ pair: ['ES', 'MA'], from: '2024-02-01', to: '2024-02-28' }, ['b']],
        [{ country: 'ES', articleId: 'x1' }, ['b', 'a']],
        [{ country: 'ES', topic: 'energy' }, []],
      ];
      for (const [query, expected] of cases)
        assert.deepEqual(await idsOf(store, query), expected, JSON.stringify(query));
      const ids = ['d', 'nothing', 'a'];
      assert.deepEqual(
        (await store.record.meetings(ids)).map((meeting) => meeting.id),
        ['d', 'a'],
      );
      assert.deepEqual(
        (await collect(store.record.eachMeeting())).map((meeting) => meeting.id),
        ['a', 'b', 'c', 'd', 'e'],
      );
      assert.deepEqual(await store.record.getMeeting('slug-a'), inventMeeting(diary[0] as InventedMeeting));
    },
  },
  {
    title: 'meetings are found and counted by type, office, place and mechanism, and a change moves the counts',
    run: async (store) => {
      const marked: readonly InventedMeeting[] = [
        { ...(diary[0] as InventedMeeting), place: 'Rabat', mechanism: 'Joint Port Commission' },
        { ...(diary[1] as InventedMeeting), place: 'Madrid', mechanism: 'Joint Port Commission', type: 'visit' },
        { ...(diary[2] as InventedMeeting), place: 'Rabat', type: 'visit' },
        { ...(diary[4] as InventedMeeting), place: 'Rabat', mechanism: 'Joint port commission' },
      ];
      await fuse(store, marked);
      assert.deepEqual(await idsOf(store, { type: 'visit' }), ['c', 'b']);
      assert.deepEqual(await idsOf(store, { place: 'rabat' }), ['c', 'a']);
      assert.deepEqual(await idsOf(store, { role: 'minister:interior' }), ['c', 'a']);
      assert.deepEqual(await idsOf(store, { mechanism: 'es-ma-joint-port-commission', includeBackground: true }), [
        'a',
        'e',
      ]);
      const facets = await store.record.meetingFacets();
      assert.deepEqual(facets, {
        countries: counts({ MA: 3, ES: 2, DE: 1, FR: 1 }),
        people: counts({ p1: 2 }),
        topics: counts({ border: 1, migration: 1 }),
        roles: counts({ 'minister:interior': 2 }),
        places: counts({ rabat: 2, madrid: 1 }),
        types: counts({ visit: 2, meeting: 1 }),
        statuses: counts({ held: 2, planned: 1 }),
        years: [{ value: '2024', meetings: 3 }],
      });
      assert.deepEqual((await store.record.meetingFacets({ country: 'DE' })).statuses, counts({ planned: 1 }));
      assert.deepEqual(await store.record.mechanisms(), [
        {
          slug: 'es-ma-joint-port-commission',
          name: 'Joint Port Commission',
          countries: ['ES', 'MA'],
          meetings: 2,
          lastDay: '2024-01-10',
        },
        {
          slug: 'es-fr-ma-joint-port-commission',
          name: 'Joint Port Commission',
          countries: ['ES', 'FR', 'MA'],
          meetings: 1,
          lastDay: '2024-02-03',
        },
      ]);
      await fuse(store, [{ ...(marked[0] as InventedMeeting), place: 'Madrid', day: '2024-01-11' }]);
      assert.deepEqual((await store.record.meetingFacets()).places, counts({ madrid: 1 }));
    },
  },
  {
    title: 'pairs are counted, a meeting of three counts for each of its pairs, background does not',
    run: async (store) => {
      await fuse(store, diary);
      assert.deepEqual(await store.record.listPairs(), [
        { pair: ['ES', 'MA'], meetings: 3, outcomes: 2, articles: 3, lastDay: '2024-02-03' },
        { pair: ['DE', 'MA'], meetings: 1, outcomes: 0, articles: 1, lastDay: '2024-03-01' },
        { pair: ['ES', 'FR'], meetings: 1, outcomes: 1, articles: 2, lastDay: '2024-02-03' },
        { pair: ['FR', 'MA'], meetings: 1, outcomes: 1, articles: 2, lastDay: '2024-02-03' },
      ]);
    },
  },
  {
    title: 'what was agreed lately: commitments first, nothing planned or recalled',
    run: async (store) => {
      await fuse(store, [
        ...diary,
        { id: 'f', countries: ['MA'], articles: ['x3'], day: '2024-04-01', status: 'planned', outcome: 'commitment' },
      ]);
      assert.deepEqual(
        (await store.record.latestOutcomes(5)).map((meeting) => meeting.id),
        ['b', 'a'],
      );
    },
  },
  {
    title: 'a meeting that vanishes leads to the one that took its reports, through every later move',
    run: async (store) => {
      await fuse(store, [
        { id: 'a', countries: ['MA'], articles: ['x1'] },
        { id: 'b', countries: ['MA'], articles: ['x2', 'x3'] },
      ]);
      await fuse(store, [{ id: 'b', countries: ['MA'], articles: ['x1', 'x2', 'x3'] }]);
      assert.deepEqual(await store.record.getMeeting('a'), { movedTo: 'b' });
      assert.deepEqual(await store.record.getMeeting('slug-a'), { movedTo: 'b' });
      await fuse(store, [{ id: 'c', countries: ['MA'], articles: ['x1', 'x2', 'x3'] }]);
      assert.deepEqual(await store.record.getMeeting('a'), { movedTo: 'c' });
      assert.deepEqual(await store.record.getMeeting('b'), { movedTo: 'c' });
      await fuse(store, [
        { id: 'c', slug: 'new-slug', countries: ['MA'], articles: ['x2'] },
        { id: 'a', countries: ['MA'], articles: ['x1'] },
      ]);
      assert.deepEqual(await store.record.getMeeting('slug-c'), { movedTo: 'c' });
      assert.equal(((await store.record.getMeeting('a')) as { id?: string }).id, 'a');
      await fuse(store, []);
      assert.equal(await store.record.getMeeting('b'), undefined);
    },
  },
  {
    title: 'articles know their meetings and are found by country',
    run: async (store) => {
      const page = await storeInvented(store, { name: 'a', title: 'Réunion' });
      await storeInvented(store, { name: 'b', title: 'Autre' });
      await fuse(store, [
        { id: 'm1', countries: ['MA', 'ES'], articles: [page.articleId] },
        { id: 'm2', countries: ['MA', 'FR'], articles: [page.articleId], background: true },
      ]);
      assert.deepEqual(
        (await store.articles.list({ country: 'fr' })).items.map((row) => row.meetingIds),
        [['m1', 'm2']],
      );
      assert.equal((await store.articles.list({ meetingId: 'm1' })).total, 1);
      assert.deepEqual(
        (await store.check()).map((finding) => [finding.code, finding.count]),
        [['article-not-coded', 2]],
      );
      await fuse(store, [{ id: 'm3', countries: ['MA'], articles: ['gone'] }]);
      assert.deepEqual(
        (await store.check()).map((finding) => finding.code),
        ['article-not-coded', 'meeting-without-report'],
      );
    },
  },
  {
    title: 'an undated meeting stands by the day of its first report',
    run: async (store) => {
      const page = await storeInvented(store, { name: 'a', title: 'Réunion', published: '2024-02-10' });
      await fuse(store, [
        { id: 'early', countries: ['MA'], articles: [], day: '2024-02-01' },
        { id: 'late', countries: ['MA'], articles: [], day: '2024-02-20' },
        { id: 'undated', countries: ['MA'], articles: [page.articleId] },
      ]);
      assert.deepEqual(await idsOf(store, {}), ['late', 'undated', 'early']);
    },
  },
  {
    title: 'people are listed by name without accents, by country, and found by id and slug',
    run: async (store) => {
      await fuse(
        store,
        [],
        [
          ['Zoé Arlan', 'FR'],
          ['Éva Brul', 'ES'],
          ['Anís Cadal', 'ES'],
        ],
      );
      const first = await store.record.listPeople({ limit: 2 });
      assert.deepEqual(
        first.items.map((person) => person.name),
        ['Anís Cadal', 'Éva Brul'],
      );
      const rest = await store.record.listPeople({ limit: 2, cursor: first.next ?? '' });
      assert.deepEqual(
        rest.items.map((person) => person.name),
        ['Zoé Arlan'],
      );
      assert.equal((await store.record.listPeople({ country: 'es' })).total, 2);
      assert.equal((await store.record.getPerson('zoé-arlan'))?.name, 'Zoé Arlan');
      await fuse(store, [], [['Zoé Arlan', 'BE']]);
      assert.equal((await store.record.listPeople({ country: 'BE' })).total, 1);
      assert.equal((await store.counts()).people, 1);
      assert.equal((await collect(store.record.eachPerson())).length, 1);
    },
  },
];
