import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '../../src/schemas/export-formats.ts';
import { exportReportSchema } from '../../src/schemas/operations.ts';
import { parseCsv } from '../helpers/csv.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
const data = folder.file('data');
afterAll(() => folder.remove());
beforeAll(async () => {
  mkdirSync(folder.file('press'));
  writeFileSync(folder.file('press/one.html'), meetingPage());
  writeFileSync(
    folder.file('press/two.html'),
    meetingPage({ country: 'italien', visitor: 'Paolo Verdini', day: '2024-05-17' }),
  );
  await runCli(['import', folder.file('press'), '--data', data]);
}, 60_000);

const run = (...args: string[]) => runCli(['export', '--data', data, ...args]);

describe('export', () => {
  test.each(exportFormats.map(({ name }) => [name]))('%s is written, twice the same', async (name) => {
    const file = folder.file(`record-${name}`);
    const { code, err } = await run('--format', name, '--out', file);
    expect(code).toBe(0);
    expect(err).toMatch(/\d+ meetings in /);
    expect(readFileSync(file, 'utf8').length).toBeGreaterThan(200);
    expect((await run('--format', name)).out).toBe(readFileSync(file, 'utf8'));
    expect(readdirSync(folder.path).filter((one) => one.endsWith('.part'))).toEqual([]);
  });

  test('filters: a pair, days, a status', async () => {
    const idsOf = async (...args: string[]) => jsonLines((await run(...args)).out).map(({ id }) => id);
    const all = await idsOf();
    const spain = await idsOf('--pair', 'ma-es');
    expect(spain.length).toBeGreaterThan(0);
    expect(spain.length).toBeLessThan(all.length);
    expect(await idsOf('--country', 'ES')).toEqual(spain);
    expect((await idsOf('--from', '2024-05-01')).some((id) => spain.includes(id))).toBe(false);
    expect(await idsOf('--status', 'denied')).toEqual([]);
  });

  test('a calendar counts what it leaves out, and so does the report', async () => {
    const file = folder.file('record.ics');
    const { err } = await run('--format', 'ics', '--out', file, '--json', '--site', 'https://press.example');
    const report = exportReportSchema.parse(jsonLines(err)[0]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.length).toBe(report.meetings);
    expect(events.length).toBeGreaterThan(0);
    expect(String(events[0]?.getFirstPropertyValue('url'))).toMatch(/^https:\/\/press\.example\/meetings\//);
  });

  test('nothing found is a table with its head', async () => {
    const { code, out } = await run('--format', 'pair-days', '--pair', 'AD-MC');
    expect(code).toBe(0);
    expect(parseCsv(out)).toHaveLength(1);
  });

  test.each([
    [['--format', 'pdf'], 'jsonl, csv, pair-days, plover, jsonld, ics, ninjs, ftm'],
    [['--pair', 'ES'], '--pair must be'],
    [['--pair', 'ES-ES'], '--pair must be'],
    [['--country', 'Spain'], '--country must be'],
    [['--from', '2024-02-30'], '--from must be a day'],
    [['--status', 'plannd'], '--status must be one of'],
    [['--topic', 'nothing'], '--topic must be one of'],
    [['--site', 'press.example'], '--site must be'],
  ])('%j is wrong use', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
  });
});
