import { mediaTopicCodes } from '../../model/media-topics.ts';
import type {
  ClaimField,
  Contradiction,
  CountryCode,
  FieldState,
  MeetingStatus,
  MeetingType,
  Side,
  Topic,
  When,
  Where,
} from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import type { Draft } from './build-meeting.ts';
import { changeParticipant, changeRole, participantValue } from './correct-participants.ts';
import { changeOutcome, changeStatement, toldWords } from './correct-told.ts';
import { spanOfEdtf } from './reports.ts';

/** A draft with one field as an editor wants it, or why that cannot be. */
export type Corrected = { readonly draft: Draft } | { readonly problem: string };

const types: Readonly<Record<MeetingType, true>> = {
  meeting: true,
  call: true,
  video: true,
  visit: true,
  joint_session: true,
  signing: true,
  statement: true,
  ambassador_call: true,
  organisation_meeting: true,
};
const statuses: Readonly<Record<MeetingStatus, true>> = {
  planned: true,
  held: true,
  postponed: true,
  cancelled: true,
  denied: true,
  disputed: true,
};
const topics: Readonly<Record<Topic, true>> = {
  counterterrorism: true,
  migration: true,
  organised_crime: true,
  trafficking: true,
  border: true,
  civil_protection: true,
  defence: true,
  trade: true,
  energy: true,
  culture: true,
  diplomacy: true,
  other: true,
};

/**
 * Sets a field to an editor's value. The machine's value is not lost: where it differs it stays beside the editor's as
 * a contradiction. Fields: `type`, `status`, `when` (EDTF, null for unknown), `where` (place name, `{place, country}`
 * or null), `topics` (list), `side:XX` (null removes), `participant:KEY` (null removes, a text renames, `{country,
 * roleCode}` adds), `role:KEY`, `outcome:WORDS` and `statement:WORDS` (null removes, a text puts right, an object adds).
 * @param was what the editor saw: where the reports say something else by now, that is noted beside the value
 */
export function applyCorrection(draft: Draft, field: string, value: unknown, was?: unknown): Corrected {
  const changed = change(draft, field, value);
  if (typeof changed === 'string') return { problem: changed };
  const before = machineValue(draft, field);
  const state = draft.fields[field];
  const differs = JSON.stringify(before) !== JSON.stringify(machineValue(changed, field));
  const name = claimField(field);
  const kept = name === undefined || !differs ? [] : [beside(draft, name, field, value, before)];
  return {
    draft: {
      ...changed,
      fields: {
        ...changed.fields,
        [field]: {
          certainty: 1,
          independentSources: state?.independentSources ?? 0,
          state: 'editor',
          claimIds: [],
          ...newReports(state, field, { before, value, was }),
        },
      },
      contradictions: [...draft.contradictions.filter((one) => one.field !== name || isList(name)), ...kept],
    },
  };
}

/** An editor's value first, then what it stands in place of; of a field with one value, all that sources say of it. */
function beside(draft: Draft, name: ClaimField, field: string, value: unknown, before: unknown): Contradiction {
  const told = isList(name) ? undefined : draft.contradictions.find((one) => one.field === name)?.values;
  return {
    field: name,
    values: [
      { value: shownValue(field, value), claimIds: [] },
      ...(told ?? [{ value: shownValue(field, before), claimIds: draft.fields[field]?.claimIds ?? [] }]),
    ],
  };
}

/** A side by its country, an added participant with the name: what a reader can be shown without the name of the field. */
function shownValue(field: string, value: unknown): unknown {
  const key = field.slice(field.indexOf(':') + 1);
  if (field.startsWith('side:')) return value === null ? null : { country: key };
  if (field.startsWith('participant:') && isOffice(value)) return { name: key, ...value };
  return value;
}

function isOffice(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('name' in value);
}

/** Of these a meeting has several: what an editor says of one leaves what is known of the others. */
function isList(name: ClaimField | undefined): boolean {
  return name === 'participant' || name === 'side' || name === 'outcome' || name === 'statement';
}

function newReports(
  state: FieldState | undefined,
  field: string,
  { before, value, was }: { readonly before: unknown; readonly value: unknown; readonly was: unknown },
): Pick<FieldState, 'newReports'> {
  if (state?.state === 'editor') return state.newReports === undefined ? {} : { newReports: state.newReports };
  if (before === undefined || was === undefined) return {};
  const [now, seen, set] = [before, was, value].map((one) => JSON.stringify(plain(field, one)));
  return now === seen || now === set ? {} : { newReports: before };
}

/** A place with its country and a place alone are one value here; of a participant the part that is corrected counts. */
function plain(field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return field.startsWith('participant:') ? folded(value) : value;
  if ('place' in value) return value.place;
  if (field.startsWith('role:') && 'roleCode' in value) return value.roleCode;
  // Whoever has no name is known by the office.
  if (field.startsWith('participant:')) return 'name' in value ? folded(value.name) : field.slice(12);
  return value;
}

function folded(value: unknown): unknown {
  return typeof value === 'string' ? foldName(value) : value;
}

