import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleSpec, articleRecord, type MeetingSpec } from '../../../../test/helpers/article-records.ts';
import { archiveOf, change, facts } from '../../../../test/helpers/fusion-change.ts';
import type { Person } from '../../model/record.ts';
import { spellingKey } from '../people/sightings.ts';
import type { FusionDecision } from './decisions.ts';
import { type Fusion, fuseMeetings } from './fuse-meetings.ts';

const person = {
  SE: fc.constantFrom(
    'minister:interior Anna Karlsson',
    'minister:interior آنا كارلسون',
    'minister:interior Karlsson',
    'king Arno',
  ),
  TN: fc.constantFrom(
    'minister:interior Ben Haddad',
    'minister:interior Ben Hadad',
    'president Kais Mansour',
    'minister:interior',
  ),
  LY: fc.constantFrom(
    'minister:interior Omar Senussi',
    'minister:interior Ben Haddad',
    'minister Omar Senussi',
    'minister:interior',
    'prime_minister Omar Senussi',
  ),
};
const meeting: fc.Arbitrary<MeetingSpec> = fc
  .record({
    countries: fc.constantFrom(
      ...[['SE', 'TN'], ['SE', 'LY'], ['TN', 'LY'], ['SE', 'TN', 'LY'], ['SE'], ['SE', '?'], ['TN', '?'], ['?', 'LY']],
    ),
    unplaced: fc.constantFrom(
      'minister:interior Karlsson',
      'minister:interior Ben Hadad',
      'minister:interior Omar Senussi',
    ),
    home: fc.constantFrom(undefined, undefined, 'TN', 'LY'),
    se: person.SE,
    tn: person.TN,
    ly: person.LY,
    month: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: 1, max: 9 }),
    dated: fc.constantFrom('day', 'day', 'none', 'month'),
    place: fc.constantFrom(undefined, 'Tunis', 'Malmo'),
    type: fc.constantFrom('meeting', 'meeting', 'visit', 'call'),
    status: fc.constantFrom('held', 'held', 'planned'),
    prominence: fc.constantFrom('main', 'main', 'background'),
  } as const)
  .map(({ countries, se, tn, ly, unplaced, home, month, day, dated, place, type, status, prominence }): MeetingSpec => {
    const people: Record<string, string> = { SE: se, TN: tn, LY: ly, '?': unplaced };
    const when = dated === 'day' ? `2024-0${month}-0${day}` : `2024-0${month}`;
    return {
      sides: Object.fromEntries(countries.map((country) => [country, [people[country] ?? '']])),
      ...(dated === 'none' ? {} : { day: when, precision: dated }),
      ...(place === undefined ? {} : { place }),
      ...(home === undefined ? {} : { home }),
      type,
      status,
      prominence,
    };
  });
const article = (id: string): fc.Arbitrary<ArticleSpec> =>
  fc
    .record({
      meetings: fc.array(meeting, { minLength: 1, maxLength: 2 }),
      month: fc.integer({ min: 1, max: 4 }),
      published: fc.boolean(),
      dispatch: fc.constantFrom(undefined, undefined, 'd1', 'd2'),
    })
    .map(({ meetings, month, published, dispatch }) => ({
      id,
      meetings,
      ...(published ? { published: `2024-0${month}-05` } : {}),
      ...(dispatch === undefined ? {} : { dispatch }),
    }));
const articles = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => article(`a${i}`))));

