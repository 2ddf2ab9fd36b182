import type { Evidence } from '../../model/evidence.ts';
import type {
  ArticleRecord,
  Claim,
  ClaimField,
  CountryCode,
  Participant,
  ReportedMeeting,
} from '../../model/record.ts';
import { dayNumber, daysInMonth, parseIsoDay } from '../../text/calendars.ts';
import { hash64 } from '../../text/hash.ts';
import { type NameParts, nameParts } from '../names.ts';
import { openParticipants, type Placements, placeParticipants } from './placements.ts';

/** One article's record with what fusion needs to know of the article. */
export interface RecordForFusion {
  readonly record: ArticleRecord;
  readonly outletId?: string;
  readonly outletName?: string;
  /** EDTF. */
  readonly published?: string;
  /** ISO day. */
  readonly notLaterThan?: string;
  readonly agency?: string;
  readonly dispatchId?: string;
  readonly language: string;
}

/** Day numbers, both inclusive. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Meetings of different families are never one meeting, whatever else agrees. */
export type Family = 'talks' | 'call' | 'visit' | 'statement' | 'ambassador' | 'organisation';

export interface ReportPerson {
  readonly participant: Participant;
  readonly name?: NameParts;
}

/** One meeting as one article tells it, prepared for comparison. */
export interface Report {
  readonly key: string;
  /** Id that a meeting founded by this report has; depends on nothing that a better coder would change often. */
  readonly anchor: string;
  readonly articleId: string;
  readonly source: RecordForFusion;
  readonly meeting: ReportedMeeting;
  readonly countries: readonly CountryCode[];
  readonly family: Family;
  /** Known day or short range. */
  readonly days?: DaySpan;
  /** Where an unknown day may lie; open when nothing is known of the publication. */
  readonly window: DaySpan;
  readonly published?: number;
  readonly place?: string;
  readonly background: boolean;
  readonly people: ReadonlyMap<CountryCode, readonly ReportPerson[]>;
  /** Principals that have a name. */
  readonly named: number;
  claims(field: ClaimField): readonly Claim[];
  evidence(mentions: readonly string[]): Evidence[];
  /** How the register knows a participant whom it placed; anybody else is known as written. */
  spellingOf(participant: Participant): Pick<Participant, 'roleCode' | 'name'>;
}

/** A held meeting is reported within a few days; a site clock or the day of a save can lag by some weeks. */
const heldLag = 7;
const savedLag = 60;
const plannedAhead = 45;
const longestRange = 31;

/**
 * @param placements whose country the register knows; without it half-told meetings are given as they stand, with it
 *   only those that have a second side
 */
export function reportsOf(input: RecordForFusion, placements?: Placements): Report[] {
  const { record } = input;
  const mentions = new Map(record.mentions.map((mention) => [mention.id, mention]));
  const claims = new Map<string, Claim[]>();
  for (const claim of record.claims) {
    const key = `${claim.report}|${claim.field}`;
    const list = claims.get(key);
    if (list === undefined) claims.set(key, [claim]);
    else list.push(claim);
  }
  const published = input.published === undefined ? undefined : spanOfEdtf(input.published);
  const seen = new Map<string, number>();
  return [...record.meetings, ...(record.open ?? [])].flatMap((told): Report[] => {
    const key = `${record.articleId}#${told.index}`;
    // What the article itself says founds the id: the register may know more tomorrow.
    const sidesKey =
      [...new Set(told.sides.map((side) => side.country))].sort().join('-') + (told.unplaced === undefined ? '' : '?');
    const nth = seen.get(sidesKey) ?? 0;
    seen.set(sidesKey, nth + 1);
    const placed = placements?.get(key) ?? [];
    const meeting = placements === undefined ? told : placeParticipants(told, placed);
    if (meeting === undefined) return [];
    const countries = [...new Set(meeting.sides.map((side) => side.country))].sort();
    const days = daysOf(meeting);
    const open = placed.length === 0 ? [] : openParticipants(told);
    const spellings = new Map(placed.map(({ position, spelling }) => [open[position]?.mentions, spelling]));
    const people = principalsOf(meeting);
    const place = meeting.where?.place?.toLowerCase();
    const report: Report = {
      key,
      anchor: `m${hash64(`${record.articleId}|${sidesKey}|${nth}`)}`,
      articleId: record.articleId,
      source: input,
      meeting,
      countries,
      family: familyOf(meeting),
      ...(days === undefined ? {} : { days }),
      window: days ?? windowOf(meeting, published, input.notLaterThan),
      ...(published === undefined ? {} : { published: published.to }),
      ...(place === undefined ? {} : { place }),
      background: meeting.prominence === 'background',
      people,
      named: [...people.values()].flat().filter((person) => person.name !== undefined).length,
      claims: (field: ClaimField): readonly Claim[] => claims.get(`${meeting.index}|${field}`) ?? [],
      evidence: (ids: readonly string[]): Evidence[] =>
        ids.flatMap((id) => {
          const mention = mentions.get(id);
          return mention === undefined
            ? []
            : [
                {
                  articleId: record.articleId,
                  textVersion: record.textVersion,
                  start: mention.start,
                  end: mention.end,
                },
              ];
        }),
      spellingOf: (participant: Participant): Pick<Participant, 'roleCode' | 'name'> => {
        const spelling = spellings.get(participant.mentions);
        if (spelling === undefined || participant.name === undefined) return participant;
        return { roleCode: spelling.roleCode, name: { ...participant.name, full: spelling.name } };
      },
    };
    return [report];
  });
}

