import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionSchema } from '../../src/schemas/decision.ts';
import { type MeetingOut, renderMeeting } from '../../src/schemas/meeting.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
const data = folder.file('data');
afterAll(() => folder.remove());

const page = (outlet: string, day: string, lead: string, more = '') => ({
  url: `https://${outlet}.example/talks`,
  html: `<html lang="en"><head><title>Talks in Rabat</title><meta property="article:published_time" content="${day}"></head><body><article><h1>Talks in Rabat</h1><p>${lead}</p><p>They spoke of migration, of fishing boats and of the ports for two hours behind closed doors, and the talks went on late.</p>${more === '' ? '' : `<p>${more}</p>`}</article></body></html>`,
});
const named = (day: string) =>
  `The Spanish Minister of the Interior, Petra Quillan, held talks on ${day} in Rabat with the Moroccan Minister of the Interior, Karim Sadaoui. The two ministers signed a protocol on port records.`;
const office =
  'The Spanish Minister of the Interior held talks on 14 February 2024 in Rabat with the Moroccan Minister of the Interior, Karim Sadaoui.';
const half =
  'Interior Minister Petra Quillan received on 2 March 2024 the Moroccan Minister of the Interior, Karim Sadaoui.';

const importPages = async (name: string, ...pages: unknown[]) => {
  const file = folder.file(`${name}.jsonl`);
  writeFileSync(file, pages.map((one) => `${JSON.stringify(one)}\n`).join(''));
  expect((await runCli(['import', file, '--data', data])).code).toBe(0);
};
const meetingOn = async (day: string): Promise<MeetingOut | undefined> => {
  const store = await openSqliteStore(`${data}/rapporteur.db`);
  try {
    const { items } = await store.record.listMeetings({ from: day, to: day });
    return items.map((meeting) => renderMeeting(meeting))[0];
  } finally {
    await store.close();
  }
};
const edit = (...args: string[]) =>
  runCli(['edit', ...args, '--data', data, '--reason', 'the ministry says so', '--actor', 'nadia']);
const made = async (...args: string[]) => {
  const { code, out, err } = await runCli([
    ...['edit', ...args, '--data', data, '--json'],
    ...['--reason', 'the ministry says so', '--actor', 'nadia'],
  ]);
  expect({ code, err }).toMatchObject({ code: 0 });
  return decisionSchema.parse(jsonLines(out)[0]);
};
const inferred = (meeting: MeetingOut | undefined) =>
  meeting?.sides.flatMap(({ country, participants }) =>
    participants.flatMap((one) => one.inferred.map(({ field, value }) => `${country} ${field} ${value}`)),
  );

beforeAll(async () => {
  mkdirSync(data);
  await importPages(
    'pages',
    page('alder', '2024-01-19', named('19 January 2024')),
    page('elm', '2024-03-20', named('20 March 2024')),
    page('oak', '2024-02-14', office),
    page('ash', '2024-03-02', half),
  );
}, 60_000);

describe('edit reject', () => {
  test.each([
    ['the office', '2024-02-14', 'minister:interior', 'ES holder Petra Quillan', 'minister:interior'],
    ['the name of the holder', '2024-02-14', 'petra quillan', 'ES holder Petra Quillan', 'minister:interior'],
  ])(
    'what the register concluded is taken out by %s, stays out, and comes back',
    async (_, day, who, told, kept) => {
      const before = await meetingOn(day);
      expect(inferred(before)).toContain(told);
      const decision = await made('reject', before?.id ?? '', who);
      expect(decision).toMatchObject({
        actor: 'nadia',
        reason: 'the ministry says so',
        action: { kind: 'reject', meetingId: before?.id, field: 'holder', country: 'ES', who: kept },
        inverse: { kind: 'undo', decisionId: decision.id },
      });
      expect(inferred(await meetingOn(day))).toEqual([]);
      expect((await runCli(['rebuild', '--data', data])).code).toBe(0);
      expect(inferred(await meetingOn(day))).toEqual([]);
      expect((await runCli(['edit', 'list', '--data', data])).out).toContain(`reject the holder of ${kept} (ES)`);
      await made('undo', decision.id);
      expect(inferred(await meetingOn(day))).toEqual(inferred(before));
    },
    60_000,
  );

  test('a side that only the register knows goes with its meeting; undo brings it back', async () => {
    const before = await meetingOn('2024-03-02');
    expect(inferred(before)).toContain('ES country ES');
    const decision = await made('reject', before?.id ?? '', 'Petra Quillan');
    expect(decision.action).toMatchObject({ field: 'country', country: 'ES', who: 'Petra Quillan' });
    expect(await meetingOn('2024-03-02')).toBeUndefined();
    await made('undo', decision.id);
    expect(await meetingOn('2024-03-02')).toEqual(before);
  }, 60_000);

  test('what cannot be rejected is said plainly and changes nothing', async () => {
    const { id = '' } = (await meetingOn('2024-02-14')) ?? {};
    const decisions = (await runCli(['edit', 'list', '--data', data])).out;
    for (const [args, code, sentence] of [
      [
        ['reject', id, 'Karim Sadaoui'],
        1,
        'The register concluded nothing about "Karim Sadaoui" in this meeting. It concluded: holder of minister:interior (ES): Petra Quillan.',
      ],
      [['reject', id], 2, 'Write: edit reject MEETING NAME|ROLE.'],
      [['reject', 'nothing', 'Petra Quillan'], 1, 'There is no meeting "nothing"'],
    ] as const) {
      const result = await runCli(['edit', ...args, '--data', data, '--reason', 'test']);
      expect({ code: result.code, err: result.err }).toMatchObject({ code, err: expect.stringContaining(sentence) });
    }
    expect((await runCli(['edit', 'reject', id, 'Petra Quillan', '--data', data])).err).toContain('needs --reason');
    expect((await runCli(['edit', 'list', '--data', data])).out).toBe(decisions);
  }, 60_000);

  test('where the register concluded nothing at all, that is said', async () => {
    const { id = '' } = (await meetingOn('2024-01-19')) ?? {};
    const { code, err } = await edit('reject', id, 'Petra Quillan');
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining('The register concluded nothing about "Petra Quillan" in this meeting.'),
    });
    expect(err).not.toContain('It concluded');
  }, 60_000);
});

