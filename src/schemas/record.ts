import { z } from 'zod';
import type { ChainLink } from '../core/model/attribution-chain.ts';
import type { Span } from '../core/model/evidence.ts';
import { mediaTopicCodes } from '../core/model/media-topics.ts';
import type { ArticleRecord, Basis, Participant, ReportedMeeting, Side, Sureness, When } from '../core/model/record.ts';
import {
  countryCodeSchema,
  edtfSchema,
  evidenceSchema,
  isoDaySchema,
  type QuoteOf,
  quoteSchema,
  renderQuotes,
} from './evidence.ts';
import {
  attributionKindSchema,
  basisSchema,
  capacitySchema,
  frameRelationSchema,
  meetingStatusSchema,
  meetingTypeSchema,
  outcomeKindSchema,
  precisionSchema,
  prominenceSchema,
  strengthSchema,
  topicSchema,
  weekdaySchema,
  weekdays,
} from './vocabulary.ts';

const evidence = z.array(quoteSchema).describe('Where the text says it.');

/** One hand that a report went through, without its evidence. */
export const chainLinkCoreSchema = z.strictObject({
  kind: z.enum(['communique', 'agency', 'outlet', 'aggregator']),
  name: z.string().nullable().describe('As written, or the short name of an agency; null when nobody says whose.'),
  basis: z
    .enum(['explicit', 'inferred'])
    .describe('`explicit`: the page says so; `inferred`: its address, its looks or another copy of the text do.'),
  reason: z.string().describe('What says so: `communique`, `dateline`, `signature`, `host`, `other-copy` …'),
  certainty: z.number().min(0).max(1),
});

export const whenCoreSchema = z.strictObject({
  day: isoDaySchema.nullable().describe('The day, only when exactly one is known.'),
  edtf: edtfSchema.nullable().describe('Day, range, month or instant; null when the sources do not say.'),
  precision: precisionSchema,
  basis: basisSchema,
  weekday: weekdaySchema.nullable(),
  notLaterThan: isoDaySchema.nullable(),
  conflict: z.boolean().describe('Weekday and day number contradict each other.'),
});

export const whereCoreSchema = z.strictObject({
  place: z.string().nullable().describe('Canonical English name of a known place.'),
  surface: z.string().describe('As written.'),
  country: countryCodeSchema.nullable(),
  basis: basisSchema,
});

export const participantCoreSchema = z.strictObject({
  personId: z.string().nullable(),
  name: z.string().nullable().describe('Best full form known.'),
  nameAsWritten: z.string().nullable(),
  script: z.enum(['latin', 'arabic', 'other']).nullable(),
  role: z.string().describe('Head noun and portfolio, e.g. `minister:interior`.'),
  roleAsWritten: z.string(),
  capacity: capacitySchema,
  acting: z.boolean(),
  former: z.boolean(),
  country: countryCodeSchema.nullable(),
  countryBasis: basisSchema.nullable(),
});

/** How sure one entry of a list is by the words of this report. */
const sureness = {
  certainty: z.number().min(0).max(1).nullable().describe('How sure the words make it; null in older archives.'),
  basis: basisSchema.nullable(),
};

export const mediaTopicsSchema = z
  .array(z.string().regex(/^medtop:\d{8}$/))
  .describe('Codes of the IPTC Media Topics that are nearest, e.g. `medtop:20000103`.');

export const inferenceSchema = z
  .strictObject({
    field: z.enum(['country', 'post', 'holder']),
    value: z.string().describe('Country code, role code, or the name of the holder.'),
    personId: z.string().nullable(),
    basis: basisSchema,
    certainty: z.number().min(0).max(1),
    evidence: z.array(evidenceSchema).describe('Of other reports.'),
  })
  .describe('What the register adds to what the reports say: a conclusion, not a fact of a report.');

/** A participant of a meeting, with what the register concludes beside what the reports say. */
export const meetingParticipantSchema = participantCoreSchema.extend({ inferred: z.array(inferenceSchema) });

