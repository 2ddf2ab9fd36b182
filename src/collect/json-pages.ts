import type { ArchiveHead } from '../schemas/archive-pages.ts';
import { parseArchiveLine } from './archive-lines.ts';
import { Damage, fileStart, type Piece, PieceReader, type Place } from './bytes/piece-reader.ts';
import { type Position, writePosition } from './bytes/position.ts';
import type { Collected, CollectedFailure, FoundAt } from './collected.ts';
import { parseJsonPage } from './parse-json-page.ts';

/** What a file or standard input gives. */
export type ByteStream = AsyncIterable<Buffer>;

export interface JsonLinesOptions {
  /** What to call it in reports. */
  readonly name: string;
  /** Absolute path; without one nothing can go on later. */
  readonly input?: string;
  /** Of the longest line. */
  readonly maxBytes: number;
  readonly from?: Position;
  /** Told of each line before it is read. */
  readonly onLine?: (place: Place) => void;
  /** What an export of an archive holds beside pages. @default left out */
  readonly onHead?: (head: ArchiveHead) => Promise<void>;
}

function parse(text: string, name: string): { value: unknown } | CollectedFailure {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'failure', name, code: 'json-invalid', detail: (error as Error).message };
  }
}

/** The pages of a JSON document: one object, or a list of them. */
export function* pagesOfJson(text: string, name: string, input?: string, from = 0): Generator<Collected> {
  const parsed = parse(text.replace(/^\uFEFF/, ''), name);
  if ('kind' in parsed) yield withPlace(parsed, input === undefined ? undefined : { input });
  else if (Array.isArray(parsed.value)) {
    for (const [at, item] of parsed.value.entries()) {
      if (at < from) continue;
      const found = input === undefined ? undefined : { input, position: String(at), next: String(at + 1) };
      yield withPlace(parseJsonPage(item, `${name}#${at + 1}`), found);
    }
  } else yield withPlace(parseJsonPage(parsed.value, name), input === undefined ? undefined : { input });
}

/**
 * The pages of JSON lines, one at a time, so that a file of any size can be read. A line longer than `maxBytes` is
 * reported and skipped without being kept in memory.
 */
export async function* pagesOfJsonLines(
  pieces: AsyncIterable<Piece>,
  options: JsonLinesOptions,
): AsyncGenerator<Collected> {
  const { name, maxBytes, from } = options;
  const reader = new PieceReader(pieces);
  let count = from?.count ?? 0;
  try {
    for (let place = await reader.place(); place !== undefined; count += 1) {
      options.onLine?.(place);
      const line = await reader.line(maxBytes);
      const next = await reader.place();
      const found = foundAt(options, { place, count }, next);
      place = next;
      if (line === undefined) return;
      const label = `${name}#${count + 1}`;
      if (line.tooLong) {
        yield withPlace({ kind: 'failure', name: label, code: 'page-too-large' }, found);
        continue;
      }
      const text = new TextDecoder()
        .decode(line.bytes)
        .replace(/^\uFEFF/, '')
        .trim();
      if (text === '') continue;
      const read = readLine(text, label);
      if (read.kind === 'head') await options.onHead?.(read);
      else yield withPlace(read, found);
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    const detail = `line ${count + 1}, byte ${error.place.at}: ${error.message}`;
    yield withPlace(
      { kind: 'failure', name, code: 'record-broken', detail },
      options.input === undefined ? undefined : { input: options.input },
    );
  } finally {
    await reader.close();
  }
}

function readLine(text: string, label: string): Collected | ArchiveHead {
  const parsed = parse(text, label);
  if ('kind' in parsed) return parsed;
  const { value } = parsed;
  return parseArchiveLine(value, label) ?? parseJsonPage(value, label);
}

function foundAt({ input }: JsonLinesOptions, position: Position, next: Place | undefined): FoundAt | undefined {
  if (input === undefined) return undefined;
  return {
    input,
    position: writePosition(position),
    ...(next === undefined ? {} : { next: writePosition({ place: next, count: position.count + 1 }) }),
  };
}

function withPlace(page: Collected, found: FoundAt | undefined): Collected {
  return found === undefined ? page : { ...page, found };
}

/** Bytes of a stream, which begins at its beginning. */
export async function* piecesOf(stream: ByteStream): AsyncGenerator<Piece> {
  let { at } = fileStart;
  for await (const bytes of stream) {
    yield { bytes, place: { at, skip: 0 } };
    at += bytes.length;
  }
}
