import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ErrorCode } from '../errors.ts';
import type { CollectedFailure } from './collected.ts';

export type FileKind = 'html' | 'text' | 'json' | 'json-lines' | 'warc' | 'wacz';

const kinds: Readonly<Record<string, FileKind>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.text': 'text',
  '.json': 'json',
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
  '.warc': 'warc',
  '.wet': 'warc',
  '.wacz': 'wacz',
};

/** Ends of the names that a folder is searched for; a file named outright may end in anything. */
export const knownExtensions: readonly string[] = Object.keys(kinds);

/** What the name of a file says it is, behind `.gz` or `.zst` too. */
export function kindOfFile(path: string): FileKind | undefined {
  const name = basename(path)
    .toLowerCase()
    .replace(/\.(?:gz|zst)$/, '');
  return kinds[/\.[^.]+$/.exec(name)?.[0] ?? ''];
}

export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly size: number;
  /** In milliseconds. */
  readonly modified: number;
  /** When its content, name or place changed last, in milliseconds. */
  readonly changed: number;
}

/** Files of a path, in the order of names, hidden ones left out. What cannot be looked at is told. */
export async function* findFiles(path: string): AsyncGenerator<FoundFile | CollectedFailure> {
  yield* walk(path, new Set(), true);
}

async function* walk(path: string, seen: Set<string>, named: boolean): AsyncGenerator<FoundFile | CollectedFailure> {
  try {
    const info = await stat(path);
    if (info.isFile()) {
      if (named || kindOfFile(path) !== undefined) {
        yield { kind: 'file', path, size: info.size, modified: info.mtimeMs, changed: info.ctimeMs };
      }
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

const fileCodes: Readonly<Record<string, ErrorCode>> = { ENOENT: 'file-not-found', ENOTDIR: 'file-not-found' };

export function fileFailure(name: string, error: unknown): CollectedFailure {
  const code = (error as NodeJS.ErrnoException).code;
  return {
    kind: 'failure',
    name,
    code: (code === undefined ? undefined : fileCodes[code]) ?? 'file-unreadable',
    ...(code === undefined ? {} : { detail: code }),
  };
}

/** Whether a file comes after another one in the order of `findFiles`. */
export function comesAfter(path: string, other: string): boolean {
  const [a, b] = [path.split(/[\\/]/), other.split(/[\\/]/)];
  for (const [at, name] of a.entries()) {
    const beside = b[at];
    if (beside === undefined) return true;
    if (name !== beside) return name > beside;
  }
  return false;
}

/** How many files there are, and bytes in them. Standard input counts as one file. */
export async function measureFiles(
  paths: readonly string[],
): Promise<{ readonly files: number; readonly bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const path of paths) {
    if (path === '-') files += 1;
    else
      for await (const found of findFiles(path)) {
        if (found.kind !== 'file') continue;
        files += 1;
        bytes += found.size;
      }
  }
  return { files, bytes };
}