describe('looking only at what a change can touch gives what fusing everything gives', () => {
  test('a page that arrives', async () => {
    await fc.assert(
      fc.asyncProperty(articles, article('new'), async (specs, added) => {
        const archive = archiveOf(specs);
        const next = archiveOf([...specs, added]);
        const before = fuseMeetings([...archive.values()]);
        const full = fuseMeetings([...next.values()], { previous: before.meetings, previousPeople: before.people });
        expect(facts((await change(before, archive, next)).whole)).toBe(facts(full));
      }),
      { numRuns: 120 },
    );
  });

  test('a page that changes or goes', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.option(article('a0')), async (specs, replaced) => {
        const archive = archiveOf(specs);
        const next = archiveOf([...(replaced === null ? [] : [replaced]), ...specs.slice(1)]);
        const before = fuseMeetings([...archive.values()]);
        const full = fuseMeetings([...next.values()], { previous: before.meetings, previousPeople: before.people });
        expect(facts((await change(before, archive, next)).whole)).toBe(facts(full));
      }),
      { numRuns: 120 },
    );
  });

  test("with editors' decisions", async () => {
    await fc.assert(
      fc.asyncProperty(articles, article('new'), fc.nat(), fc.nat(), async (specs, added, one, other) => {
        const archive = archiveOf(specs);
        const next = archiveOf([...specs, added]);
        const machine = fuseMeetings([...archive.values()]);
        const pick = (n: number) => machine.meetings[n % machine.meetings.length]?.id ?? '';
        const decisions: FusionDecision[] = [
          {
            id: 'd1',
            at: '2024-05-01',
            action: { kind: 'correct', meetingId: pick(one), field: 'when', value: '2024-02-03' },
          },
          {
            id: 'd0',
            at: '2024-04-30',
            action: {
              kind: 'reject',
              meetingId: pick(other),
              ...(other % 2 === 0
                ? { field: 'holder', country: 'TN', who: 'minister:interior' }
                : { field: 'country', country: 'TN', who: 'Ben Hadad' }),
              reports: machine.meetings[other % machine.meetings.length]?.reports ?? [],
            },
          },
          { id: 'd2', at: '2024-05-02', action: { kind: 'merge', meetingId: pick(one), intoId: pick(other) } },
        ];
        const before = fuseMeetings([...archive.values()], {
          previous: machine.meetings,
          previousPeople: machine.people,
          decisions,
        });
        const options = { previous: before.meetings, previousPeople: before.people, decisions };
        const full = fuseMeetings([...next.values()], options);
        expect(facts((await change(before, archive, next, decisions)).whole)).toBe(facts(full));
      }),
      { numRuns: 120 },
    );
  });
});

const decisionKinds = [
  ...['correct', 'restore', 'merge', 'split', 'not-same', 'dispute', 'reject'],
  ...['person-merge', 'person-split', 'person-alias', 'person-withdraw', 'person-restore'],
] as const;

/** A decision of one kind about what stands in the record, as an editor would take it. */
function decide(
  kind: string,
  { meetings, people }: Fusion,
  one: number,
  other: number,
): FusionDecision['action'] | undefined {
  const [meeting, second] = [meetings[one % meetings.length], meetings[other % meetings.length]];
  const [person, into] = [people[one % people.length], people[other % people.length]];
  const spellings = (of: Person | undefined) =>
    of === undefined
      ? []
      : of.offices.flatMap(({ country, roleCode }) =>
          of.names.map(({ full }) => spellingKey(country ?? '', roleCode, full)),
        );
  if (kind.startsWith('person')) {
    if (person === undefined || into === undefined) return undefined;
    const base = { personId: person.id, spellings: spellings(person) };
    if (kind === 'person-merge')
      return person === into ? undefined : { ...base, kind, intoId: into.id, intoSpellings: spellings(into) };
    if (kind === 'person-split') return { ...base, kind, spellings: base.spellings.slice(0, 1) };
    if (kind === 'person-alias') return { ...base, kind, name: 'Karlson' };
    return kind === 'person-withdraw' ? { ...base, kind } : { ...base, kind: 'person-restore' };
  }
  if (meeting === undefined || second === undefined) return undefined;
  const meetingId = meeting.id;
  switch (kind) {
    case 'correct':
      return { kind, meetingId, field: 'when', value: '2024-02-03', was: meeting.when.edtf ?? null };
    case 'restore':
      return { kind, meetingId, field: 'when' };
    case 'merge':
      return meeting === second ? undefined : { kind, meetingId, intoId: second.id };
    case 'not-same':
      return meeting === second ? undefined : { kind, meetingId, otherId: second.id };
    case 'split':
      return meeting.reports.length < 2 ? undefined : { kind, meetingId, reports: meeting.reports.slice(0, 1) };
    case 'dispute':
      return { kind, meetingId, field: 'where', note: 'n' };
    default: {
      const [found] = meeting.sides.flatMap(({ country, participants }) =>
        participants.flatMap(({ name, roleCode, inferred = [] }) =>
          inferred.map(({ field }) => ({
            field,
            country,
            who: field === 'holder' ? roleCode : (name?.full ?? ''),
          })),
        ),
      );
      return found === undefined ? undefined : { kind: 'reject', meetingId, ...found, reports: meeting.reports };
    }
  }
}

