import type { CountryCode, Participant, Person, Post, RegisterInference } from '../../model/record.ts';
import { parseIsoDay } from '../../text/calendars.ts';
import { registerCertainty, registerCertaintyOutside, registerMargin } from '../fuse/register-margin.ts';
import { nameParts, sameName } from '../names.ts';
import { isHeldByOne } from './posts.ts';

/** A participant whose name or post the reports leave out. */
export interface UnsaidOffice {
  readonly country: CountryCode;
  readonly roleCode: string;
  readonly name?: string;
}

/** Who held which office when, for what reports leave out. */
export interface Holders {
  /** `undefined` when nobody or more than one fits. */
  infer(office: UnsaidOffice, day: number): RegisterInference | undefined;
  /** Days on which the answer for a post of the country can become another. */
  turns(country: CountryCode, roleCode?: string): readonly number[];
}

/** Words that name no post: "the minister", "the official". */
const bareRoles: ReadonlySet<string> = new Set(['minister', 'official']);

/** Whether the register can add something: who "the interior minister of ⟨country⟩" was, which minister a name is. */
export function unsaidOffice(participant: Participant, country: CountryCode): UnsaidOffice | undefined {
  const { name, roleCode, former, acting, countryBasis } = participant;
  // A conclusion is not drawn from a conclusion.
  if (former === true || acting === true || countryBasis === 'inferred-home' || countryBasis === 'register')
    return undefined;
  if (name === undefined) return isHeldByOne(roleCode) ? { country, roleCode } : undefined;
  return bareRoles.has(roleCode) ? { country, roleCode, name: name.full } : undefined;
}

/** @param withdrawn people who are told nowhere: where they fit, nobody else is named in their place */
export function buildHolders(people: readonly Person[], withdrawn: readonly Person[] = []): Holders {
  const hidden = new Set(withdrawn.map(({ id }) => id));
  const byOffice = new Map<string, { readonly person: Person; readonly post: Post }[]>();
  const byCountry = new Map<CountryCode, { readonly person: Person; readonly post: Post }[]>();
  for (const person of [...people, ...withdrawn]) {
    for (const post of person.offices) {
      add(byOffice, `${post.country ?? ''}|${post.roleCode}`, { person, post });
      if (!bareRoles.has(post.roleCode)) add(byCountry, post.country ?? '', { person, post });
    }
  }
  return {
    turns: (country, roleCode) => {
      const posts = roleCode === undefined ? byCountry.get(country) : byOffice.get(`${country}|${roleCode}`);
      return (posts ?? []).flatMap(({ post }) => {
        const { begin, end } = daysOf(post);
        const [first, last] = [dayOf(post.firstSeen), dayOf(post.lastSeen)];
        return first === undefined || last === undefined ? [] : [begin, first, last + 1, end + 1];
      });
    },
    infer: ({ country, roleCode, name }, day) => {
      const parts = name === undefined ? undefined : nameParts(name);
      const candidates =
        parts === undefined
          ? (byOffice.get(`${country}|${roleCode}`) ?? [])
          : (byCountry.get(country) ?? []).filter(
              ({ person, post }) =>
                (roleCode !== 'minister' || post.roleCode.startsWith('minister:')) &&
                [person.name, ...person.names.map(({ full }) => full)].some((known) =>
                  sameName(parts, nameParts(known)),
                ),
            );
      const fitting = candidates.filter(({ post }) => fits(post, day));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1 || hidden.has(only.person.id)) return undefined;
      const { person, post } = only;
      return {
        field: name === undefined ? 'holder' : 'post',
        value: name === undefined ? person.name : post.roleCode,
        personId: person.id,
        basis: 'register',
        certainty: isBetween(post, day) ? registerCertainty : registerCertaintyOutside,
        evidence: post.evidence.slice(0, 3),
      };
    },
  };
}

/** Seen in the months around the day, and not known to have come later or to have left before. */
function fits(post: Post, day: number): boolean {
  const { begin, end } = daysOf(post);
  return begin <= day && day <= end;
}

function daysOf(post: Post): { readonly begin: number; readonly end: number } {
  const { firstSeen, lastSeen } = post;
  if (firstSeen === undefined || lastSeen === undefined) return { begin: Infinity, end: -Infinity };
  const begun = dayOf(/^\[(\d[^.]*)\.\./.exec(post.from ?? '')?.[1]) ?? -Infinity;
  const gone = dayOf(/\.\.(\d[^\]]*)\]$/.exec(post.until ?? '')?.[1]) ?? Infinity;
  return {
    begin: Math.max(begun, (dayOf(firstSeen) ?? Infinity) - registerMargin),
    end: Math.min(gone, (dayOf(lastSeen) ?? -Infinity) + registerMargin),
  };
}

function isBetween({ firstSeen, lastSeen }: Post, day: number): boolean {
  return day >= (dayOf(firstSeen) ?? Infinity) && day <= (dayOf(lastSeen) ?? -Infinity);
}

function dayOf(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : parseIsoDay(iso);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
