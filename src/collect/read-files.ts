import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { RapporteurError } from '../errors.ts';
import type { ArchiveHead } from '../schemas/archive-pages.ts';
import { fileSource } from './bytes/byte-source.ts';
import { fileStart } from './bytes/piece-reader.ts';
import { parsePosition } from './bytes/position.ts';
import { detectPacking, firstBytes, unpack, unpackBytes } from './bytes/unpack.ts';
import type { Collected, CollectedFailure, ReadingJournal } from './collected.ts';
import {
  comesAfter,
  type FileKind,
  type FoundFile,
  fileFailure,
  findFiles,
  kindOfFile,
  knownExtensions,
} from './find-files.ts';
import { pagesOfJson, pagesOfJsonLines } from './json-pages.ts';
import { readStandardInput } from './read-stdin.ts';
import { readWacz } from './warc/read-wacz.ts';
import { readWarcFile } from './warc/read-warc-file.ts';
import { createSeenPayloads, type EarlierCaptures, type SeenPayloads } from './warc/revisits.ts';

export interface ReadFilesOptions {
  /** Largest page, in bytes. */
  readonly maxBytes: number;
  /** Where `-` reads from. */
  readonly stdin?: AsyncIterable<Buffer>;
  /** What was kept before, for revisits of web archives. */
  readonly archive?: EarlierCaptures;
  /** Remembers how far reading came. */
  readonly journal?: ReadingJournal;
  /** Told what an export of an archive holds beside pages. */
  readonly onHead?: (head: ArchiveHead) => Promise<void>;
}

interface Reading extends ReadFilesOptions {
  readonly seen: SeenPayloads;
}

/** A JSON file holds many pages and is parsed whole; each page in it has the limit of a page. */
const maxJsonBytes = 256 * 1024 * 1024;

/**
 * Reads pages from files, folders (searched through, in the order of names, hidden ones left out) and `-` (standard
 * input). Never throws for a file: what cannot be read comes as a failure under its name and the rest goes on.
 */
export async function* readFiles(paths: readonly string[], options: ReadFilesOptions): AsyncGenerator<Collected> {
  const reading: Reading = { ...options, seen: createSeenPayloads() };
  for (const path of paths) {
    if (path !== '-') yield* readPath(path, reading);
    else if (options.stdin !== undefined) yield* readStandardInput(options.stdin, options.maxBytes, options.onHead);
  }
}

/** Reads once more what stands at some positions of a file; all of it when no position is given. */
export async function* readAgain(
  path: string,
  positions: readonly string[],
  options: ReadFilesOptions,
): AsyncGenerator<Collected> {
  const reading: Reading = { ...options, seen: createSeenPayloads() };
  for (const position of positions.length === 0 ? [undefined] : positions) {
    let file: FoundFile;
    try {
      const { size, mtimeMs, ctimeMs } = await stat(path);
      file = { kind: 'file', path, size, modified: mtimeMs, changed: ctimeMs };
    } catch (error) {
      yield withInput(fileFailure(path, error), path);
      return;
    }
    for await (const found of readOneFile(file, path, position, reading)) {
      yield found;
      if (position !== undefined) break;
    }
  }
}

async function* readPath(path: string, reading: Reading): AsyncGenerator<Collected> {
  const { journal } = reading;
  const folder = resolve(path);
  const done = journal?.resume(folder, 'folder');
  let empty = true;
  for await (const found of findFiles(path)) {
    empty = false;
    if (found.kind === 'failure') {
      yield found;
      continue;
    }
    journal?.opened(resolve(found.path), found.size);
    const isContainer = holdsMany(kindOfFile(found.path));
    const inside = relative(folder, resolve(found.path));
    if (isContainer || inside === '') yield* readContainer(found, reading);
    // A file that was added or changed since then is read although its turn is over.
    else if (done === undefined || comesAfter(inside, done.position) || found.changed >= done.since) {
      for await (const one of readPlain(found, reading)) yield { ...one, found: { input: folder, next: inside } };
    }
    journal?.reached(resolve(found.path), found.size);
  }
  if (empty) {
    yield {
      kind: 'failure',
      name: path,
      code: 'file-not-found',
      detail: `no page in this folder (${knownExtensions.join(' ')})`,
    };
  }
}

