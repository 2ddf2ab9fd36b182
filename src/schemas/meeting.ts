import { z } from 'zod';
import type { Evidence } from '../core/model/evidence.ts';
import { mediaTopicCodes } from '../core/model/media-topics.ts';
import type { Meeting, Participant, Side, Standing } from '../core/model/record.ts';
import { disputeSchema, renderDisputes, renderReplies, replySchema } from './editorial.ts';
import { countryCodeSchema, type EvidenceOut, evidenceSchema, isoDaySchema } from './evidence.ts';
import {
  chainLinkCoreSchema,
  mediaTopicsSchema,
  meetingParticipantSchema,
  renderChainLink,
  renderParticipant,
  renderSide,
  renderWhen,
  whenCoreSchema,
  whereCoreSchema,
} from './record.ts';
import {
  basisSchema,
  fieldStateNameSchema,
  frameRelationSchema,
  meetingStatusSchema,
  meetingTypeSchema,
  outcomeKindSchema,
  strengthSchema,
  topicSchema,
} from './vocabulary.ts';

const evidence = z.array(evidenceSchema);

const fieldStateSchema = z
  .strictObject({
    certainty: z.number().min(0).max(1),
    independentSources: z.int().min(0),
    state: fieldStateNameSchema,
    newReports: z
      .unknown()
      .optional()
      .describe(
        "Beside an editor's value: what the reports say by now, when that is neither it nor what was corrected.",
      ),
    evidence,
  })
  .describe('How sure a field is and why.');

const standingSchema = z
  .strictObject({
    certainty: z.number().min(0).max(1),
    independentSources: z.int().min(0),
    state: fieldStateNameSchema,
    basis: basisSchema,
  })
  .nullable()
  .describe('How sure this entry is and why; null where the archive is of an older form.');

/** What a list shows of a meeting. */
export const meetingSummarySchema = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    type: meetingTypeSchema,
    status: meetingStatusSchema,
    when: whenCoreSchema,
    where: whereCoreSchema.nullable(),
    countries: z.array(countryCodeSchema).describe('Of all sides, sorted.'),
    participants: z.array(meetingParticipantSchema),
    topics: z.array(topicSchema),
    outcomes: z.array(
      z.strictObject({
        kind: outcomeKindSchema,
        text: z.string(),
        instrument: z.string().nullable(),
        strength: strengthSchema,
        language: z.string().nullable().describe('Of the words.'),
      }),
    ),
    backgroundOnly: z.boolean().describe('True when every report only recalls it.'),
    reports: z.int().min(0).describe('Number of reports.'),
    independentSources: z.int().min(0).describe('Ten outlets that print one communiqué count once.'),
    contradictions: z.int().min(0),
  })
  .describe('A meeting in short.');
export type MeetingSummary = z.infer<typeof meetingSummarySchema>;

