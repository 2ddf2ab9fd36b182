import type { CountryCode } from '../../model/record.ts';
import { sameName } from '../names.ts';
import type { Report, ReportPerson } from './reports.ts';

/** Strength of agreement on the people of one side. Ordered; the values are compared, never shown. */
const agreement = {
  name: 1,
  nameInNearRole: 0.95,
  /** Same name, another office: one meeting is evidence enough that it is the same person. */
  nameInOtherRole: 0.85,
  role: 0.6,
  nearRole: 0.45,
  /** One report names nobody of the side. */
  silent: 0.3,
  none: 0,
} as const;

export interface Profile {
  readonly countries: readonly CountryCode[];
  readonly people: ReadonlyMap<CountryCode, readonly ReportPerson[]>;
}

/**
 * How well the sides of two reports agree: the score of each shared side, or `undefined` when the sets of countries
 * cannot be of one meeting. A report that leaves out a third side still shares the others.
 */
export function sideScores(a: Profile, b: Profile): number[] | undefined {
  const shared = a.countries.filter((country) => b.countries.includes(country));
  if (shared.length === 0 || shared.length < Math.min(a.countries.length, b.countries.length)) return undefined;
  return shared.map((country) => sideScore(a.people.get(country) ?? [], b.people.get(country) ?? []));
}

/** Same day known in both: one named principal who matches, or the same offices on both sides. */
export function agreesOnDay(scores: readonly number[]): boolean {
  if (scores.length === 1) return (scores[0] ?? 0) >= agreement.nameInOtherRole;
  const best = [...scores].sort((x, y) => y - x);
  return Math.min(...scores) >= agreement.silent && (best[0] ?? 0) + (best[1] ?? 0) >= 1.2;
}

/** Day unknown or different: the people have to carry it, a name at least on one side and the office on the other. */
export function agreesWithoutDay(scores: readonly number[]): boolean {
  if (scores.length < 2) return false;
  return Math.min(...scores) >= agreement.role && Math.max(...scores) >= agreement.nameInOtherRole;
}

export function agreesByName(scores: readonly number[]): boolean {
  return scores.length >= 2 && Math.min(...scores) >= agreement.nameInOtherRole;
}

/** Nobody speaks against it, though perhaps nobody is named. */
export function doesNotDisagree(scores: readonly number[]): boolean {
  return Math.min(...scores) >= agreement.silent;
}

export function namesNobody(report: Pick<Report, 'people'>): boolean {
  for (const people of report.people.values()) if (people.length > 0) return false;
  return true;
}

function sideScore(a: readonly ReportPerson[], b: readonly ReportPerson[]): number {
  if (a.length === 0 || b.length === 0) return agreement.silent;
  let best: number = agreement.none;
  for (const one of a) for (const other of b) best = Math.max(best, personScore(one, other));
  return best;
}

function personScore(a: ReportPerson, b: ReportPerson): number {
  const role = roleRelation(a.participant.roleCode, b.participant.roleCode);
  if (a.name !== undefined && b.name !== undefined) {
    if (!sameName(a.name, b.name)) return agreement.none;
    if (role === 'same') return agreement.name;
    return role === 'near' ? agreement.nameInNearRole : agreement.nameInOtherRole;
  }
  if (role === 'same') return agreement.role;
  return role === 'near' ? agreement.nearRole : agreement.none;
}

/**
 * `near`: one portfolio under two heads (minister and secretary of state), one head with a portfolio unsaid, or two
 * words for who heads the state or the government.
 */
export function roleRelation(a: string, b: string): 'same' | 'near' | 'other' {
  if (a === b) return 'same';
  const [headA, portfolioA] = split(a);
  const [headB, portfolioB] = split(b);
  if (portfolioA !== undefined && portfolioA === portfolioB) return 'near';
  if (headA === headB && (portfolioA === undefined || portfolioB === undefined)) return 'near';
  const rankA = headsOf.get(headA);
  return rankA !== undefined && rankA === headsOf.get(headB) ? 'near' : 'other';
}

const headsOf: ReadonlyMap<string, string> = new Map([
  ...['head_of_state', 'president', 'king', 'queen', 'emir', 'sultan', 'grand_duke', 'governor_general'].map(
    (head): [string, string] => [head, 'state'],
  ),
  ...['head_of_government', 'prime_minister', 'chancellor', 'president_of_government'].map((head): [string, string] => [
    head,
    'government',
  ]),
]);

function split(roleCode: string): [string, string | undefined] {
  const colon = roleCode.indexOf(':');
  return colon < 0 ? [roleCode, undefined] : [roleCode.slice(0, colon), roleCode.slice(colon + 1)];
}
