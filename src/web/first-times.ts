import type { Meeting } from '../core/model/record.ts';
import { type FirstTime, findFirstTimes } from '../core/novelty/first-times.ts';
import { meetingTypeSchema, topicSchema } from '../schemas/vocabulary.ts';
import { mechanismSlug } from '../store/archive/meeting-marks.ts';
import type { MeetingQuery, Store } from '../store/store.ts';
import { mostMeetings } from './read-meetings.ts';

/**
 * What happened for the first time in a dossier. Of a very long one only the latest meetings were read: there each first
 * is asked of the older ones, and what they cannot be asked is not claimed.
 */
export async function readFirstTimes(
  store: Store,
  query: MeetingQuery,
  meetings: readonly Meeting[],
): Promise<readonly FirstTime[]> {
  const firsts = findFirstTimes(meetings);
  if (meetings.length < mostMeetings) return firsts;
  const [oldest = ''] = meetings.map(({ when }) => when.edtf?.slice(0, 10) ?? '9999').sort();
  const kept: FirstTime[] = [];
  for (const first of firsts) {
    const asked = questionOf(first, meetings);
    if (asked === undefined) continue;
    const earlier = await store.record.meetingIds({ ...query, ...asked, to: oldest, status: 'held', limit: 1 });
    if (earlier.every((id) => id === first.meetingId)) kept.push(first);
  }
  return kept;
}

function questionOf({ kind, value, meetingId }: FirstTime, meetings: readonly Meeting[]): MeetingQuery | undefined {
  if (kind === 'type') {
    const type = meetingTypeSchema.safeParse(value).data;
    return type === undefined ? undefined : { type };
  }
  if (kind === 'topic') {
    const topic = topicSchema.safeParse(value).data;
    return topic === undefined ? undefined : { topic };
  }
  if (kind === 'level') return value === 'state' || value === 'government' ? undefined : { role: value };
  const meeting = meetings.find(({ id }) => id === meetingId);
  return kind === 'mechanism' && meeting !== undefined ? { mechanism: mechanismSlug(meeting, value) } : undefined;
}
