import type { Evidence } from '../../model/evidence.ts';
import type { CountryCode, Participant, Person, PersonName } from '../../model/record.ts';
import { isoDay } from '../../text/calendars.ts';
import { hash64 } from '../../text/hash.ts';
import { foldName } from '../../text/normalise.ts';
import { type NameParts, nameParts, sameName } from '../names.ts';
import { blockKey } from '../register.ts';
import { latinLetters } from '../sounds.ts';
import type { Report } from './reports.ts';
import { createUnionFind } from './union.ts';
import { distinctEvidence } from './votes.ts';

/** The people of a corpus and which participant is which of them. */
export interface PeopleIndex {
  readonly people: readonly Person[];
  idOf(participant: Participant, country: CountryCode): string | undefined;
}

/** One spelling in one office of one country, with all that was seen of it. */
interface Spelling {
  readonly key: string;
  readonly office: string;
  readonly roleCode: string;
  readonly country: CountryCode;
  readonly parts: NameParts;
  readonly names: Map<string, { name: PersonName; count: number }>;
  readonly roleTexts: Map<string, number>;
  readonly meetings: Set<string>;
  readonly evidence: Evidence[];
  first?: number;
  last?: number;
  former: boolean;
  count: number;
}

const evidencePerOffice = 5;

/**
 * Finds who is who. Spellings are compared inside one office of one country only; two offices become one person only
 * where one article or one meeting gives the same name both. Nobody without a public office gets an entry.
 * @param meetings reports by meeting, so that a meeting can vouch for a person under two titles
 */
export function findPeople(meetings: readonly (readonly Report[])[], previous: readonly Person[] = []): PeopleIndex {
  const spellings = collectSpellings(meetings);
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
  const kept = [...groups.values()].filter((group) => group.some((spelling) => !spelling.former));
  const ids = personIds(kept, previous);
  const idBySpelling = new Map<string, string>();
  kept.forEach((group, position) => {
    for (const spelling of group) idBySpelling.set(spelling.key, ids[position] ?? '');
  });
  const people = withSlugs(kept.map((group, position) => personOf(group, ids[position] ?? '')));
  return {
    people,
    idOf: (participant, country) => idBySpelling.get(spellingKey(participant, country)),
  };
}

function spellingKey(participant: Participant, country: CountryCode): string {
  return `${country}|${participant.roleCode}|${foldName(participant.name?.full ?? '')}`;
}

