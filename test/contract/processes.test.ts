import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { inventPage, storeInvented } from '../../src/testing/invented.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;

/** Runs `body` in a Node process of its own, with `openSqliteStore`, the invented press and `file` in reach. */
function startProcess(file: string, body: string) {
  const hooks = new URL('../helpers/ts-loader.mjs', import.meta.url).href;
  const at = (path: string) => new URL(`../../src/${path}`, import.meta.url).href;
  const code = `
    const { openSqliteStore } = await import(${JSON.stringify(at('store/open-store.ts'))});
    const { inventPage, inventArticle, storeInvented } = await import(${JSON.stringify(at('testing/invented.ts'))});
    const file = ${JSON.stringify(file)};
    ${body}`;
  return spawn(process.execPath, ['--import', hooks, '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function output(child: ReturnType<typeof startProcess>): Promise<string> {
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return `${code} ${text.trim()}`;
}

describe('SQLite and the world', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let file: string;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    file = folder.file('rapporteur.db');
  });
  afterEach(() => folder.remove());

  test(
    'processes that start together make one schema, and each writes',
    async () => {
      const body = `
        const store = await openSqliteStore(file);
        for (let i = 0; i < 15; i++) await storeInvented(store, { name: process.pid + '-' + i, title: 'Titre ' + i });
        await storeInvented(store, { name: 'shared', title: 'Commun' });
        await store.close();
        console.log('done');`;
      const results = await Promise.all([1, 2].map(() => output(startProcess(file, body))));
      expect(results).toEqual(['0 done', '0 done']);
      const store = await openSqliteStore(file);
      expect(await store.counts()).toMatchObject({ pages: 31, articles: 31 });
      expect((await store.search.find({ text: 'titre' })).total).toBe(30);
      expect((await store.check()).map((finding) => finding.code)).toEqual(['article-not-coded']);
      await store.close();
    },
    TIME_LIMIT,
  );

  test(
    'a kill at any moment loses no acknowledged article and breaks nothing',
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 4; round++) {
        const child = startProcess(
          file,
          `const store = await openSqliteStore(file);
          for (let i = 0; ; i++) {
            const page = await storeInvented(store, { name: '${round}-' + i, title: 'Tour ${round} numero ' + i, paragraphs: ['Texte.'] });
            process.stdout.write(page.articleId + '\\n');
          }`,
        );
        let text = '';
        const enough = new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk: Buffer) => {
            text += chunk.toString('utf8');
            if (text.split('\n').length > 3 + round * 4) setTimeout(resolve, 1 + round * 7);
          });
          child.on('close', () => resolve());
        });
        await enough;
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
        acknowledged.push(...text.split('\n').slice(0, -1));
      }
      expect(acknowledged.length).toBeGreaterThan(6);
      const store = await openSqliteStore(file);
      const known = new Set(await store.articles.ids());
      expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
      const codes = (await store.check()).map((finding) => finding.code);
      expect(codes.filter((code) => code.startsWith('search'))).toEqual([]);
      await store.close();
      const raw = new Database(file);
      expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(raw.pragma('foreign_key_check')).toEqual([]);
      raw.prepare("insert into search_index (search_index) values ('integrity-check')").run();
      raw.close();
    },
    TIME_LIMIT,
  );

  test('a schema of a newer version is refused, and left alone', async () => {
    await (await openSqliteStore(file)).close();
    const raw = new Database(file);
    raw.exec("insert into schema_migrations values (999, 'later', '2099-01-01T00:00:00Z')");
    raw.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: 'database-newer',
      context: { public: { database: 999 } },
    });
  });

  test('a schema that is behind is named, not used', async () => {
    const store = await openSqliteStore(file, { migrate: false });
    expect((await store.check()).map((finding) => finding.code)).toEqual(['schema-behind']);
    await store.close();
  });

  test('a full disk is said so, and what was there stays', async () => {
    const store = await openSqliteStore(file);
    await storeInvented(store, { name: 'before', title: 'Avant' });
    await store.close();
    const raw = new Database(file);
    const pages = raw.pragma('page_count', { simple: true });
    raw.close();
    const small = await openSqliteStore(file, { pragmas: [`pragma max_page_count = ${String(pages)}`] });
    const large = inventPage({
      name: 'large',
      title: Array.from({ length: 40_000 }, (_, i) => (i * 7_919) % 100_003).join(' '),
    });
    await expect(small.pages.put(large)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await small.articles.list()).items.map((row) => row.title)).toEqual(['Avant']);
    await small.close();
  });

  test('a lock that another process holds is waited for, then named', async () => {
    const store = await openSqliteStore(file, { pragmas: ['pragma busy_timeout = 50'] });
    const other = new Database(file);
    other.exec('begin immediate');
    await expect(store.setSetting('a', 'b')).rejects.toMatchObject({ code: 'database-busy', retry: true });
    other.exec('rollback');
    await store.setSetting('a', 'b');
    expect(await store.getSetting('a')).toBe('b');
    other.close();
    await store.close();
  });

  test('what is no database, and a folder that is not there, are named', async () => {
    await writeFile(file, 'This is no database. '.repeat(100));
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'database-damaged' });
    await expect(openSqliteStore(folder.file('missing/rapporteur.db'))).rejects.toMatchObject({
      code: 'data-folder-unwritable',
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be written is named', async () => {
    await (await openSqliteStore(file)).close();
    await chmod(file, 0o400);
    const store = await openSqliteStore(file);
    await expect(store.setSetting('a', 'b')).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    await store.close();
  });
});
