import { mkdir, readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articlePage, atomFeed, openPressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { createRandom, seed } from './faults-options.ts';
import { inventReport } from './invent-report.ts';

const timeLimit = 120_000;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeEach(async () => {
  folder = await createTemporaryFolder();
  await mkdir(folder.file('pages'));
  const random = createRandom(seed);
  for (let i = 0; i < 4; i++) await writeFile(folder.file(`pages/${i}.html`), inventReport(i, random).html);
});
afterEach(() => folder.remove());

const run = (...args: string[]) => runCli([...args, '--data', folder.file('data')]);

test(
  'a second process on one folder is refused in words, and the first goes on',
  async () => {
    const press = await openPressServer();
    let stalled = () => {};
    const reached = new Promise<void>((resolve) => {
      stalled = resolve;
    });
    const entries = [{ link: `${press.origin}/one`, title: 'Talks about tides' }];
    const headers = { 'content-type': 'application/atom+xml' };
    press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
    let answer = () => {};
    press.set({
      '/one': (_asked, response) => {
        answer = () => void response.writeHead(200, { 'content-type': 'text/html' }).end(articlePage('Tides', 'tides'));
        stalled();
        return undefined;
      },
    });
    try {
      await run('outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`);
      const first = startCli(['collect', '--once', '--data', folder.file('data')]);
      const ended = new Promise<number | null>((resolve) => first.on('close', resolve));
      first.stdout.resume();
      first.stderr.resume();
      await reached;
      for (const command of [['import', folder.file('pages')], ['rebuild']]) {
        const second = await run(...command);
        expect(second).toMatchObject({ code: 3, err: expect.stringContaining('(data-folder-locked)') });
        expect(second.err).toContain(`Process ${first.pid}.`);
      }
      // Reading goes on meanwhile.
      expect((await run('search', 'tides')).code).toBe(0);
      answer();
      expect(await ended).toBe(0);
      expect((await run('import', folder.file('pages'))).code).toBe(0);
    } finally {
      await press.close();
    }
  },
  timeLimit,
);

test(
  'the lock of a dead process whose number another one has now is taken over, by one of many',
  async () => {
    await run('import', folder.file('pages'));
    // This very process has the number, and did not start at that time.
    await writeFile(folder.file('data/writer.lock'), `${process.pid} 1`);
    const results = await Promise.all([1, 2, 3].map(() => run('import', folder.file('pages'), '--json')));
    const codes = results.map(({ code }) => code);
    expect(codes).toContain(0);
    expect(codes.every((code) => code === 0 || code === 3)).toBe(true);
    for (const { code, err } of results) if (code === 3) expect(err).toContain('data-folder-locked');
    await expect(readFile(folder.file('data/writer.lock'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
  timeLimit,
);

test(
  'a database that something else holds is waited for, then named; the same command does its work later',
  async () => {
    await run('search', 'anything');
    const other = new Database(folder.file('data/rapporteur.db'));
    other.exec('begin immediate');
    const refused = await run('import', folder.file('pages'));
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('(database-busy)') });
    expect(refused.err).toContain('The archive is busy with another writer');
    const waiting = run('import', folder.file('pages'), '--json');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    other.exec('rollback');
    other.close();
    expect(await waiting).toMatchObject({ code: 0, err: '' });
  },
  timeLimit,
);
