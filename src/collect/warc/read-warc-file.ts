import type { ArchiveHead } from '../../schemas/archive-pages.ts';
import { type ByteSource, fileSource } from '../bytes/byte-source.ts';
import { parsePosition } from '../bytes/position.ts';
import { detectPacking, firstBytes } from '../bytes/unpack.ts';
import type { Collected, ReadingJournal } from '../collected.ts';
import { type BrokenRecord, readWarc, type WarcRecord } from './read-warc.ts';
import type { EarlierCaptures, SeenPayloads } from './revisits.ts';
import { headRoom, warcPages } from './warc-pages.ts';

export interface ReadWarcFileOptions {
  readonly maxBytes: number;
  readonly seen: SeenPayloads;
  readonly archive?: EarlierCaptures;
  readonly journal?: ReadingJournal;
  /** Told what an export of an archive holds beside pages. */
  readonly onHead?: (head: ArchiveHead) => Promise<void>;
}

/** The pages of a WARC file, packed or not, from a position on. */
export async function* readWarcFile(
  file: { readonly path: string; readonly input: string; readonly size: number },
  position: string | undefined,
  options: ReadWarcFileOptions,
): AsyncGenerator<Collected> {
  const part = { name: file.path, input: file.input, prefix: '', before: 0 };
  yield* readWarcSource(fileSource(file.path, file.size), part, position, options);
}

/** @param part how it is called, and where in the whole file it stands */
export async function* readWarcSource(
  source: ByteSource,
  part: { readonly name: string; readonly input: string; readonly prefix: string; readonly before: number },
  position: string | undefined,
  options: ReadWarcFileOptions,
): AsyncGenerator<Collected> {
  const { maxBytes, seen, archive, journal } = options;
  const from = position === undefined ? undefined : parsePosition(position);
  const packing = detectPacking(await firstBytes(source, 4));
  const records = readWarc(source, packing, {
    // What is packed inside the record is smaller than the page; one more byte shows that there is more.
    maxBlock: maxBytes + headRoom,
    ...(from === undefined ? {} : { from: from.place }),
  });
  yield* warcPages(
    told(records, (at) => journal?.reached(part.input, part.before + at)),
    {
      name: part.name,
      input: part.input,
      prefix: part.prefix,
      maxBytes,
      seen,
      count: from?.count ?? 0,
      onSkip: (reason) => journal?.skipped(reason),
      ...(archive === undefined ? {} : { archive }),
    },
  );
}

async function* told(
  records: AsyncIterable<WarcRecord | BrokenRecord>,
  reached: (at: number) => void,
): AsyncGenerator<WarcRecord | BrokenRecord> {
  for await (const record of records) {
    reached(record.place.at);
    yield record;
  }
}
