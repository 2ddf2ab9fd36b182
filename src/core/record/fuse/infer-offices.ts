import type { Participant, RegisterInference, Side } from '../../model/record.ts';
import { nameParts, sameName } from '../names.ts';
import { type Holders, unsaidOffice } from '../people/holders.ts';
import type { Draft } from './build-meeting.ts';
import type { Cluster } from './cluster.ts';
import type { Rejections } from './rejections.ts';
import { type Report, spanOfEdtf } from './reports.ts';

/** Adds who held the offices that no report gives a name, and the posts of names without one, on the meeting's day. */
export function inferOffices(draft: Draft, cluster: Cluster, holders: Holders, rejections: Rejections): Draft {
  const day = dayOf(draft, cluster.reports);
  if (day === undefined) return draft;
  const present = new Set(draft.sides.flatMap(({ participants }) => participants.map(({ personId }) => personId)));
  const infer = (participant: Participant, { country, participants }: Side): RegisterInference | undefined => {
    const office = unsaidOffice(participant, country);
    const found = office === undefined ? undefined : holders.infer(office, day);
    if (office === undefined || found === undefined) return undefined;
    // Whoever is named beside the office is somebody else.
    if (found.field === 'holder' && (present.has(found.personId) || isNamed(participants, found.value)))
      return undefined;
    const who = office.name ?? office.roleCode;
    return cluster.reports.some(({ key }) => rejections.has(key, found.field, country, who)) ? undefined : found;
  };
  let changed = false;
  const sides = draft.sides.map((side) => ({
    ...side,
    participants: side.participants.map((participant) => {
      const found = infer(participant, side);
      if (found === undefined) return participant;
      changed = true;
      const { mentions, inferred, ...rest } = participant;
      return { ...rest, inferred: [...(inferred ?? []), found], mentions };
    }),
  }));
  return changed ? { ...draft, sides } : draft;
}

function isNamed(participants: readonly Participant[], name: string): boolean {
  const parts = nameParts(name);
  return participants.some((other) => other.name !== undefined && sameName(nameParts(other.name.full), parts));
}

/** The meeting's first day, else the day of the first report of it as news. */
function dayOf({ when }: Draft, reports: readonly Report[]): number | undefined {
  const span = when.precision === 'month' || when.precision === 'year' ? undefined : spanOfEdtf(when.edtf ?? '');
  if (span !== undefined) return span.from;
  const published = reports.flatMap((report) => (report.background ? [] : (report.published ?? [])));
  return published.length === 0 ? undefined : Math.min(...published);
}
