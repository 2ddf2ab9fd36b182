import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../core/model/record.ts';
import { findParticipant } from '../core/record/fuse/correct-participants.ts';
import type { DecisionAction } from '../store/editing.ts';
import { openSqliteStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { processPending } from './process.ts';
import { rebuild } from './rebuild.ts';

/** One archive that an editor works on, one that nobody touches: after an undo they are the same. */
let edited: Store;
let untouched: Store;
beforeEach(async () => {
  [edited, untouched] = [await openSqliteStore(':memory:'), await openSqliteStore(':memory:')];
});
afterEach(async () => {
  await edited.close();
  await untouched.close();
});

const report = (outlet: string, more = '') =>
  `Spain and Morocco hold talks in Rabat

${outlet}, 19 January 2024

The Spanish Minister of the Interior, Petra Quillan, held talks on 19 January 2024 in Rabat with the Moroccan Minister of the Interior, Karim Sadaoui. The two ministers signed a protocol on the exchange of port records. Petra Quillan said that the ports of both countries were safer than ever. They discussed migration.${more}`;

async function add(store: Store, text: string, outlet: string): Promise<void> {
  await store.pages.put({
    bytes: new TextEncoder().encode(text),
    format: 'text',
    url: `https://${outlet}.example/1`,
    origin: 'collect',
    savedAt: '2024-04-01T00:00:00Z',
  });
  await processPending(store);
}

let clock = 0;
async function decide(action: DecisionAction): Promise<string> {
  clock += 1;
  const at = `2024-05-01T00:00:${String(clock % 60).padStart(2, '0')}Z`;
  const { id } = await edited.decisions.add({ action, inverse: action, actor: 'nadia', reason: 'test', at });
  const { decisionProblems } = await processPending(edited, { alwaysFuse: true, decisionId: id });
  expect([...decisionProblems]).toEqual([]);
  return id;
}

async function meetingsOf(store: Store): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for await (const meeting of store.record.eachMeeting()) meetings.push(meeting);
  return meetings;
}

async function only(store: Store): Promise<Meeting> {
  const [meeting, second] = await meetingsOf(store);
  if (meeting === undefined || second !== undefined) throw new Error('not one meeting');
  return meeting;
}

const person = (meeting: Meeting, name: string) => findParticipant(meeting, name);

interface Case {
  readonly field: string;
  readonly value: unknown;
  /** What the editor saw. */
  readonly was?: unknown;
  /** What the meeting says of it now. */
  readonly read: (meeting: Meeting) => unknown;
  readonly machine: unknown;
  readonly editor: unknown;
  /** What stands beside the editor's value, as the field of a contradiction with the machine's value. */
  readonly beside: readonly [field: string, value: unknown];
}

const agreed = 'a protocol on the exchange of port records';
const said = 'the ports of both countries were safer than ever';
const petra = { name: 'Petra Quillan', roleCode: 'minister:interior', country: 'ES' };

const cases: Readonly<Record<string, Case>> = {
  name: {
    field: 'participant:petra quillan',
    value: 'Petra Quintana',
    was: petra,
    read: (meeting) => person(meeting, 'Petra Quintana')?.participant.name?.full,
    machine: undefined,
    editor: 'Petra Quintana',
    beside: ['participant', petra],
  },
  role: {
    field: 'role:petra quillan',
    value: 'secretary_of_state:interior',
    was: petra,
    read: (meeting) => person(meeting, 'Petra Quillan')?.participant.roleCode,
    machine: 'minister:interior',
    editor: 'secretary_of_state:interior',
    beside: ['participant', petra],
  },
  'a participant taken out': {
    field: 'participant:petra quillan',
    value: null,
    was: petra,
    read: (meeting) => person(meeting, 'Petra Quillan')?.country,
    machine: 'ES',
    editor: undefined,
    beside: ['participant', petra],
  },
  'a participant added': {
    field: 'participant:Nora Valdes',
    value: { country: 'ES', roleCode: 'ambassador' },
    was: null,
    read: (meeting) => person(meeting, 'Nora Valdes')?.participant.roleCode,
    machine: undefined,
    editor: 'ambassador',
    beside: ['participant', null],
  },
  'a side added': {
    field: 'side:PT',
    value: true,
    was: null,
    read: (meeting) => meeting.sides.map(({ country }) => country),
    machine: ['ES', 'MA'],
    editor: ['ES', 'MA', 'PT'],
    beside: ['side', null],
  },
  'a side taken out': {
    field: 'side:ES',
    value: null,
    was: true,
    read: (meeting) => meeting.sides.map(({ country }) => country),
    machine: ['ES', 'MA'],
    editor: ['MA'],
    beside: ['side', { country: 'ES' }],
  },
  date: {
    field: 'when',
    value: '2024-01-18',
    was: '2024-01-19',
    read: ({ when }) => when.edtf,
    machine: '2024-01-19',
    editor: '2024-01-18',
    beside: ['when', '2024-01-19'],
  },
  'a date unknown': {
    field: 'when',
    value: null,
    was: '2024-01-19',
    read: ({ when }) => when.edtf,
    machine: '2024-01-19',
    editor: undefined,
    beside: ['when', '2024-01-19'],
  },
  place: {
    field: 'where',
    value: { place: 'Tangier', country: 'MA' },
    was: { place: 'Rabat', country: 'MA' },
    read: ({ where }) => where?.place,
    machine: 'Rabat',
    editor: 'Tangier',
    beside: ['where', 'Rabat'],
  },
  type: {
    field: 'type',
    value: 'visit',
    was: 'signing',
    read: ({ type }) => type,
    machine: 'meeting',
    editor: 'visit',
    beside: ['type', 'meeting'],
  },
  status: {
    field: 'status',
    value: 'postponed',
    was: 'held',
    read: ({ status }) => status,
    machine: 'held',
    editor: 'postponed',
    beside: ['status', 'held'],
  },
  topics: {
    field: 'topics',
    value: ['trade'],
    was: ['migration'],
    read: ({ topics }) => topics.map(({ topic }) => topic),
    machine: ['migration'],
    editor: ['trade'],
    beside: ['topic', ['migration']],
  },
  'the words of an outcome': {
    field: `outcome:${agreed}`,
    value: 'a memorandum on port records',
    was: agreed,
    read: ({ outcomes }) => outcomes.map(({ text }) => text),
    machine: [agreed],
    editor: ['a memorandum on port records'],
    beside: ['outcome', agreed],
  },
  'an outcome taken out': {
    field: `outcome:${agreed}`,
    value: null,
    was: agreed,
    read: ({ outcomes }) => outcomes.map(({ text }) => text),
    machine: [agreed],
    editor: [],
    beside: ['outcome', agreed],
  },
  'an outcome added': {
    field: 'outcome:a joint patrol from March on',
    value: { kind: 'created', text: 'a joint patrol from March on' },
    was: null,
    read: ({ outcomes }) => outcomes.map(({ kind, text }) => `${kind} ${text}`),
    machine: [`signed ${agreed}`],
    editor: [`signed ${agreed}`, 'created a joint patrol from March on'],
    beside: ['outcome', null],
  },
  'the words of a statement': {
    field: `statement:${said}`,
    value: 'the ports of both countries are safe',
    was: said,
    read: ({ statements }) => statements.map(({ text }) => text),
    machine: [said],
    editor: ['the ports of both countries are safe'],
    beside: ['statement', said],
  },
  'a statement taken out': {
    field: `statement:${said}`,
    value: null,
    was: said,
    read: ({ statements }) => statements.map(({ text }) => text),
    machine: [said],
    editor: [],
    beside: ['statement', said],
  },
};

