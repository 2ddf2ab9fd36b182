/** 32 bits of a stem with the lowest one free: prints mark the words of a date with it. */
export function hashStem(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  return (hash & ~1) >>> 0;
}

/** A pair has an order: "joint commission" is not "commission joint". */
export function gramOf(a: number, b: number): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39);
  hash = Math.imul(hash ^ (hash >>> 12), 0x85ebca6b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Pairs of neighbouring words, with one word between them or none. */
export function eachGram(hashes: ArrayLike<number>, from: number, to: number, visit: (gram: number) => void): void {
  for (let i = from; i + 1 < to; i++) {
    visit(gramOf(hashes[i] ?? 0, hashes[i + 1] ?? 0));
    if (i + 2 < to) visit(gramOf(hashes[i] ?? 0, hashes[i + 2] ?? 0));
  }
}
