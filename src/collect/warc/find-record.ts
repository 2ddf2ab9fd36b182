import type { ByteSource } from '../bytes/byte-source.ts';
import { Damage, type Place } from '../bytes/piece-reader.ts';
import { memberBeginsWith, type Packing, unpack } from '../bytes/unpack.ts';

const marker = Buffer.from('WARC/1.');
/** One byte more than the marker less one: the line end before it tells a record from a text about them. */
const kept = marker.length;

/** The next place behind `after` where a record seems to begin; nothing when there is none. */
export async function findRecord(source: ByteSource, packing: Packing, after: Place): Promise<Place | undefined> {
  let from = after;
  let isOwnStart = true;
  for (;;) {
    try {
      return await findUnpacked(source, packing, from, isOwnStart);
    } catch (error) {
      if (!(error instanceof Damage) || packing !== 'gzip') {
        if (error instanceof Damage) return undefined;
        throw error;
      }
      const member = await findMember(source, error.place.at + 1);
      if (member === undefined) return undefined;
      from = { at: member, skip: 0 };
      isOwnStart = false;
    }
  }
}

/** @param isOwnStart the record at `from` is the broken one, which is not to be found again */
async function findUnpacked(
  source: ByteSource,
  packing: Packing,
  from: Place,
  isOwnStart: boolean,
): Promise<Place | undefined> {
  let tail: Buffer = Buffer.alloc(0);
  let tailPlace = from;
  for await (const { bytes, place } of unpack(source, packing, from)) {
    const joined = Buffer.concat([tail, bytes]);
    const placeOf = (at: number): Place =>
      at < tail.length
        ? { at: tailPlace.at, skip: tailPlace.skip + at }
        : { at: place.at, skip: place.skip + at - tail.length };
    for (let at = joined.indexOf(marker); at !== -1; at = joined.indexOf(marker, at + 1)) {
      const found = placeOf(at);
      const isFirst = found.at === from.at && found.skip === from.skip;
      if (isFirst && isOwnStart) continue;
      const startsLine = at > 0 && (joined[at - 1] === 10 || joined[at - 1] === 13);
      if (isFirst || startsLine || (packing === 'gzip' && found.skip === 0)) return found;
    }
    const keep = Math.min(kept, joined.length);
    const start = placeOf(joined.length - keep);
    tail = joined.subarray(joined.length - keep);
    tailPlace = start;
  }
  return undefined;
}

/** Looks for the beginning of a gzip member that holds the beginning of a record. */
async function findMember(source: ByteSource, from: number): Promise<number | undefined> {
  let at = from;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of source.open(from)) {
    const joined = Buffer.concat([tail, chunk]);
    for (let found = joined.indexOf(0x1f); found !== -1 && found + 3 < joined.length; ) {
      if (joined[found + 1] === 0x8b && joined[found + 2] === 8 && (joined[found + 3] ?? 0xff) <= 0x1f) {
        const offset = at - tail.length + found;
        if (await memberBeginsWith(source, offset, 'WARC/')) return offset;
      }
      found = joined.indexOf(0x1f, found + 1);
    }
    tail = joined.subarray(Math.max(0, joined.length - 3));
    at += chunk.length;
  }
  return undefined;
}
