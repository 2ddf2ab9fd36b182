/**
 * Where something begins in a file that may be packed: reading starts at byte `at` of the file, and `skip` unpacked
 * bytes are left out from there. In a file that is not packed, and at the start of a gzip member, `skip` is 0.
 */
export interface Place {
  readonly at: number;
  readonly skip: number;
}

export const fileStart: Place = { at: 0, skip: 0 };

/** Unpacked bytes with the place of the first one. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly place: Place;
}

/** Something in a file is broken or cut off: what comes before is whole. */
export class Damage extends Error {
  readonly place: Place;

  constructor(place: Place, reason: string) {
    super(reason);
    this.name = 'Damage';
    this.place = place;
  }
}

/** Gives pieces out by lines and lengths, and knows at each moment where in the file it is. */
export class PieceReader {
  readonly #pieces: AsyncIterator<Piece>;
  #head: Uint8Array = new Uint8Array();
  #place: Place = fileStart;
  #failure: unknown;

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Place of the next byte; nothing at the end. */
  async place(): Promise<Place | undefined> {
    return (await this.#load()) ? this.#place : undefined;
  }

  /** The next byte, which stays. */
  async peek(): Promise<number | undefined> {
    return (await this.#load()) ? this.#head[0] : undefined;
  }

  /** Up to `length` bytes: fewer only at the end. */
  async read(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (await this.#load())) {
      const part = this.#take(Math.min(missing, this.#head.length));
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
  }

  /** Leaves bytes out, and says how many there were. */
  async skip(length: number): Promise<number> {
    let missing = length;
    while (missing > 0 && (await this.#load())) missing -= this.#take(Math.min(missing, this.#head.length)).length;
    return length - missing;
  }

  /**
   * The bytes up to the next line end, without it; nothing at the end of the file. Of a line longer than `most` no more
   * than that is kept, and it is marked.
   */
  async line(most: number): Promise<{ readonly bytes: Uint8Array; readonly tooLong: boolean } | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    let any = false;
    while (await this.#load()) {
      any = true;
      const end = this.#head.indexOf(10);
      const part = this.#take(end === -1 ? this.#head.length : end);
      if (length < most) parts.push(part.subarray(0, most - length));
      length += part.length;
      if (end === -1) continue;
      this.#take(1);
      break;
    }
    return any ? { bytes: Buffer.concat(parts), tooLong: length > most } : undefined;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  #take(length: number): Uint8Array {
    const part = this.#head.subarray(0, length);
    this.#head = this.#head.subarray(length);
    this.#place = { at: this.#place.at, skip: this.#place.skip + length };
    return part;
  }

  async #load(): Promise<boolean> {
    while (this.#head.length === 0) {
      // A generator that has thrown seems to be at its end.
      if (this.#failure !== undefined) throw this.#failure;
      const next = await this.#pieces.next().catch((error: unknown) => {
        this.#failure = error;
        throw error;
      });
      if (next.done) return false;
      this.#head = next.value.bytes;
      this.#place = next.value.place;
    }
    return true;
  }
}
