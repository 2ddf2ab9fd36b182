import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleRecord } from '../../../../test/helpers/article-records.ts';
import type { Person } from '../../model/record.ts';
import type { FusionAction, FusionDecision } from '../fuse/decisions.ts';
import { type Fusion, fuseMeetings } from '../fuse/fuse-meetings.ts';
import { spellingKey } from './sightings.ts';

const told = (id: string, day: string, swede: string, tunisian = 'president Kais Mansour') =>
  articleRecord({ id, meetings: [{ sides: { SE: [swede], TN: [tunisian] }, day }] });

const corpus = [
  told('a', '2023-02-01', 'minister:interior Anna Karlsson'),
  told('b', '2023-11-01', 'minister:interior آنا كارلسون'),
  told('c', '2023-12-01', 'minister:interior Anna Karlsson'),
  told('d', '2025-03-01', 'minister:interior Olof Lind'),
  told('e', '2025-05-01', 'minister:foreign Tove Ek'),
];

const decision = (id: string, action: FusionAction, undoneBy?: string): FusionDecision => ({
  id,
  action,
  at: `2025-06-01T00:00:0${id.slice(1)}Z`,
  ...(undoneBy === undefined ? {} : { undoneBy }),
});
const fuse = (decisions: readonly FusionDecision[] = [], before?: Fusion): Fusion =>
  fuseMeetings(corpus, {
    decisions,
    ...(before === undefined ? {} : { previous: before.meetings, previousPeople: before.people }),
  });
const named = (fusion: Fusion, name: string): Person | undefined => fusion.people.find((one) => one.name === name);
const key = (name: string, role = 'minister:interior') => spellingKey('SE', role, name);
const idOf = (name: string) => named(fuse(), name)?.id ?? '';
const facts = (fusion: Fusion) => JSON.stringify({ meetings: fusion.meetings, people: fusion.people });

describe('what the register knows of a person', () => {
  test('every spelling with script, count and evidence', () => {
    const names = named(fuse(), 'Anna Karlsson')?.names;
    expect(names).toMatchObject([
      { full: 'Anna Karlsson', script: 'latin', count: 2 },
      { full: 'آنا كارلسون', script: 'arabic', count: 1 },
    ]);
    for (const { evidence } of names ?? []) expect(evidence?.length).toBeGreaterThan(0);
  });

  test('from when to when, as far as the reports say: a successor bounds, the last one is open', () => {
    const fusion = fuse();
    expect(named(fusion, 'Anna Karlsson')?.offices).toMatchObject([
      { firstSeen: '2023-02-01', lastSeen: '2023-12-01', from: '[..2023-02-01]', until: '[2023-12-01..2025-03-01]' },
    ]);
    expect(named(fusion, 'Olof Lind')?.offices).toMatchObject([{ from: '[2023-12-01..2025-03-01]', until: '..' }]);
    expect(named(fusion, 'Tove Ek')?.offices).toMatchObject([{ from: '[..2025-05-01]', until: '..' }]);
  });

  test('whoever is called a former holder has left by then', () => {
    const later = JSON.parse(
      JSON.stringify(told('f', '2024-06-01', 'minister:interior Anna Karlsson')).replaceAll(
        '"capacity"',
        '"former":true,"capacity"',
      ),
    ) as (typeof corpus)[number];
    const { people } = fuseMeetings([...corpus, later]);
    expect(people.find((one) => one.name === 'Anna Karlsson')?.offices[0]?.until).toBe('[2023-12-01..2024-06-01]');
  });

  test('two who are seen in one office in the same days bound nobody', () => {
    const { people } = fuseMeetings([...corpus, told('f', '2023-06-01', 'minister:interior Sven Holm')]);
    expect(people.find((one) => one.name === 'Anna Karlsson')?.offices[0]).toMatchObject({
      from: '[..2023-02-01]',
      until: '..',
    });
  });
});

