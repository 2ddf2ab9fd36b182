import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage, atomFeed, openPressServer } from '../helpers/press-server.ts';
import { runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { examineArchive } from './examine-archive.ts';
import { createRandom, seed } from './faults-options.ts';
import { inventReport } from './invent-report.ts';

const timeLimit = 180_000;
const folder = await createTemporaryFolder();
const mounted = folder.file('small');

/** A small disk of memory; only who may mount can have one. */
function mount(...options: readonly string[]): boolean {
  try {
    mkdirSync(mounted, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', ['mode=700', ...options].join(','), 'tmpfs', mounted], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, mounted]);
const canMount = process.platform === 'linux' && mount('size=3m');

beforeAll(async () => {
  const random = createRandom(seed);
  await mkdir(folder.file('pages'));
  // Numbers that nobody can pack: some megabytes of bytes to keep.
  for (let i = 0; i < 30; i++) {
    const noise = Array.from({ length: 20_000 }, () => random().toString(36).slice(2)).join(' ');
    const { html } = inventReport(i, random);
    await writeFile(folder.file(`pages/page-${i}.html`), html.replace('</body>', `<!-- ${noise} --></body>`));
  }
});
afterAll(async () => {
  if (canMount) execFileSync('umount', ['-l', mounted]);
  await folder.remove();
});

const data = ['--data', folder.file('small/data')];
const sample = async () =>
  (JSON.parse((await runCli(['search', 'commission', '--json', ...data])).out) as { total: number }).total;

test.skipIf(!canMount)(
  'a full disk stops an import in words; with room again the same command finishes it (needs mount)',
  async () => {
    const full = await runCli(['import', folder.file('pages'), ...data]);
    expect(full.err).toContain('The disk is full: nothing was lost');
    expect(full).toMatchObject({ code: 3, err: expect.stringContaining('(disk-full)') });
    expect(full.err).not.toMatch(/^\s+at /m);
    expect(await examineArchive(folder.file('small/data'), folder.file('copy'))).toEqual([]);
    remount('size=200m');
    const again = await runCli(['import', folder.file('pages'), '--json', ...data]);
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
    expect(await sample()).toBe(30);
    expect((await runCli(['doctor', ...data])).out).not.toMatch(/error(?!.*MB free)/);
  },
  timeLimit,
);

test.skipIf(!canMount)(
  'a full disk stops collecting in words, and the next round goes on (needs mount)',
  async () => {
    const press = await openPressServer();
    try {
      const names = Array.from({ length: 12 }, (_, i) => `subject${String.fromCharCode(97 + i)}`);
      const random = createRandom(seed + 1);
      for (const name of names) {
        const noise = Array.from({ length: 40_000 }, () => random().toString(36).slice(2)).join(' ');
        press.set({ [`/${name}`]: `${articlePage(`Talks about ${name}`, name)}<!-- ${noise} -->` });
      }
      const entries = names.map((name) => ({ link: `${press.origin}/${name}`, title: `Talks about ${name}` }));
      const headers = { 'content-type': 'application/atom+xml' };
      press.set({ '/feed': { headers, body: atomFeed('Coast Daily', press.origin, entries) } });
      const before = await sample();
      await runCli(['outlets', 'add', '--allow-private', '--pause', '0', `${press.origin}/feed`, ...data]);
      const used = execFileSync('df', ['--output=used', '-k', mounted], { encoding: 'utf8' });
      remount(`size=${Number(used.split('\n')[1]) + 1_500}k`);
      const full = await runCli(['collect', '--once', '--json', ...data]);
      expect(full).toMatchObject({ code: 3, err: expect.stringContaining('"disk-full"') });
      expect(full.err).not.toMatch(/^\s+at /m);
      remount('size=200m');
      const again = await runCli(['collect', '--once', '--json', ...data]);
      expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
      expect(await sample()).toBe(before + names.length);
      expect((await runCli(['jobs', 'list', ...data])).out).toBe('The queue is empty.\n');
    } finally {
      await press.close();
    }
  },
  timeLimit,
);

test.skipIf(!canMount)(
  'a folder that may only be read is named, and nothing breaks (needs mount)',
  async () => {
    const before = await sample();
    remount('ro');
    for (const command of [
      ['import', folder.file('pages')],
      ['collect', '--once'],
      ['serve', '--port', '0'],
    ]) {
      const refused = await runCli([...command, ...data]);
      expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('The data folder cannot be written') });
      expect(refused.err).toContain('(data-folder-unwritable)');
    }
    remount('rw');
    expect(await sample()).toBe(before);
  },
  timeLimit,
);
