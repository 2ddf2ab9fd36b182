import type { Evidence } from '../../model/evidence.ts';
import type { PersonName } from '../../model/record.ts';
import { distinctEvidence } from '../fuse/votes.ts';
import { type Sighting, spellingKey } from './sightings.ts';

/** What was seen of one spelling, added up: no sighting is read again when one more comes. */
export interface SpellingCounts {
  readonly key: string;
  /** By script, full name and surface. */
  readonly names: Map<string, NameCount>;
  readonly roleTexts: Map<string, number>;
  /** Other spellings of the country that could be the same person and stand in one meeting or article: how often. */
  readonly near: Map<string, number>;
  evidence: readonly Evidence[];
  first?: number;
  last?: number;
  /** First day on which somebody calls the person a former holder. */
  gone?: number;
  /** Sightings in the office, not as a former holder. */
  holding: number;
  acting: number;
  count: number;
  /** Sightings from which the register learns whose office it is; of an open name, the questions. */
  known: number;
}

export interface NameCount {
  readonly surface: string;
  readonly full: string;
  readonly script: PersonName['script'];
  readonly languages: Map<string, number>;
  evidence: readonly Evidence[];
}

/** The first of these are shown; more are never kept. */
export const evidencePerSpelling = 3;
export const evidencePerPost = 5;

export function keyOfSighting({ country, roleCode, name }: Sighting): string {
  return spellingKey(country, roleCode, name.full);
}

export function emptyCounts(key: string): SpellingCounts {
  return {
    key,
    names: new Map(),
    roleTexts: new Map(),
    near: new Map(),
    evidence: [],
    holding: 0,
    acting: 0,
    count: 0,
    known: 0,
  };
}

export function addSighting(counts: SpellingCounts, sighting: Sighting): void {
  const { name, roleText, day, former, acting, evidence } = sighting;
  const key = nameKey(name);
  let known = counts.names.get(key);
  if (known === undefined) {
    const { surface, full, script } = name;
    known = { surface, full, script, languages: new Map(), evidence: [] };
    counts.names.set(key, known);
  }
  increase(known.languages, name.lang, 1);
  known.evidence = firstOf(known.evidence, evidence, evidencePerSpelling);
  increase(counts.roleTexts, roleText, 1);
  counts.evidence = firstOf(counts.evidence, evidence, evidencePerPost);
  counts.count++;
  if (acting) counts.acting++;
  if (!former) counts.holding++;
  if (day === undefined) return;
  if (former) counts.gone = Math.min(counts.gone ?? day, day);
  else {
    counts.first = Math.min(counts.first ?? day, day);
    counts.last = Math.max(counts.last ?? day, day);
  }
}

/**
 * @returns false when what is left cannot be told from the sums, because the sighting was the first, the last or among
 *   those that are shown: the spelling has to be counted anew then, and nothing was changed
 */
export function removeSighting(counts: SpellingCounts, sighting: Sighting): boolean {
  const { name, roleText, day, former, acting, evidence } = sighting;
  const known = counts.names.get(nameKey(name));
  if (known === undefined) return false;
  const isShown = (shown: readonly Evidence[]) => shown.some((one) => evidence.some((other) => isSame(one, other)));
  if (isShown(counts.evidence) || isShown(known.evidence)) return false;
  if (day !== undefined && (former ? day === counts.gone : day === counts.first || day === counts.last)) return false;
  increase(known.languages, name.lang, -1);
  if (known.languages.size === 0) counts.names.delete(nameKey(name));
  increase(counts.roleTexts, roleText, -1);
  counts.count--;
  if (acting) counts.acting--;
  if (!former) counts.holding--;
  return true;
}

export function increase(counts: Map<string, number>, key: string, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

/** The form in which it is stored; equal counts have equal texts. */
export function writeCounts({ key, names, roleTexts, near, ...rest }: SpellingCounts): string {
  const pairs = (map: ReadonlyMap<string, number>) => [...map].sort(byKey);
  return JSON.stringify({
    key,
    names: [...names].sort(byKey).map(([, name]) => ({ ...name, languages: pairs(name.languages) })),
    roleTexts: pairs(roleTexts),
    near: pairs(near),
    evidence: rest.evidence,
    first: rest.first,
    last: rest.last,
    gone: rest.gone,
    holding: rest.holding,
    acting: rest.acting,
    count: rest.count,
    known: rest.known,
  });
}

interface WrittenCounts extends Omit<SpellingCounts, 'names' | 'roleTexts' | 'near'> {
  readonly names: readonly (Omit<NameCount, 'languages'> & { readonly languages: [string, number][] })[];
  readonly roleTexts: [string, number][];
  readonly near: [string, number][];
}

export function readCounts(text: string): SpellingCounts {
  const { names, roleTexts, near, ...rest } = JSON.parse(text) as WrittenCounts;
  return {
    ...rest,
    names: new Map(names.map((name) => [nameKey(name), { ...name, languages: new Map(name.languages) }])),
    roleTexts: new Map(roleTexts),
    near: new Map(near),
  };
}

/** A copy that can be changed. */
export function copyCounts(counts: SpellingCounts): SpellingCounts {
  const names = [...counts.names].map(([key, name]): [string, NameCount] => [
    key,
    { ...name, languages: new Map(name.languages) },
  ]);
  return { ...counts, names: new Map(names), roleTexts: new Map(counts.roleTexts), near: new Map(counts.near) };
}

function nameKey({ script, full, surface }: Pick<PersonName, 'script' | 'full' | 'surface'>): string {
  return `${script}|${full}|${surface}`;
}

function firstOf(known: readonly Evidence[], added: readonly Evidence[], most: number): readonly Evidence[] {
  const last = known[most - 1];
  // Most sightings come when the first ones are long known.
  if (last !== undefined && added.every(({ articleId }) => articleId > last.articleId)) return known;
  return distinctEvidence([...known, ...added]).slice(0, most);
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.articleId === b.articleId && a.textVersion === b.textVersion && a.start === b.start && a.end === b.end;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
