import type { Meeting, OutcomeKind, Side, Topic } from '../model/record.ts';

/** One event of a meeting in the categories of PLOVER and CAMEO. */
export interface CodedEvent {
  readonly plover: 'CONSULT' | 'AGREE' | 'SUPPORT';
  readonly mode?: 'visit' | 'phone' | 'third-party' | 'multilateral';
  /** CAMEO code; for a visit that of the visitor. */
  readonly cameo: string;
  /** The CAMEO code of the same event seen from the other side, when it has one of its own. */
  readonly cameoOfOther?: string;
  /** Index of the outcome that it codes; absent for the encounter itself. */
  readonly outcome?: number;
}

/**
 * The events of a meeting: the encounter, then its outcomes. A meeting that was cancelled or is denied gives none, and
 * one that is planned or postponed is no encounter yet but an agreement to meet: a data set that counts events must not
 * count what did not happen. Courtesies are not outcomes here, but an invitation is an agreement to meet.
 */
export function codeEvents(meeting: Meeting): readonly CodedEvent[] {
  switch (meeting.status) {
    case 'cancelled':
    case 'denied':
      return [];
    case 'planned':
    case 'postponed':
      return [{ plover: 'AGREE', cameo: '036' }];
    case 'held':
    case 'disputed':
      return [
        ...codeEncounter(meeting),
        ...meeting.outcomes.flatMap(({ kind, strength }, index) =>
          strength === 'courtesy' && kind !== 'invited' ? [] : [{ ...codeOutcome(kind), outcome: index }],
        ),
      ];
  }
}

function codeEncounter(meeting: Meeting): readonly CodedEvent[] {
  switch (meeting.type) {
    case 'statement':
      // Words without talks are no consultation.
      return [];
    case 'signing':
      // The paper is coded with the outcomes; without one the signature itself is the event.
      return meeting.outcomes.some(({ kind }) => kind === 'signed') ? [] : [{ plover: 'SUPPORT', cameo: '057' }];
    case 'call':
    case 'video':
      return [{ plover: 'CONSULT', mode: 'phone', cameo: '041' }];
    case 'visit':
      return [{ plover: 'CONSULT', mode: 'visit', cameo: '042', cameoOfOther: '043' }];
    case 'meeting':
    case 'joint_session':
    case 'ambassador_call':
    case 'organisation_meeting': {
      const elsewhere = meeting.frame?.relation === 'sidelines' || isOnThirdSoil(meeting);
      const cameo = elsewhere ? '044' : '040';
      if (meeting.sides.length > 2) return [{ plover: 'CONSULT', mode: 'multilateral', cameo }];
      return [{ plover: 'CONSULT', ...(elsewhere ? { mode: 'third-party' } : {}), cameo }];
    }
  }
}

function codeOutcome(kind: OutcomeKind): CodedEvent {
  if (kind === 'signed') return { plover: 'SUPPORT', cameo: '057' };
  return { plover: 'AGREE', cameo: kind === 'invited' ? '036' : '030' };
}

/** True when the place is known and belongs to none of the sides. */
function isOnThirdSoil({ where, sides }: Meeting): boolean {
  const country = where?.country;
  return country !== undefined && sides.length > 0 && !sides.some((side) => side.country === country);
}

/** The side that travelled, when the record says so or the place shows it. */
export function visitorOf(meeting: Meeting): Side | undefined {
  const told = meeting.sides.find(({ visitor }) => visitor === true);
  if (told !== undefined || meeting.sides.length !== 2) return told;
  const host = hostOf(meeting);
  return host === undefined ? undefined : meeting.sides.find((side) => side !== host);
}

/** The side that received: as the record says, else the one whose country is the place. */
export function hostOf(meeting: Meeting): Side | undefined {
  const told = meeting.sides.find(({ host }) => host === true);
  if (told !== undefined) return told;
  const country = meeting.where?.country;
  return meeting.type === 'call' || meeting.type === 'video' || country === undefined
    ? undefined
    : meeting.sides.find((side) => side.country === country);
}

/** Contexts of PLOVER as its example records name them; where none of those words fits, none is given. */
export const contextOf: Readonly<Record<Topic, string | undefined>> = {
  counterterrorism: 'terrorism',
  migration: 'refugee',
  organised_crime: 'legal',
  trafficking: 'legal',
  border: undefined,
  civil_protection: undefined,
  defence: 'military',
  trade: 'economic',
  energy: 'resource',
  culture: undefined,
  diplomacy: 'diplomatic',
  other: undefined,
};

/** Sectors of PLOVER for the offices of the record: whoever speaks for a state is government, the rest stays open. */
export function sectorOf(roleCode: string): string | undefined {
  const [head = '', portfolio] = roleCode.split(':');
  if (head === 'other' || head === 'spokesperson' || head === 'secretary_general') return undefined;
  if (head === 'chief_of_staff') return portfolio === undefined || portfolio === 'defence' ? 'MIL' : 'GOV';
  return 'GOV';
}
