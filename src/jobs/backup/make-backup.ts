import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RapporteurError } from '../../errors.ts';
import { type BackupOut, backupSchema } from '../../schemas/backup.ts';
import { snapshotFile } from '../../store/snapshot/snapshot.ts';
import type { Store } from '../../store/store.ts';
import { writeTar } from './tar.ts';

export interface BackupOptions {
  /** A folder to make, or a file to make when the name ends with `.tar`. */
  readonly path: string;
  /** Data folder, for what lies beside the database: secrets and profiles. */
  readonly folder: string;
  readonly version: string;
  readonly now: () => Date;
}

export const manifestFile = 'manifest.json';
/** What lies in a data folder and is no database, no lock and no passing file. */
const besides = /^(?:[\w-]+\.secret|profiles\.json)$/;

/**
 * Copies the archive while others write to it. Until the copy is whole it has another name: a backup that was killed
 * never looks like one.
 * @throws RapporteurError `file-unwritable` when there is something of this name already
 */
export async function makeBackup(store: Store, options: BackupOptions): Promise<BackupOut> {
  const path = resolve(options.path);
  if (existsSync(path)) throw new RapporteurError('file-unwritable', `There is something at ${options.path} already.`);
  const asFile = path.endsWith('.tar');
  const partial = join(dirname(path), `.${basename(path)}.partial`);
  try {
    // What a killed backup left.
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { mode: 0o700 });
    const manifest = await fill(store, partial, options);
    const names = [...manifest.files.map(({ name }) => name), manifestFile];
    if (!asFile) await rename(partial, path);
    else {
      const file = `${partial}.tar`;
      await rm(file, { force: true });
      await writeTar(file, partial, names);
      await settle(file);
      await rename(file, path);
    }
    return manifest;
  } catch (cause) {
    if (cause instanceof RapporteurError) throw cause;
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new RapporteurError(full ? 'disk-full' : 'file-unwritable', `Backup: ${options.path}.`, { cause });
  } finally {
    await rm(partial, { recursive: true, force: true });
    await rm(`${partial}.tar`, { force: true });
  }
}

async function fill(store: Store, target: string, { folder, version, now }: BackupOptions): Promise<BackupOut> {
  const madeAt = now().toISOString();
  const main = snapshotFile[store.dialect];
  const counts = await store.snapshot.write(join(target, main));
  const names: string[] = [main];
  for (const name of (await readdir(folder)).sort()) {
    if (!besides.test(name)) continue;
    await copyFile(join(folder, name), join(target, name));
    names.push(name);
  }
  const files: BackupOut['files'] = [];
  for (const name of names) {
    await settle(join(target, name));
    files.push({ name, ...(await measureFile(join(target, name))) });
  }
  const manifest = backupSchema.parse({
    schema: 'rapporteur.backup/1',
    madeAt,
    version,
    dialect: store.dialect,
    schemaNumber: await store.snapshot.schemaNumber(),
    counts,
    files,
  });
  await writeFile(join(target, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  await settle(join(target, manifestFile));
  return manifest;
}

export async function measureFile(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { size: (await stat(path)).size, sha256: hash.digest('hex') };
}

/** On the disk, not only on its way there, before the name says that it is whole. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
