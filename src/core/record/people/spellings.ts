import type { CountryCode } from '../../model/record.ts';
import { createUnionFind, type UnionFind } from '../fuse/union.ts';
import { type NameParts, nameParts, sameName } from '../names.ts';
import { blockKey } from '../register.ts';
import type { Sighting } from './sightings.ts';
import { addSighting, emptyCounts, keyOfSighting, type SpellingCounts } from './spelling-counts.ts';
import { countVouchers, createVouching } from './vouching.ts';

/** One spelling in one office of one country, with all that was seen of it. */
export interface Spelling extends SpellingCounts {
  readonly office: string;
  readonly roleCode: string;
  readonly country: CountryCode;
  readonly parts: NameParts;
}

/** @param meetings sightings by meeting; the order of meetings does not matter */
export function collectSpellings(meetings: readonly (readonly Sighting[])[]): Spelling[] {
  return spellingsOf(countSpellings(meetings, byArticle(meetings)).values());
}

/** What is named together, in a meeting or an article, can vouch for a person under two titles. */
export function countSpellings(
  meetings: readonly (readonly Sighting[])[],
  articles: readonly (readonly Sighting[])[],
): Map<string, SpellingCounts> {
  const counts = new Map<string, SpellingCounts>();
  for (const sightings of articles) {
    for (const sighting of sightings) {
      const key = keyOfSighting(sighting);
      let spelling = counts.get(key);
      if (spelling === undefined) {
        spelling = emptyCounts(key);
        counts.set(key, spelling);
      }
      addSighting(spelling, sighting);
    }
  }
  const vouch = createVouching();
  for (const units of [meetings, articles]) for (const unit of units) countVouchers(counts, vouch(unit), 1);
  return counts;
}

/** Ready to be compared, in an order of their own; names without a word are left out. */
export function spellingsOf(counts: Iterable<SpellingCounts>): Spelling[] {
  return [...counts]
    .flatMap((one): Spelling[] => {
      const [country = '', roleCode = '', ...name] = one.key.split('|');
      const parts = nameParts(name.join('|'));
      if (parts.words.length === 0 || one.count === 0) return [];
      return [{ ...one, country, roleCode, office: `${country}|${roleCode}`, parts }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function byArticle(meetings: readonly (readonly Sighting[])[]): readonly (readonly Sighting[])[] {
  const articles = new Map<string, Sighting[]>();
  for (const sighting of meetings.flat()) {
    const list = articles.get(sighting.articleId);
    if (list === undefined) articles.set(sighting.articleId, [sighting]);
    else list.push(sighting);
  }
  return [...articles.values()];
}

/**
 * Which spellings are one person, by what the reports say. Compared inside one office of one country only; two offices
 * become one person only where one article or one meeting gives the same full name both.
 */
export function groupSpellings(spellings: readonly Spelling[]): Spelling[][] {
  const sets = createUnionFind(spellings.length);
  joinInOffice(spellings, sets);
  joinAcrossOffices(spellings, sets);
  const groups = new Map<number, Spelling[]>();
  spellings.forEach((spelling, position) => {
    const root = sets.find(position);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [spelling]);
    else group.push(spelling);
  });
  return [...groups.values()];
}

/** Offices with fewer spellings are compared whole: first sounds differ between scripts ("Charles", "تشارلز"). */
const smallOffice = 60;

function joinInOffice(spellings: readonly Spelling[], sets: UnionFind): void {
  const offices = new Map<string, number[]>();
  for (const [position, { office }] of spellings.entries()) addTo(offices, office, position);
  const blocks = new Map<string, number[]>();
  for (const [office, positions] of offices) {
    if (positions.length <= smallOffice) blocks.set(office, positions);
    else {
      for (const position of positions) {
        for (const key of new Set(spellings[position]?.parts.words.map(blockKey))) {
          addTo(blocks, `${office}|${key}`, position);
        }
      }
    }
  }
  const loneMatches = new Map<number, Set<number>>();
  for (const block of blocks.values()) {
    for (const [offset, a] of block.entries()) {
      for (const b of block.slice(offset + 1)) {
        const partsA = spellings[a]?.parts;
        const partsB = spellings[b]?.parts;
        if (partsA === undefined || partsB === undefined || !sameName(partsA, partsB)) continue;
        const loneA = partsA.words.length === 1;
        if (loneA === (partsB.words.length === 1)) sets.union(a, b);
        else {
          const [lone, full] = loneA ? [a, b] : [b, a];
          loneMatches.set(lone, (loneMatches.get(lone) ?? new Set()).add(full));
        }
      }
    }
  }
  // A family name alone must not join two people who share it: it goes to the only one, or to nobody.
  const owners = new Map<number, number>();
  for (const [lone, full] of loneMatches) {
    const people = new Set([...full].map((position) => sets.find(position)));
    const near = new Set(
      [...full]
        .filter((position) => spellings[lone]?.near.has(spellings[position]?.key ?? ''))
        .map((position) => sets.find(position)),
    );
    const [owner] = people.size === 1 ? people : near.size === 1 ? near : [];
    if (owner !== undefined) owners.set(lone, owner);
  }
  for (const [lone, owner] of [...owners].sort((a, b) => a[0] - b[0])) sets.union(lone, owner);
}

function joinAcrossOffices(spellings: readonly Spelling[], sets: UnionFind): void {
  const byKey = new Map(spellings.map(({ key }, position) => [key, position]));
  spellings.forEach((one, position) => {
    for (const key of one.near.keys()) {
      const other = byKey.get(key);
      if (other !== undefined && spellings[other]?.office !== one.office) sets.union(position, other);
    }
  });
}

function addTo(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
