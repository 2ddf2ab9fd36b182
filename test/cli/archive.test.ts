import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldName } from '../../src/core/text/normalise.ts';
import { decisionSchema } from '../../src/schemas/decision.ts';
import { doctorReportSchema } from '../../src/schemas/doctor-report.ts';
import { importReportSchema } from '../../src/schemas/import-report.ts';
import { meetingSchema } from '../../src/schemas/meeting.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, projectRoot, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
const data = folder.file('data');
afterAll(() => folder.remove());
beforeAll(() => {
  mkdirSync(folder.file('press/deep'), { recursive: true });
  writeFileSync(folder.file('press/one.html'), meetingPage());
  writeFileSync(
    folder.file('press/deep/two.html'),
    meetingPage({ country: 'italien', visitor: 'Paolo Verdini', day: '2024-05-17' }),
  );
});

async function importJson(args: readonly string[], code: number) {
  const result = await runCli(['import', ...args, '--json']);
  expect(result.code).toBe(code);
  return importReportSchema.parse(jsonLines(result.out)[0]);
}

describe('import', () => {
  test('makes the folder, and the same pages again change nothing', async () => {
    const first = await importJson([folder.file('press'), '--data', data], 0);
    expect(first.pages).toEqual({ new: 2, same: 0, changed: 0, failed: 0 });
    expect(first.record.added).toBeGreaterThanOrEqual(2);
    const before = readFileSync(join(data, 'rapporteur.db'));
    const second = await importJson([folder.file('press'), '--data', data], 0);
    expect(second.pages).toEqual({ new: 0, same: 2, changed: 0, failed: 0 });
    expect(second.record).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(readFileSync(join(data, 'rapporteur.db')).equals(before)).toBe(true);
  });

  test('its pages are in search and in the record when it returns', async () => {
    const search = await runCli(['search', 'flux migratoires', '--data', data]);
    expect(search.out).toContain('2 articles');
    const record = await runCli(['export', '--data', data]);
    const meetings = jsonLines(record.out).map((line) => meetingSchema.parse(line));
    expect(meetings.map((meeting) => meeting.countries.join('-'))).toEqual(expect.arrayContaining(['ES-MA', 'IT-MA']));
  });

  test('a changed page is a new version', async () => {
    writeFileSync(
      folder.file('press/one.html'),
      meetingPage({ extra: 'Les délégations se sont séparées dans la soirée.' }),
    );
    const report = await importJson([folder.file('press/one.html'), '--data', data], 0);
    expect(report.pages).toEqual({ new: 0, same: 0, changed: 1, failed: 0 });
    expect((await runCli(['search', 'délégations séparées', '--data', data])).out).toContain('1 article');
    expect((await runCli(['search', 'flux migratoires', '--data', data])).out).toContain('2 articles');
  });

  test('a broken file is named with its code and the rest goes on', async () => {
    mkdirSync(folder.file('mixed'));
    copyFileSync(folder.file('press/one.html'), folder.file('mixed/z-good.html'));
    writeFileSync(folder.file('mixed/a-empty.html'), '');
    writeFileSync(folder.file('mixed/b-photo.html'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70));
    writeFileSync(
      folder.file('mixed/c-lines.jsonl'),
      `{"id":"good","html":${JSON.stringify(meetingPage({ country: 'portugais', visitor: 'Rui Salgado' }))}}\n{"broken\n`,
    );
    const report = await importJson(
      [folder.file('mixed'), folder.file('gone.html'), '--data', folder.file('mixed-data')],
      1,
    );
    expect(report.pages).toEqual({ new: 2, same: 0, changed: 0, failed: 4 });
    expect(report.failures.map(({ name, problem }) => `${name.split('/').at(-1)} ${problem.code}`)).toEqual([
      'a-empty.html empty-page',
      'b-photo.html binary-page',
      'c-lines.jsonl#2 json-invalid',
      'gone.html file-not-found',
    ]);
    const person = await runCli(['import', folder.file('mixed/a-empty.html'), '--data', folder.file('mixed-data')]);
    expect(person.code).toBe(1);
    expect(person.err).toContain('a-empty.html: The page is empty');
  });

  test('reads standard input', async () => {
    const { code, out } = await runCli(['import', '-', '--data', folder.file('stdin-data')], { input: meetingPage() });
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 new') });
  });

  test('RAPPORTEUR_DATA names the folder, and ./data is the default', async () => {
    const env = { RAPPORTEUR_DATA: folder.file('by-variable') };
    await runCli(['import', folder.file('press/one.html')], { env });
    expect(existsSync(folder.file('by-variable/rapporteur.db'))).toBe(true);
    await runCli(['import', folder.file('press/one.html')], { cwd: folder.path });
    expect(existsSync(folder.file('data/rapporteur.db'))).toBe(true);
  });

  test('killed in the middle, the same command goes on and the result is the same', async () => {
    const pages = Array.from({ length: 60 }, (_, at) =>
      JSON.stringify({
        id: `p${at}`,
        html: meetingPage({
          visitor: `Esteban Roldán${'abcdefghij'[at % 10]}`,
          day: `2024-03-${String(1 + (at % 28)).padStart(2, '0')}`,
        }),
      }),
    );
    writeFileSync(folder.file('many.jsonl'), pages.join('\n'));
    const killed = folder.file('killed');
    const child = startCli(['import', folder.file('many.jsonl'), '--data', killed]);
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(join(killed, 'rapporteur.db-wal'))) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 250));
    child.kill('SIGKILL');
    await ended;
    await importJson([folder.file('many.jsonl'), '--data', killed], 0);
    await importJson([folder.file('many.jsonl'), '--data', folder.file('whole')], 0);
    const exported = async (from: string) => (await runCli(['export', '--data', from])).out.split('\n').sort();
    expect(await exported(killed)).toEqual(await exported(folder.file('whole')));
    expect(doctorReportSchema.parse(jsonLines((await runCli(['doctor', '--data', killed, '--json'])).out)[0]).ok).toBe(
      true,
    );
  }, 60_000);

  test('Ctrl-C stops between two pages and says that it can go on', async () => {
    const child = startCli(['import', folder.file('many.jsonl'), '--data', folder.file('stopped'), '--json']);
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!existsSync(join(folder.file('stopped'), 'rapporteur.db-wal')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    const code = await ended;
    const report = importReportSchema.parse(jsonLines(out)[0]);
    expect({ code, interrupted: report.interrupted }).toEqual({ code: 130, interrupted: true });
    const fixed = await runCli(['doctor', '--fix', '--data', folder.file('stopped'), '--json']);
    expect(fixed.code).toBe(0);
  }, 60_000);
});

