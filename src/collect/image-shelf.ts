import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetcher } from './http/fetcher.ts';
import { imageTypeOf } from './image-type.ts';

export interface ShelvedImage {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Pictures of articles, fetched once and kept as long as there is room. */
export interface ImageShelf {
  /** Nothing when it cannot be had: refused, too large, no picture, or not there. */
  get(address: string): Promise<ShelvedImage | undefined>;
}

export interface ImageShelfOptions {
  /** Folder of its own; made when it is missing. */
  readonly folder: string;
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  /** Largest picture. @default 5 MB */
  readonly maxBytes?: number;
  /** All pictures together. @default 500 MB */
  readonly roomBytes?: number;
  /** @default false */
  readonly allowPrivate?: boolean;
}

const megabyte = 1024 * 1024;
const timeoutMs = 10_000;
/** Fetched at once; who comes later is told to come again. */
const mostAtOnce = 6;
/** A picture that failed is not asked for again for so long. */
const retryMs = 10 * 60_000;
const mostFailures = 2_000;

export async function openImageShelf(options: ImageShelfOptions): Promise<ImageShelf> {
  const { folder, fetcher, now } = options;
  const maxBytes = options.maxBytes ?? 5 * megabyte;
  const roomBytes = options.roomBytes ?? 500 * megabyte;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  /** File names by last use, the oldest first, with their sizes. */
  const files = await readFolder(folder);
  let held = [...files.values()].reduce((sum, size) => sum + size, 0);
  const failures = new Map<string, number>();
  const underway = new Map<string, Promise<ShelvedImage | undefined>>();

  const read = async (name: string): Promise<ShelvedImage | undefined> => {
    const size = files.get(name);
    if (size === undefined) return undefined;
    try {
      const bytes = await readFile(join(folder, name));
      files.delete(name);
      files.set(name, size);
      await utimes(join(folder, name), now(), now());
      const type = imageTypeOf(bytes);
      return type === undefined ? undefined : { type, bytes };
    } catch {
      // Somebody emptied the folder: it is only a store of copies.
      files.delete(name);
      held -= size;
      return undefined;
    }
  };

  const keep = async (name: string, bytes: Uint8Array): Promise<void> => {
    const draft = join(folder, `${randomUUID()}.part`);
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, join(folder, name));
    held += bytes.length - (files.get(name) ?? 0);
    files.set(name, bytes.length);
    for (const [oldest, size] of files) {
      if (held <= roomBytes) break;
      files.delete(oldest);
      held -= size;
      await rm(join(folder, oldest), { force: true });
    }
  };

  const fetchImage = async (address: string, name: string): Promise<ShelvedImage | undefined> => {
    const answer = await fetcher.fetch({
      address,
      maxBytes,
      timeoutMs,
      accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
      allowPrivate: options.allowPrivate ?? false,
    });
    const bytes = answer.kind === 'answer' && answer.status === 200 ? answer.bytes : undefined;
    const type = bytes === undefined ? undefined : imageTypeOf(bytes);
    if (bytes === undefined || type === undefined) {
      if (failures.size >= mostFailures) failures.clear();
      failures.set(name, now().getTime());
      return undefined;
    }
    // A full disk is no reason to show nothing.
    await keep(name, bytes).catch(() => {});
    return { type, bytes };
  };

  return {
    get: async (address) => {
      const name = createHash('sha256').update(address).digest('hex');
      const known = await read(name);
      if (known !== undefined) return known;
      const failed = failures.get(name);
      if (failed !== undefined && Math.abs(now().getTime() - failed) < retryMs) return undefined;
      const asked = underway.get(name);
      if (asked !== undefined) return asked;
      if (underway.size >= mostAtOnce) return undefined;
      const image = fetchImage(address, name).finally(() => underway.delete(name));
      underway.set(name, image);
      return image;
    },
  };
}

async function readFolder(folder: string): Promise<Map<string, number>> {
  const found: { name: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // What a stop left half written.
    if (name.endsWith('.part')) await rm(path, { force: true });
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const { size, mtimeMs } = await stat(path);
    found.push({ name, size, used: mtimeMs });
  }
  return new Map(found.sort((a, b) => a.used - b.used).map(({ name, size }) => [name, size]));
}