function change(draft: Draft, field: string, value: unknown): Draft | string {
  switch (field) {
    case 'type':
      return typeof value === 'string' && value in types ? { ...draft, type: value as MeetingType } : invalid(field);
    case 'status':
      return typeof value === 'string' && value in statuses
        ? { ...draft, status: value as MeetingStatus }
        : invalid(field);
    case 'when': {
      const when = whenFrom(value);
      return when === undefined ? invalid(field) : { ...draft, when };
    }
    case 'where': {
      if (value === null) return without(draft, 'where');
      const where = whereFrom(value);
      return where === undefined ? invalid(field) : { ...draft, where };
    }
    case 'topics':
      return Array.isArray(value) && value.every((topic) => typeof topic === 'string' && topic in topics)
        ? {
            ...draft,
            topics: value.map(
              (topic: Topic) =>
                draft.topics.find((known) => known.topic === topic) ?? {
                  topic,
                  mediaTopics: mediaTopicCodes(topic),
                  standing: { certainty: 1, independentSources: 0, state: 'editor', claimIds: [], basis: 'editor' },
                  evidence: [],
                },
            ),
          }
        : invalid(field);
    default:
      if (field.startsWith('side:')) return changeSide(draft, field.slice(5), value);
      if (field.startsWith('participant:')) return changeParticipant(draft, field.slice(12), value);
      if (field.startsWith('role:')) return changeRole(draft, field.slice(5), value);
      if (field.startsWith('outcome:')) return changeOutcome(draft, field.slice(8), value);
      if (field.startsWith('statement:')) return changeStatement(draft, field.slice(10), value);
      return `There is no field ${field} that can be corrected.`;
  }
}

function changeSide(draft: Draft, country: CountryCode, value: unknown): Draft | string {
  const known = draft.sides.some((side) => side.country === country);
  if (value === null) {
    if (!known) return `The meeting has no side ${country}.`;
    return { ...draft, sides: draft.sides.filter((side) => side.country !== country) };
  }
  if (!/^[A-Z]{2}$/.test(country)) return invalid(`side:${country}`);
  if (known) return draft;
  const side: Side = { country, basis: 'editor', participants: [] };
  return { ...draft, sides: [...draft.sides, side].sort((a, b) => (a.country < b.country ? -1 : 1)) };
}

function whenFrom(value: unknown): When | undefined {
  if (value === null) return { precision: 'unknown', basis: 'editor', mentions: [] };
  const edtf = typeof value === 'object' && value !== null && 'edtf' in value ? value.edtf : value;
  if (typeof edtf !== 'string' || spanOfEdtf(edtf) === undefined) return undefined;
  const precision = edtf.includes('/')
    ? 'range'
    : edtf.includes('T')
      ? 'time'
      : (({ 4: 'year', 7: 'month', 10: 'day' } as const)[edtf.length] ?? 'day');
  return { edtf, precision, basis: 'editor', mentions: [] };
}

function whereFrom(value: unknown): Where | undefined {
  if (typeof value === 'string' && value.trim() !== '') {
    return { place: value, surface: value, basis: 'editor', mentions: [] };
  }
  if (typeof value !== 'object' || value === null || !('place' in value) || typeof value.place !== 'string') {
    return undefined;
  }
  const country = 'country' in value && typeof value.country === 'string' ? value.country : undefined;
  return {
    place: value.place,
    surface: value.place,
    ...(country === undefined ? {} : { country }),
    basis: 'editor',
    mentions: [],
  };
}

/** The plain value that stands in a field, for comparison and for the contradiction. */
function machineValue(draft: Draft, field: string): unknown {
  switch (field) {
    case 'type':
      return draft.type;
    case 'status':
      return draft.status;
    case 'when':
      return draft.when.edtf ?? null;
    case 'where':
      return draft.where?.place ?? draft.where?.surface ?? null;
    case 'topics':
      return draft.topics.map(({ topic }) => topic);
    default:
      if (field.startsWith('side:')) return draft.sides.some((side) => side.country === field.slice(5)) ? true : null;
      if (field.startsWith('outcome:')) return toldWords(draft, 'outcome', field.slice(8));
      if (field.startsWith('statement:')) return toldWords(draft, 'statement', field.slice(10));
      return participantValue(draft, field.slice(field.indexOf(':') + 1));
  }
}

function claimField(field: string): ClaimField | undefined {
  switch (field.split(':')[0]) {
    case 'type':
    case 'status':
    case 'when':
    case 'where':
      return field as ClaimField;
    case 'topics':
      return 'topic';
    case 'side':
      return 'side';
    case 'participant':
    case 'role':
      return 'participant';
    case 'outcome':
      return 'outcome';
    case 'statement':
      return 'statement';
    default:
      return undefined;
  }
}

function without(draft: Draft, field: 'where'): Draft {
  const { [field]: _, ...rest } = draft;
  return rest;
}

function invalid(field: string): string {
  return `The value does not fit the field ${field}.`;
}
