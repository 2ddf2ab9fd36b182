import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ErrorCode } from '../errors.ts';
import type { Collected, CollectedFailure } from './collected.ts';
import { pagesOfJson, pagesOfJsonLines } from './json-pages.ts';
import { readStandardInput } from './read-stdin.ts';

export interface ReadFilesOptions {
  /** Largest page, in bytes. */
  readonly maxBytes: number;
  /** Where `-` reads from. */
  readonly stdin?: AsyncIterable<Buffer>;
}

/** A JSON file holds many pages and is parsed whole; each page in it has the limit of a page. */
const maxJsonBytes = 256 * 1024 * 1024;

type FileKind = 'html' | 'text' | 'json' | 'json-lines';

const kinds: Readonly<Record<string, FileKind>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.text': 'text',
  '.json': 'json',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
};

/** Ends of the names that a folder is searched for; a file named outright may end in anything. */
export const knownExtensions: readonly string[] = Object.keys(kinds);

/**
 * Reads pages from files, folders (searched through, in the order of names, hidden ones left out) and `-` (standard
 * input). Never throws for a file: what cannot be read comes as a failure under its name and the rest goes on.
 */
export async function* readFiles(paths: readonly string[], options: ReadFilesOptions): AsyncGenerator<Collected> {
  for (const path of paths) {
    if (path === '-') {
      if (options.stdin !== undefined) yield* readStandardInput(options.stdin, options.maxBytes);
      continue;
    }
    yield* readPath(path, options, new Set(), true);
  }
}

/** How many files `readFiles` would open, for a progress bar. JSON lines count as one. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  let files = 0;
  for (const path of paths) {
    if (path === '-') files += 1;
    else for await (const found of walk(path, new Set(), true)) files += found.kind === 'file' ? 1 : 0;
  }
  return files;
}

type Found = { readonly kind: 'file'; readonly path: string; readonly size: number } | CollectedFailure;

async function* walk(path: string, seen: Set<string>, named: boolean): AsyncGenerator<Found> {
  try {
    const info = await stat(path);
    if (info.isFile()) {
      if (named || extname(path).toLowerCase() in kinds) yield { kind: 'file', path, size: info.size };
      return;
    }
    if (!info.isDirectory()) {
      if (named) yield { kind: 'failure', name: path, code: 'file-unreadable', detail: 'not a file or folder' };
      return;
    }
    // A link may lead back up: every real folder is visited once.
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    for (const name of names) yield* walk(join(path, name), seen, false);
  } catch (error) {
    // A dangling link inside a folder is not something the person asked for by name.
    if (!named && (await isDanglingLink(path))) return;
    yield fileFailure(path, error);
  }
}

async function isDanglingLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return true;
  }
}

async function* readPath(
  path: string,
  options: ReadFilesOptions,
  seen: Set<string>,
  named: boolean,
): AsyncGenerator<Collected> {
  let empty = true;
  for await (const found of walk(path, seen, named)) {
    empty = false;
    if (found.kind === 'failure') yield found;
    else yield* readFoundFile(found.path, found.size, options.maxBytes);
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

async function* readFoundFile(path: string, size: number, maxBytes: number): AsyncGenerator<Collected> {
  const kind = kinds[extname(path).toLowerCase()];
  try {
    if (kind === 'json-lines') {
      yield* pagesOfJsonLines(createReadStream(path), path, maxBytes);
      return;
    }
    if (size > (kind === 'json' ? maxJsonBytes : maxBytes)) {
      yield { kind: 'failure', name: path, code: 'page-too-large', detail: `${size} bytes` };
      return;
    }
    const bytes = await readFile(path);
    if (kind === 'json') yield* pagesOfJson(new TextDecoder().decode(bytes), path);
    // HTML is often saved as .txt and the other way round: the content decides how to read it.
    else yield { kind: 'page', name: path, bytes };
  } catch (error) {
    yield fileFailure(path, error);
  }
}

const fileCodes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'file-not-found', ENOTDIR: 'file-not-found' };

function fileFailure(name: string, error: unknown): CollectedFailure {
  const code = (error as NodeJS.ErrnoException).code;
  return {
    kind: 'failure',
    name,
    code: (code === undefined ? undefined : fileCodes[code]) ?? 'file-unreadable',
    ...(code === undefined ? {} : { detail: code }),
  };
}
