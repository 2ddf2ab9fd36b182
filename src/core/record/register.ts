import type { CountryCode, Person } from '../model/record.ts';
import { type NameParts, nameParts, sameName } from './names.ts';
import { consonantSkeleton } from './sounds.ts';

/** One person in one office, as the corpus tells it. */
export interface OfficeHolder {
  readonly personId: string;
  readonly name: string;
  readonly roleCode: string;
  readonly country: CountryCode;
  /** Days of the first and last report that names the person in this office. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/** Who held which office, learnt from the corpus: gives the coder countries and full names that a text leaves out. */
export interface PersonRegister {
  /** The one person seen in this office around the day; `undefined` when nobody or more than one fits. */
  holder(roleCode: string, country: CountryCode, day?: string): OfficeHolder | undefined;
  /** Everybody of this name, in this role when one is given. Names match across scripts and spellings. */
  find(name: string, roleCode?: string): readonly OfficeHolder[];
}

export function buildRegister(people: readonly Person[]): PersonRegister {
  const byOffice = new Map<string, OfficeHolder[]>();
  const bySkeleton = new Map<string, { holder: OfficeHolder; parts: NameParts }[]>();
  for (const person of people) {
    for (const office of person.offices) {
      if (office.country === undefined) continue;
      const holder: OfficeHolder = {
        personId: person.id,
        name: person.name,
        roleCode: office.roleCode,
        country: office.country,
        ...(office.firstSeen === undefined ? {} : { firstSeen: office.firstSeen }),
        ...(office.lastSeen === undefined ? {} : { lastSeen: office.lastSeen }),
      };
      push(byOffice, `${office.roleCode}|${office.country}`, holder);
      const spellings = new Set([person.name, ...person.names.flatMap((name) => [name.full, name.surface])]);
      const seen = new Set<string>();
      for (const spelling of spellings) {
        const parts = nameParts(spelling);
        for (const word of parts.words) {
          const key = blockKey(word);
          if (seen.has(`${key}|${spelling}`)) continue;
          seen.add(`${key}|${spelling}`);
          push(bySkeleton, key, { holder, parts });
        }
      }
    }
  }
  return {
    holder(roleCode, country, day) {
      const holders = byOffice.get(`${roleCode}|${country}`) ?? [];
      const fitting = day === undefined ? holders : holders.filter((one) => around(one, day));
      return fitting.length === 1 ? fitting[0] : undefined;
    },
    find(name, roleCode) {
      const parts = nameParts(name);
      const found = new Map<string, OfficeHolder>();
      for (const word of parts.words) {
        for (const candidate of bySkeleton.get(blockKey(word)) ?? []) {
          const { holder } = candidate;
          if (roleCode !== undefined && holder.roleCode !== roleCode) continue;
          if (sameName(parts, candidate.parts))
            found.set(`${holder.personId}|${holder.roleCode}|${holder.country}`, holder);
        }
      }
      return [...found.values()].sort((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0));
    },
  };
}

/** Two first consonants: coarse enough for spelling variants of one name, fine enough to keep lists short. */
export function blockKey(word: string): string {
  return consonantSkeleton(word).slice(0, 2);
}

/** Offices are seen in the press from time to time only, so a margin of half a year on both sides is allowed. */
const marginMonths = 6;

function around(holder: OfficeHolder, day: string): boolean {
  const month = monthNumber(day);
  const from = holder.firstSeen === undefined ? undefined : monthNumber(holder.firstSeen) - marginMonths;
  const to = holder.lastSeen === undefined ? undefined : monthNumber(holder.lastSeen) + marginMonths;
  return (from === undefined || month >= from) && (to === undefined || month <= to);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || '1');
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
