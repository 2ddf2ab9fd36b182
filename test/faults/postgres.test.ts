import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DoctorReportOut } from '../../src/schemas/doctor-report.ts';
import { atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { createRandom, isFull, seed, tell } from './faults-options.ts';
import { inventReport } from './invent-report.ts';
import { type Line, openLine, openPostgresServer, type PostgresServer, postgresPrograms } from './postgres-server.ts';

const timeLimit = 240_000;
const faults = isFull ? 6 : 2;

// Starting a server and waiting for leases to end takes too long for `npm test`, but where one is asked for.
const isWanted = isFull || process.env['RAPPORTEUR_TEST_POSTGRES'] !== undefined;

describe.skipIf(postgresPrograms === undefined || !isWanted)(
  'PostgreSQL goes away (npm run faults; needs the server of Debian)',
  () => {
    let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
    let press: PressServer;
    let server: PostgresServer;
    let line: Line;
    beforeAll(async () => {
      folder = await createTemporaryFolder();
      press = await openPressServer();
      server = await openPostgresServer(folder.path);
      line = await openLine(server.port);
    }, timeLimit);
    afterAll(async () => {
      await line.close();
      server.stop();
      await press.close();
      await folder.remove();
    }, timeLimit);

    test(
      'restarted or cut off in the middle of work, it costs time and nothing else; a command says what is wrong',
      async () => {
        const env = { RAPPORTEUR_DATABASE_URL: `postgres://postgres@127.0.0.1:${line.port}/postgres` };
        const run = (...args: string[]) => runCli([...args, '--data', folder.file('data')], { env });
        const random = createRandom(seed);
        const entries: { link: string; title: string }[] = [];
        const offer = () => {
          for (let i = 0; i < 6; i++) {
            const link = `${press.origin}/report-${entries.length}`;
            const { title, html } = inventReport(entries.length, random);
            press.set({ [`/report-${entries.length}`]: html });
            entries.unshift({ link, title });
          }
          const headers = { 'content-type': 'application/atom+xml' };
          press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
        };
        offer();
        expect((await run('outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`)).code).toBe(0);
        const worker = startCli(['work', '--data', folder.file('worker')], { env });
        const ended = new Promise<number | null>((resolve) => worker.on('close', resolve));
        let said = '';
        worker.stderr.on('data', (text) => {
          said += text;
        });
        worker.stdout.resume();
        try {
          const pages = () => press.asked.filter(({ path }) => path.startsWith('/report-')).length;
          for (let fault = 0; fault < faults; fault++) {
            const before = pages();
            if (fault > 0) {
              offer();
              await run('outlets', 'resume', 'Coast Daily');
            }
            await expect.poll(pages, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before);
            await new Promise((resolve) => setTimeout(resolve, random() * 400));
            if (fault % 2 === 0) {
              line.cut();
              const refused = await run('collect', '--once');
              expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('(database-unreachable)') });
              expect(refused.err).toContain('The database does not answer');
              line.join();
            } else server.restart();
            const total = async () =>
              (JSON.parse((await run('search', 'commission', '--json')).out || '{"total":0}') as { total: number })
                .total;
            await expect.poll(total, { timeout: 90_000, interval: 1_000 }).toBe(entries.length);
          }
          await expect
            .poll(async () => (await run('jobs', 'list')).out, { timeout: 60_000, interval: 1_000 })
            .toBe('The queue is empty.\n');
          tell(`${faults} cuts and restarts of PostgreSQL; the worker said:\n${said}`);
          expect(worker.exitCode).toBe(null);
          expect(said).not.toMatch(/^\s+at /m);
          worker.kill('SIGTERM');
          expect(await ended).toBe(0);
          const doctor = JSON.parse((await run('doctor', '--json')).out) as DoctorReportOut;
          expect(doctor.checks.filter(({ status, code }) => status === 'error' && code !== 'disk-space')).toEqual([]);
        } finally {
          worker.kill('SIGKILL');
          await ended;
        }
      },
      timeLimit,
    );
  },
);
