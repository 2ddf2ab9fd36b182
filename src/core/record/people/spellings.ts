import type { Evidence } from '../../model/evidence.ts';
import type { CountryCode, PersonName } from '../../model/record.ts';
import { createUnionFind, type UnionFind } from '../fuse/union.ts';
import { type NameParts, nameParts, sameName } from '../names.ts';
import { blockKey } from '../register.ts';
import { type Sighting, spellingKey } from './sightings.ts';

/** One spelling in one office of one country, with all that was seen of it. */
export interface Spelling {
  readonly key: string;
  readonly office: string;
  readonly roleCode: string;
  readonly country: CountryCode;
  readonly parts: NameParts;
  readonly names: Map<string, { name: PersonName; count: number; evidence: Evidence[] }>;
  readonly roleTexts: Map<string, number>;
  /** Meetings and articles that name it, for finding one person under two titles. */
  readonly meetings: Set<string>;
  readonly articles: Set<string>;
  readonly evidence: Evidence[];
  first?: number;
  last?: number;
  /** First day on which somebody calls the person a former holder. */
  gone?: number;
  former: boolean;
  acting: number;
  count: number;
}

/** @param meetings sightings by meeting; the order of meetings does not matter */
export function collectSpellings(meetings: readonly (readonly Sighting[])[]): Spelling[] {
  const spellings = new Map<string, Spelling>();
  meetings.forEach((sightings, number) => {
    for (const sighting of sightings) {
      const { country, roleCode, name } = sighting;
      const key = spellingKey(country, roleCode, name.full);
      let spelling = spellings.get(key);
      if (spelling === undefined) {
        spelling = {
          key,
          office: `${country}|${roleCode}`,
          roleCode,
          country,
          parts: nameParts(name.full),
          names: new Map(),
          roleTexts: new Map(),
          meetings: new Set(),
          articles: new Set(),
          evidence: [],
          former: true,
          acting: 0,
          count: 0,
        };
        spellings.set(key, spelling);
      }
      note(spelling, sighting, number);
    }
  });
  return [...spellings.values()]
    .filter((spelling) => spelling.parts.words.length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function note(spelling: Spelling, sighting: Sighting, meetingNumber: number): void {
  const { name, roleText, articleId, day, former, acting, evidence } = sighting;
  const nameKey = `${name.script}|${name.full}|${name.surface}`;
  const known = spelling.names.get(nameKey);
  if (known === undefined) spelling.names.set(nameKey, { name, count: 1, evidence: [...evidence] });
  else {
    known.count++;
    known.evidence.push(...evidence);
    // The language of a spelling must not depend on which report came first.
    if (name.lang < known.name.lang) known.name = name;
  }
  spelling.roleTexts.set(roleText, (spelling.roleTexts.get(roleText) ?? 0) + 1);
  spelling.meetings.add(`m${meetingNumber}`).add(`a${articleId}`);
  spelling.articles.add(articleId);
  spelling.evidence.push(...evidence);
  spelling.count++;
  if (acting) spelling.acting++;
  if (former) {
    if (day !== undefined) spelling.gone = Math.min(spelling.gone ?? day, day);
    return;
  }
  spelling.former = false;
  if (day === undefined) return;
  spelling.first = Math.min(spelling.first ?? day, day);
  spelling.last = Math.max(spelling.last ?? day, day);
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
        .filter((position) => sharesMeeting(spellings[lone], spellings[position]))
        .map((position) => sets.find(position)),
    );
    const [owner] = people.size === 1 ? people : near.size === 1 ? near : [];
    if (owner !== undefined) owners.set(lone, owner);
  }
  for (const [lone, owner] of [...owners].sort((a, b) => a[0] - b[0])) sets.union(lone, owner);
}

function joinAcrossOffices(spellings: readonly Spelling[], sets: UnionFind): void {
  const together = new Map<string, number[]>();
  spellings.forEach((spelling, position) => {
    for (const meeting of spelling.meetings) addTo(together, `${spelling.country}|${meeting}`, position);
  });
  for (const group of together.values()) {
    for (const [offset, a] of group.entries()) {
      for (const b of group.slice(offset + 1)) {
        const one = spellings[a];
        const other = spellings[b];
        if (one === undefined || other === undefined || one.office === other.office) continue;
        if (one.parts.words.length > 1 && other.parts.words.length > 1 && sameName(one.parts, other.parts)) {
          sets.union(a, b);
        }
      }
    }
  }
}

function sharesMeeting(a: Spelling | undefined, b: Spelling | undefined): boolean {
  return a !== undefined && b !== undefined && [...a.meetings].some((meeting) => b.meetings.has(meeting));
}

function addTo(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
