import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupReportSchema, backupSchema } from '../../src/schemas/backup.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { storeInvented } from '../../src/testing/invented.ts';
import { runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeEach(async () => {
  folder = await createTemporaryFolder();
});
afterEach(() => folder.remove());

const run = (...args: string[]) => runCli(args);
const data = () => folder.file('data');
const copy = () => folder.file('copy');

/** Pages for an import to write for a while. */
async function writePages(count: number, from = 0): Promise<string> {
  const path = folder.file(`pages-${from}.jsonl`);
  const lines = Array.from({ length: count }, (_, index) => {
    // Lines that a host repeats are furniture, whatever their numbers: each page needs words of its own.
    const word = [...String(1_000 + from + index)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('a');
    const name = `Harbour notice ${word}`;
    const html = `<html lang="en"><title>${name}</title><body><article><h1>${name}</h1><p>The pilot station of ${word} opened its northern gate on Monday morning.</p><p>Master ${word} of the other harbour was there, and both crews will train together.</p></article></body></html>`;
    return JSON.stringify({ url: `https://coast.example/${from + index}`, html });
  });
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

test(
  'a copy made beside a writing process is whole, is verified, and is restored to an empty folder only',
  async () => {
    expect((await run('import', await writePages(5), '--data', data())).code).toBe(0);
    await writeFile(folder.file('data/session.secret'), 'not to be lost\n', { mode: 0o600 });
    const writer = startCli(['import', await writePages(400, 5), '--data', data()]);
    let ended = false;
    const end = new Promise<void>((resolve) => {
      writer.on('close', () => {
        ended = true;
        resolve();
      });
    });
    while (!ended && !existsSync(folder.file('data/writer.lock'))) await new Promise((go) => setTimeout(go, 20));
    const made = await run('backup', copy(), '--verify', '--data', data(), '--json');
    const wasWriting = !ended;
    writer.kill('SIGINT');
    await end;
    expect([made.err, made.code, wasWriting]).toEqual(['', 0, true]);
    const report = backupReportSchema.parse(JSON.parse(made.out));
    expect(report).toMatchObject({ verified: true, differences: [] });
    expect(report.manifest.files.map(({ name }) => name)).toEqual(['rapporteur.db', 'session.secret']);

    const restored = await run('restore', copy(), '--data', folder.file('restored'), '--json');
    expect([restored.err, restored.code]).toEqual(['', 0]);
    expect(await readFile(folder.file('restored/session.secret'), 'utf8')).toBe('not to be lost\n');
    const found = JSON.parse((await run('search', 'pilot', '--json', '--data', folder.file('restored'))).out);
    expect(found.total).toBeGreaterThanOrEqual(5);

    const again = await run('restore', copy(), '--data', folder.file('restored'));
    expect(again.code).not.toBe(0);
    expect(again.err).toContain('data-folder-not-empty');
    const over = await run('backup', copy(), '--data', data());
    expect(over.err).toContain('file-unwritable');
  },
  TIME_LIMIT,
);

test(
  'as one file, and a damaged or cut one is refused with its name',
  async () => {
    expect((await run('import', await writePages(3), '--data', data())).code).toBe(0);
    const file = folder.file('copy.tar');
    expect((await run('backup', file, '--verify', '--data', data())).code).toBe(0);
    const handle = await open(file, 'r+');
    const { size } = await handle.stat();
    await handle.write(Buffer.from('damage'), 0, 6, 40_000);
    await handle.close();
    const refused = await run('restore', file, '--data', folder.file('restored'));
    expect(refused.err).toContain('backup-damaged');
    expect(existsSync(folder.file('restored'))).toBe(false);
    await writeFile(folder.file('cut.tar'), (await readFile(file)).subarray(0, size / 2));
    expect((await run('restore', folder.file('cut.tar'), '--data', folder.file('restored'))).err).toContain(
      'backup-damaged',
    );
  },
  TIME_LIMIT,
);

test(
  'a backup that is killed leaves nothing that looks like one, and the next one succeeds',
  async () => {
    await mkdir(data());
    const store = await openSqliteStore(folder.file('data/rapporteur.db'));
    const paragraphs = [Array.from({ length: 30_000 }, (_, word) => `mot${word}`).join(' ')];
    for (let n = 0; n < 30; n++) await storeInvented(store, { title: `Avis ${n}`, name: `n${n}`, paragraphs });
    await store.close();
    const names = async () => (await readdir(folder.file('.'))).filter((name) => name.includes('copy'));
    for (let attempt = 0; attempt < 4; attempt++) {
      const child = startCli(['backup', copy(), '--data', data()]);
      const end = new Promise((resolve) => child.on('close', resolve));
      const partial = folder.file('.copy.partial');
      while (!existsSync(partial) && child.exitCode === null) await new Promise((go) => setTimeout(go, 2));
      await new Promise((go) => setTimeout(go, attempt * 15));
      child.kill('SIGKILL');
      await end;
      if (!existsSync(copy())) {
        expect(await names()).toEqual(['.copy.partial']);
        continue;
      }
      // It was quicker than the kill: then it is whole.
      backupSchema.parse(JSON.parse(await readFile(folder.file('copy/manifest.json'), 'utf8')));
      break;
    }
    if (!existsSync(copy())) {
      const made = await run('backup', copy(), '--verify', '--data', data());
      expect([made.err, made.code]).toEqual(['', 0]);
    }
    expect(await names()).toEqual(['copy']);
    expect((await stat(copy())).mode & 0o077).toBe(0);
  },
  TIME_LIMIT,
);