describe('machine and editor never overwrite each other', () => {
  test.each(Object.entries(cases))('%s', async (_, { field, value, was, read, machine, editor, beside }) => {
    for (const store of [edited, untouched]) await add(store, report('Herald of Alder'), 'alder');
    const before = await only(edited);
    expect(read(before)).toEqual(machine);

    const id = await decide({ kind: 'correct', meetingId: before.id, field, value, was });
    const expectStands = async (after: string): Promise<void> => {
      const meeting = await only(edited);
      expect([after, read(meeting)]).toEqual([after, editor]);
      expect(meeting.fields[field]?.state).toBe('editor');
      const values = meeting.contradictions
        .filter((one) => one.field === beside[0])
        .flatMap((one) => one.values.slice(1).map((kept) => kept.value));
      expect([after, values]).toEqual([
        after,
        expect.arrayContaining([
          typeof beside[1] === 'object' && beside[1] !== null && !Array.isArray(beside[1])
            ? expect.objectContaining(beside[1])
            : beside[1],
        ]),
      ]);
      expect((await edited.decisions.list()).flatMap(({ problem }) => problem ?? [])).toEqual([]);
    };
    await expectStands('the correction');

    // The same page again, then another version of it.
    await add(edited, report('Herald of Alder'), 'alder');
    await expectStands('the same page');
    for (const store of [edited, untouched])
      await add(store, report('Herald of Alder', ' The talks lasted two hours.'), 'alder');
    await expectStands('a new version');
    for (const from of ['group', 'record', 'extract'] as const) {
      await rebuild(edited, { from });
      await expectStands(`a rebuild from ${from}`);
    }
    for (const store of [edited, untouched])
      await add(store, report('Courier of Elm', ' Fishing boats were spoken of too.'), 'elm');
    await expectStands('a late report');

    await decide({ kind: 'undo', decisionId: id });
    expect(read(await only(edited))).toEqual(machine);
    expect(await meetingsOf(edited)).toEqual(await meetingsOf(untouched));
  });

  test('a late report that spells a name otherwise finds the correction', async () => {
    await add(edited, report('Herald of Alder'), 'alder');
    const { id } = await only(edited);
    await decide({ kind: 'correct', meetingId: id, field: 'participant:petra quillan', value: null, was: petra });
    await add(edited, report('Courier of Elm').replaceAll('Petra Quillan', 'Petra Maria Quillan'), 'elm');
    await add(edited, report('Post of Oak').replaceAll('Petra Quillan', 'Petra Maria Quillan'), 'oak');
    expect(person(await only(edited), 'Petra Maria Quillan')).toBeUndefined();
    expect((await edited.decisions.list()).flatMap(({ problem }) => problem ?? [])).toEqual([]);
  });

  test('what reports say by now against what the editor saw is told beside the value', async () => {
    await add(edited, report('Herald of Alder'), 'alder');
    const { id } = await only(edited);
    await decide({ kind: 'correct', meetingId: id, field: 'role:petra quillan', value: 'ambassador', was: petra });
    expect((await only(edited)).fields['role:petra quillan']).not.toHaveProperty('newReports');
    const president = report('Herald of Alder').replace('Minister of the Interior, Petra', 'Foreign Minister, Petra');
    await add(edited, president, 'alder');
    const meeting = await only(edited);
    expect(person(meeting, 'Petra Quillan')?.participant.roleCode).toBe('ambassador');
    expect(meeting.fields['role:petra quillan']).toMatchObject({
      state: 'editor',
      newReports: { roleCode: 'minister:foreign_affairs' },
    });
  });
});
