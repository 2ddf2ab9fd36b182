import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollectReportOut, SourceListOut } from '../../src/schemas/collecting.ts';
import { articlePage, atomFeed, openPressServer, type PressServer } from '../helpers/press-server.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { badServers, openBabbler, openPlainServer, openSelfSigned } from './bad-servers.ts';
import { tell } from './faults-options.ts';

/** Three bodies of twenty megabytes and a list of 100,000 are on the way at once. */
const mostMegabytes = 400;
const headers = { 'content-type': 'application/atom+xml' };
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
const opened: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(async () => {
  await Promise.all(opened.map((server) => server.close()));
  await folder.remove();
});

async function open(): Promise<PressServer> {
  const press = await openPressServer();
  opened.push(press);
  return press;
}

/** The most memory that a process has had, as Linux tells it. */
function peakMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('whatever servers do ends in words, and the good ones beside them are read', async () => {
  const expected = new Map<string, { readonly name: string; readonly reason: string; readonly detail: RegExp }>();
  for (const { feed, ...told } of badServers) {
    const press = await open();
    press.set({ '/feed': feed(press.origin) });
    expected.set(`${press.origin}/feed`, told);
  }
  const certificate = { reason: 'fetch-failed', detail: /: its certificate is not valid/ };
  for (const [server, told] of [
    [await openBabbler(), { name: 'babbles', reason: 'fetch-failed', detail: /: what it sends is not HTTP/ }],
    [await openPlainServer(), { name: 'no TLS', reason: 'fetch-failed', detail: /: no secure connection/ }],
    [await openSelfSigned(folder.path), { name: 'invalid TLS', ...certificate }],
  ] as const) {
    if (server === undefined) continue;
    opened.push(server);
    expected.set(server.address, told);
  }
  const good = await open();
  // Its rules are fifty megabytes long, and say in the beginning what is to be known.
  const rules = `User-agent: *\nDisallow: /secret\n${'Disallow: /nowhere\n'.repeat(2_760_000)}`;
  const names = ['harbours', 'ferries', 'secret'];
  const entries = names.map((name) => ({ link: `${good.origin}/${name}`, title: `Talks about ${name}` }));
  good.set({ '/robots.txt': rules, '/feed': { headers, body: atomFeed('Good', good.origin, entries) } });
  for (const name of names) good.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
  const addresses = [...expected.keys(), `${good.origin}/feed`];
  const outlines = addresses.map((address, at) => `<outline text="Paper ${at}" type="rss" xmlUrl="${address}"/>`);
  await writeFile(folder.file('all.opml'), `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
  const data = ['--data', folder.file('data')];
  const added = await runCli(['outlets', 'add', '--allow-private', '--pause', '0', folder.file('all.opml'), ...data]);
  expect(added.out).toBe(`${addresses.length} followed, 0 not\n`);

  const child = startCli(['collect', '--once', '--json', ...data]);
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.resume();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytes(child.pid));
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  tell(`${addresses.length} servers, most of them bad: ${Math.round(peak)} MB at most`);
  expect(code).toBe(1);
  const report = JSON.parse(out) as CollectReportOut;
  expect(report.items).toMatchObject({ stored: 2, waiting: 0 });
  expect(report.failures.find(({ name }) => name.endsWith('/secret'))?.problem.code).toBe('robots-refused');
  expect(good.asked.map(({ path }) => path)).not.toContain('/secret');

  const list = JSON.parse((await runCli(['outlets', 'list', '--json', ...data])).out) as SourceListOut;
  for (const { address, state, reason, detail } of list.sources) {
    const told = expected.get(address);
    expect({ address, state, reason, detail }).toEqual({
      address,
      state: 'active',
      reason: told?.reason ?? null,
      detail: told === undefined ? null : expect.stringMatching(told.detail),
    });
  }
  expect(list.sources).toHaveLength(addresses.length);
  expect(await runCli(['jobs', 'list', ...data])).toMatchObject({ out: 'The queue is empty.\n' });
  if (peak > 0) expect(peak).toBeLessThan(mostMegabytes);
}, 180_000);