function collectSpellings(meetings: readonly (readonly Report[])[]): Spelling[] {
  const spellings = new Map<string, Spelling>();
  meetings.forEach((reports, meetingNumber) => {
    for (const report of reports) {
      for (const side of report.meeting.sides) {
        for (const participant of side.participants) {
          const { name, roleCode } = participant;
          if (name === undefined || roleCode === '') continue;
          const key = spellingKey(participant, side.country);
          let spelling = spellings.get(key);
          if (spelling === undefined) {
            spelling = {
              key,
              office: `${side.country}|${roleCode}`,
              roleCode,
              country: side.country,
              parts: nameParts(name.full),
              names: new Map(),
              roleTexts: new Map(),
              meetings: new Set(),
              evidence: [],
              former: true,
              count: 0,
            };
            spellings.set(key, spelling);
          }
          note(spelling, participant, name, report, meetingNumber);
        }
      }
    }
  });
  return [...spellings.values()]
    .filter((spelling) => spelling.parts.words.length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function note(
  spelling: Spelling,
  participant: Participant,
  name: PersonName,
  report: Report,
  meetingNumber: number,
): void {
  const nameKey = `${name.script}|${name.full}|${name.surface}`;
  const known = spelling.names.get(nameKey);
  if (known === undefined) spelling.names.set(nameKey, { name, count: 1 });
  else known.count++;
  spelling.roleTexts.set(participant.roleText, (spelling.roleTexts.get(participant.roleText) ?? 0) + 1);
  spelling.meetings.add(`m${meetingNumber}`).add(`a${report.articleId}`);
  spelling.evidence.push(...report.evidence(participant.mentions));
  spelling.count++;
  if (participant.former) return;
  spelling.former = false;
  const day = report.background ? report.days?.from : (report.days?.from ?? report.published);
  if (day === undefined) return;
  spelling.first = Math.min(spelling.first ?? day, day);
  spelling.last = Math.max(spelling.last ?? day, day);
}

function joinInOffice(spellings: readonly Spelling[], sets: ReturnType<typeof createUnionFind>): void {
  const blocks = new Map<string, number[]>();
  spellings.forEach((spelling, position) => {
    for (const key of new Set(spelling.parts.words.map(blockKey))) {
      const block = `${spelling.office}|${key}`;
      const list = blocks.get(block);
      if (list === undefined) blocks.set(block, [position]);
      else list.push(position);
    }
  });
  const loneMatches = new Map<number, Set<number>>();
  for (const block of blocks.values()) {
    for (const [offset, a] of block.entries()) {
      for (const b of block.slice(offset + 1)) {
        const partsA = spellings[a]?.parts;
        const partsB = spellings[b]?.parts;
        if (partsA === undefined || partsB === undefined || !sameName(partsA, partsB)) continue;
        const loneA = partsA.words.length === 1;
        if (loneA === (partsB.words.length === 1)) sets.union(a, b);
        else addTo(loneMatches, loneA ? a : b, loneA ? b : a);
      }
    }
  }
  // A family name alone must not join two people who share it: it goes to the only one, or to nobody.
  for (const [lone, full] of [...loneMatches].sort((a, b) => a[0] - b[0])) {
    const people = new Set([...full].map((position) => sets.find(position)));
    const [only] = people;
    if (people.size === 1 && only !== undefined) sets.union(lone, only);
    else {
      const nearest = [...full].filter((position) => sharesMeeting(spellings[lone], spellings[position]));
      const nearestPeople = new Set(nearest.map((position) => sets.find(position)));
      const [near] = nearestPeople;
      if (nearestPeople.size === 1 && near !== undefined) sets.union(lone, near);
    }
  }
}

function joinAcrossOffices(spellings: readonly Spelling[], sets: ReturnType<typeof createUnionFind>): void {
  const together = new Map<string, number[]>();
  spellings.forEach((spelling, position) => {
    for (const meeting of spelling.meetings) {
      const key = `${spelling.country}|${meeting}`;
      const list = together.get(key);
      if (list === undefined) together.set(key, [position]);
      else list.push(position);
    }
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

function personOf(group: readonly Spelling[], id: string): Person {
  const names = new Map<string, { name: PersonName; count: number }>();
  const offices = new Map<string, Spelling[]>();
  for (const spelling of group) {
    for (const [key, { name, count }] of spelling.names) {
      names.set(key, { name, count: (names.get(key)?.count ?? 0) + count });
    }
    const list = offices.get(spelling.office);
    if (list === undefined) offices.set(spelling.office, [spelling]);
    else list.push(spelling);
  }
  const ordered = [...names.values()].sort(
    (a, b) => b.count - a.count || compare(a.name.full, b.name.full) || compare(a.name.surface, b.name.surface),
  );
  return {
    id,
    slug: '',
    name: bestName(ordered.map(({ name, count }) => ({ name, count })))?.full ?? '',
    names: ordered.map(({ name }) => name),
    offices: [...offices.values()]
      .map((list) => {
        const [first] = list;
        const firstSeen = minimum(list.flatMap((one) => one.first ?? []));
        const lastSeen = maximum(list.flatMap((one) => one.last ?? []));
        return {
          roleCode: first?.roleCode ?? '',
          roleText: mostFrequent(list.map((one) => one.roleTexts)),
          country: first?.country ?? '',
          ...(firstSeen === undefined ? {} : { firstSeen: isoDay(firstSeen) }),
          ...(lastSeen === undefined ? {} : { lastSeen: isoDay(lastSeen) }),
          evidence: distinctEvidence(list.flatMap((one) => one.evidence)).slice(0, evidencePerOffice),
        };
      })
      .sort((a, b) => compare(a.firstSeen ?? '9', b.firstSeen ?? '9') || compare(a.roleCode, b.roleCode)),
  };
}

/**
 * The name to show: in Latin letters where the corpus has one, a full name before a family name, then the spelling
 * that most reports use.
 */
export function bestName(
  names: readonly { readonly name: PersonName; readonly count: number }[],
): PersonName | undefined {
  const counts = new Map<string, { name: PersonName; count: number; words: number }>();
  for (const { name, count } of names) {
    const key = `${name.script}|${name.full}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { name, count, words: nameParts(name.full).words.length });
    else known.count += count;
  }
  return [...counts.values()].sort(
    (a, b) =>
      Number(b.name.script === 'latin') - Number(a.name.script === 'latin') ||
      Number(b.words > 1 || /\s/.test(b.name.full)) - Number(a.words > 1 || /\s/.test(a.name.full)) ||
      b.count - a.count ||
      b.words - a.words ||
      b.name.full.length - a.name.full.length ||
      compare(a.name.full, b.name.full),
  )[0]?.name;
}

/** Keeps the id of the earlier person who shares most spellings; otherwise an id from the first spelling. */
function personIds(groups: readonly (readonly Spelling[])[], previous: readonly Person[]): string[] {
  const before = new Map<string, string>();
  for (const person of previous) {
    for (const office of person.offices) {
      for (const name of person.names) {
        before.set(`${office.country ?? ''}|${office.roleCode}|${foldName(name.full)}`, person.id);
      }
    }
  }
  const wishes = groups.flatMap((group, position) => {
    const shared = new Map<string, number>();
    for (const { key } of group) {
      const id = before.get(key);
      if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared].map(([id, count]) => ({ position, id, count }));
  });
  wishes.sort((a, b) => b.count - a.count || compare(a.id, b.id) || a.position - b.position);
  const ids: (string | undefined)[] = groups.map(() => undefined);
  const taken = new Set<string>();
  for (const { position, id } of wishes) {
    if (ids[position] !== undefined || taken.has(id)) continue;
    ids[position] = id;
    taken.add(id);
  }
  return groups.map((group, position) => {
    let id = ids[position] ?? `p${hash64(group[0]?.key ?? '')}`;
    while (ids[position] === undefined && taken.has(id)) id = `p${hash64(id)}`;
    taken.add(id);
    return id;
  });
}

function withSlugs(people: readonly Person[]): Person[] {
  const taken = new Set<string>();
  return [...people]
    .sort((a, b) => compare(a.id, b.id))
    .map((person) => {
      const base =
        foldName(person.name)
          .split(' ')
          .map((word) => latinLetters(word))
          .filter((word) => word !== '')
          .join('-') || person.id;
      const plain = /^[\p{Script=Latin}\p{N} '’.-]+$/u.test(person.name)
        ? foldName(person.name).replaceAll(' ', '-')
        : base;
      let slug = plain;
      for (let n = 2; taken.has(slug); n++) slug = `${plain}-${n}`;
      taken.add(slug);
      return { ...person, slug };
    });
}

function sharesMeeting(a: Spelling | undefined, b: Spelling | undefined): boolean {
  return a !== undefined && b !== undefined && [...a.meetings].some((meeting) => b.meetings.has(meeting));
}

function mostFrequent(counts: readonly ReadonlyMap<string, number>[]): string {
  const total = new Map<string, number>();
  for (const map of counts) for (const [text, count] of map) total.set(text, (total.get(text) ?? 0) + count);
  return [...total].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? '';
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function minimum(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

function maximum(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
