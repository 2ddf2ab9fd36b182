import type { When, Where } from '../core/model/record.ts';
import { RapporteurError } from '../errors.ts';
import { meetingStatusSchema, meetingTypeSchema } from '../schemas/vocabulary.ts';

/** Fields of a meeting that an editor can correct, with what each takes. */
export const correctableFields: Readonly<Record<string, string>> = {
  type: meetingTypeSchema.options.join(', '),
  status: meetingStatusSchema.options.join(', '),
  when: 'a day (2024-01-19), a range (2024-02-01/2024-02-02), a month (2024-02), a year, or unknown',
  where: 'the name of a place, optionally followed by its country: Rabat, MA',
};

/**
 * The value of a correction, in the shape of that field of a meeting, from what was typed.
 * @throws RapporteurError `invalid-parameter` when the field cannot be corrected or the value does not fit it
 */
export function parseCorrection(field: string, typed: string): unknown {
  const takes = correctableFields[field];
  if (takes === undefined) {
    throw new RapporteurError(
      'invalid-parameter',
      `"${field}" is not one of ${Object.keys(correctableFields).join(', ')}.`,
    );
  }
  const value = parseField(field, typed.trim());
  if (value === undefined) throw new RapporteurError('invalid-parameter', `${field} takes ${takes}.`);
  return value;
}

function parseField(field: string, typed: string): unknown {
  if (field === 'type') return meetingTypeSchema.safeParse(typed).data;
  if (field === 'status') return meetingStatusSchema.safeParse(typed).data;
  return field === 'when' ? parseWhen(typed) : parseWhere(typed);
}

const pointInTime = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

function parseWhen(typed: string): Omit<When, 'mentions'> | undefined {
  if (typed === 'unknown') return { precision: 'unknown', basis: 'editor' };
  const days = typed.split('/');
  if (days.length > 2 || !days.every((day) => pointInTime.test(day) && isRealDay(day))) return undefined;
  if (days.length === 2 && (days[0] ?? '') > (days[1] ?? '')) return undefined;
  const precision =
    days.length === 2
      ? 'range'
      : typed.includes('T')
        ? 'time'
        : ({ 10: 'day', 7: 'month', 4: 'year' } as const)[typed.length];
  return precision === undefined ? undefined : { edtf: typed, precision, basis: 'editor' };
}

/** 30 February has the form of a day and is none. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function parseWhere(typed: string): Omit<Where, 'mentions'> | undefined {
  const match = /^(.*?)(?:,\s*([A-Z]{2}))?$/.exec(typed);
  const place = match?.[1]?.trim();
  if (!place) return undefined;
  const country = match?.[2];
  return { place, surface: place, basis: 'editor', ...(country === undefined ? {} : { country }) };
}
