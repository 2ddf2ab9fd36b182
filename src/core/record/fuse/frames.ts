import type { Meeting, MeetingType } from '../../model/record.ts';
import { overlaps, spanOfEdtf } from './reports.ts';

/** Talks may fall a day before or after the days that a visit's reports name. */
const margin = 1;

const partsOfVisits: ReadonlySet<MeetingType> = new Set<MeetingType>(['meeting', 'joint_session', 'signing']);

/**
 * Links talks, sessions and signings to the visit that they were part of: same pair, days within the visit, and the
 * visitor or host among the people where the visit names them.
 */
export function linkVisits(meetings: readonly Meeting[]): Meeting[] {
  const visits = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    if (meeting.type !== 'visit' || meeting.when.edtf === undefined) continue;
    for (const pair of pairsOf(meeting)) {
      const list = visits.get(pair);
      if (list === undefined) visits.set(pair, [meeting]);
      else list.push(meeting);
    }
  }
  if (visits.size === 0) return [...meetings];
  return meetings.map((meeting) => {
    if (!partsOfVisits.has(meeting.type) || meeting.frame?.relation === 'sidelines') return meeting;
    const parents = [...new Set(pairsOf(meeting).flatMap((pair) => visits.get(pair) ?? []))].filter(
      (visit) => visit.id !== meeting.id && sameDays(visit, meeting) && sharesPeople(visit, meeting),
    );
    const [parent] = parents;
    if (parent === undefined || parents.length > 1) return meeting;
    return {
      ...meeting,
      frame: { meetingId: parent.id, relation: 'part-of-visit' as const, text: meeting.frame?.text ?? '' },
    };
  });
}

function pairsOf(meeting: Meeting): string[] {
  const countries = meeting.sides.map((side) => side.country).sort();
  return countries.flatMap((first, index) => countries.slice(index + 1).map((second) => `${first}-${second}`));
}

function sameDays(visit: Meeting, meeting: Meeting): boolean {
  const days = spanOfEdtf(visit.when.edtf ?? '');
  const own = spanOfEdtf(meeting.when.edtf ?? '');
  return (
    days !== undefined &&
    own !== undefined &&
    own.to - own.from < 31 &&
    overlaps({ from: days.from - margin, to: days.to + margin }, own)
  );
}

function sharesPeople(visit: Meeting, meeting: Meeting): boolean {
  const ids = new Set(peopleOf(visit));
  return ids.size === 0 || peopleOf(meeting).some((id) => ids.has(id));
}

function peopleOf(meeting: Meeting): string[] {
  return meeting.sides.flatMap((side) => side.participants.flatMap((participant) => participant.personId ?? []));
}
