import type { CountryCode, Participant, Side } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import { nameParts, sameName } from '../names.ts';
import type { Draft } from './build-meeting.ts';

/** A participant of a meeting and the side on which they stand. */
export interface Placed {
  readonly participant: Participant;
  readonly country: CountryCode;
}

const roleCode = /^[a-z_]+(?::[a-z_]+)?$/;

/**
 * The participant that a key means: an id, a name, or `role:XX:code` for an office without a name. Reports that come
 * later may spell the name otherwise: then the one whose name fits, when only one does.
 */
export function findParticipant({ sides }: Pick<Draft, 'sides'>, key: string): Placed | undefined {
  const all = sides.flatMap(({ country, participants }) =>
    participants.map((participant): Placed => ({ participant, country })),
  );
  const folded = foldName(key);
  const exact = all.find(
    ({ participant, country }) =>
      participant.personId === key ||
      (participant.name === undefined
        ? key === `role:${country}:${participant.roleCode}`
        : foldName(participant.name.full) === folded),
  );
  if (exact !== undefined || key.startsWith('role:')) return exact;
  const parts = nameParts(key);
  const alike = all.filter(({ participant: { name } }) => name !== undefined && sameName(nameParts(name.full), parts));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Null takes a participant out, a text is the right name, `{country, roleCode}` adds somebody whom no report names. */
export function changeParticipant(draft: Draft, key: string, value: unknown): Draft | string {
  const found = findParticipant(draft, key);
  if (isOffice(value)) {
    // Reports that came later may name them too: then the editor was right, and there is nothing left to add.
    return found === undefined ? addParticipant(draft, key, value) : draft;
  }
  if (found === undefined) return missing(key);
  if (value === null) return replace(draft, found.participant, undefined);
  if (typeof value !== 'string' || value.trim() === '') return invalid(`participant:${key}`);
  const { personId: _, ...rest } = found.participant;
  const name = {
    surface: found.participant.name?.surface ?? value,
    full: value,
    lang: found.participant.name?.lang ?? 'und',
    script: scriptOf(value),
  };
  return replace(draft, found.participant, { ...rest, name });
}

/** The office that a participant holds, as a role code. What the reports call it is no longer said. */
export function changeRole(draft: Draft, key: string, value: unknown): Draft | string {
  const found = findParticipant(draft, key);
  if (found === undefined) return missing(key);
  if (typeof value !== 'string' || !roleCode.test(value)) return invalid(`role:${key}`);
  const { inferred = [], ...rest } = found.participant;
  // Whatever the register concluded from the wrong office falls with it.
  const kept = inferred.filter(({ field }) => field === 'country');
  return replace(draft, found.participant, {
    ...rest,
    roleCode: value,
    roleText: '',
    ...(kept.length === 0 ? {} : { inferred: kept }),
  });
}

/** Name, office and country of a participant, for comparison and to be kept beside an editor's value. */
export function participantValue(draft: Pick<Draft, 'sides'>, key: string): unknown {
  const found = findParticipant(draft, key);
  if (found === undefined) return null;
  const { participant, country } = found;
  const { name, roleCode: role, roleText } = participant;
  return { ...(name === undefined ? {} : { name: name.full }), roleCode: role, roleText, country };
}

interface Office {
  readonly country: CountryCode;
  readonly roleCode: string;
}

function isOffice(value: unknown): value is Office {
  return typeof value === 'object' && value !== null && 'country' in value && 'roleCode' in value;
}

function addParticipant(draft: Draft, name: string, { country, roleCode: role }: Office): Draft | string {
  if (name.trim() === '' || typeof role !== 'string' || !roleCode.test(role)) return invalid(`participant:${name}`);
  if (!draft.sides.some((side) => side.country === country)) return `The meeting has no side ${country}.`;
  const participant: Participant = {
    name: { surface: name, full: name, lang: 'und', script: scriptOf(name) },
    roleCode: role,
    roleText: '',
    capacity: 'principal',
    country,
    countryBasis: 'editor',
    mentions: [],
  };
  const add = (side: Side): Side =>
    side.country === country ? { ...side, participants: [...side.participants, participant] } : side;
  return { ...draft, sides: draft.sides.map(add) };
}

function replace(draft: Draft, old: Participant, next: Participant | undefined): Draft {
  return {
    ...draft,
    sides: draft.sides.map((side) => ({
      ...side,
      participants: side.participants.flatMap((one) => (one !== old ? [one] : next === undefined ? [] : [next])),
    })),
  };
}

function scriptOf(name: string): 'arabic' | 'latin' {
  return /\p{Script=Arabic}/u.test(name) ? 'arabic' : 'latin';
}

function missing(key: string): string {
  return `The meeting has no participant ${key}.`;
}

function invalid(field: string): string {
  return `The value does not fit the field ${field}.`;
}
