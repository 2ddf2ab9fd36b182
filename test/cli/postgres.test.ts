import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportSchema } from '../../src/schemas/import-report.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const server = process.env['RAPPORTEUR_TEST_POSTGRES'];
const folder = await createTemporaryFolder();
const name = `rapporteur_cli_${process.pid}`;

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe.skipIf(server === undefined)('RAPPORTEUR_DATABASE_URL (needs RAPPORTEUR_TEST_POSTGRES)', () => {
  const url = new URL(server ?? 'postgres://none/none');
  url.pathname = `/${name}`;
  const env = { RAPPORTEUR_DATABASE_URL: url.href };
  beforeAll(() => administer(`create database ${name}`));
  afterAll(async () => {
    await administer(`drop database ${name} with (force)`);
    await folder.remove();
  });

  test('keeps the archive in PostgreSQL and only secrets in the folder', async () => {
    const data = folder.file('data');
    const first = await runCli(['import', '-', '--data', data, '--json'], { env, input: meetingPage() });
    expect(first.err).toBe('');
    expect(importReportSchema.parse(jsonLines(first.out)[0]).pages.new).toBe(1);
    const again = await runCli(['import', '-', '--data', data, '--json'], { env, input: meetingPage() });
    expect(importReportSchema.parse(jsonLines(again.out)[0]).pages.same).toBe(1);
    expect((await runCli(['search', 'terrorisme', '--data', data], { env })).out).toContain('1 article');
    expect(jsonLines((await runCli(['export', '--data', data], { env })).out).length).toBeGreaterThan(0);
    const doctor = await runCli(['doctor', '--data', data], { env });
    expect({ code: doctor.code, out: doctor.out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('(postgres)'),
    });
    expect((await runCli(['rebuild', '--data', data], { env })).code).toBe(0);
    expect(existsSync(folder.file('data/rapporteur.db'))).toBe(false);
    expect(existsSync(folder.file('data/session.secret'))).toBe(true);
  }, 120_000);
});