function holdsMany(kind: FileKind | undefined): boolean {
  return kind === 'json' || kind === 'json-lines' || kind === 'warc' || kind === 'wacz';
}

/** A file whose reading can go on in its middle. */
async function* readContainer(file: FoundFile, reading: Reading): AsyncGenerator<Collected> {
  const { journal } = reading;
  const input = resolve(file.path);
  const resume = journal?.resume(input, `${file.size}:${file.modified}`);
  if (resume?.position === 'end') return;
  yield* readOneFile(file, input, resume?.position, reading);
  journal?.ended(input);
}

async function* readOneFile(
  file: FoundFile,
  input: string,
  position: string | undefined,
  reading: Reading,
): AsyncGenerator<Collected> {
  const { path, size } = file;
  try {
    switch (kindOfFile(path) ?? (await detectKind(file))) {
      case 'warc':
        yield* readWarcFile({ path, input, size }, position, reading);
        return;
      case 'wacz':
        yield* readWacz({ path, input }, position, reading);
        return;
      case 'json-lines':
        yield* readJsonLines(file, input, position, reading);
        return;
      case 'json':
        yield* readJson(file, input, position, reading);
        return;
      default:
        yield* readPlain(file, reading);
    }
  } catch (error) {
    yield withInput(failureOf(path, error), input);
  }
}

/** A file without a telling name may be a web archive all the same. */
async function detectKind({ path, size }: FoundFile): Promise<FileKind | undefined> {
  const source = fileSource(path, size);
  const packing = detectPacking(await firstBytes(source, 4));
  if (packing === 'zstd') return undefined;
  try {
    for await (const { bytes } of unpack(source, packing, fileStart)) {
      return /^WARC\/\d/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1')) ? 'warc' : undefined;
    }
  } catch {
    // Broken packing is told by whoever reads the file.
  }
  return undefined;
}

async function* readJsonLines(
  { path, size }: FoundFile,
  input: string,
  position: string | undefined,
  { journal, maxBytes, onHead }: Reading,
): AsyncGenerator<Collected> {
  const source = fileSource(path, size);
  const packing = detectPacking(await firstBytes(source, 4));
  const from = position === undefined ? undefined : parsePosition(position);
  yield* pagesOfJsonLines(unpack(source, packing, from?.place ?? fileStart), {
    name: path,
    input,
    maxBytes,
    ...(from === undefined ? {} : { from }),
    ...(onHead === undefined ? {} : { onHead }),
    onLine: ({ at, skip }) => journal?.reached(input, packing === 'none' ? at + skip : at),
  });
}

async function* readJson(
  { path, size }: FoundFile,
  input: string,
  position: string | undefined,
  _: Reading,
): AsyncGenerator<Collected> {
  if (size > maxJsonBytes) {
    yield { kind: 'failure', name: path, code: 'page-too-large', detail: `${size} bytes`, found: { input } };
    return;
  }
  const bytes = await unpackWhole(await readFile(path), maxJsonBytes);
  yield* pagesOfJson(new TextDecoder().decode(bytes), path, input, position === undefined ? 0 : Number(position));
}

async function* readPlain({ path, size }: FoundFile, { maxBytes }: Reading): AsyncGenerator<Collected> {
  try {
    if (size > maxBytes) {
      yield { kind: 'failure', name: path, code: 'page-too-large', detail: `${size} bytes` };
      return;
    }
    const bytes = await readFile(path);
    // HTML is often saved as .txt and the other way round: the content decides how to read it.
    yield {
      kind: 'page',
      name: path,
      bytes: kindOfFile(path) === undefined ? bytes : await unpackWhole(bytes, maxBytes),
    };
  } catch (error) {
    yield failureOf(path, error);
  }
}

async function unpackWhole(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const packing = detectPacking(bytes);
  return packing === 'none' ? bytes : unpackBytes(bytes, packing, most);
}

function failureOf(name: string, error: unknown): CollectedFailure {
  if (error instanceof RapporteurError) return { kind: 'failure', name, code: error.code, detail: error.message };
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'failure', name, code: 'page-too-large' };
  if (code.startsWith('Z_')) return { kind: 'failure', name, code: 'record-broken', detail: (error as Error).message };
  return fileFailure(name, error);
}

function withInput(failure: CollectedFailure, input: string): CollectedFailure {
  return failure.found === undefined ? { ...failure, found: { input } } : failure;
}
