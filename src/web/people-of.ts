import type { Meeting, ReportedMeeting } from '../core/model/record.ts';
import type { Store } from '../store/store.ts';
import type { PeopleById } from './wording/people.ts';

/** The people of these meetings who have an entry. */
export async function readPeople(
  store: Store,
  meetings: readonly Pick<Meeting | ReportedMeeting, 'sides'>[],
): Promise<PeopleById> {
  const ids = new Set<string>();
  for (const meeting of meetings) {
    for (const side of meeting.sides) {
      for (const { personId, inferred = [] } of side.participants) {
        for (const id of [personId, ...inferred.map((one) => one.personId)]) if (id !== undefined) ids.add(id);
      }
    }
  }
  if (ids.size === 0) return new Map();
  return new Map((await store.record.people([...ids])).map((person) => [person.id, person]));
}
