import type { Evidence } from '../../model/evidence.ts';
import type { CountryCode, Participant, ReportedMeeting, Side } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import { type NameParts, nameParts, sameName } from '../names.ts';
import type { Sighting } from '../people/sightings.ts';
import { registerCertainty, registerMargin } from './register-margin.ts';

/** A report, as far as the register is asked about it. */
export interface AskedReport {
  readonly key: string;
  readonly countries: readonly CountryCode[];
  readonly sightings: readonly Sighting[];
  readonly day?: number;
  readonly open?: readonly OpenName[];
}

/** A name in an office whose country the article does not say. */
export interface OpenName {
  readonly roleCode: string;
  readonly name: string;
  /** What was guessed for want of better: the home of the outlet. */
  readonly guess?: CountryCode;
}

/** For whom the reports of others say that a name holds its office. */
export interface Placement {
  /** Position among the open names of the report. */
  readonly position: number;
  readonly country: CountryCode;
  /** The spelling by which the register knows the person. */
  readonly spelling: { readonly roleCode: string; readonly name: string };
  readonly evidence: readonly Evidence[];
}

/** By key of the report. */
export type Placements = ReadonlyMap<string, readonly Placement[]>;

/** Participants of a report whose country is open, in order: those without one, and those of the outlet's home. */
export function openParticipants(meeting: ReportedMeeting): Participant[] {
  const open = (meeting.unplaced ?? []).filter((one) => one.roleCode !== '');
  const guessed = meeting.sides.flatMap(({ participants }) =>
    participants.filter(({ countryBasis, roleCode }) => countryBasis === 'inferred-home' && roleCode !== ''),
  );
  return [...open, ...guessed].filter(({ name, former }) => name !== undefined && former !== true);
}

/** A name that reports give an office of a country. */
export interface KnownName {
  readonly country: CountryCode;
  readonly roleCode: string;
  /** Folded. */
  readonly name: string;
  readonly parts: NameParts;
}

interface SeenName extends KnownName {
  readonly seen: Sighting[];
}

const evidencePerPlacement = 3;

/**
 * Looks open names up among the names that other reports give this very office, in the months around the day. What fits
 * two countries or two people is left open, and so is what would set somebody on the side of their own counterpart.
 * @param isRejected what an editor said is wrong
 */
export function findPlacements(
  reports: readonly AskedReport[],
  isRejected: (report: string, country: CountryCode) => boolean = () => false,
): Map<string, readonly Placement[]> {
  const asked = reports.filter(({ open }) => open !== undefined);
  const placements = new Map<string, readonly Placement[]>();
  if (asked.length === 0) return placements;
  const known = knownNames(reports, new Set(asked.flatMap(({ open = [] }) => open.map(({ roleCode }) => roleCode))));
  const matches = new Map<string, readonly SeenName[]>();
  for (const report of asked) {
    const articleId = report.key.slice(0, report.key.lastIndexOf('#'));
    const placed = (report.open ?? []).flatMap((open, position): Placement[] => {
      const { day } = report;
      if (day === undefined) return [];
      const question = `${open.roleCode}|${foldName(open.name)}`;
      const found = matches.get(question) ?? matchesOf(open.name, known.get(open.roleCode) ?? []);
      matches.set(question, found);
      const fitting = found.flatMap((one) => {
        const seen = one.seen.filter((sighting) => sighting.articleId !== articleId);
        const days = seen.flatMap((sighting) => sighting.day ?? []);
        return isAround(day, least(days), most(days)) ? [{ known: one, seen }] : [];
      });
      return placeName(report, position, fitting, isRejected);
    });
    if (placed.length > 0) placements.set(report.key, placed);
  }
  return placements;
}

/** Whether the register learns from it whose office it is. */
export function isLearnt({ former, guessed, day }: Sighting): boolean {
  return !former && guessed !== true && day !== undefined;
}

export function isAround(day: number, first: number, last: number): boolean {
  return first - registerMargin <= day && day <= last + registerMargin;
}