describe('export', () => {
  test('CSV has a header, one row a pair, and no formula that a spreadsheet would run', async () => {
    const { code, err } = await runCli([
      'export',
      '--format',
      'csv',
      '--out',
      folder.file('record.csv'),
      '--data',
      data,
    ]);
    expect(code).toBe(0);
    expect(err).toContain('meetings in');
    const lines = readFileSync(folder.file('record.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^meetingId,country1,country2,day/);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/(?:^|,)"?[=+@-]\D/);
    expect(existsSync(folder.file('record.csv.part'))).toBe(false);
  });

  test('quotes no more of an imported page than an excerpt', async () => {
    const { out } = await runCli(['export', '--data', data]);
    const quotes = new Set([...out.matchAll(/"quote":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? ''));
    expect(quotes.size).toBeGreaterThan(0);
    expect([...quotes].join(' ')).not.toContain('ne précise ni la date');
  });

  test('a file that cannot be written is an error and leaves nothing', async () => {
    const { code } = await runCli(['export', '--out', folder.file('no/such/folder.csv'), '--data', data]);
    expect(code).toBe(3);
  });
});

describe('edit', () => {
  const meetings = async () =>
    jsonLines((await runCli(['export', '--data', data])).out).map((line) => meetingSchema.parse(line));
  const edit = (...args: string[]) =>
    runCli(['edit', ...args, '--data', data, '--reason', 'the ministry says so', '--actor', 'nadia', '--json']);

  test('a correction keeps who, why, when and its inverse; undo takes it back', async () => {
    const [meeting] = await meetings();
    const id = meeting?.id ?? '';
    const result = await edit('correct', id, 'when', '2024-03-14');
    expect(result.code).toBe(0);
    const decision = decisionSchema.parse(jsonLines(result.out)[0]);
    expect(decision).toMatchObject({
      actor: 'nadia',
      reason: 'the ministry says so',
      action: { kind: 'correct', meetingId: id, field: 'when', value: '2024-03-14', was: meeting?.when.edtf ?? null },
      inverse: { kind: 'correct', value: meeting?.when.edtf ?? null, was: '2024-03-14' },
    });
    expect(Math.abs(Date.now() - Date.parse(decision.at))).toBeLessThan(60_000);
    const corrected = (await meetings()).find((one) => one.id === id);
    expect(corrected?.when).toMatchObject({ day: '2024-03-14', basis: 'editor' });
    expect((await runCli(['edit', 'list', '--data', data])).out).toContain('the ministry says so');

    expect((await runCli(['rebuild', '--data', data])).code).toBe(0);
    expect((await meetings()).find((one) => one.id === id)?.when.day).toBe('2024-03-14');

    expect((await edit('undo', decision.id)).code).toBe(0);
    expect((await meetings()).find((one) => one.id === id)?.when.edtf).toBe(meeting?.when.edtf);
    expect((await edit('undo', decision.id)).code).toBe(1);
  }, 60_000);

  test('merge and undo', async () => {
    const before = await meetings();
    const [first, second] = before;
    const merged = await edit('merge', first?.id ?? '', second?.id ?? '');
    expect(merged.code).toBe(0);
    expect(await meetings()).toHaveLength(before.length - 1);
    await edit('undo', decisionSchema.parse(jsonLines(merged.out)[0]).id);
    expect((await meetings()).map((meeting) => meeting.id).sort()).toEqual(before.map((meeting) => meeting.id).sort());
  }, 60_000);

  test('a person who is withdrawn is in no export until undone; the inverse is told', async () => {
    const text = async () => (await runCli(['export', '--data', data])).out;
    const named = (await meetings()).flatMap((meeting) => meeting.sides.flatMap((side) => side.participants));
    const name = named.find((one) => (one.name ?? '').includes(' '))?.name ?? '';
    expect(name).not.toBe('');
    expect(await text()).toContain(name);
    const slug = foldName(name).replaceAll(' ', '-');
    const args = ['edit', 'person', 'withdraw', slug, '--data', data, '--reason', 'asked for it', '--actor', 'nadia'];
    const { code, out } = await runCli(args);
    expect(code).toBe(0);
    expect(out).toMatch(/taken back by: edit undo d\d+ \(person restore p/);
    expect(await text()).not.toContain(name);
    const id = /decision (d\d+)/.exec(out)?.[1] ?? '';
    expect((await runCli(['edit', 'list', '--data', data])).out).toContain('person withdraw');
    expect((await edit('undo', id)).code).toBe(0);
    expect(await text()).toContain(name);
  }, 60_000);

  test.each([
    [['correct', 'MEETING', 'when', '2024-02-30'], 2, 'when takes a day'],
    [['correct', 'MEETING', 'colour', 'blue'], 2, '"colour" is not one of'],
    [['correct', 'MEETING', 'status', 'maybe'], 2, 'status takes planned'],
    [['correct', 'nothing', 'when', '2024-02-01'], 1, 'There is no meeting "nothing"'],
    [['merge', 'MEETING', 'MEETING'], 2, 'Both are the same meeting'],
    [['split', 'MEETING', 'article'], 1, 'is not a report of this meeting'],
    [['undo', 'd0'], 1, 'There is no decision "d0"'],
  ])('%j is refused', async (args, code, sentence) => {
    const id = (await meetings())[0]?.id ?? '';
    const decisions = (await runCli(['edit', 'list', '--data', data])).out;
    const result = await runCli([
      'edit',
      ...args.map((word) => (word === 'MEETING' ? id : word)),
      '--data',
      data,
      '--reason',
      'test',
    ]);
    expect({ code: result.code, err: result.err }).toMatchObject({ code, err: expect.stringContaining(sentence) });
    expect((await runCli(['edit', 'list', '--data', data])).out).toBe(decisions);
  });
});

describe('the data folder', () => {
  test('secrets are for the owner only and never printed', async () => {
    const { out, err } = await runCli(['init', '--data', folder.file('init')]);
    const secret = readFileSync(folder.file('init/session.secret'), 'utf8').trim();
    expect(secret.length).toBeGreaterThan(30);
    expect(statSync(folder.file('init/session.secret')).mode & 0o777).toBe(0o600);
    expect(statSync(folder.file('init')).mode & 0o777).toBe(0o700);
    expect(out + err).not.toContain(secret);
    await runCli(['init', '--data', folder.file('init')]);
    expect(readFileSync(folder.file('init/session.secret'), 'utf8').trim()).toBe(secret);
    expect(readdirSync(folder.file('init')).sort()).toEqual(['rapporteur.db', 'session.secret']);
  });

  test('a second writer is told of the first', async () => {
    writeFileSync(join(data, 'writer.lock'), String(process.pid));
    const { code, err } = await runCli(['import', folder.file('press'), '--data', data]);
    expect(code).toBe(3);
    expect(err).toContain('(data-folder-locked)');
    writeFileSync(join(data, 'writer.lock'), '999999999');
    expect((await runCli(['import', folder.file('press'), '--data', data])).code).toBe(0);
    expect(existsSync(join(data, 'writer.lock'))).toBe(false);
  });

  test('a path that is a file is refused in one sentence', async () => {
    const { code, err } = await runCli(['import', folder.file('press'), '--data', folder.file('press/one.html')]);
    expect(code).toBe(3);
    expect(err).toContain('(data-folder-unwritable)');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test.skipIf(process.platform !== 'linux')(
    'a folder where the system allows none is refused, not waited for',
    async () => {
      const { code, err } = await runCli(['init', '--data', '/proc/rapporteur/data']);
      expect(code).toBe(3);
      expect(err).toContain('(data-folder-unwritable)');
    },
  );

  test('a file that is no archive is named as such and left alone', async () => {
    const data = folder.file('no-archive');
    mkdirSync(data);
    writeFileSync(join(data, 'rapporteur.db'), 'these bytes are no database, whatever the name says');
    const { code, err } = await runCli(['export', '--data', data]);
    expect(code).toBe(3);
    expect(err).toContain('(database-damaged)');
    expect(readFileSync(join(data, 'rapporteur.db'), 'utf8')).toContain('these bytes');
  });

  test('an export that cannot be written says so', async () => {
    const { code, err } = await runCli(['export', '--data', folder.file('fine'), '--out', folder.file('none/x.csv')]);
    expect(code).toBe(3);
    expect(err).toContain('(file-unwritable)');
  });

  test.skipIf(process.getuid?.() === 0)('a folder without write permission is refused', async () => {
    mkdirSync(folder.file('closed'));
    chmodSync(folder.file('closed'), 0o500);
    expect((await runCli(['import', folder.file('press'), '--data', folder.file('closed/data')])).code).toBe(3);
  });
});

describe('doctor', () => {
  test('is content with a whole archive', async () => {
    const { code, out } = await runCli(['doctor', '--data', data, '--json']);
    expect(code).toBe(0);
    const report = doctorReportSchema.parse(jsonLines(out)[0]);
    expect(report.checks.map((check) => check.code)).toEqual(
      expect.arrayContaining(['node', 'sqlite', 'data-folder', 'disk-space', 'archive']),
    );
  });

  test('says what is wrong with a damaged one, without a stack', async () => {
    mkdirSync(folder.file('damaged'));
    writeFileSync(folder.file('damaged/rapporteur.db'), 'this is no database, '.repeat(500));
    const { code, out, err } = await runCli(['doctor', '--data', folder.file('damaged')]);
    expect(code).toBe(1);
    expect(out).toMatch(/error\s+The archive cannot be opened/);
    expect(out + err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('works from any folder', async () => {
    const { code } = await runCli(['doctor'], { cwd: projectRoot, env: { RAPPORTEUR_DATA: folder.file('none') } });
    expect(code).toBe(0);
    expect(existsSync(folder.file('none'))).toBe(false);
  });
});