const steps = fc.array(fc.tuple(fc.constantFrom(...decisionKinds), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

test('a decision, and one taken back, is applied by looking only at what it can touch', async () => {
  await fc.assert(
    fc.asyncProperty(articles, steps, fc.array(fc.nat(), { maxLength: 4 }), async (specs, taken, undone) => {
      const archive = archiveOf(specs);
      let record: Fusion = fuseMeetings([...archive.values()]);
      const decisions: FusionDecision[] = [];
      const apply = async (action: FusionDecision['action']) => {
        const id = `d${String(decisions.length).padStart(2, '0')}`;
        decisions.push({ id, at: `2024-05-${String(decisions.length + 1).padStart(2, '0')}`, action });
        const full = fuseMeetings([...archive.values()], {
          previous: record.meetings,
          previousPeople: record.people,
          decisions,
        });
        expect(facts((await change(record, archive, archive, decisions, [id])).whole)).toBe(facts(full));
        record = full;
      };
      for (const [kind, one, other] of taken) {
        const action = decide(kind, record, one, other);
        if (action !== undefined) await apply(action);
      }
      for (const n of undone) {
        const target = decisions[n % Math.max(1, decisions.length)];
        if (target !== undefined) await apply({ kind: 'undo', decisionId: target.id });
      }
    }),
    { numRuns: 40 },
  );
});

test('pages come late, change and go while decisions about people and meetings hold', async () => {
  const coming = fc.array(fc.tuple(fc.constantFrom('b0', 'b1', 'a0', 'a1'), fc.option(article('x'))), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(articles, steps, coming, async (specs, taken, changes) => {
      let archive = archiveOf(specs);
      let record: Fusion = fuseMeetings([...archive.values()]);
      const decisions: FusionDecision[] = [];
      for (const [kind, one, other] of taken) {
        const action = decide(kind, record, one, other);
        if (action === undefined) continue;
        const number = String(decisions.length).padStart(2, '0');
        decisions.push({ id: `d${number}`, at: `2024-05-01T00:00:${number}Z`, action });
        const options = { previous: record.meetings, previousPeople: record.people, decisions };
        record = fuseMeetings([...archive.values()], options);
      }
      for (const [id, spec] of changes) {
        const next = new Map(archive);
        next.delete(id);
        if (spec !== null) next.set(id, articleRecord({ ...spec, id }));
        const full = fuseMeetings([...next.values()], {
          previous: record.meetings,
          previousPeople: record.people,
          decisions,
        });
        const { whole, part } = await change(record, archive, next, decisions);
        expect(facts(whole)).toBe(facts(full));
        const withdrawn = new Set(full.withdrawn.map(({ person }) => person.id));
        for (const one of part.withdrawn) {
          expect(withdrawn.has(one.person.id)).toBe(true);
          expect(full.withdrawn).toContainEqual(one);
        }
        [archive, record] = [next, full];
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** An address that was once numbered because another was taken stays as it is: links to it must go on working. */
const unnumbered = (record: string): string => record.replace(/("slug":"[^"]*[a-z])-\d"/g, '$1"');

test('every decision can be taken back, in any order: the record is as if none had ever been made', () => {
  fc.assert(
    fc.property(articles, steps, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (specs, taken, order) => {
      const archive = archiveOf(specs);
      const never = fuseMeetings([...archive.values()]);
      let record: Fusion = never;
      const decisions: FusionDecision[] = [];
      const apply = (action: FusionDecision['action']) => {
        const number = String(decisions.length).padStart(2, '0');
        decisions.push({ id: `d${number}`, at: `2024-05-01T00:00:${number}Z`, action });
        record = fuseMeetings([...archive.values()], {
          previous: record.meetings,
          previousPeople: record.people,
          decisions,
        });
      };
      for (const [kind, one, other] of taken) {
        const action = decide(kind, record, one, other);
        if (action !== undefined) apply(action);
      }
      const open = decisions.map(({ id }) => id);
      while (open.length > 0) {
        const [id] = open.splice((order[open.length - 1] ?? 0) % open.length, 1);
        apply({ kind: 'undo', decisionId: id ?? '' });
      }
      expect(record.decisionProblems.size).toBe(0);
      expect(unnumbered(facts(record))).toBe(unnumbered(facts(never)));
    }),
    { numRuns: 40 },
  );
});