function knownNames(reports: readonly AskedReport[], roles: ReadonlySet<string>): Map<string, SeenName[]> {
  const byKey = new Map<string, SeenName>();
  const byRole = new Map<string, SeenName[]>();
  for (const { sightings } of reports) {
    for (const sighting of sightings) {
      const { roleCode, country } = sighting;
      if (!isLearnt(sighting) || !roles.has(roleCode)) continue;
      const name = foldName(sighting.name.full);
      const key = `${country}|${roleCode}|${name}`;
      let known = byKey.get(key);
      if (known === undefined) {
        known = { country, roleCode, name, parts: nameParts(name), seen: [] };
        byKey.set(key, known);
        const list = byRole.get(roleCode);
        if (list === undefined) byRole.set(roleCode, [known]);
        else list.push(known);
      }
      known.seen.push(sighting);
    }
  }
  return byRole;
}

export function matchesOf<T extends KnownName>(name: string, known: readonly T[]): T[] {
  const parts = nameParts(name);
  return known.filter((one) => sameName(parts, one.parts));
}

/**
 * Sets one open name of a report on the side of the only person who fits.
 * @param fitting names that fit, each with the sightings of other articles: all, or those nearest in time
 */
export function placeName(
  { key, countries, open = [], day }: AskedReport,
  position: number,
  fitting: readonly { readonly known: KnownName; readonly seen: readonly Sighting[] }[],
  isRejected: (report: string, country: CountryCode) => boolean,
): Placement[] {
  // The fullest spelling tells people apart best, and does not change with every report.
  const [one] = [...fitting].sort(
    (a, b) => b.known.parts.words.length - a.known.parts.words.length || compare(a.known.name, b.known.name),
  );
  if (one === undefined || day === undefined) return [];
  const { country, roleCode, name, parts } = one.known;
  // Two spellings that cannot be one name are two people, even of one country.
  if (fitting.some(({ known }) => known.country !== country || !sameName(known.parts, parts))) return [];
  if (country === open[position]?.guess || countries.includes(country) || isRejected(key, country)) return [];
  const near = fitting
    .flatMap(({ seen }) => seen)
    .map((sighting) => ({ sighting, distance: Math.abs((sighting.day ?? 0) - day) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        (a.sighting.day ?? 0) - (b.sighting.day ?? 0) ||
        compare(a.sighting.articleId, b.sighting.articleId) ||
        (a.sighting.evidence[0]?.start ?? 0) - (b.sighting.evidence[0]?.start ?? 0),
    );
  const evidence = near.flatMap(({ sighting }) => sighting.evidence.slice(0, 1)).slice(0, evidencePerPlacement);
  return [{ position, country, spelling: { roleCode, name }, evidence }];
}

/** The meeting with its open names where the register knows them; `undefined` when a second side is still missing. */
export function placeParticipants(
  meeting: ReportedMeeting,
  placements: readonly Placement[],
): ReportedMeeting | undefined {
  const { unplaced, ...whole } = meeting;
  if (placements.length === 0) return unplaced === undefined ? meeting : undefined;
  const open = openParticipants(meeting);
  const moved = new Map(placements.map(({ position, country, evidence }) => [open[position], { country, evidence }]));
  const sides: Side[] = meeting.sides.flatMap((side) => {
    const participants = side.participants.filter((participant) => !moved.has(participant));
    return participants.length === 0 && side.participants.length > 0 ? [] : [{ ...side, participants }];
  });
  for (const [participant, place] of moved) {
    if (participant === undefined) continue;
    const { country, evidence } = place;
    const placed: Participant = {
      ...participant,
      country,
      countryBasis: 'register',
      inferred: [{ field: 'country', value: country, basis: 'register', certainty: registerCertainty, evidence }],
    };
    const at = sides.findIndex((side) => side.country === country);
    const side = sides[at];
    if (side === undefined) sides.push({ country, basis: 'register', participants: [placed] });
    else sides[at] = { ...side, participants: [...side.participants, placed] };
  }
  return sides.length < 2 ? undefined : { ...whole, sides };
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
