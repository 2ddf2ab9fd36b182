import type { Meeting } from '../core/model/record.ts';
import { RapporteurError } from '../errors.ts';
import { meetingStatusSchema, meetingTypeSchema, topicSchema } from '../schemas/vocabulary.ts';

/** Fields of a meeting that an editor can correct, with what each takes. */
export const correctableFields: Readonly<Record<string, string>> = {
  type: meetingTypeSchema.options.join(', '),
  status: meetingStatusSchema.options.join(', '),
  when: 'a day (2024-01-19), a range (2024-02-01/2024-02-02), a month (2024-02), a year, or unknown',
  where: 'the name of a place, with its country if you like (Rabat, MA), or unknown',
  topics: `a list with commas of ${topicSchema.options.join(', ')}`,
  'side:XX': 'add or remove, for the country XX',
  'participant:NAME': 'the right name, or remove',
};

/**
 * The value of a correction, as fusion takes it, from what was typed.
 * @throws RapporteurError `invalid-parameter` when the field cannot be corrected or the value does not fit it
 */
export function parseCorrection(field: string, typed: string): unknown {
  const name = field.startsWith('side:') ? 'side:XX' : field.startsWith('participant:') ? 'participant:NAME' : field;
  const takes = correctableFields[name];
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
      return typed === 'remove' ? null : typed === '' ? undefined : typed;
  }
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
      return field.slice('participant:'.length);
  }
}
