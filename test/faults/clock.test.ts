import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CollectReportOut, SourceListOut } from '../../src/schemas/collecting.ts';
import { articlePage, atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const timeLimit = 120_000;
const clock = new URL('./shift-clock.mjs', import.meta.url).href;
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

const wrongBy = (hours: number) => ({ NODE_OPTIONS: `--import=${clock}`, FAULT_CLOCK_HOURS: String(hours) });
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli([...args, '--data', folder.file('data')], { env });

function publish(...names: string[]): void {
  const entries = names.map((name) => ({ link: `${press.origin}/${name}`, title: `Talks about ${name}` }));
  const headers = { 'content-type': 'application/atom+xml' };
  press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
  for (const name of names) press.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
}

test(
  'a clock that ran ten years ahead, and was set right, strands no source, no page and no job',
  async () => {
    publish('harbours', 'refused');
    press.set({ '/refused': { status: 429 } });
    const ahead = wrongBy(10 * 365 * 24);
    await run(['outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`], ahead);
    const first = JSON.parse((await run(['collect', '--once', '--json'], ahead)).out) as CollectReportOut;
    expect(first.items).toMatchObject({ stored: 1, waiting: 1 });
    const list = async () => (JSON.parse((await run(['outlets', 'list', '--json'])).out) as SourceListOut).sources;
    expect((await list())[0]?.nextPoll.slice(0, 3)).not.toBe(new Date().toISOString().slice(0, 3));
    publish('harbours', 'refused', 'ferries');

    // A worker goes by what is due, not by what a person asks for.
    const worker = startCli(['work', '--data', folder.file('data')]);
    const ended = new Promise<number | null>((resolve) => worker.on('close', resolve));
    try {
      await expect
        .poll(async () => (await list())[0]?.items, { timeout: 60_000, interval: 500 })
        .toMatchObject({ stored: 3 });
    } finally {
      worker.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    const today = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect(((await list())[0]?.nextPoll ?? today) < today).toBe(true);
    expect((await run(['jobs', 'list'])).out).toBe('The queue is empty.\n');
    expect((await run(['doctor'])).out).not.toContain('error');
  },
  timeLimit,
);

test(
  'a clock that is ten years behind only makes visits early; nothing is fetched twice for it',
  async () => {
    publish('harbours');
    await run(['outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`]);
    await run(['collect', '--once', '--json']);
    const before = press.asked.length;
    const report = JSON.parse(
      (await run(['collect', '--once', '--json'], wrongBy(-10 * 365 * 24))).out,
    ) as CollectReportOut;
    expect(report).toMatchObject({ items: { found: 0, stored: 0, failed: 0 }, failures: [] });
    expect(press.asked.slice(before).filter(({ path }) => path === '/harbours')).toEqual([]);
  },
  timeLimit,
);