/** First and last day of an EDTF day, instant, range, month or year; `undefined` for anything else. */
export function spanOfEdtf(edtf: string): DaySpan | undefined {
  const slash = edtf.indexOf('/');
  if (slash >= 0) {
    const first = spanOfEdtf(edtf.slice(0, slash));
    const last = spanOfEdtf(edtf.slice(slash + 1));
    return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
  }
  const day = parseIsoDay(edtf.slice(0, 10));
  if (day !== undefined) return { from: day, to: day };
  const month = /^(\d{4})-(\d\d)$/.exec(edtf);
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    if (number < 1 || number > 12) return undefined;
    return {
      from: dayNumber({ year, month: number, day: 1 }),
      to: dayNumber({ year, month: number, day: daysInMonth(year, number) }),
    };
  }
  const year = /^\d{4}$/.test(edtf) ? Number(edtf) : undefined;
  if (year === undefined) return undefined;
  return { from: dayNumber({ year, month: 1, day: 1 }), to: dayNumber({ year, month: 12, day: 31 }) };
}

export function overlaps(a: DaySpan, b: DaySpan): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function daysOf(meeting: ReportedMeeting): DaySpan | undefined {
  const { when } = meeting;
  if (when.edtf === undefined || when.precision === 'month' || when.precision === 'year') return undefined;
  const span = spanOfEdtf(when.edtf);
  return span !== undefined && span.to - span.from < longestRange ? span : undefined;
}

function windowOf(meeting: ReportedMeeting, published: DaySpan | undefined, notLaterThan: string | undefined): DaySpan {
  const { when, status, prominence } = meeting;
  const stated = when.edtf === undefined ? undefined : spanOfEdtf(when.edtf);
  if (stated !== undefined) return stated;
  const latest = parseIsoDay(when.notLaterThan ?? notLaterThan ?? '');
  // What a text recalls without a date can lie any time before it.
  if (prominence === 'background') return { from: -Infinity, to: published?.to ?? latest ?? Infinity };
  const ahead = status === 'planned' || status === 'postponed' || status === 'cancelled' ? plannedAhead : 1;
  if (published !== undefined) return { from: published.from - heldLag, to: published.to + ahead };
  if (latest !== undefined) return { from: latest - savedLag, to: latest + (ahead === 1 ? 0 : ahead) };
  return { from: -Infinity, to: Infinity };
}

function familyOf(meeting: ReportedMeeting): Family {
  switch (meeting.type) {
    case 'call':
    case 'video':
      return 'call';
    case 'statement':
      return 'statement';
    case 'ambassador_call':
      return 'ambassador';
    case 'organisation_meeting':
      return 'organisation';
    case 'visit':
      // A visit whose report names people of two sides tells of their talks; otherwise it is only the frame of talks.
      return meeting.sides.filter((side) => side.participants.some((one) => one.capacity !== 'delegation')).length > 1
        ? 'talks'
        : 'visit';
    default:
      return 'talks';
  }
}

/** Who met whom; whoever only came along is left out. Where nobody is a principal, whoever signed. */
export function principalsOf(meeting: ReportedMeeting): Map<CountryCode, readonly ReportPerson[]> {
  const people = new Map<CountryCode, readonly ReportPerson[]>();
  for (const side of meeting.sides) {
    const principals = side.participants.filter((participant) => participant.capacity === 'principal');
    const chosen = principals.length > 0 ? principals : side.participants.filter((one) => one.capacity === 'signatory');
    people.set(side.country, [
      ...(people.get(side.country) ?? []),
      ...chosen.map((participant) =>
        participant.name === undefined ? { participant } : { participant, name: nameParts(participant.name.full) },
      ),
    ]);
  }
  return people;
}
