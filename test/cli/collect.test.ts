import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CollectReportOut, SourceListOut } from '../../src/schemas/collecting.ts';
import {
  articlePage,
  atomFeed,
  type FeedEntry,
  openPressServer,
  type PressServer,
  type Route,
} from '../helpers/press-server.ts';
import { type CliResult, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 90_000;
const feedHeaders = { 'content-type': 'application/atom+xml' };
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let press: PressServer;
const more: PressServer[] = [];

beforeEach(async () => {
  folder = await createTemporaryFolder();
  press = await openPressServer();
});
afterEach(async () => {
  await Promise.all([press, ...more.splice(0)].map((server) => server.close()));
  await folder.remove();
});

const run = (...args: string[]): Promise<CliResult> => runCli([...args, '--data', folder.file('data')]);
const own = ['--allow-private', '--pause', '0'];
const add = (...args: string[]) => run('outlets', 'add', ...own, ...args);
const json = <T>(result: CliResult): T => JSON.parse(result.out) as T;

const collect = async (...args: string[]): Promise<CollectReportOut & { readonly code: number | null }> => {
  const result = await run('collect', '--once', '--json', ...args);
  if (result.out === '') throw new Error(result.err);
  return { code: result.code, ...json<CollectReportOut>(result) };
};
const list = async (): Promise<SourceListOut['sources']> =>
  json<SourceListOut>(await run('outlets', 'list', '--json')).sources;
const search = async (...words: string[]) =>
  json<{ total: number; results: { article: { id: string; title: string; url: string } }[] }>(
    await run('search', '--json', ...words),
  );

const feed = (entries: readonly FeedEntry[], title = 'Coast Daily'): Route => ({
  headers: feedHeaders,
  body: atomFeed(title, press.origin, entries),
});
const entry = (name: string, rest: Partial<FeedEntry> = {}): FeedEntry => ({
  link: `${press.origin}/${name}`,
  title: `Talks about ${name}`,
  ...rest,
});

/** A feed of articles that are all there. */
function publish(...names: string[]): void {
  press.set({ '/feed': feed(names.map((name) => entry(name))) });
  for (const name of names) press.set({ [`/${name}`]: articlePage(`Talks about ${name}`, name) });
}

describe('outlets add', () => {
  test(
    'a feed asks nothing, and exits 0',
    async () => {
      publish('harbours');
      const result = await add(`${press.origin}/feed`);
      expect(result).toMatchObject({ code: 0, out: '1 followed, 0 not\n' });
      expect(result.err).toContain('Coast Daily');
      expect(await list()).toMatchObject([{ outlet: 'Coast Daily', kind: 'feed', state: 'active' }]);
      const again = await add(`${press.origin}/feed`);
      expect(again.code).toBe(0);
      expect(await list()).toHaveLength(1);
    },
    TIME_LIMIT,
  );

  test(
    'an address of this machine is refused without --allow-private, and nothing is asked',
    async () => {
      publish('harbours');
      const result = await run('outlets', 'add', `${press.origin}/feed`);
      expect(result).toMatchObject({ code: 1, out: '0 followed, 1 not\n' });
      expect(result.err).toContain('address-refused: 127.0.0.1 is not a public address');
      expect(press.asked).toEqual([]);
    },
    TIME_LIMIT,
  );

  test(
    'a page leads to the feed that it advertises',
    async () => {
      publish('harbours');
      press.set({
        '/': `<html><head><title>Coast</title>
          <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">
          <link rel="alternate" type="application/atom+xml" href="/feed"></head><body>News</body></html>`,
      });
      expect((await add(`${press.origin}/`)).code).toBe(0);
      expect(await list()).toMatchObject([{ address: `${press.origin}/feed`, kind: 'feed' }]);
    },
    TIME_LIMIT,
  );

  test(
    'OPML keeps its folders, a dead feed is followed too and does not hold the rest',
    async () => {
      publish('harbours');
      const dead = 'http://127.0.0.1:9/feed';
      const opml = `<opml version="2.0"><body><outline text="Coast"><outline text="North & South">
        <outline text="Coast Daily" type="rss" xmlUrl="${press.origin}/feed"/></outline></outline>
        <outline text="Dead" type="rss" xmlUrl="${dead}"/></body>`;
      await writeFile(folder.file('feeds.opml'), opml);
      const added = await add(folder.file('feeds.opml'));
      expect(added).toMatchObject({ code: 0, out: '2 followed, 0 not\n' });
      const report = await collect();
      expect(report).toMatchObject({ code: 1, sources: { polled: 1, failed: 1 }, items: { stored: 1 } });
      expect(report.failures).toMatchObject([{ name: dead, problem: { code: 'fetch-failed' } }]);
      const sources = await list();
      expect(sources.find(({ address }) => address !== dead)?.folder).toEqual(['Coast', 'North & South']);
      const exported = await run('outlets', 'export');
      expect(exported.out).toMatch(/<outline text="Coast">\s*<outline text="North &amp; South">/);
    },
    TIME_LIMIT,
  );

  test(
    'a list of addresses: what works is followed, what does not is named',
    async () => {
      publish('harbours');
      await writeFile(folder.file('list.txt'), `# ours\n${press.origin}/feed\n\n${press.origin}/nothing\n`);
      const result = await add(folder.file('list.txt'));
      expect(result).toMatchObject({ code: 1, out: '1 followed, 1 not\n' });
      expect(result.err).toContain(`${press.origin}/nothing`);
      expect(result.err).toContain('HTTP 404');
    },
    TIME_LIMIT,
  );

  test(
    'links of a page without a feed are shown, followed after --yes, and collected',
    async () => {
      const names = ['harbours', 'ferries', 'lighthouses', 'tides'];
      const links = names.map((name, i) => `<a href="/news/${i + 10}/${name}.html">The talks about ${name} go on</a>`);
      press.set({ '/': `<title>Coast</title><a href="/about">About</a>${links.join('')}` });
      for (const [i, name] of names.entries())
        press.set({ [`/news/${i + 10}/${name}.html`]: articlePage(`Talks about ${name}`, name) });
      const shown = await add(`${press.origin}/`);
      expect(shown.code).toBe(1);
      expect(shown.err).toContain('needs-confirmation');
      expect(shown.err).toContain('The talks about harbours go on');
      expect(await list()).toEqual([]);
      expect((await add(`${press.origin}/`, '--yes')).code).toBe(0);
      expect(await list()).toMatchObject([{ kind: 'listing', pattern: '/news/#/*.html' }]);
      expect(await collect()).toMatchObject({ code: 0, items: { found: 4, stored: 4 } });
    },
    TIME_LIMIT,
  );
});

describe('collect --once', () => {
  test(
    'stores, records and finds; the second round sends the validators back word for word and adds nothing',
    async () => {
      const etag = 'W/"one, two"';
      const lastModified = 'Mon, 22 Jan 2024 10:00:01 GMT';
      publish('harbours', 'ferries');
      const body = atomFeed('Coast Daily', press.origin, [entry('harbours'), entry('ferries')]);
      press.set({
        '/feed': ({ headers }) =>
          headers['if-none-match'] === etag && headers['if-modified-since'] === lastModified
            ? { status: 304 }
            : { headers: { ...feedHeaders, etag, 'last-modified': lastModified }, body },
      });
      await add(`${press.origin}/feed`);
      const first = await collect();
      expect(first).toMatchObject({
        code: 0,
        sources: { polled: 1, unchanged: 0, failed: 0, blocked: 0 },
        items: { found: 2, stored: 2, failed: 0, waiting: 0 },
        failures: [],
        interrupted: false,
      });
      const found = await search('ferries');
      expect(found).toMatchObject({ total: 1, results: [{ article: { title: 'Talks about ferries' } }] });
      const before = press.asked.length;
      const second = await collect();
      expect(second).toMatchObject({
        code: 0,
        sources: { polled: 0, unchanged: 1 },
        items: { found: 0, stored: 0, waiting: 0 },
      });
      expect(press.asked.slice(before).map(({ path }) => path)).toEqual(['/feed']);
      expect(press.asked.at(-1)?.headers['user-agent']).toMatch(/^Rapporteur\//);
    },
    TIME_LIMIT,
  );

  test(
    'an article that its outlet changed becomes a new version of the same article',
    async () => {
      publish('harbours');
      await add(`${press.origin}/feed`);
      await collect();
      const [before] = (await search('harbours')).results;
      press.set({
        '/feed': feed([entry('harbours', { updated: '2024-01-23T10:00:00Z' })]),
        '/harbours': articlePage('Talks about harbours, corrected', 'lighthouses'),
      });
      expect(await collect()).toMatchObject({ code: 0, items: { found: 1, stored: 1 } });
      const after = await search('lighthouses');
      expect(after).toMatchObject({ total: 1, results: [{ article: { id: before?.article.id } }] });
      expect((await search('harbours')).total).toBe(1);
    },
    TIME_LIMIT,
  );

  test(
    'gone is gone, robots.txt is obeyed, a broken server is tried later; each says so, and the rest is stored',
    async () => {
      publish('harbours', 'gone', 'secret', 'broken');
      press.set({
        '/robots.txt': 'User-agent: *\nDisallow: /secret\n',
        '/gone': { status: 410 },
        '/broken': { status: 500 },
      });
      await add(`${press.origin}/feed`);
      const report = await collect();
      expect(report).toMatchObject({ code: 1, items: { found: 4, stored: 1, failed: 2, waiting: 1 } });
      const codes = report.failures.map(({ name, problem }) => [name.replace(/.*\//, ''), problem.code]).sort();
      expect(codes).toEqual([
        ['gone', 'page-gone'],
        ['secret', 'robots-refused'],
      ]);
      expect(press.asked.some(({ path }) => path === '/secret')).toBe(false);
      expect(await list()).toMatchObject([{ items: { stored: 1, waiting: 1, gone: 1, refused: 1 } }]);
      // Nothing of it is asked again before its time.
      const before = press.asked.length;
      expect(await collect()).toMatchObject({ code: 0, items: { found: 0, stored: 0, failed: 0 } });
      expect(press.asked.slice(before).map(({ path }) => path)).toEqual(['/feed']);
    },
    TIME_LIMIT,
  );

  test(
    'items that wait for a later try do not fail the round',
    async () => {
      publish('harbours', 'broken');
      press.set({ '/broken': { status: 500 } });
      await add(`${press.origin}/feed`);
      expect(await collect()).toMatchObject({ code: 0, items: { stored: 1, failed: 0, waiting: 1 }, failures: [] });
    },
    TIME_LIMIT,
  );

  test(
    'the text of the feed is kept when the page is refused',
    async () => {
      const text = 'The two ministers spoke about lighthouses on the coast and agreed to meet again in spring. '.repeat(
        9,
      );
      press.set({
        '/robots.txt': 'User-agent: *\nDisallow: /shut\n',
        '/feed': feed([entry('shut', { content: `<p>${text}</p>` })]),
      });
      await add(`${press.origin}/feed`);
      expect(await collect()).toMatchObject({ code: 0, items: { stored: 1, failed: 0 } });
      expect(await search('lighthouses')).toMatchObject({ results: [{ article: { url: `${press.origin}/shut` } }] });
    },
    TIME_LIMIT,
  );

  test(
    'a paused outlet is left alone, a removed one too; its articles stay',
    async () => {
      publish('harbours');
      await add(`${press.origin}/feed`);
      await collect();
      const before = press.asked.length;
      expect((await run('outlets', 'pause', 'coast daily')).code).toBe(0);
      expect(await collect()).toMatchObject({ code: 0, sources: { polled: 0, unchanged: 0 } });
      expect((await run('outlets', 'remove', 'Coast Daily')).code).toBe(0);
      expect(await collect()).toMatchObject({ code: 0 });
      expect(press.asked).toHaveLength(before);
      expect((await search('harbours')).total).toBe(1);
    },
    TIME_LIMIT,
  );

  test(
    'Ctrl-C keeps what was done, and the next round goes on',
    async () => {
      publish('harbours', 'stalled');
      let stalled = () => {};
      const reached = new Promise<void>((resolve) => {
        stalled = resolve;
      });
      press.set({ '/stalled': () => void stalled() });
      await add(`${press.origin}/feed`);
      const child = startCli(['collect', '--once', '--json', '--data', folder.file('data')]);
      let out = '';
      child.stdout.on('data', (text) => {
        out += text;
      });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      await reached;
      await expect.poll(async () => (await list())[0]?.items['stored'], { timeout: 20_000, interval: 300 }).toBe(1);
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(JSON.parse(out)).toMatchObject({ items: { stored: 1, failed: 0, waiting: 0 }, interrupted: true });
      press.set({ '/stalled': articlePage('Talks about ferries', 'ferries') });
      expect(await collect()).toMatchObject({ code: 0, items: { found: 0, stored: 1 } });
      expect((await search('harbours')).total).toBe(1);
      expect((await search('ferries')).total).toBe(1);
    },
    TIME_LIMIT,
  );
});

describe('the running site', () => {
  async function serve(...args: string[]) {
    const child = startCli(['serve', '--port', '0', '--json', '--data', folder.file('data'), ...args]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (text) => resolve((JSON.parse(String(text)) as { url: string }).url));
      void ended.then((code) => reject(new Error(`serve ended with ${code}: ${err}`)));
    });
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { url, stop, err: () => err };
  }

  test(
    'collects by itself, lets the lock go, and stops on SIGTERM',
    async () => {
      publish('harbours');
      await add(`${press.origin}/feed`);
      const site = await serve();
      const found = async () => (await (await fetch(`${site.url}search.json?q=harbours`)).json()) as { total: number };
      await expect.poll(async () => (await found()).total, { timeout: 30_000, interval: 300 }).toBe(1);
      await expect.poll(site.err, { timeout: 10_000 }).toContain('"event":"collected","stored":1,"failed":0');
      expect(await collect()).toMatchObject({ code: 0 });
      expect(await site.stop()).toBe(0);
    },
    TIME_LIMIT,
  );

  test(
    'stops at once while a page hangs',
    async () => {
      publish('stalled');
      let stalled = () => {};
      const reached = new Promise<void>((resolve) => {
        stalled = resolve;
      });
      press.set({ '/stalled': () => void stalled() });
      await add(`${press.origin}/feed`);
      const site = await serve();
      await reached;
      expect(await site.stop()).toBe(0);
      expect(await list()).toMatchObject([{ items: { waiting: 1 } }]);
    },
    TIME_LIMIT,
  );

  test(
    'leaves the outlets alone with --no-collect',
    async () => {
      publish('harbours');
      await add(`${press.origin}/feed`);
      const before = press.asked.length;
      const site = await serve('--no-collect');
      expect((await fetch(site.url)).status).toBe(200);
      expect(await site.stop()).toBe(0);
      expect(press.asked).toHaveLength(before);
    },
    TIME_LIMIT,
  );
});
