/** Which texts hold a fingerprint. */
export interface Postings {
  /** Keys that some slot holds. */
  readonly keys: number;
  add(key: number, slot: number): void;
  remove(key: number, slot: number): void;
  count(key: number): number;
  each(key: number, visit: (slot: number) => void): void;
  /** Stops at the first slot that the test accepts. */
  some(key: number, test: (slot: number) => boolean): boolean;
}

/** Of the table that is filled before it grows. */
const fullest = 0.6;

/**
 * Lists of slots by key in typed arrays: an open table of keys, and one pool of links that reuses what was freed. A list
 * is a ring that is known by its last link, so that what came first, which leaves a window first, is found at once.
 */
export function createPostings(): Postings {
  let mask = 1023;
  let keyOf = new Uint32Array(mask + 1);
  let countOf = new Int32Array(mask + 1);
  let lastOf = new Int32Array(mask + 1);
  let keys = 0;
  let slotOf = new Int32Array(4096);
  let nextOf = new Int32Array(4096);
  let used = 1;
  let free = 0;

  const placeOf = (key: number): number => {
    let place = Math.imul(key, 0x9e3779b1) >>> 0;
    place = (place ^ (place >>> 15)) & mask;
    while ((countOf[place] ?? 0) > 0 && keyOf[place] !== key) place = (place + 1) & mask;
    return place;
  };
  const grow = (): void => {
    const [oldKeys, oldCounts, oldLasts] = [keyOf, countOf, lastOf];
    mask = mask * 2 + 1;
    keyOf = new Uint32Array(mask + 1);
    countOf = new Int32Array(mask + 1);
    lastOf = new Int32Array(mask + 1);
    for (let i = 0; i < oldKeys.length; i++)
      if ((oldCounts[i] ?? 0) > 0) put(oldKeys[i] ?? 0, oldCounts[i] ?? 0, oldLasts[i] ?? 0);
  };
  const put = (key: number, count: number, last: number): void => {
    const place = placeOf(key);
    keyOf[place] = key;
    countOf[place] = count;
    lastOf[place] = last;
  };
  const clear = (from: number): void => {
    countOf[from] = 0;
    keys--;
    // What stood behind in the same run moves up, so that no key becomes unreachable and no mark stays behind.
    for (let place = (from + 1) & mask; (countOf[place] ?? 0) > 0; place = (place + 1) & mask) {
      const [key, count, last] = [keyOf[place] ?? 0, countOf[place] ?? 0, lastOf[place] ?? 0];
      countOf[place] = 0;
      put(key, count, last);
    }
  };
  /** Puts a slot behind the last link of a ring, or makes a ring of it alone when there is none (0). */
  const link = (slot: number, last: number): number => {
    let at = free;
    if (at !== 0) free = nextOf[at] ?? 0;
    else {
      if (used === slotOf.length) {
        slotOf = grown(slotOf);
        nextOf = grown(nextOf);
      }
      at = used++;
    }
    slotOf[at] = slot;
    nextOf[at] = last === 0 ? at : (nextOf[last] ?? 0);
    if (last !== 0) nextOf[last] = at;
    return at;
  };
  const some = (key: number, test: (slot: number) => boolean): boolean => {
    const place = placeOf(key);
    if ((countOf[place] ?? 0) === 0) return false;
    const last = lastOf[place] ?? 0;
    let at = last;
    do {
      at = nextOf[at] ?? 0;
      if (test(slotOf[at] ?? 0)) return true;
    } while (at !== last);
    return false;
  };

  return {
    get keys() {
      return keys;
    },
    add: (key, slot) => {
      if (keys + 1 > (mask + 1) * fullest) grow();
      const place = placeOf(key);
      const known = (countOf[place] ?? 0) > 0;
      if (!known) keys++;
      put(key, known ? (countOf[place] ?? 0) + 1 : 1, link(slot, known ? (lastOf[place] ?? 0) : 0));
    },
    remove: (key, slot) => {
      const place = placeOf(key);
      if ((countOf[place] ?? 0) === 0) return;
      const last = lastOf[place] ?? 0;
      let before = last;
      let at = nextOf[last] ?? 0;
      while (slotOf[at] !== slot) {
        if (at === last) return;
        before = at;
        at = nextOf[at] ?? 0;
      }
      nextOf[before] = nextOf[at] ?? 0;
      if (at === last) lastOf[place] = before;
      nextOf[at] = free;
      free = at;
      const left = (countOf[place] ?? 1) - 1;
      if (left === 0) clear(place);
      else countOf[place] = left;
    },
    count: (key) => countOf[placeOf(key)] ?? 0,
    each: (key, visit) => {
      some(key, (slot) => {
        visit(slot);
        return false;
      });
    },
    some,
  };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
