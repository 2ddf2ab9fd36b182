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
  const meetings = spec.meetings.map((meeting, index): ReportedMeeting => {
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
      sides: Object.entries(meeting.sides).map(([country, people]) => ({
        country,
        basis: 'explicit',
        participants: people.map((person) => participantOf(person, country, mention('person'), spec.language ?? 'en')),
      })),
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
  });
  const record: ArticleRecord = {
    articleId: spec.id,
    textVersion: `v-${spec.id}`,
    coderVersion: 'test',
    mentions,
    claims,
    meetings,
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

function participantOf(spec: PersonSpec, country: string, mention: string, lang: string): Participant {
  const delegation = spec.startsWith('~');
  const [roleCode = '', ...words] = spec.replace(/^~/, '').split(' ');
  const full = words.join(' ');
  const script = /\p{Script=Arabic}/u.test(full) ? 'arabic' : 'latin';
  return {
    roleCode,
    roleText: roleCode,
    capacity: delegation ? 'delegation' : 'principal',
    country,
    countryBasis: 'explicit',
    ...(full === '' ? {} : { name: { surface: full, full, lang, script } }),
    mentions: [mention],
  };
}
