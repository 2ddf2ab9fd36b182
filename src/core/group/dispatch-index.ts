import { type DispatchPrint, fingerprintsOfPrint } from './dispatch-print.ts';
import { hashWord } from './fingerprints.ts';
import { createPostings } from './postings.ts';

/** A fingerprint in texts of more separate occasions than this is a formula of the trade, no sign of copying. */
const formulaTexts = 8;
/** A small corpus cannot tell a formula from a popular dispatch. */
const formulaCorpus = 40;
/** Postings longer than this are formulas however the texts are dated. */
const longestPosting = 200;
/** A name in more texts than this is known to the whole archive and tells nothing. */
const rareTexts = 12;

export interface IndexedPrint {
  readonly print: DispatchPrint;
  /** The article that founded the dispatch, as far as it is known. */
  readonly root: string | undefined;
}

/** Another text that shares fingerprints which are no formulas. */
export interface DispatchCandidate extends IndexedPrint {
  readonly shared: number;
  /** Fingerprints of the asking text that are no formulas. */
  readonly usable: number;
  /** Of the shared fingerprints, the share of the shorter text's. */
  readonly containment: number;
  /** Shared fingerprints, each divided by the texts that hold it: what two texts alone share says most. */
  readonly rarity: number;
}

/** What two texts must share to be worth a look. */
export interface LeastShared {
  /** Fingerprints, or this share of those of the asking text when that is fewer. */
  readonly fingerprints: number;
  readonly share: number;
  readonly containment: number;
}

/**
 * Fingerprints of the articles of a window of time. Adding and removing cost only the article's own fingerprints, and
 * a removed article leaves no trace: the index is as if it had never been there.
 */
export interface DispatchIndex {
  readonly size: number;
  add(print: DispatchPrint, root?: string): void;
  /** False when it was not there. */
  remove(id: string): boolean;
  get(id: string): IndexedPrint | undefined;
  setRoot(id: string, root: string): void;
  /** Texts of the same language that share enough with an article of the index, in no order. */
  candidates(id: string, least?: LeastShared): readonly DispatchCandidate[];
  /**
   * Whether a fingerprint belongs to the formulas of the language, which only a corpus of some size can tell; or with
   * `most`, whether texts of more occasions than that hold it; no more than `formulaTexts` are counted.
   */
  isFormula(language: string, fingerprint: number, most?: number): boolean;
  /** Whether few texts of the language hold this name, folded. */
  isRareName(language: string, name: string): boolean;
  readonly ids: Iterable<string>;
  /** Fingerprints that are held by some article: for tests and for measuring. */
  readonly fingerprints: number;
}

const anything: LeastShared = { fingerprints: 1, share: 1, containment: 0 };

