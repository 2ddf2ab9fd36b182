import { participantField } from '../core/export/exported-meeting.ts';
import type { Meeting } from '../core/model/record.ts';
import { findParticipant, participantValue } from '../core/record/fuse/correct-participants.ts';
import { toldWords } from '../core/record/fuse/correct-told.ts';
import { RapporteurError } from '../errors.ts';
import { meetingStatusSchema, meetingTypeSchema, outcomeKindSchema, topicSchema } from '../schemas/vocabulary.ts';

/** Fields of a meeting that an editor can correct, with what each takes. */
export const correctableFields: Readonly<Record<string, string>> = {
  type: meetingTypeSchema.options.join(', '),
  status: meetingStatusSchema.options.join(', '),
  when: 'a day (2024-01-19), a range (2024-02-01/2024-02-02), a month (2024-02), a year, or unknown',
  where: 'the name of a place, with its country if you like (Rabat, MA), or unknown',
  topics: `a list with commas of ${topicSchema.options.join(', ')}`,
  'side:XX': 'add or remove, for the country XX',
  'participant:NAME':
    'the right name, remove, or for somebody whom no report names "add XX ROLE": add SE minister:interior',
  'role:NAME': 'the code of the office: minister:interior',
  'outcome:NUMBER': `the right words, remove, or for outcome:new "KIND: WORDS" with one of ${outcomeKindSchema.options.join(', ')}`,
  'statement:NUMBER': 'the right words, remove, or for statement:new "SPEAKER: WORDS"',
};

/**
 * The value of a correction, as fusion takes it, from what was typed.
 * @throws RapporteurError `invalid-parameter` when the field cannot be corrected or the value does not fit it
 */
export function parseCorrection(field: string, typed: string): unknown {
  const prefix = field.slice(0, field.indexOf(':') + 1);
  const name = prefix === '' ? field : Object.keys(correctableFields).find((known) => known.startsWith(prefix));
  const takes = name === undefined ? undefined : correctableFields[name];
  if (takes === undefined) {
    const known = Object.keys(correctableFields).join(', ');
    throw new RapporteurError('invalid-parameter', `"${field}" is not one of ${known}.`);
  }
  const value = parseField(field, typed.trim());
  if (value === undefined) throw new RapporteurError('invalid-parameter', `${field} takes ${takes}.`);
  return value;
}

function parseField(field: string, typed: string): unknown {
  switch (field) {
    case 'type':
      return meetingTypeSchema.safeParse(typed).data;
    case 'status':
      return meetingStatusSchema.safeParse(typed).data;
    case 'when':
      return typed === 'unknown' ? null : parseDay(typed);
    case 'where':
      return typed === 'unknown' ? null : parsePlace(typed);
    case 'topics': {
      const topics = typed.split(',').map((topic) => topicSchema.safeParse(topic.trim()).data);
      return topics.includes(undefined) ? undefined : topics;
    }
    default:
      if (field.startsWith('side:')) {
        if (!/^side:[A-Z]{2}$/.test(field)) return undefined;
        return typed === 'add' ? true : typed === 'remove' ? null : undefined;
      }
      if (typed === '') return undefined;
      if (field.startsWith('role:')) return roleCode.test(typed) ? typed : undefined;
      if (typed === 'remove') return null;
      if (field.startsWith('participant:')) return parseParticipant(typed);
      if (field === 'outcome:new') return parseOutcome(typed);
      if (field === 'statement:new') return parseStatement(typed);
      return typed;
  }
}

const roleCode = /^[a-z_]+(?::[a-z_]+)?$/;

/** "add SE minister:interior" or a name. */
function parseParticipant(typed: string): unknown {
  if (!/^add\b/.test(typed)) return typed;
  const [, country, role] = /^add\s+([A-Z]{2})\s+(\S+)$/.exec(typed) ?? [];
  return country !== undefined && role !== undefined && roleCode.test(role) ? { country, roleCode: role } : undefined;
}

/** "signed: a protocol on ports". */
function parseOutcome(typed: string): unknown {
  const [, kind, text] = /^([a-z]+)\s*:\s*(\S.*)$/s.exec(typed) ?? [];
  const known = outcomeKindSchema.safeParse(kind).data;
  return known === undefined || text === undefined ? undefined : { kind: known, text };
}

/** "Anna Karlsson: ports are safer". */
function parseStatement(typed: string): unknown {
  const [, speaker, text] = /^([^:]*\S)\s*:\s*(\S.*)$/s.exec(typed) ?? [];
  return speaker === undefined || text === undefined ? undefined : { speaker, text };
}

/**
 * The field as the record keeps it: a participant under the key of the record, an outcome or a statement by its words,
 * since its number changes when reports arrive.
 * @throws RapporteurError `not-found` when the meeting has nothing of that number
 */
export function fieldOf(meeting: Meeting, field: string, value: unknown): string {
  const [kind = '', ...rest] = field.split(':');
  const key = rest.join(':');
  if (kind === 'participant' || kind === 'role') {
    const found = findParticipant(meeting, key);
    const known = found === undefined ? undefined : participantField(found.participant, meeting);
    return known === undefined ? field : `${kind}:${known.slice('participant:'.length)}`;
  }
  if (kind !== 'outcome' && kind !== 'statement') return field;
  if (key === 'new') return `${kind}:${(value as { readonly text: string }).text}`;
  if (!/^\d{1,4}$/.test(key)) return field;
  const list: readonly { readonly text: string }[] = kind === 'outcome' ? meeting.outcomes : meeting.statements;
  const text = list[Number(key) - 1]?.text;
  if (text === undefined) {
    throw new RapporteurError('not-found', `There is no ${field}: the meeting has ${list.length}.`);
  }
  return `${kind}:${text}`;
}

const pointInTime = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

function parseDay(typed: string): string | undefined {
  const days = typed.split('/');
  if (days.length > 2 || !days.every((day) => pointInTime.test(day) && isRealDay(day))) return undefined;
  return days.length === 2 && (days[0] ?? '') > (days[1] ?? '') ? undefined : typed;
}

/** 30 February has the form of a day and is none. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function parsePlace(typed: string): unknown {
  const match = /^([^,]+?)(?:,\s*([A-Z]{2}))?$/.exec(typed);
  const place = match?.[1]?.trim();
  if (!place) return undefined;
  const country = match?.[2];
  return country === undefined ? place : { place, country };
}

/** The value that stands in a field now, in the form that a correction takes: correcting to it changes nothing. */
export function presentValue(meeting: Meeting, field: string): unknown {
  switch (field) {
    case 'type':
      return meeting.type;
    case 'status':
      return meeting.status;
    case 'when':
      return meeting.when.edtf ?? null;
    case 'where': {
      const place = meeting.where?.place ?? meeting.where?.surface;
      if (place === undefined) return null;
      return meeting.where?.country === undefined ? place : { place, country: meeting.where.country };
    }
    case 'topics':
      return meeting.topics.map(({ topic }) => topic);
    default:
      if (field.startsWith('side:')) return meeting.sides.some((side) => side.country === field.slice(5)) ? true : null;
      if (field.startsWith('outcome:')) return toldWords(meeting, 'outcome', field.slice(8));
      if (field.startsWith('statement:')) return toldWords(meeting, 'statement', field.slice(10));
      return participantValue(meeting, field.slice(field.indexOf(':') + 1));
  }
}
