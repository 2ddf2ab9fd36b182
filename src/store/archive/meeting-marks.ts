import { placeNamed } from '../../core/gazetteer/places.ts';
import type { Meeting } from '../../core/model/record.ts';
import { foldName } from '../../core/text/normalise.ts';
import type { MeetingMarks } from '../tables.ts';

/** Longest address of a mechanism: names of the press can be a sentence. */
const longestSlug = 90;

/** What a meeting is found by beside countries, people and topics: its place, its mechanisms, the offices that met. */
export function marksOf(meeting: Meeting): MeetingMarks[] {
  const marks = new Map<string, MeetingMarks>();
  const add = (kind: MeetingMarks['kind'], value: string, label: string) =>
    marks.set(`${kind} ${value}`, { meeting_id: meeting.id, kind, value, label });
  const place = placeMark(meeting);
  if (place !== undefined) add('place', place, '');
  for (const { name } of meeting.mechanisms) add('mechanism', mechanismSlug(meeting, name), name);
  for (const { participants } of meeting.sides) {
    for (const { roleCode, capacity } of participants) {
      if (roleCode !== '' && capacity !== 'delegation') add('role', roleCode, '');
    }
  }
  return [...marks.values()];
}

/** Id of the place in the gazetteer; `@MA` when no more than the country is known. */
function placeMark({ where }: Meeting): string | undefined {
  const known = where?.place === undefined ? undefined : placeNamed(where.place, where.country);
  if (known !== undefined) return known.id;
  return where?.country === undefined ? undefined : `@${where.country}`;
}

/** Two pairs may each have a "joint commission": the countries belong to the address of one. */
export function mechanismSlug(meeting: Pick<Meeting, 'sides'>, name: string): string {
  const countries = [...new Set(meeting.sides.map(({ country }) => country))].sort().slice(0, 4);
  const words = foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${countries.join('-').toLowerCase()}-${words}`.slice(0, longestSlug).replace(/-+$/, '');
}