describe("editors' decisions about people", () => {
  const anna = { personId: idOf('Anna Karlsson'), spellings: [key('Anna Karlsson'), key('آنا كارلسون')] };
  const olof = { personId: idOf('Olof Lind'), spellings: [key('Olof Lind')] };
  const tove = { personId: idOf('Tove Ek'), spellings: [key('Tove Ek', 'minister:foreign')] };

  const merge = decision('d1', {
    kind: 'person-merge',
    ...tove,
    intoId: olof.personId,
    intoSpellings: olof.spellings,
  });

  test('merge: one person with both offices, the id of the other, also at the next fusion', () => {
    const first = fuse([merge]);
    for (const fusion of [first, fuse([merge], first)]) {
      const person = named(fusion, 'Olof Lind');
      expect(person?.id).toBe(olof.personId);
      expect(person?.offices.map(({ roleCode }) => roleCode)).toEqual(['minister:interior', 'minister:foreign']);
      expect(named(fusion, 'Tove Ek')).toBeUndefined();
      expect(fusion.decisionProblems.size).toBe(0);
    }
  });

  test('split: the spelling has a person of its own, the rest keeps the id', () => {
    const split = decision('d1', { kind: 'person-split', personId: anna.personId, spellings: [key('آنا كارلسون')] });
    const fusion = fuse([split], fuse());
    expect(named(fusion, 'Anna Karlsson')?.id).toBe(anna.personId);
    expect(named(fusion, 'آنا كارلسون')?.names).toHaveLength(1);
  });

  test('alias: another name of the same person, and whoever bears it in the office', () => {
    const alias = decision('d1', { kind: 'person-alias', ...anna, name: 'Olof Lind' });
    const fusion = fuse([alias], fuse());
    const person = fusion.people.find(({ id }) => id === anna.personId);
    expect(person?.names.filter((name) => name.alias === true).map((name) => name.full)).toEqual(['Olof Lind']);
    expect(fusion.people).toHaveLength(fuse().people.length - 1);
  });

  test('withdraw: no entry, no name, the office stands there; restore brings the same entry back', () => {
    const before = fuse();
    const withdraw = decision('d1', { kind: 'person-withdraw', ...anna });
    const gone = fuse([withdraw], before);
    expect(JSON.stringify([gone.meetings, gone.people])).not.toMatch(/Karlsson|كارلسون/);
    expect(gone.withdrawn).toMatchObject([{ person: { id: anna.personId }, articleIds: ['a', 'b', 'c'] }]);
    expect(gone.meetings[0]?.sides.find(({ country }) => country === 'SE')?.participants).toMatchObject([
      { roleCode: 'minister:interior' },
    ]);
    const again = fuse([withdraw], gone);
    expect(facts(again) === facts(gone)).toBe(true);
    const restored = fuse([withdraw, decision('d2', { kind: 'person-restore', ...anna })], gone);
    expect(named(restored, 'Anna Karlsson')).toMatchObject({ id: anna.personId, slug: 'anna-karlsson' });
    expect(restored.withdrawn).toEqual([]);
  });

  test('disputes and replies stand in the entry', () => {
    const fusion = fuse([
      decision('d1', { kind: 'person-dispute', ...olof, field: 'minister:interior', note: 'acting only' }),
      decision('d2', { kind: 'person-reply', ...olof, by: 'His office', text: 'Since May.' }),
    ]);
    expect(named(fusion, 'Olof Lind')).toMatchObject({
      disputes: [{ field: 'minister:interior', reason: 'acting only', decisionId: 'd1' }],
      replies: [{ by: 'His office', text: 'Since May.', decisionId: 'd2' }],
    });
  });

  test.each<[string, FusionAction]>([
    ['merge', merge.action],
    ['split', { kind: 'person-split', personId: anna.personId, spellings: [key('آنا كارلسون')] }],
    ['alias', { kind: 'person-alias', ...anna, name: 'Olof Lind' }],
    ['withdraw', { kind: 'person-withdraw', ...anna }],
    ['dispute', { kind: 'person-dispute', ...olof, field: 'name', note: 'spelling' }],
  ])('an undone %s leaves no trace', (_, action) => {
    const before = fuse();
    const after = fuse([decision('d1', action)], before);
    expect(facts(after) === facts(before)).toBe(false);
    const undo = decision('d2', { kind: 'undo', decisionId: 'd1' });
    expect(facts(fuse([decision('d1', action, 'd2'), undo], after)) === facts(before)).toBe(true);
  });

  test('a person whom no report names any more is told as a problem', () => {
    const lost = decision('d1', { kind: 'person-withdraw', personId: 'pgone', spellings: [key('Nobody Here')] });
    expect(fuse([lost]).decisionProblems.get('d1')).toMatch(/No report names/);
  });
});

test('the order of the reports changes nothing, a second run neither, and offices join only where a text joins them', () => {
  const names = ['Anna Karlsson', 'A. Karlsson', 'Karlsson', 'آنا كارلسون', 'Olof Lind', 'Lind', 'Tove Ek'];
  const days = { 'minister:interior': '04', 'minister:foreign': '14', prime_minister: '24' };
  const report = fc.record({
    name: fc.constantFrom(...names),
    role: fc.constantFrom(...(Object.keys(days) as (keyof typeof days)[])),
    month: fc.integer({ min: 1, max: 9 }),
    rank: fc.integer(),
  });
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 14 }), (reports) => {
      const records = reports.map(({ name, role, month }, index) =>
        told(`r${index}`, `2024-0${month}-${days[role]}`, `${role} ${name}`),
      );
      const shuffled = records
        .map((record, index) => ({ record, rank: reports[index]?.rank ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ record }) => record);
      const first = fuseMeetings(records);
      const again = fuseMeetings(shuffled, { previous: first.meetings, previousPeople: first.people });
      expect(facts(fuseMeetings(shuffled)) === facts(first)).toBe(true);
      expect(facts(again) === facts(first)).toBe(true);
      for (const { offices } of first.people) expect(offices).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});
