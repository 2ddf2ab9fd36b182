import { createHash } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type ArchiveHead, archiveHeadSchema } from '../../schemas/archive-pages.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { Collected } from '../collected.ts';
import { type ReadWarcFileOptions, readWarcSource } from './read-warc-file.ts';

interface Wacz {
  readonly zip: ZipFile;
  readonly warcs: readonly Entry[];
  /** SHA-256 by name, from `datapackage.json`. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What a Rapporteur wrote beside the pages. */
  readonly head?: ArchiveHead;
}

/** A file of ours inside: outlets and decisions of the archive that was exported. */
export const waczHeadName = 'rapporteur.json';

const maxEntries = 100_000;
const maxPackageBytes = 64 * 1024 * 1024;

/**
 * The pages of a WACZ: every WARC inside, one after the other, read where it lies. Each is held against its hash in
 * `datapackage.json` first; one that differs is told, and what is whole in it is read all the same.
 */
export async function* readWacz(
  file: { readonly path: string; readonly input: string },
  position: string | undefined,
  options: ReadWarcFileOptions,
): AsyncGenerator<Collected> {
  const { path, input } = file;
  let wacz: Wacz;
  try {
    wacz = await openWacz(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    yield { kind: 'failure', name: path, code: 'wacz-damaged', detail: (error as Error).message, found: { input } };
    return;
  }
  try {
    if (wacz.head !== undefined) await options.onHead?.(wacz.head);
    const [first, inside] = splitPosition(position);
    let before = 0;
    if (wacz.warcs.length === 0) {
      yield { kind: 'failure', name: path, code: 'wacz-damaged', detail: 'no WARC file inside', found: { input } };
    }
    for (const [at, entry] of wacz.warcs.entries()) {
      const start = at === first ? inside : undefined;
      if (at >= first) {
        const name = `${path}#${entry.fileName}`;
        const source = entrySource(wacz.zip, entry);
        const problem = start === undefined ? await verify(source, wacz.hashes.get(entry.fileName)) : undefined;
        if (problem !== undefined) {
          yield { kind: 'failure', name, code: 'wacz-damaged', detail: problem, found: { input } };
        }
        yield* guarded(readWarcSource(source, { name, input, prefix: `${at}/`, before }, start, options), name, input);
      }
      before += entry.compressedSize;
      options.journal?.reached(input, before);
    }
  } finally {
    wacz.zip.close();
  }
}

/** What the ZIP itself does wrong ends one file inside, not the rest. */
async function* guarded(pages: AsyncIterable<Collected>, name: string, input: string): AsyncGenerator<Collected> {
  try {
    yield* pages;
  } catch (error) {
    if (!isZipError(error)) throw error;
    yield { kind: 'failure', name, code: 'wacz-damaged', detail: (error as Error).message, found: { input } };
  }
}

function isZipError(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return error instanceof Error && syscall === undefined && (code === undefined || code.startsWith('Z_'));
}

function splitPosition(position: string | undefined): readonly [number, string | undefined] {
  const [, entry, inside] = /^(\d{1,6})\/(.+)$/.exec(position ?? '') ?? [];
  return entry === undefined ? [0, undefined] : [Number(entry), inside];
}

async function openWacz(path: string): Promise<Wacz> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true });
  try {
    const warcs: Entry[] = [];
    let description: Entry | undefined;
    let beside: Entry | undefined;
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      count += 1;
      if (count > maxEntries) throw new Error('too many files inside');
      if (/^archive\/.+\.warc(?:\.gz)?$/i.test(entry.fileName)) warcs.push(entry);
      if (entry.fileName === 'datapackage.json') description = entry;
      if (entry.fileName === waczHeadName) beside = entry;
    }
    const head = beside === undefined ? undefined : archiveHeadSchema.safeParse(await readJson(zip, beside)).data;
    return {
      zip,
      warcs,
      hashes: description === undefined ? new Map() : hashesOf(await readJson(zip, description)),
      ...(head === undefined ? {} : { head }),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readJson(zip: ZipFile, entry: Entry): Promise<unknown> {
  if (entry.uncompressedSize > maxPackageBytes) throw new Error(`${entry.fileName} is too large`);
  const parts: Uint8Array[] = [];
  for await (const part of entrySource(zip, entry).open(0)) parts.push(part);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Error(`${entry.fileName} is no JSON`);
  }
}

function hashesOf(description: unknown): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  const { resources } = (description ?? {}) as { readonly resources?: unknown };
  for (const one of Array.isArray(resources) ? (resources as unknown[]) : []) {
    const { path, hash } = (one ?? {}) as { path?: unknown; hash?: unknown };
    if (typeof path === 'string' && typeof hash === 'string') hashes.set(path, hash.toLowerCase());
  }
  return hashes;
}

async function verify(source: ByteSource, expected: string | undefined): Promise<string | undefined> {
  const [algorithm = '', value = ''] = expected?.includes(':') ? expected.split(':') : ['sha256', expected ?? ''];
  if (value === '' || !/^(?:sha256|md5|sha1)$/.test(algorithm)) return undefined;
  const hash = createHash(algorithm);
  for await (const chunk of source.open(0)) hash.update(chunk);
  const own = hash.digest('hex');
  return own === value
    ? undefined
    : `${algorithm} is ${own}, datapackage.json says ${value}: the file was changed or damaged`;
}

/** A file inside. Stored ones, as the format asks for, are read from any byte; packed ones from the start each time. */
function entrySource(zip: ZipFile, entry: Entry): ByteSource {
  return {
    size: entry.uncompressedSize,
    async *open(from) {
      const stored = entry.compressionMethod === 0;
      if (from > entry.uncompressedSize) return;
      const stream = await zip.openReadStreamPromise(entry, stored ? { start: from, end: entry.compressedSize } : {});
      let left = stored ? 0 : from;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (left < chunk.length) yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
      }
    },
  };
}
