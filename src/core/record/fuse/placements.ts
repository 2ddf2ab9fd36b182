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

interface KnownName {
  readonly country: CountryCode;
  readonly roleCode: string;
  readonly name: string;
  readonly parts: NameParts;
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
  const matches = new Map<string, readonly KnownName[]>();
  for (const { key, open = [], countries, day } of asked) {
    if (day === undefined) continue;
    const articleId = key.slice(0, key.lastIndexOf('#'));
    const placed = open.flatMap(({ roleCode, name, guess }, position): Placement[] => {
      const question = `${roleCode}|${foldName(name)}`;
      const found = matches.get(question) ?? matchesOf(name, known.get(roleCode) ?? []);
      matches.set(question, found);
      const one = theOnly(found, articleId, day);
      if (one === undefined || one.country === guess || isRejected(key, one.country)) return [];
      if (countries.includes(one.country)) return [];
      return [{ position, ...one }];
    });
    if (placed.length > 0) placements.set(key, placed);
  }
  return placements;
}

function knownNames(reports: readonly AskedReport[], roles: ReadonlySet<string>): Map<string, KnownName[]> {
  const byKey = new Map<string, KnownName>();
  const byRole = new Map<string, KnownName[]>();
  for (const { sightings } of reports) {
    for (const sighting of sightings) {
      const { roleCode, country, name, former, guessed, day } = sighting;
      if (former || guessed === true || day === undefined || !roles.has(roleCode)) continue;
      const key = `${country}|${roleCode}|${foldName(name.full)}`;
      let known = byKey.get(key);
      if (known === undefined) {
        known = { country, roleCode, name: name.full, parts: nameParts(name.full), seen: [] };
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

function matchesOf(name: string, known: readonly KnownName[]): KnownName[] {
  const parts = nameParts(name);
  return known.filter((one) => sameName(parts, one.parts));
}

function theOnly(
  matches: readonly KnownName[],
  articleId: string,
  day: number,
): Omit<Placement, 'position'> | undefined {
  const fitting = matches.flatMap((known) => {
    const seen = known.seen.filter((one) => one.articleId !== articleId);
    const days = seen.flatMap((one) => one.day ?? []);
    const [first, last] = [least(days), most(days)];
    return first - registerMargin <= day && day <= last + registerMargin ? [{ known, seen }] : [];
  });
  const [one] = [...fitting].sort((a, b) => b.seen.length - a.seen.length || (a.known.name < b.known.name ? -1 : 1));
  if (one === undefined) return undefined;
  // Two spellings that cannot be one name are two people, even of one country.
  if (fitting.some(({ known }) => known.country !== one.known.country || !sameName(known.parts, one.known.parts)))
    return undefined;
  const near = fitting
    .flatMap(({ seen }) => seen)
    .map((sighting) => ({ sighting, distance: Math.abs((sighting.day ?? 0) - day) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        (a.sighting.day ?? 0) - (b.sighting.day ?? 0) ||
        (a.sighting.articleId < b.sighting.articleId ? -1 : a.sighting.articleId > b.sighting.articleId ? 1 : 0) ||
        (a.sighting.evidence[0]?.start ?? 0) - (b.sighting.evidence[0]?.start ?? 0),
    );
  return {
    country: one.known.country,
    spelling: { roleCode: one.known.roleCode, name: one.known.name },
    evidence: near.flatMap(({ sighting }) => sighting.evidence.slice(0, 1)).slice(0, evidencePerPlacement),
  };
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