export const reportedMeetingSchema = z
  .strictObject({
    index: z.int().min(0),
    prominence: prominenceSchema,
    type: meetingTypeSchema,
    status: meetingStatusSchema,
    countries: z.array(countryCodeSchema).describe('Of all sides, sorted.'),
    participants: z.array(participantCoreSchema.extend({ evidence })),
    sides: z.array(
      z.strictObject({
        country: countryCodeSchema,
        basis: basisSchema,
        host: z.boolean(),
        visitor: z.boolean(),
        initiator: z.boolean(),
      }),
    ),
    when: whenCoreSchema.extend({ evidence }),
    where: whereCoreSchema.extend({ evidence }).nullable(),
    format: z.array(z.strictObject({ value: z.string(), evidence })),
    frame: z.strictObject({ relation: frameRelationSchema, text: z.string() }).nullable(),
    topics: z.array(z.strictObject({ topic: topicSchema, mediaTopics: mediaTopicsSchema, ...sureness, evidence })),
    outcomes: z.array(
      z.strictObject({
        kind: outcomeKindSchema,
        text: z.string().describe('In the words of the text.'),
        instrument: z.string().nullable().describe('Class of the paper: mou, protocol, roadmap …'),
        strength: strengthSchema,
        ...sureness,
        evidence,
      }),
    ),
    statements: z.array(
      z.strictObject({ speaker: z.string(), direct: z.boolean(), text: z.string(), ...sureness, evidence }),
    ),
    mechanisms: z.array(z.strictObject({ name: z.string(), evidence })),
    ordinalClaims: z.array(z.strictObject({ n: z.int(), since: z.string().nullable(), evidence })),
    attribution: z.strictObject({ kind: attributionKindSchema, issuer: z.string().nullable(), evidence }).nullable(),
    chain: z
      .array(chainLinkCoreSchema.extend({ evidence }))
      .describe('The hands that the report went through, the farthest first: communiqué, agency, outlet, aggregator.'),
    sentence: quoteSchema.describe('The sentence that reports it.'),
    evidence: z
      .strictObject({ type: z.array(quoteSchema), status: z.array(quoteSchema) })
      .describe('What supports the plain values above.'),
  })
  .describe('A meeting as one article tells it.');
export type ReportedMeetingOut = z.infer<typeof reportedMeetingSchema>;

export const recordCoreSchema = z.strictObject({
  coderVersion: z.string(),
  meetings: z.array(reportedMeetingSchema).describe('Main and secondary meetings.'),
  background: z.array(reportedMeetingSchema).describe('Meetings that the text only recalls.'),
});

export const recordSchema = recordCoreSchema
  .extend({ schema: z.literal('rapporteur.record/1'), articleId: z.string(), textVersion: z.string() })
  .describe('All that one article gives to the record.');
export type RecordOut = z.infer<typeof recordSchema>;

export function renderRecord(record: ArticleRecord, quoteOf: QuoteOf): RecordOut {
  return {
    schema: 'rapporteur.record/1',
    articleId: record.articleId,
    textVersion: record.textVersion,
    ...renderRecordCore(record, quoteOf),
  };
}

export function renderRecordCore(record: ArticleRecord, quoteOf: QuoteOf): z.infer<typeof recordCoreSchema> {
  const spansOf = mentionSpans(record);
  const rendered = record.meetings.map((meeting) => renderReportedMeeting(record, meeting, spansOf, quoteOf));
  return {
    coderVersion: record.coderVersion,
    meetings: rendered.filter((meeting) => meeting.prominence !== 'background'),
    background: rendered.filter((meeting) => meeting.prominence === 'background'),
  };
}

/** Spans of what the record rests on, most telling first: what an excerpt should show. */
export function evidenceSpansOf(record: ArticleRecord): Span[] {
  const rank = { main: 0, secondary: 1, background: 2 } as const;
  const meetings = [...record.meetings].sort((a, b) => rank[a.prominence] - rank[b.prominence] || a.index - b.index);
  const spansOf = mentionSpans(record);
  return [
    ...meetings.map((meeting) => meeting.sentence),
    ...meetings.flatMap((meeting) => meeting.outcomes.flatMap((outcome) => spansOf(outcome.mentions))),
    ...meetings.flatMap((meeting) => meeting.topics.flatMap((topic) => spansOf(topic.mentions))),
    ...meetings.flatMap((meeting) => [...spansOf(meeting.when.mentions), ...spansOf(meeting.where?.mentions ?? [])]),
  ];
}

export function renderWhen(when: When): z.infer<typeof whenCoreSchema> {
  return {
    day: dayOf(when) ?? null,
    edtf: when.edtf ?? null,
    precision: when.precision,
    basis: when.basis,
    weekday: (when.weekday === undefined ? undefined : weekdays[when.weekday]) ?? null,
    notLaterThan: when.notLaterThan ?? null,
    conflict: when.conflict ?? false,
  };
}

export function renderParticipant(
  participant: Participant,
  side: Pick<Side, 'country' | 'basis'>,
): z.infer<typeof participantCoreSchema> {
  return {
    personId: participant.personId ?? null,
    name: participant.name?.full ?? null,
    nameAsWritten: participant.name?.surface ?? null,
    script: participant.name?.script ?? null,
    role: participant.roleCode,
    roleAsWritten: participant.roleText,
    capacity: participant.capacity,
    acting: participant.acting ?? false,
    former: participant.former ?? false,
    country: participant.country ?? side.country,
    countryBasis: participant.countryBasis ?? side.basis,
  };
}

