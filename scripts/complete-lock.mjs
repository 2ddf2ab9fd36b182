// A package registry may lack the builds of a package for other systems, and npm then leaves them out of the lock file;
// `npm ci` refuses such a lock file, here and on those systems. This writes the missing entries: name, version, and the
// system that the name tells. Run it after a change of dependencies; a gate says when it is due.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say } from './setup.mjs';

/** Optional packages that the lock file asks for and does not hold. */
export function missingFromLock(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (!places.some((place) => place in lock.packages)) missing.set(name, { version, dev: entry.dev === true });
    }
  }
  return missing;
}

/** `@scope/binding-linux-arm64-musl` runs on linux, arm64, musl. */
export function lockEntry(name, { version, dev }) {
  const [, os, cpu, abi = ''] = (name.split('/').at(-1) ?? '').split('-');
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(os === 'linux' ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os],
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFromLock(lock);
  for (const [name, wanted] of missing) lock.packages[`node_modules/${name}`] = lockEntry(name, wanted);
  const { '': own, ...others } = lock.packages;
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': own, ...Object.fromEntries(sorted) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${missing.size} entries added to package-lock.json`);
}
