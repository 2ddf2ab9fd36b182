import type { ByteSource } from '../bytes/byte-source.ts';
import { Damage, fileStart, PieceReader, type Place } from '../bytes/piece-reader.ts';
import { type Packing, unpack } from '../bytes/unpack.ts';
import { findRecord } from './find-record.ts';

export interface WarcRecord {
  readonly kind: 'record';
  /** `response`, `resource`, `revisit` … */
  readonly type: string;
  /** Named fields, by their name in small letters; the last one counts. */
  readonly fields: ReadonlyMap<string, string>;
  /** The block, or its beginning when it is larger than what was asked for. */
  readonly block: Uint8Array;
  /** How long the block is. */
  readonly length: number;
  readonly place: Place;
  /** Where the next record begins; absent at the end and before something broken. */
  readonly next?: Place;
}

/** Something that is no whole record. Reading goes on at the next one that begins. */
export interface BrokenRecord {
  readonly kind: 'broken';
  readonly place: Place;
  readonly reason: string;
}

export interface ReadWarcOptions {
  readonly from?: Place;
  /** Most bytes of a block that are kept in memory. */
  readonly maxBlock: number;
}

const maxLine = 64 * 1024;
const maxFields = 500;
const carriageReturn = 13;
const lineFeed = 10;

/**
 * The records of a WARC file (1.0, 1.1), one at a time, in the memory of one record. A record is given only when it is
 * whole: its length leads to the end of a record. What is not whole is told with its place and why, and the search for
 * the next record begins right behind its head, since a wrong length may hide others.
 */
export async function* readWarc(
  source: ByteSource,
  packing: Packing,
  options: ReadWarcOptions,
): AsyncGenerator<WarcRecord | BrokenRecord> {
  let from: Place | undefined = options.from ?? fileStart;
  while (from !== undefined) {
    const reader = new PieceReader(unpack(source, packing, from));
    let damage: Damage | undefined;
    try {
      yield* wholeRecords(reader, options.maxBlock);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      damage = error;
    } finally {
      await reader.close();
    }
    if (damage === undefined) return;
    yield { kind: 'broken', place: damage.place, reason: damage.message };
    from = await findRecord(source, packing, damage.place);
  }
}

async function* wholeRecords(reader: PieceReader, maxBlock: number): AsyncGenerator<WarcRecord> {
  for (let place = await nextStart(reader); place !== undefined; ) {
    const record = await readRecord(reader, place, maxBlock);
    let damage: Damage | undefined;
    let next: Place | undefined;
    try {
      next = await nextStart(reader);
      if (next !== undefined && (await reader.peek()) !== 0x57) {
        throw new Damage(place, `the record is longer than its Content-Length (${record.length}) says`);
      }
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      // What is broken is behind this record, unless the record itself is to blame or its own gzip member is.
      const { at, skip } = error.place;
      if (at === place.at && (place.skip === 0 || skip === place.skip)) throw error;
      damage = error;
    }
    yield next === undefined ? record : { ...record, next };
    if (damage !== undefined) throw damage;
    place = next;
  }
}

/** Skips the line ends between two records. */
async function nextStart(reader: PieceReader): Promise<Place | undefined> {
  for (let byte = await reader.peek(); byte === carriageReturn || byte === lineFeed; byte = await reader.peek()) {
    await reader.skip(1);
  }
  return reader.place();
}

async function readRecord(reader: PieceReader, place: Place, maxBlock: number): Promise<WarcRecord> {
  const version = await textLine(reader, place);
  if (!/^WARC\/\d+\.\d+\s*$/.test(version)) throw new Damage(place, 'no WARC record begins here');
  const fields = await readFields(reader, place);
  const length = Number(fields.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) throw new Damage(place, 'the record has no valid Content-Length');
  const block = await reader.read(Math.min(length, maxBlock));
  const known = block.length + (length > block.length ? await reader.skip(length - block.length) : 0);
  if (known < length) throw new Damage(place, `the file ends in the middle of a record (${known} of ${length} bytes)`);
  if (!(await endsHere(reader))) throw new Damage(place, `no record ends where its Content-Length (${length}) says`);
  return { kind: 'record', type: (fields.get('warc-type') ?? '').toLowerCase(), fields, block, length, place };
}

/** Two line ends stand behind a record; some programs write fewer. */
async function endsHere(reader: PieceReader): Promise<boolean> {
  let byte: number | undefined;
  try {
    byte = await reader.peek();
  } catch (error) {
    if (error instanceof Damage) return true;
    throw error;
  }
  return byte === undefined || byte === carriageReturn || byte === lineFeed || byte === 0x57;
}

async function readFields(reader: PieceReader, place: Place): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (let count = 0; ; count += 1) {
    if (count > maxFields) throw new Damage(place, 'the head of the record does not end');
    const line = await textLine(reader, place);
    if (line === '') return fields;
    if (/^[ \t]/.test(line) && last !== undefined) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Damage(place, 'the head of the record is broken');
    last = line.slice(0, colon).trim().toLowerCase();
    fields.set(last, line.slice(colon + 1).trim());
  }
}

async function textLine(reader: PieceReader, place: Place): Promise<string> {
  const line = await reader.line(maxLine);
  if (line === undefined) throw new Damage(place, 'the file ends in the head of a record');
  if (line.tooLong) throw new Damage(place, 'the head of the record does not end');
  return new TextDecoder().decode(line.bytes).replace(/\r$/, '');
}
