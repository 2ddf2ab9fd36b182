import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { RapporteurError } from '../../errors.ts';
import { type BackupOut, backupSchema } from '../../schemas/backup.ts';
import { latestSchema } from '../../store/migrate.ts';
import { databaseFile, openPostgresStore, openSqliteStore } from '../../store/open-store.ts';
import { snapshotFile } from '../../store/snapshot/snapshot.ts';
import type { ArchiveCounts, Store } from '../../store/store.ts';
import { manifestFile, measureFile } from './make-backup.ts';
import { readTar } from './tar.ts';

/**
 * Makes a data folder of a backup. The folder has another name until it is whole.
 * @param data must not exist, or be empty
 * @param databaseUrl where the rows of a PostgreSQL backup go; without it they become a SQLite archive
 * @throws RapporteurError `data-folder-not-empty`, `backup-damaged`, `database-newer`
 */
export async function restoreBackup(backup: string, data: string, databaseUrl?: string): Promise<BackupOut> {
  const target = resolve(data);
  if (existsSync(target) && (!statSync(target).isDirectory() || (await readdir(target)).length > 0))
    throw new RapporteurError('data-folder-not-empty', `Folder: ${data}.`);
  return withOpened(backup, async (folder, manifest) => {
    const draft = join(dirname(target), `.${basename(target)}.restoring`);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    try {
      const main = snapshotFile[manifest.dialect];
      for (const { name } of manifest.files) {
        if (name !== main) await copyFile(join(folder, name), join(draft, name));
      }
      if (manifest.dialect === 'postgres') await fillFromRows(join(folder, main), draft, manifest, databaseUrl);
      else if (databaseUrl !== undefined)
        throw new RapporteurError('usage', 'This backup is a SQLite archive: restore it without a database address.');
      else await copyFile(join(folder, main), join(draft, databaseFile));
      if (existsSync(target)) await rmdir(target);
      await rename(draft, target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    return manifest;
  });
}

/** Restores to a passing folder and says what differs from the manifest; nothing when all is as it should be. */
export async function verifyBackup(backup: string): Promise<readonly string[]> {
  const passing = await mkdtemp(join(tmpdir(), 'rapporteur-verify-'));
  try {
    const data = join(passing, 'data');
    const manifest = await restoreBackup(backup, data);
    const store = await openSqliteStore(join(data, databaseFile));
    try {
      return await compareWithManifest(store, manifest);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof RapporteurError && error.code === 'backup-damaged') return [error.message];
    throw error;
  } finally {
    await rm(passing, { recursive: true, force: true });
  }
}

async function compareWithManifest(store: Store, manifest: BackupOut): Promise<string[]> {
  const counts = await store.counts();
  const differences = Object.entries(manifest.counts)
    .filter(([name, count]) => counts[name as keyof ArchiveCounts] !== count)
    .map(([name, count]) => `${name}: ${counts[name as keyof ArchiveCounts]} instead of ${count}`);
  for (const hash of await store.snapshot.damagedBytes()) differences.push(`bytes ${hash} are damaged`);
  // Work that was half done when the copy was made is no fault of the copy: what must not be there is damage.
  for (const { code, count } of await store.check())
    if (code === 'meeting-without-report' || code === 'search-missing') differences.push(`${code}: ${count}`);
  return differences;
}

async function fillFromRows(
  rows: string,
  draft: string,
  manifest: BackupOut,
  databaseUrl: string | undefined,
): Promise<void> {
  const options = { migrateTo: manifest.schemaNumber };
  const store =
    databaseUrl === undefined
      ? await openSqliteStore(join(draft, databaseFile), { ...options, pragmas: ['pragma foreign_keys = off'] })
      : await openPostgresStore(databaseUrl, options);
  try {
    const { pages, articles, outlets } = await store.counts();
    if (pages + articles + outlets > 0)
      throw new RapporteurError('data-folder-not-empty', 'The database holds an archive already.');
    await store.snapshot.readRows(rows);
    await store.migrate();
    await store.search.reindex();
  } finally {
    await store.close();
  }
}

/** The folder of the backup with its manifest, every file checked; a `.tar` is unpacked to a passing one. */
async function withOpened<T>(backup: string, use: (folder: string, manifest: BackupOut) => Promise<T>): Promise<T> {
  const path = resolve(backup);
  if (!existsSync(path)) throw new RapporteurError('file-not-found', `Backup: ${backup}.`);
  if (statSync(path).isDirectory()) return use(path, await readManifest(path, backup));
  const unpacked = await mkdtemp(join(dirname(path), '.rapporteur-unpacked-'));
  try {
    if (!(await readTar(path, unpacked))) throw damaged(backup, 'It is no whole archive.');
    return await use(unpacked, await readManifest(unpacked, backup));
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function readManifest(folder: string, name: string): Promise<BackupOut> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => '');
  const parsed = backupSchema.safeParse(parseJson(text));
  if (!parsed.success) throw damaged(name, `It has no ${manifestFile}.`);
  const manifest = parsed.data;
  if (manifest.schemaNumber > latestSchema)
    throw new RapporteurError('database-newer', 'The backup was made by a newer version of Rapporteur.');
  if (!manifest.files.some((file) => file.name === snapshotFile[manifest.dialect]))
    throw damaged(name, 'It names no database.');
  for (const file of manifest.files) {
    if (basename(file.name) !== file.name || !existsSync(join(folder, file.name)))
      throw damaged(name, `${file.name} is missing.`);
    const { size, sha256 } = await measureFile(join(folder, file.name));
    if (size !== file.size || sha256 !== file.sha256) throw damaged(name, `${file.name} is not what was backed up.`);
  }
  return manifest;
}

function damaged(name: string, why: string): RapporteurError {
  return new RapporteurError('backup-damaged', `Backup ${name}: ${why}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
