/** How many texts have each gram. */
export interface GramCounts {
  readonly texts: number;
  of(gram: number): number;
  /** Counts one text more or less. */
  change(grams: ReadonlySet<number>, by: 1 | -1): void;
  /** Grams in rising order with their counts. */
  sorted(): readonly (readonly [gram: number, count: number])[];
}

/** First byte of the serialised form; another form is another number. */
const form = 2;

export function createGramCounts(texts = 0, entries: Iterable<readonly [number, number]> = []): GramCounts {
  const counts = new Map<number, number>(entries);
  let size = texts;
  return {
    get texts(): number {
      return size;
    },
    of: (gram) => counts.get(gram) ?? 0,
    change(grams, by): void {
      // A text without words is one all the same.
      size = Math.max(0, size + by);
      for (const gram of grams) {
        const count = (counts.get(gram) ?? 0) + by;
        if (count > 0) counts.set(gram, count);
        else counts.delete(gram);
      }
    },
    sorted: () => [...counts].sort((a, b) => a[0] - b[0]),
  };
}

/**
 * About four bytes a gram: rising hashes as the distance from the one before, seven bits a byte, then the count. The
 * form, the number of texts and the number of grams stand before them.
 */
export function serialiseGramCounts(counts: GramCounts): Uint8Array {
  const bytes: number[] = [form];
  const entries = counts.sorted();
  writeNumber(bytes, counts.texts);
  writeNumber(bytes, entries.length);
  let last = 0;
  for (const [gram, count] of entries) {
    writeNumber(bytes, gram - last);
    writeNumber(bytes, count);
    last = gram;
  }
  return Uint8Array.from(bytes);
}

/** The counts, or nothing when the bytes are of another form, cut or torn. */
export function parseGramCounts(bytes: Uint8Array): GramCounts | undefined {
  if (bytes[0] !== form) return undefined;
  let at = 1;
  const read = (): number => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) return Number.NaN;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  const texts = read();
  const size = read();
  // A gram takes two bytes at least: a length that cannot be is not believed.
  if (!Number.isFinite(texts) || !(size <= bytes.length / 2)) return undefined;
  const entries: [number, number][] = [];
  let gram = 0;
  for (let i = 0; i < size; i++) {
    gram += read();
    const count = read();
    if (!(gram <= 0xffffffff) || !(count >= 1)) return undefined;
    entries.push([gram, count]);
  }
  return at === bytes.length ? createGramCounts(texts, entries) : undefined;
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