describe("an editor's hand over one meeting", () => {
  const words = (meeting: MeetingOut | undefined) => ({
    outcomes: meeting?.outcomes.map(({ kind, text }) => `${kind} ${text}`),
    people: meeting?.sides.flatMap((side) => side.participants.map(({ name, role }) => `${role} ${name}`)).sort(),
  });

  test('corrections of what was agreed and of who took part outlive a rebuild and a late report; undo gives all back', async () => {
    const before = await meetingOn('2024-01-19');
    const id = before?.id ?? '';
    const made_ = [
      await made('correct', id, 'outcome:1', 'a memorandum on port records'),
      await made('correct', id, 'outcome:new', 'created: a joint patrol'),
      await made('correct', id, 'role:Petra Quillan', 'secretary_of_state:interior'),
      await made('correct', id, 'participant:Karim Sadaoui', 'remove'),
      await made('correct', id, 'participant:Nora Valdes', 'add MA ambassador'),
    ];
    const wanted = {
      outcomes: ['signed a memorandum on port records', 'created a joint patrol'],
      people: ['ambassador Nora Valdes', 'secretary_of_state:interior Petra Quillan'],
    };
    expect(words(await meetingOn('2024-01-19'))).toEqual(wanted);
    expect((await runCli(['rebuild', '--data', data])).code).toBe(0);
    expect(words(await meetingOn('2024-01-19'))).toEqual(wanted);
    await importPages('late', page('yew', '2024-01-20', named('19 January 2024'), 'A crowd waited in the rain.'));
    const late = await meetingOn('2024-01-19');
    expect(late?.reports).toHaveLength(2);
    expect(words(late)).toEqual(wanted);
    expect(late?.contradictions.map(({ values }) => values.at(-1)?.value)).toEqual(
      expect.arrayContaining(['a protocol on port records', null]),
    );
    for (const { id: decision } of made_.reverse()) await made('undo', decision);
    const undone = await meetingOn('2024-01-19');
    expect(words(undone)).toEqual(words(before));
    expect(undone?.contradictions).toEqual([]);
  }, 120_000);

  test.each([
    [['correct', 'MEETING', 'outcome:7', 'x'], 1, 'There is no outcome:7: the meeting has 1.'],
    [['correct', 'MEETING', 'outcome:new', 'a patrol'], 2, 'outcome:new takes the right words'],
    [['correct', 'MEETING', 'role:Petra Quillan', 'Minister!'], 2, 'role:Petra Quillan takes the code of the office'],
    [['correct', 'MEETING', 'participant:Nobody Known', 'remove'], 1, 'The meeting has no participant Nobody Known'],
    [['correct', 'MEETING', 'participant:Ada Moss', 'add FR ambassador'], 1, 'The meeting has no side FR'],
    [['correct', 'MEETING', 'participant:Ada Moss', 'add France'], 2, 'participant:Ada Moss takes the right name'],
    [['restore', 'MEETING', 'when'], 2, 'No editor corrected when of this meeting.'],
  ])('%j is refused', async (args, code, sentence) => {
    const { id = '' } = (await meetingOn('2024-01-19')) ?? {};
    const result = await edit(...args.map((word) => (word === 'MEETING' ? id : word)));
    expect({ code: result.code, err: result.err }).toMatchObject({ code, err: expect.stringContaining(sentence) });
  });
});
