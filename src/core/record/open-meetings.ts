import type { Claim, Participant, ReportedMeeting } from '../model/record.ts';
import type { DateMention } from '../text/dates.ts';
import type { RecordContext } from './context.ts';
import { isEarly } from './steps/early.ts';
import { type MeetingDraft, mergeCandidates } from './steps/merge-candidates.ts';
import type { Entity } from './steps/people/entity.ts';
import type { SidedCandidate } from './steps/sides.ts';
import type { Candidate } from './steps/triggers.ts';

/** Stands for the country that the article does not tell while a meeting is put together; no country has this code. */
const UNSAID = 'ZZ';

const said: ReadonlySet<string> = new Set(['explicit', 'counterpart', 'apposition']);

/**
 * Meetings of which the article names one country only: the other party is an office holder with a name. Looked for
 * where the article tells of no other meeting as news, so that a half-told one is never counted beside the whole.
 */
export function findOpenMeetings(
  context: RecordContext,
  candidates: readonly Candidate[],
  drafts: readonly MeetingDraft[],
  datesOf: (sentence: number) => readonly DateMention[],
): MeetingDraft[] {
  if (drafts.some((draft) => draft.prominence !== 'background')) return [];
  const sided = candidates.flatMap((candidate) => openCandidate(context, candidate) ?? []);
  for (const { actors } of sided) for (const actor of actors) actor.country ??= UNSAID;
  return sided.length === 0 ? [] : mergeCandidates(context, sided, datesOf);
}

function openCandidate(context: RecordContext, candidate: Candidate): SidedCandidate | undefined {
  if (!candidate.complete || candidate.pair !== undefined || !isEarly(context, candidate.sentence)) return undefined;
  if (candidate.trigger.value.type === 'visit' || candidate.actors.length > 4) return undefined;
  const known = candidate.actors.filter(
    ({ country, countryBasis }) => country !== undefined && said.has(countryBasis ?? ''),
  );
  const open = candidate.actors.filter((actor) => isOpen(actor));
  const countries = new Set(known.map(({ country }) => country ?? ''));
  if (open.length === 0 || countries.size !== 1 || known.length + open.length !== candidate.actors.length)
    return undefined;
  // Two ministers who act together share a country: the one whose country is said tells that of the other.
  const together = candidate.groups.some(
    (group) => group.some((one) => known.includes(one)) && group.some((one) => open.includes(one)),
  );
  if (together && candidate.actors.length > 2) return undefined;
  if (!known.some(({ rank }) => rank === 'state')) return undefined;
  const [country = ''] = countries;
  return {
    candidate,
    countries: [country, UNSAID],
    bases: new Map([
      [country, known[0]?.countryBasis ?? 'explicit'],
      [UNSAID, 'register'],
    ]),
    actors: [...known, ...open],
  };
}

function isOpen(actor: Entity): boolean {
  return (
    actor.country === undefined && actor.rank === 'state' && actor.name.length > 0 && actor.counterpartOf === undefined
  );
}

/** Parts what was put together: whole meetings, and those with a side that the article does not tell. */
export function splitOpen<
  T extends { readonly claims: readonly Claim[]; readonly meetings: readonly ReportedMeeting[] },
>(written: T): T & { readonly open?: readonly ReportedMeeting[] } {
  const isHalf = (meeting: ReportedMeeting): boolean => meeting.sides.some(({ country }) => country === UNSAID);
  if (!written.meetings.some(isHalf)) return written;
  return {
    ...written,
    claims: written.claims.flatMap((claim) =>
      isUnsaid(claim) ? (claim.field === 'side' ? [] : [withoutCountry(claim)]) : [claim],
    ),
    meetings: written.meetings.filter((meeting) => !isHalf(meeting)),
    open: written.meetings.filter(isHalf).map((meeting) => ({
      ...meeting,
      sides: meeting.sides.filter(({ country }) => country !== UNSAID),
      unplaced: meeting.sides.flatMap(({ country, participants }) =>
        country === UNSAID ? participants.map(withoutPlace) : [],
      ),
    })),
  };
}

function isUnsaid({ value }: Claim): boolean {
  return typeof value === 'object' && value !== null && 'country' in value && value.country === UNSAID;
}

function withoutCountry(claim: Claim): Claim {
  const { country: _, countryBasis: __, ...value } = claim.value as Record<string, unknown>;
  return { ...claim, value };
}

function withoutPlace({ country: _, countryBasis: __, ...rest }: Participant): Participant {
  return rest;
}