export function createDispatchIndex(): DispatchIndex {
  const postings = createPostings();
  const names = new Map<number, number>();
  const slots = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  const freeSlots: number[] = [];
  const perLanguage = new Map<string, number>();
  let shared = new Uint32Array(1024);
  let rarities = new Float64Array(1024);
  /** Counted once for each key while the index stays as it is: many texts ask for the same. */
  const occasions = new Map<number, number>();
  const seen = new Float64Array(formulaTexts + 1);
  const occasionsOf = (key: number): number => {
    const known = occasions.get(key);
    if (known !== undefined) return known;
    let count = 0;
    // No more are counted than make a formula.
    postings.some(key, (slot) => {
      const occasion = entries[slot]?.occasion ?? 0;
      for (let i = 0; i < count; i++) if (seen[i] === occasion) return false;
      seen[count++] = occasion;
      return count === seen.length;
    });
    occasions.set(key, count);
    return count;
  };

  const isFormulaKey = (key: number, language: string, most?: number): boolean => {
    const count = postings.count(key);
    if (count <= (most ?? formulaTexts)) return false;
    if (most === undefined && (perLanguage.get(language) ?? 0) < formulaCorpus) return false;
    if (count > longestPosting) return true;
    // Twelve copies of one dispatch are one occasion, and so is a day that is not grouped yet; a formula comes back.
    return occasionsOf(key) > (most ?? formulaTexts);
  };
  const countNames = ({ print, salt }: Entry, step: 1 | -1): void => {
    for (const name of print.names) {
      const key = hashWord(name) ^ salt;
      const count = (names.get(key) ?? 0) + step;
      if (count === 0) names.delete(key);
      else names.set(key, count);
    }
  };

  return {
    get size() {
      return slots.size;
    },
    get ids() {
      return slots.keys();
    },
    get fingerprints() {
      return postings.keys;
    },
    add: (print, root) => {
      if (slots.has(print.id)) return;
      occasions.clear();
      const slot = freeSlots.pop() ?? entries.length;
      const salt = hashWord(print.language);
      const keys = fingerprintsOfPrint(print);
      for (let i = 0; i < keys.length; i++) keys[i] = ((keys[i] ?? 0) ^ salt) >>> 0;
      const entry: Entry = { print, root, keys, salt, occasion: occasionOf(print, root, keys) };
      entries[slot] = entry;
      slots.set(print.id, slot);
      perLanguage.set(print.language, (perLanguage.get(print.language) ?? 0) + 1);
      for (const key of keys) postings.add(key, slot);
      countNames(entry, 1);
    },
    remove: (id) => {
      const slot = slots.get(id);
      const entry = slot === undefined ? undefined : entries[slot];
      if (slot === undefined || entry === undefined) return false;
      occasions.clear();
      for (const key of entry.keys) postings.remove(key, slot);
      countNames(entry, -1);
      const left = (perLanguage.get(entry.print.language) ?? 1) - 1;
      if (left === 0) perLanguage.delete(entry.print.language);
      else perLanguage.set(entry.print.language, left);
      slots.delete(id);
      entries[slot] = undefined;
      freeSlots.push(slot);
      return true;
    },
    get: (id) => entries[slots.get(id) ?? -1],
    setRoot: (id, root) => {
      const entry = entries[slots.get(id) ?? -1];
      if (entry === undefined) return;
      occasions.clear();
      entry.root = root;
      entry.occasion = occasionOf(entry.print, root, entry.keys);
    },
    candidates: (id, least = anything) => {
      const own = slots.get(id);
      const entry = own === undefined ? undefined : entries[own];
      if (own === undefined || entry === undefined) return [];
      if (shared.length < entries.length) {
        shared = new Uint32Array(entries.length * 2);
        rarities = new Float64Array(entries.length * 2);
      }
      const touched: number[] = [];
      let weight = 0;
      const touch = (slot: number): void => {
        const before = shared[slot] ?? 0;
        if (before === 0) touched.push(slot);
        shared[slot] = before + 1;
        rarities[slot] = (rarities[slot] ?? 0) + weight;
      };
      let usable = 0;
      for (const key of entry.keys) {
        if (isFormulaKey(key, entry.print.language)) continue;
        usable++;
        weight = 1 / postings.count(key);
        postings.each(key, touch);
      }
      const fewest = Math.min(least.fingerprints, Math.ceil(usable * least.share));
      const found: DispatchCandidate[] = [];
      for (const slot of touched) {
        const count = shared[slot] ?? 0;
        const rarity = rarities[slot] ?? 0;
        shared[slot] = 0;
        rarities[slot] = 0;
        const other = entries[slot];
        if (other === undefined || slot === own || count < fewest) continue;
        const containment = count / Math.max(1, Math.min(usable, other.keys.length));
        if (containment < least.containment || other.print.language !== entry.print.language) continue;
        found.push({ print: other.print, root: other.root, shared: count, usable, containment, rarity });
      }
      return found;
    },
    isFormula: (language, fingerprint, most) => isFormulaKey((fingerprint ^ hashWord(language)) >>> 0, language, most),
    isRareName: (language, name) => (names.get(hashWord(name) ^ hashWord(language)) ?? 0) <= rareTexts,
  };
}

interface Entry {
  readonly print: DispatchPrint;
  root: string | undefined;
  readonly keys: Uint32Array;
  readonly salt: number;
  occasion: number;
}

function occasionOf({ day, record, id }: DispatchPrint, root: string | undefined, keys: Uint32Array): number {
  if (root !== undefined) return hashWord(`root ${root}`);
  if (day !== undefined) return hashWord(`day ${day} ${record.countries.join('-')}`);
  // Without a day: copies mostly have their smallest fingerprint in common.
  return hashWord(`text ${keys[0] ?? id}`);
}