export const meetingSchema = z
  .strictObject({
    schema: z.literal('rapporteur.meeting/1'),
    id: z.string(),
    slug: z.string(),
    type: meetingTypeSchema,
    status: meetingStatusSchema,
    statusLog: z.array(z.strictObject({ status: meetingStatusSchema, day: isoDaySchema.nullable(), evidence })),
    countries: z.array(countryCodeSchema).describe('Of all sides, sorted.'),
    sides: z.array(
      z.strictObject({
        country: countryCodeSchema,
        basis: basisSchema,
        host: z.boolean(),
        visitor: z.boolean(),
        initiator: z.boolean(),
        participants: z.array(meetingParticipantSchema),
      }),
    ),
    when: whenCoreSchema,
    where: whereCoreSchema.nullable(),
    frame: z
      .strictObject({ meetingId: z.string().nullable(), relation: frameRelationSchema, text: z.string() })
      .nullable(),
    format: z.array(z.string()),
    topics: z.array(
      z.strictObject({ topic: topicSchema, mediaTopics: mediaTopicsSchema, standing: standingSchema, evidence }),
    ),
    outcomes: z.array(
      z.strictObject({
        kind: outcomeKindSchema,
        text: z.string(),
        instrument: z.string().nullable(),
        strength: strengthSchema,
        language: z.string().nullable().describe('Of the words.'),
        standing: standingSchema,
        evidence,
        tellings: z
          .array(z.strictObject({ text: z.string(), language: z.string(), evidence }))
          .describe('The same outcome in the words of reports in other languages.'),
      }),
    ),
    statements: z.array(
      z.strictObject({
        speaker: z.string(),
        direct: z.boolean(),
        text: z.string(),
        language: z.string().nullable(),
        standing: standingSchema,
        evidence,
      }),
    ),
    mechanisms: z.array(z.strictObject({ name: z.string(), evidence })),
    ordinalClaims: z.array(z.strictObject({ n: z.int(), since: z.string().nullable(), evidence })),
    backgroundOnly: z.boolean().describe('True when every report only recalls it.'),
    reports: z.array(
      z.strictObject({
        articleId: z.string(),
        report: z.int().min(0),
        chain: z
          .array(chainLinkCoreSchema.extend({ evidence }))
          .describe('The hands that the report went through, the farthest first; empty in older archives.'),
      }),
    ),
    fields: z
      .record(z.string(), fieldStateSchema)
      .describe('Keys: `type`, `status`, `when`, `where`, `side:ES`, `participant:<person id or folded name>`.'),
    contradictions: z.array(
      z.strictObject({
        field: z.string(),
        values: z.array(z.strictObject({ value: z.unknown(), claimIds: z.array(z.string()) })),
      }),
    ),
    independentSources: z.int().min(0).describe('Ten outlets that print one communiqué count once.'),
    disputes: z.array(disputeSchema),
    replies: z.array(replySchema),
  })
  .describe('A meeting: the reports of one encounter, fused, every field with its evidence.');
export type MeetingOut = z.infer<typeof meetingSchema>;

/** Tells the words of evidence in any article, or null when they may not be shown or are not at hand. */
export type QuoteOfEvidence = (evidence: Evidence) => string | null;

const noQuotes: QuoteOfEvidence = () => null;

/** @param quoteOf build it with `quoteFrom` of each article, so that quotes stay inside what its outlet allows */
export function renderMeeting(meeting: Meeting, quoteOf: QuoteOfEvidence = noQuotes): MeetingOut {
  const quotes = quotesWith(quoteOf);
  return {
    schema: 'rapporteur.meeting/1',
    id: meeting.id,
    slug: meeting.slug,
    type: meeting.type,
    status: meeting.status,
    statusLog: meeting.statusLog.map(({ status, day, evidence: list }) => ({
      status,
      day: day ?? null,
      evidence: quotes(list),
    })),
    countries: countriesOf(meeting),
    sides: meeting.sides.map((side) => ({
      ...renderSide(side),
      participants: side.participants.map((participant) => renderMeetingParticipant(participant, side, quotes)),
    })),
    when: renderWhen(meeting.when),
    where: renderWhere(meeting),
    frame:
      meeting.frame === undefined
        ? null
        : {
            meetingId: meeting.frame.meetingId ?? null,
            relation: meeting.frame.relation,
            text: meeting.frame.text,
          },
    format: [...meeting.format],
    topics: meeting.topics.map(({ topic, mediaTopics, standing, evidence: list }) => ({
      topic,
      mediaTopics: [...(mediaTopics ?? mediaTopicCodes(topic))],
      standing: renderStanding(standing),
      evidence: quotes(list),
    })),
    outcomes: meeting.outcomes.map((outcome) => ({
      kind: outcome.kind,
      text: outcome.text,
      instrument: outcome.instrument ?? null,
      strength: outcome.strength,
      language: outcome.language ?? null,
      standing: renderStanding(outcome.standing),
      evidence: quotes(outcome.evidence),
      tellings: (outcome.tellings ?? []).map(({ text, language, evidence: list }) => ({
        text,
        language,
        evidence: quotes(list),
      })),
    })),
    statements: meeting.statements.map(({ speaker, direct, text, language, standing, evidence: list }) => ({
      speaker,
      direct,
      text,
      language: language ?? null,
      standing: renderStanding(standing),
      evidence: quotes(list),
    })),
    mechanisms: meeting.mechanisms.map(({ name, evidence: list }) => ({ name, evidence: quotes(list) })),
    ordinalClaims: meeting.ordinalClaims.map(({ n, since, evidence: list }) => ({
      n,
      since: since ?? null,
      evidence: quotes(list),
    })),
    backgroundOnly: meeting.backgroundOnly,
    reports: meeting.reports.map(({ articleId, report, chain = [] }) => ({
      articleId,
      report,
      chain: chain.map((link) => ({ ...renderChainLink(link), evidence: quotes(link.evidence) })),
    })),
    fields: Object.fromEntries(
      Object.entries(meeting.fields).map(([field, state]) => [
        field,
        {
          certainty: state.certainty,
          independentSources: state.independentSources,
          state: state.state,
          ...(state.newReports === undefined ? {} : { newReports: state.newReports }),
          evidence: quotes(meeting.evidence[field] ?? []),
        },
      ]),
    ),
    contradictions: meeting.contradictions.map(({ field, values }) => ({
      field,
      values: values.map(({ value, claimIds }) => ({ value, claimIds: [...claimIds] })),
    })),
    independentSources: meeting.independentSources,
    disputes: renderDisputes(meeting.disputes),
    replies: renderReplies(meeting.replies),
  };
}

