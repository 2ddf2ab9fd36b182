import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { articlePage, atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { type CliResult, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let press: PressServer;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  press = await openPressServer();
});
afterEach(async () => {
  await press.close();
  await folder.remove();
});

const run = (...args: string[]): Promise<CliResult> => runCli([...args, '--data', folder.file('data')]);

function publish(...names: string[]): void {
  const entries = names.map((name) => ({ link: `${press.origin}/${name}`, title: `Talks about ${name}` }));
  const headers = { 'content-type': 'application/atom+xml' };
  press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
  for (const name of names) press.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
}

async function follow(): Promise<void> {
  expect((await run('outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`)).code).toBe(0);
}

describe('work', () => {
  test(
    'does what is due until it is stopped, says what it did, and leaves the queue empty',
    async () => {
      publish('harbours', 'ferries');
      await follow();
      const worker = startCli(['work', '--concurrency', '1', '--data', folder.file('data')]);
      let said = '';
      worker.stderr.on('data', (text) => {
        said += text;
      });
      let out = '';
      worker.stdout.on('data', (text) => {
        out += text;
      });
      const ended = new Promise<number | null>((resolve) => worker.on('close', resolve));
      await expect.poll(() => said, { timeout: 60_000, interval: 200 }).toContain('2 articles stored, 0 failed');
      worker.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(out).toBe('Stopped after 2 articles stored, 0 failed.\n');
      expect(await run('jobs', 'list')).toMatchObject({ code: 0, out: 'The queue is empty.\n' });
      expect(JSON.parse((await run('search', '--json', 'ferries')).out)).toMatchObject({ total: 1 });
    },
    TIME_LIMIT,
  );

  test('a number of threads that makes no sense is wrong use', async () => {
    expect((await run('work', '--concurrency', 'many')).code).toBe(2);
  });

  test(
    'killed in the middle, its jobs go on in the next one, and nothing is there twice',
    async () => {
      publish('harbours', 'ferries', 'stalled');
      let stalled = () => {};
      const reached = new Promise<void>((resolve) => {
        stalled = resolve;
      });
      press.set({ '/stalled': () => void stalled() });
      await follow();
      const worker = startCli(['work', '--data', folder.file('data')]);
      const ended = new Promise((resolve) => worker.on('close', resolve));
      await reached;
      worker.kill('SIGKILL');
      await ended;
      press.set({ '/stalled': articlePage('Talks about tides', 'tides') });
      const report = await run('collect', '--once', '--json');
      expect(report.code).toBe(0);
      for (const word of ['harbours', 'ferries', 'tides'])
        expect(JSON.parse((await run('search', '--json', word)).out)).toMatchObject({ total: 1 });
      expect(await run('jobs', 'list')).toMatchObject({ out: 'The queue is empty.\n' });
    },
    TIME_LIMIT,
  );
});

describe('jobs', () => {
  test(
    'lists what waits and what is dead with its reason, tries it again, and lets it go',
    async () => {
      expect((await run('jobs', 'list')).out).toBe('The queue is empty.\n');
      const store = await openSqliteStore(`${folder.file('data')}/rapporteur.db`);
      await store.queue.add([
        { kind: 'extract', key: 'h1', about: 'https://paper.example/heavy' },
        { kind: 'poll', key: 's1', about: 'https://paper.example/feed' },
      ]);
      const [job] = await store.queue.lease('extract', 1);
      if (job === undefined) throw new Error('no job');
      await store.queue.fail(job, { code: 'page-too-heavy', detail: 'more than 30 s', final: true });
      await store.close();

      const { out } = await run('jobs', 'list');
      expect(out).toContain('1 poll waiting\n1 extract dead\n');
      expect(out).toContain('https://paper.example/heavy');
      expect(out).toContain('took too much time or memory');
      const listed = JSON.parse((await run('jobs', 'list', '--state', 'dead', '--json')).out);
      expect(listed).toMatchObject({
        schema: 'rapporteur.jobs/1',
        jobs: [
          { id: job.id, kind: 'extract', tries: 1, problem: { code: 'page-too-heavy', detail: 'more than 30 s' } },
        ],
      });
      expect((await run('jobs', 'show', job.id)).out).toContain('state: dead');
      expect((await run('jobs', 'show', 'extract-0')).code).toBe(1);
      expect((await run('jobs', 'drop')).code).toBe(2);
      expect((await run('jobs', 'retry')).out).toBe('1 tried again\n');
      expect((await run('jobs', 'list', '--state', 'dead', '--json')).out).toContain('"jobs":[]');
      expect((await run('jobs', 'drop', job.id)).out).toBe('1 dropped\n');
      expect((await run('jobs', 'list', '--kind', 'news')).code).toBe(2);
    },
    TIME_LIMIT,
  );
});
