import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archivePageLineSchema } from '../../src/schemas/archive-pages.ts';
import type { DoctorReportOut } from '../../src/schemas/doctor-report.ts';
import { atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { jsonLines, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { examineArchive } from './examine-archive.ts';
import { createRandom, isFull, kills, seed, tell } from './faults-options.ts';
import { inventReport } from './invent-report.ts';

/** A process that was killed must be back at work within this; measured in the full form alone. */
const restartMs = 5_000;

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
const press: PressServer[] = [];
beforeAll(async () => {
  folder = await createTemporaryFolder();
  press.push(await openPressServer(), await openPressServer());
});
afterAll(async () => {
  await Promise.all(press.map((server) => server.close()));
  await folder.remove();
});

/** Everything that was ever offered: addresses that are served, and pages that lie in a folder. */
interface Offer {
  readonly addresses: string[];
  readonly files: string[];
  readonly feeds: { readonly link: string; readonly title: string }[][];
}

async function offerMore(offer: Offer, random: () => number): Promise<void> {
  const at = Math.floor(random() * press.length);
  const server = press[at];
  const feed = offer.feeds[at];
  if (server === undefined || feed === undefined) return;
  const served = 1 + Math.floor(random() * 3);
  for (let i = 0; i < served; i++) {
    const { title, html } = inventReport(offer.addresses.length, random);
    const path = `/report-${offer.addresses.length}`;
    offer.addresses.push(`${server.origin}${path}`);
    feed.unshift({ link: `${server.origin}${path}`, title });
    server.set({ [path]: html });
  }
  const headers = { 'content-type': 'application/atom+xml' };
  server.set({ '/feed': { headers, body: atomFeed(`Paper ${at}`, server.origin, feed) } });
  const saved = folder.file(`pages/page-${offer.files.length}.html`);
  await writeFile(saved, inventReport(10_000 + offer.files.length, random).html);
  offer.files.push(saved);
}

/** The instant of the last write, as the file system has it. */
async function lastWrite(): Promise<number> {
  return (await stat(folder.file('data/rapporteur.db-wal')).catch(() => ({ mtimeMs: 0, size: 0 }))).mtimeMs;
}

test(
  `${kills} kills at random instants of import, collect and work lose nothing and leave nothing twice (seed ${seed})`,
  async () => {
    const data = ['--data', folder.file('data')];
    const random = createRandom(seed);
    const offer: Offer = { addresses: [], files: [], feeds: press.map(() => []) };
    await mkdir(folder.file('pages'));
    for (let i = 0; i < 4; i++) await offerMore(offer, random);
    for (const [at, { origin, set }] of press.entries()) {
      const headers = { 'content-type': 'application/atom+xml' };
      set({ '/feed': { headers, body: atomFeed(`Paper ${at}`, origin, offer.feeds[at] ?? []) } });
    }
    const follow = press.map(({ origin }) => `${origin}/feed`);
    expect((await runCli(['outlets', 'add', '--allow-private', '--pause', '0', ...follow, ...data])).code).toBe(0);

    const commands = [['import', folder.file('pages'), '--json'], ['collect', '--once', '--json'], ['work']];
    const killed = new Map<string, number>();
    const ended = new Map<string, number>();
    const restarts: number[] = [];
    const wrong: string[] = [];
    // Half of the processes should be killed while they work: the longest wait follows what is seen.
    let latestMs = 900;
    let afterKill = false;
    for (let round = 0, count = 0; count < kills; round++) {
      const command = commands[Math.floor(random() * commands.length)] ?? [];
      const [name = ''] = command;
      await offerMore(offer, random);
      const wrote = await lastWrite();
      const child = startCli([...command, ...data]);
      const began = Date.now();
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
      });
      child.stdout.resume();
      const end = new Promise<number | null>((resolve) => child.on('close', resolve));
      // One in four while it starts, the others while it works: how long a start takes depends on the machine.
      const kill = () => child.kill('SIGKILL');
      const wait = random() * latestMs;
      let timer = random() < 0.25 ? setTimeout(kill, wait) : undefined;
      // A worker that finds nothing due writes nothing, and waits for work without end.
      const idle = setTimeout(kill, 8_000);
      let backAt: number | undefined;
      const watch = setInterval(async () => {
        if (backAt !== undefined || (await lastWrite()) <= wrote) return;
        backAt ??= Date.now() - began;
        timer ??= setTimeout(kill, wait);
      }, 10);
      const code = await end;
      clearTimeout(timer);
      clearTimeout(idle);
      clearInterval(watch);
      if (afterKill && backAt !== undefined) restarts.push(backAt);
      if (code !== null) {
        if (code !== 0) wrong.push(`${name} ended with ${code}: ${said}`);
        ended.set(name, (ended.get(name) ?? 0) + 1);
        latestMs = Math.max(300, latestMs * 0.8);
        afterKill = false;
        continue;
      }
      count += 1;
      killed.set(name, (killed.get(name) ?? 0) + 1);
      latestMs = Math.min(3_000, latestMs * 1.1);
      afterKill = true;
      const copy = folder.file(`copy-${round}`);
      wrong.push(...(await examineArchive(folder.file('data'), copy)).map((one) => `round ${round}, ${name}: ${one}`));
      await rm(copy, { recursive: true });
      expect(wrong).toEqual([]);
    }

    const began = Date.now();
    const collected = await runCli(['collect', '--once', '--json', ...data]);
    tell(`the last restart took ${Date.now() - began} ms for its whole round`);
    expect({ code: collected.code, err: collected.err }).toEqual({ code: 0, err: '' });
    const imported = await runCli(['import', folder.file('pages'), '--json', ...data]);
    expect({ code: imported.code, err: imported.err }).toEqual({ code: 0, err: '' });
    expect(await runCli(['jobs', 'list', ...data])).toMatchObject({ out: 'The queue is empty.\n' });
    const doctor = JSON.parse((await runCli(['doctor', '--deep', '--json', ...data])).out) as DoctorReportOut;
    expect(doctor.checks.filter(({ status, code }) => status === 'error' && code !== 'disk-space')).toEqual([]);
    expect(await examineArchive(folder.file('data'), folder.file('copy'))).toEqual([]);
    const exported = await runCli(['export', '--format', 'pages', ...data]);
    const urls = jsonLines(exported.out)
      .flatMap((line) => archivePageLineSchema.safeParse(line).data?.page ?? [])
      .map(({ url, name }) => url ?? name);
    expect(urls.sort()).toEqual([...offer.addresses, ...offer.files].sort());

    restarts.sort((a, b) => a - b);
    const middle = restarts[Math.floor(restarts.length / 2)];
    tell(
      `${[...killed].map(([name, n]) => `${n} × ${name}`).join(', ')} killed; ` +
        `${[...ended].map(([name, n]) => `${n} × ${name}`).join(', ')} ended by themselves; ${urls.length} articles`,
    );
    tell(`back at work after a kill: ${middle} ms in the middle, ${restarts.at(-1)} ms at most (n=${restarts.length})`);
    if (isFull) expect(restarts.at(-1)).toBeLessThan(restartMs);
  },
  isFull ? 3_600_000 : 300_000,
);