function renderStanding(standing: Standing | undefined): z.infer<typeof standingSchema> {
  if (standing === undefined) return null;
  const { certainty, independentSources, state, basis } = standing;
  return { certainty, independentSources, state, basis };
}

function renderMeetingParticipant(
  participant: Participant,
  side: Side,
  quotes: (list: readonly Evidence[]) => EvidenceOut[] = quotesWith(noQuotes),
): z.infer<typeof meetingParticipantSchema> {
  return {
    ...renderParticipant(participant, side),
    inferred: (participant.inferred ?? []).map(({ field, value, personId, basis, certainty, evidence: list }) => ({
      field,
      value,
      personId: personId ?? null,
      basis,
      certainty,
      evidence: quotes(list),
    })),
  };
}

function quotesWith(quoteOf: QuoteOfEvidence): (list: readonly Evidence[]) => EvidenceOut[] {
  return (list) =>
    list.map(({ articleId, textVersion, start, end }) => ({
      start,
      end,
      quote: quoteOf({ articleId, textVersion, start, end }),
      articleId,
      textVersion,
    }));
}

export function renderMeetingSummary(meeting: Meeting): MeetingSummary {
  return {
    id: meeting.id,
    slug: meeting.slug,
    type: meeting.type,
    status: meeting.status,
    when: renderWhen(meeting.when),
    where: renderWhere(meeting),
    countries: countriesOf(meeting),
    participants: meeting.sides.flatMap((side) =>
      side.participants.map((participant) => renderMeetingParticipant(participant, side)),
    ),
    topics: meeting.topics.map(({ topic }) => topic),
    outcomes: meeting.outcomes.map(({ kind, text, instrument, strength, language }) => ({
      kind,
      text,
      instrument: instrument ?? null,
      strength,
      language: language ?? null,
    })),
    backgroundOnly: meeting.backgroundOnly,
    reports: meeting.reports.length,
    independentSources: meeting.independentSources,
    contradictions: meeting.contradictions.length,
  };
}

function countriesOf(meeting: Meeting): string[] {
  return meeting.sides.map((side) => side.country).sort();
}

function renderWhere(meeting: Meeting): z.infer<typeof whereCoreSchema> | null {
  const { where } = meeting;
  if (where === undefined) return null;
  return { place: where.place ?? null, surface: where.surface, country: where.country ?? null, basis: where.basis };
}
