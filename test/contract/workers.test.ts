import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { articlePage, atomFeed, openPressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 180_000;
const url = process.env['RAPPORTEUR_TEST_POSTGRES'] ?? '';

describe.skipIf(url === '')('two workers on one PostgreSQL (RAPPORTEUR_TEST_POSTGRES names the server)', () => {
  test(
    'share the work, and what one leaves when it is killed the other does: nothing is lost, nothing is there twice',
    async () => {
      const database = `rapporteur_workers_${randomBytes(6).toString('hex')}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`create database ${database}`);
      const folder = await createTemporaryFolder();
      const press = await openPressServer();
      const own = new URL(url);
      own.pathname = `/${database}`;
      const env = { RAPPORTEUR_DATABASE_URL: own.href };
      const names = Array.from({ length: 12 }, (_, i) => `subject${String.fromCharCode(97 + i)}`);
      const entries = names.map((name) => ({ link: `${press.origin}/${name}`, title: `Talks about ${name}` }));
      const headers = { 'content-type': 'application/atom+xml' };
      press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
      for (const name of names) press.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
      const workers = [1, 2].map((at) =>
        startCli(['work', '--concurrency', '1', '--data', folder.file(`worker${at}`)], { env }),
      );
      // What they said is what there is to know when something is missing in the end.
      const said = ['', ''];
      workers.forEach((worker, at) => {
        worker.stderr.setEncoding('utf8').on('data', (text: string) => {
          said[at] += text;
        });
      });
      const ended = workers.map((worker) => new Promise<number | null>((resolve) => worker.on('close', resolve)));
      try {
        const data = ['--data', folder.file('data')];
        const added = await runCli(
          ['outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`, ...data],
          { env },
        );
        expect(added).toMatchObject({ code: 0 });
        await expect.poll(() => press.asked.length, { timeout: 60_000, interval: 50 }).toBeGreaterThan(4);
        workers[0]?.kill('SIGKILL');
        const total = async () =>
          (JSON.parse((await runCli(['search', 'commission', '--json', ...data], { env })).out) as { total: number })
            .total;
        await expect.poll(total, { timeout: 100_000, interval: 1_000 }).toBe(names.length);
        await expect
          .poll(async () => (await runCli(['jobs', 'list', ...data], { env })).out, {
            timeout: 60_000,
            interval: 1_000,
          })
          .toBe('The queue is empty.\n');
        workers[1]?.kill('SIGTERM');
        expect(await ended[1]).toBe(0);
      } catch (error) {
        throw new Error(`The workers said:\n${said.join('\n---\n')}`, { cause: error });
      } finally {
        for (const worker of workers) worker.kill('SIGKILL');
        await Promise.all(ended);
        await press.close();
        await folder.remove();
        await admin.query(`drop database ${database} with (force)`);
        await admin.end();
      }
    },
    TIME_LIMIT,
  );
});
