import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret of this data folder, made the first time it is asked for. The file is for its owner only (0600) and its
 * content is never printed.
 */
export function openSecret(folder: string, name: 'session' | 'moderation'): string {
  const path = join(folder, `${name}.secret`);
  const existing = readSecret(path);
  if (existing !== undefined) return existing;
  // Written aside and linked into place: two first starts at once agree on one secret, and none is ever half written.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(path) ?? '';
}

function readSecret(path: string): string | undefined {
  try {
    // Someone may have copied the folder with wider rights.
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    const secret = readFileSync(path, 'utf8').trim();
    return secret === '' ? undefined : secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
