import { createUnionFind } from '../record/fuse/union.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { GroupArticle, GroupOptions } from './group-article.ts';
import { groupIds } from './group-ids.ts';
import { namesOthers, type Signature, signatureOf, tellsOfAnother, yearsApart } from './look-alike.ts';

/** A fingerprint in more separate texts than this is a formula of the trade, no sign of copying. */
const formulaTexts = 8;
/** A small corpus cannot tell a formula from a popular dispatch. */
const formulaCorpus = 40;
/** Postings longer than this are formulas however the texts are dated. */
const longestPosting = 200;
/** Share of the shorter text's fingerprints that must be in the longer one. Cutting, a new lead, light edits stay above. */
const containmentFloor = 0.45;
/**
 * Communiqués are made of formulas but for a few words. With fewer fingerprints of their own than this, two texts must
 * also have most of their formulas in common.
 */
const fewestFingerprints = 6;
const formulaContainment = 0.6;
/** A name in more texts than this share is known to the whole archive and tells nothing. */
const rareTexts = 12;

/**
 * Finds copies and light edits of one text in one language.
 * @returns dispatch id by article id, for every article: a text of its own is a dispatch of one
 *
 * @example
 * import { groupDispatches } from 'rapporteur';
 *
 * const text = 'The ferry between the two islands sailed again on Monday after three weeks in the dock for repairs.';
 * const dispatches = groupDispatches([
 *   { id: 'a', language: 'en', text },
 *   { id: 'b', language: 'en', text },
 * ]);
 * console.log(dispatches.get('a') === dispatches.get('b'));
 */
export function groupDispatches(articles: readonly GroupArticle[], options: GroupOptions = {}): Map<string, string> {
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const prints = ordered.map((article) => fingerprintsOf(article.text));
  const signatures = ordered.map(signatureOf);
  const usable = withoutFormulas(ordered, prints, signatures);
  const sizes = new Int32Array(ordered.length);
  for (const posting of usable.values()) for (const member of posting) sizes[member] = (sizes[member] ?? 0) + 1;

  const nameTexts = new Map<string, number>();
  for (const { names } of signatures) for (const name of names) nameTexts.set(name, (nameTexts.get(name) ?? 0) + 1);
  const isRare = (name: string) => (nameTexts.get(name) ?? 0) <= rareTexts;

  const sets = createUnionFind(ordered.length);
  const members = new Map(ordered.map((_, index) => [index, [index]]));
  const edges = containments(ordered, prints, usable, sizes);
  edges.sort((x, y) => y.containment - x.containment || x.a - y.a || x.b - y.b);
  for (const { a, b } of edges) {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) continue;
    const groupA = members.get(rootA) ?? [];
    const groupB = members.get(rootB) ?? [];
    const oneText = identical(prints[a], prints[b]) && !vetoedByTime(signatures[a], signatures[b]);
    // One member that tells of another meeting keeps two groups apart: copies of copies must not bridge a veto.
    if (!oneText && groupA.some((one) => groupB.some((other) => vetoed(signatures[one], signatures[other], isRare)))) {
      continue;
    }
    sets.union(rootA, rootB);
    const root = sets.find(rootA);
    members.set(root, [...groupA, ...groupB]);
    members.delete(root === rootA ? rootB : rootA);
  }
  return groupIds(
    ordered.map((article, index) => ({ article, root: sets.find(index) })),
    'd',
    options.previous,
  );
}

/** The same words from end to end: whatever two readings of them say, they tell of one thing. */
function identical(a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < fewestFingerprints) return false;
  return Math.min(a.length, b.length) >= Math.max(a.length, b.length) * 0.9 && containmentOf(a, b) === 1;
}

function vetoedByTime(a: Signature | undefined, b: Signature | undefined): boolean {
  return a !== undefined && b !== undefined && yearsApart(a, b);
}

function vetoed(a: Signature | undefined, b: Signature | undefined, isRare: (name: string) => boolean): boolean {
  if (a === undefined || b === undefined) return false;
  return tellsOfAnother(a, b) || namesOthers(a, b, isRare);
}

/** Postings of every fingerprint that is no formula, by language and fingerprint. */
function withoutFormulas(
  articles: readonly GroupArticle[],
  prints: readonly Uint32Array[],
  signatures: readonly Signature[],
): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  prints.forEach((list, index) => {
    const language = articles[index]?.language ?? '';
    for (const print of list) {
      const key = `${language}|${print}`;
      const posting = postings.get(key);
      if (posting === undefined) postings.set(key, [index]);
      else posting.push(index);
    }
  });
  const perLanguage = new Map<string, number>();
  for (const { language } of articles) perLanguage.set(language, (perLanguage.get(language) ?? 0) + 1);
  const occasions = articles.map((_, index) => occasionOf(signatures[index], prints[index]));
  for (const [key, posting] of postings) {
    const first = posting[0] ?? 0;
    const large = (perLanguage.get(articles[first]?.language ?? '') ?? 0) >= formulaCorpus;
    if (posting.length <= formulaTexts || !large) continue;
    // Twelve copies of one day are one occasion; a formula comes back on many.
    const separate = new Set(posting.map((member) => occasions[member])).size;
    if (separate > formulaTexts || posting.length > longestPosting) postings.delete(key);
  }
  return postings;
}

function occasionOf(signature: Signature | undefined, prints: Uint32Array | undefined): string {
  const day = signature?.day ?? signature?.published?.from;
  const countries = signature?.countries.join('-') ?? '';
  return day === undefined ? `text ${prints?.[0] ?? ''}` : `${Math.floor(day / 4)} ${countries}`;
}

function containments(
  articles: readonly GroupArticle[],
  prints: readonly Uint32Array[],
  usable: ReadonlyMap<string, readonly number[]>,
  sizes: Int32Array,
): { a: number; b: number; containment: number }[] {
  const edges: { a: number; b: number; containment: number }[] = [];
  const shared = new Map<number, number>();
  prints.forEach((list, a) => {
    shared.clear();
    const language = articles[a]?.language ?? '';
    for (const print of list) {
      for (const b of usable.get(`${language}|${print}`) ?? []) {
        if (b > a) shared.set(b, (shared.get(b) ?? 0) + 1);
      }
    }
    for (const [b, count] of shared) {
      const shorter = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
      const containment = count / shorter;
      if (containment < containmentFloor) continue;
      if (shorter < fewestFingerprints && containmentOf(list, prints[b] ?? list) < formulaContainment) continue;
      edges.push({ a, b, containment });
    }
  });
  return edges;
}

/** Share of the shorter list that is in the longer one; both are sorted. */
function containmentOf(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / Math.max(1, Math.min(a.length, b.length));
}
