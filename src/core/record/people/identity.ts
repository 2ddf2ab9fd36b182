import type { Person } from '../../model/record.ts';
import { hash64 } from '../../text/hash.ts';
import { foldName } from '../../text/normalise.ts';
import { latinLetters } from '../sounds.ts';
import { spellingKey } from './sightings.ts';
import type { Spelling } from './spellings.ts';

/** Ids or addresses that are taken by what is not looked at now. */
export type Reserved = Pick<ReadonlySet<string>, 'has'>;

/**
 * Keeps the id of the earlier person who shares most spellings; otherwise an id from the first spelling.
 * @param wanted ids that a decision fixes, by group
 * @param reserved ids of people who are not looked at now
 */
export function personIds(
  groups: readonly (readonly Spelling[])[],
  previous: readonly Person[],
  wanted: ReadonlyMap<readonly Spelling[], string> = new Map(),
  reserved: Reserved = new Set(),
): string[] {
  const before = idsBySpelling(previous);
  const wishes = groups.flatMap((group, position) => {
    const shared = new Map<string, number>();
    for (const { key } of group) {
      const id = before.get(key);
      if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    // People who come together again, after a split that was taken back, are the one whom their first spelling names.
    const own = `p${hash64(group[0]?.key ?? '')}`;
    return [...shared].map(([id, count]) => ({ position, id, count, own: id === own }));
  });
  wishes.sort(
    (a, b) => Number(b.own) - Number(a.own) || b.count - a.count || compare(a.id, b.id) || a.position - b.position,
  );
  const ids: (string | undefined)[] = groups.map((group) => wanted.get(group));
  const given = new Set(ids.filter((id) => id !== undefined));
  const taken = { has: (id: string) => given.has(id) || reserved.has(id), add: (id: string) => given.add(id) };
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

/** Who each spelling was taken for last time. */
export function idsBySpelling(people: readonly Person[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const person of people) {
    for (const office of person.offices) {
      for (const name of person.names)
        ids.set(spellingKey(office.country ?? '', office.roleCode, name.full), person.id);
    }
  }
  return ids;
}

/** Addresses such as `anna-karlsson`; a person keeps the one they have as long as it fits their name. */
export function personSlugs(
  people: readonly Person[],
  previous: readonly Person[],
  reserved: Reserved = new Set(),
): Person[] {
  const before = new Map(previous.map((person) => [person.id, person.slug]));
  const given = new Set<string>();
  const taken = {
    has: (slug: string) => given.has(slug) || reserved.has(slug),
    add: (slug: string) => given.add(slug),
  };
  const slugs = new Map<string, string>();
  const ordered = [...people].sort((a, b) => compare(a.id, b.id));
  for (const person of ordered) {
    const old = before.get(person.id);
    if (old === undefined || taken.has(old) || !isNumbered(old, slugBase(person))) continue;
    slugs.set(person.id, old);
    taken.add(old);
  }
  return ordered.map((person) => {
    const base = slugBase(person);
    let slug = slugs.get(person.id);
    if (slug === undefined) {
      slug = base;
      for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
      taken.add(slug);
    }
    return { ...person, slug };
  });
}

function slugBase(person: Person): string {
  if (/^[\p{Script=Latin}\p{N} '’.-]+$/u.test(person.name)) return foldName(person.name).replaceAll(' ', '-');
  const words = foldName(person.name)
    .split(' ')
    .map(latinLetters)
    .filter((word) => word !== '');
  return words.join('-') || person.id;
}

function isNumbered(slug: string, base: string): boolean {
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