export function renderSide(side: Side): {
  country: string;
  basis: Side['basis'];
  host: boolean;
  visitor: boolean;
  initiator: boolean;
} {
  return {
    country: side.country,
    basis: side.basis,
    host: side.host ?? false,
    visitor: side.visitor ?? false,
    initiator: side.initiator ?? false,
  };
}

/** The one day that a time names, if it names one. */
export function dayOf(when: When): string | undefined {
  return when.precision === 'day' || when.precision === 'time' ? when.edtf?.slice(0, 10) : undefined;
}

export function renderChainLink({
  kind,
  name,
  basis,
  reason,
  certainty,
}: ChainLink): z.infer<typeof chainLinkCoreSchema> {
  return { kind, name: name ?? null, basis, reason, certainty };
}

function renderSureness({ certainty, basis }: Sureness): { certainty: number | null; basis: Basis | null } {
  return { certainty: certainty ?? null, basis: basis ?? null };
}

function renderReportedMeeting(
  record: ArticleRecord,
  meeting: ReportedMeeting,
  spansOf: (mentions: readonly string[]) => Span[],
  quoteOf: QuoteOf,
): ReportedMeetingOut {
  const quotes = (mentions: readonly string[]) => renderQuotes(spansOf(mentions), quoteOf);
  const claimed = (field: 'type' | 'status') =>
    quotes(
      record.claims
        .filter((claim) => claim.report === meeting.index && claim.field === field)
        .flatMap((claim) => claim.mentions),
    );
  return {
    index: meeting.index,
    prominence: meeting.prominence,
    type: meeting.type,
    status: meeting.status,
    countries: meeting.sides.map((side) => side.country).sort(),
    participants: meeting.sides.flatMap((side) =>
      side.participants.map((participant) => ({
        ...renderParticipant(participant, side),
        evidence: quotes(participant.mentions),
      })),
    ),
    sides: meeting.sides.map(renderSide),
    when: { ...renderWhen(meeting.when), evidence: quotes(meeting.when.mentions) },
    where:
      meeting.where === undefined
        ? null
        : {
            place: meeting.where.place ?? null,
            surface: meeting.where.surface,
            country: meeting.where.country ?? null,
            basis: meeting.where.basis,
            evidence: quotes(meeting.where.mentions),
          },
    format: meeting.format.map(({ value, mentions }) => ({ value, evidence: quotes(mentions) })),
    frame: meeting.frame === undefined ? null : { relation: meeting.frame.relation, text: meeting.frame.text },
    topics: meeting.topics.map((tag) => ({
      topic: tag.topic,
      mediaTopics: [...(tag.mediaTopics ?? mediaTopicCodes(tag.topic))],
      ...renderSureness(tag),
      evidence: quotes(tag.mentions),
    })),
    outcomes: meeting.outcomes.map((outcome) => ({
      kind: outcome.kind,
      text: outcome.text,
      instrument: outcome.instrument ?? null,
      strength: outcome.strength,
      ...renderSureness(outcome),
      evidence: quotes(outcome.mentions),
    })),
    statements: meeting.statements.map((statement) => ({
      speaker: statement.speaker,
      direct: statement.direct,
      text: statement.text,
      ...renderSureness(statement),
      evidence: quotes(statement.mentions),
    })),
    mechanisms: meeting.mechanisms.map(({ name, mentions }) => ({ name, evidence: quotes(mentions) })),
    ordinalClaims: meeting.ordinalClaims.map(({ n, since, mentions }) => ({
      n,
      since: since ?? null,
      evidence: quotes(mentions),
    })),
    attribution:
      meeting.attribution === undefined
        ? null
        : {
            kind: meeting.attribution.kind,
            issuer: meeting.attribution.issuer ?? null,
            evidence: quotes(meeting.attribution.mentions),
          },
    chain: (meeting.chain ?? []).map((link) => ({ ...renderChainLink(link), evidence: quotes(link.mentions) })),
    sentence: { start: meeting.sentence.start, end: meeting.sentence.end, quote: quoteOf(meeting.sentence) },
    evidence: { type: claimed('type'), status: claimed('status') },
  };
}

function mentionSpans(record: ArticleRecord): (mentions: readonly string[]) => Span[] {
  const byId = new Map(record.mentions.map((mention) => [mention.id, mention]));
  return (mentions) => mentions.flatMap((id) => byId.get(id) ?? []);
}
