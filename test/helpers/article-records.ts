import type {
  ArticleRecord,
  Claim,
  MeetingStatus,
  MeetingType,
  Mention,
  Outcome,
  Participant,
  ReportedMeeting,
  Topic,
} from '../../src/core/model/record.ts';
import type { RecordForFusion } from '../../src/core/record/fuse/reports.ts';

/** `role name`, e.g. `minister:interior Anna Karlsson`; a role alone names nobody. A leading `~` marks the delegation. */
export type PersonSpec = string;

export interface MeetingSpec {
  /** By country; `?` for the people whose country the article does not tell, which makes it a half-told meeting. */
  readonly sides: Readonly<Record<string, readonly PersonSpec[]>>;
  readonly day?: string;
  readonly precision?: ReportedMeeting['when']['precision'];
  readonly weekday?: number;
  readonly place?: string;
  readonly placeCountry?: string;
  readonly type?: MeetingType;
  readonly status?: MeetingStatus;
  readonly prominence?: ReportedMeeting['prominence'];
  readonly topics?: readonly Topic[];
  readonly outcomes?: readonly (Pick<Outcome, 'kind' | 'text'> & { readonly instrument?: string })[];
  readonly communique?: string;
  readonly certainty?: number;
  /** Country that is only the home of the outlet. */
  readonly home?: string;
}

export interface ArticleSpec {
  readonly id: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly published?: string;
  readonly notLaterThan?: string;
  readonly dispatch?: string;
  readonly meetings: readonly MeetingSpec[];
}

/** An invented record for tests of fusion: mentions and claims stand where the model asks for them. */
export function articleRecord(spec: ArticleSpec): RecordForFusion {
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  const mention = (kind: Mention['kind']): string => {
    const id = `${spec.id}:n${mentions.length}`;
    const start = mentions.length * 10;
    mentions.push({
      id,
      articleId: spec.id,
      textVersion: `v-${spec.id}`,
      block: 'lead',
      sentence: 0,
      lang: spec.language ?? 'en',
      kind,
      rule: 'test',
      start,
      end: start + 5,
    });
    return id;
  };
  const claim = (report: number, field: Claim['field'], value: unknown, ids: readonly string[], certainty: number) => {
    claims.push({
      id: `${spec.id}:c${claims.length}`,
      report,
      field,
      value,
      mentions: ids,
      source: { articleId: spec.id, channel: 'unknown' },
      polarity: 'asserted',
      certainty,
      basis: 'explicit',
    });
  };
  const reported = (meeting: MeetingSpec, index: number): ReportedMeeting => {
    const certainty = meeting.certainty ?? 0.9;
    const type = meeting.type ?? 'meeting';
    const status = meeting.status ?? 'held';
    claim(index, 'type', type, [mention('trigger')], certainty);
    claim(index, 'status', status, [mention('status')], certainty);
    const precision = meeting.precision ?? (meeting.day === undefined ? 'unknown' : 'day');
    const when = {
      ...(meeting.day === undefined ? {} : { edtf: meeting.day }),
      ...(meeting.weekday === undefined ? {} : { weekday: meeting.weekday }),
      precision,
      basis: 'explicit' as const,
      mentions: meeting.day === undefined ? [] : [mention('date')],
    };
    if (meeting.day !== undefined) claim(index, 'when', { edtf: meeting.day }, when.mentions, certainty);
    const where =
      meeting.place === undefined
        ? undefined
        : {
            place: meeting.place,
            surface: meeting.place,
            ...(meeting.placeCountry === undefined ? {} : { country: meeting.placeCountry }),
            basis: 'explicit' as const,
            mentions: [mention('place')],
          };
    if (where !== undefined) claim(index, 'where', { place: where.place }, where.mentions, certainty);
    return {
      index,
      prominence: meeting.prominence ?? 'main',
      type,
      status,
      sides: Object.entries(meeting.sides)
        .filter(([country]) => country !== '?')
        .map(([country, people]) => ({
          country,
          basis: country === meeting.home ? 'inferred-home' : 'explicit',
          participants: people.map((person) => ({
            ...participantOf(person, mention('person'), spec.language ?? 'en'),
            country,
            countryBasis: country === meeting.home ? 'inferred-home' : 'explicit',
          })),
        })),
      ...(meeting.sides['?'] === undefined
        ? {}
        : {
            unplaced: meeting.sides['?'].map((person) =>
              participantOf(person, mention('person'), spec.language ?? 'en'),
            ),
          }),
      when,
      ...(where === undefined ? {} : { where }),
      format: [],
      topics: (meeting.topics ?? []).map((topic) => ({ topic, mentions: [mention('topic')] })),
      outcomes: (meeting.outcomes ?? []).map((outcome) => ({
        ...outcome,
        strength: 'commitment',
        mentions: [mention('outcome')],
      })),
      statements: [],
      mechanisms: [],
      ordinalClaims: [],
      ...(meeting.communique === undefined
        ? {}
        : { attribution: { kind: 'communique', issuer: meeting.communique, mentions: [mention('attribution')] } }),
      sentence: { start: 0, end: 50 },
    };
  };
  const whole = spec.meetings.filter(({ sides }) => sides['?'] === undefined);
  const half = spec.meetings.filter(({ sides }) => sides['?'] !== undefined);
  const meetings = whole.map(reported);
  const open = half.map((meeting, index) => reported(meeting, whole.length + index));
  const record: ArticleRecord = {
    articleId: spec.id,
    textVersion: `v-${spec.id}`,
    coderVersion: 'test',
    mentions,
    claims,
    meetings,
    ...(open.length === 0 ? {} : { open }),
  };
  return {
    record,
    language: spec.language ?? 'en',
    outletId: spec.outlet ?? `outlet-of-${spec.id}`,
    ...(spec.agency === undefined ? {} : { agency: spec.agency }),
    ...(spec.published === undefined ? {} : { published: spec.published }),
    ...(spec.notLaterThan === undefined ? {} : { notLaterThan: spec.notLaterThan }),
    ...(spec.dispatch === undefined ? {} : { dispatchId: spec.dispatch }),
  };
}

function participantOf(spec: PersonSpec, mention: string, lang: string): Participant {
  const delegation = spec.startsWith('~');
  const [roleCode = '', ...words] = spec.replace(/^~/, '').split(' ');
  const full = words.join(' ');
  const script = /\p{Script=Arabic}/u.test(full) ? 'arabic' : 'latin';
  return {
    roleCode,
    roleText: roleCode,
    capacity: delegation ? 'delegation' : 'principal',
    ...(full === '' ? {} : { name: { surface: full, full, lang, script } }),
    mentions: [mention],
  };
}
