import { countryName } from '../gazetteer/countries.ts';
import { isOrganisation } from '../gazetteer/organisations.ts';
import { mediaTopics, mediaTopicUri } from '../model/media-topics.ts';
import type { Meeting, MeetingStatus, Participant, Side } from '../model/record.ts';
import { governmentName } from './country-codes.ts';
import { knownDays } from './edtf-days.ts';
import { topicNames } from './english-labels.ts';
import { hostOf } from './event-codes.ts';
import type { ExportWriter } from './export-writer.ts';
import {
  type ExportedEvidence,
  type ExportedField,
  type ExportedMeeting,
  type ExportOptions,
  type ExportSource,
  exportedEvidence,
  exportedFields,
  meetingUri,
  participantName,
  personUri,
  uriPart,
} from './exported-meeting.ts';
import { meetingTitle } from './meeting-title.ts';

/** A node of JSON-LD. */
export interface SchemaNode {
  readonly '@type': string | readonly string[];
  readonly [property: string]: unknown;
}

/**
 * schema.org knows scheduled, cancelled, postponed. It has no word for what is denied or disputed: nobody called that
 * off. Such meetings get none, a sentence says so, and the exact word is in `additionalProperty`.
 */
const eventStatus: Readonly<Record<MeetingStatus, string | undefined>> = {
  planned: 'https://schema.org/EventScheduled',
  held: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
  denied: undefined,
  disputed: undefined,
};

const doubts: Readonly<Partial<Record<MeetingStatus, string>>> = {
  denied: 'Denied: a source says that this meeting did not take place and will not.',
  disputed: 'Disputed: sources differ on whether this meeting takes place.',
};

/** A meeting as a schema.org Event. Members without a value are left out. */
export function schemaOrgEvent(item: ExportedMeeting, options: ExportOptions = {}): SchemaNode {
  const { meeting } = item;
  const days = knownDays(meeting.when);
  const host = hostOf(meeting);
  const status = eventStatus[meeting.status];
  return compact({
    '@type': 'Event',
    '@id': meetingUri(meeting.id, options),
    identifier: meeting.id,
    name: meetingTitle(item),
    ...(options.site === undefined ? {} : { url: meetingUri(meeting.id, options) }),
    eventStatus: status,
    description: doubts[meeting.status],
    eventAttendanceMode:
      meeting.type === 'call' || meeting.type === 'video'
        ? 'https://schema.org/OnlineEventAttendanceMode'
        : meeting.type === 'statement'
          ? undefined
          : 'https://schema.org/OfflineEventAttendanceMode',
    startDate:
      days === undefined
        ? undefined
        : days.kind === 'range'
          ? days.first
          : days.kind === 'days'
            ? days.days[0]
            : days.kind === 'time'
              ? days.instant
              : days.day,
    endDate: days?.kind === 'range' ? days.last : days?.kind === 'days' ? days.days.at(-1) : undefined,
    location: meeting.where === undefined ? undefined : placeNode(meeting.where),
    actor: meeting.sides.flatMap((side) => sideNodes(side, item, options)),
    organizer: host === undefined ? undefined : governmentNode(host),
    superEvent: frameNode(meeting, options),
    about: meeting.topics.map(({ topic }) =>
      compact({
        '@type': 'DefinedTerm',
        name: topicNames[topic],
        termCode: topic,
        sameAs: mediaTopics[topic].map(mediaTopicUri),
      }),
    ),
    subjectOf: [
      ...[...item.sources.values()].map(articleNode),
      ...meeting.outcomes.map((outcome) =>
        compact({
          '@type': 'CreativeWork',
          additionalType: outcome.instrument ?? outcome.kind,
          genre: outcome.kind,
          abstract: outcome.text,
          inLanguage: outcome.language,
          // Whose it is, as a role: with the paper that was signed its signatories.
          creator: outcome.kind === 'signed' ? meeting.sides.flatMap((side) => signatories(side, item, options)) : [],
          citation: exportedEvidence(item, outcome.evidence).map(quotationNode),
        }),
      ),
      ...meeting.statements.map((statement) =>
        compact({
          '@type': statement.direct ? 'Quotation' : 'Claim',
          text: statement.text,
          inLanguage: statement.language,
          author: { '@type': 'Person', name: statement.speaker },
          citation: exportedEvidence(item, statement.evidence).map(quotationNode),
        }),
      ),
    ],
    additionalProperty: [
      property('rapporteur:type', meeting.type),
      property('rapporteur:status', meeting.status),
      property('rapporteur:edtf', meeting.when.edtf),
      property('rapporteur:notLaterThan', meeting.when.notLaterThan),
      property('rapporteur:independentSources', meeting.independentSources),
      property('rapporteur:recalledOnly', meeting.backgroundOnly),
      ...exportedFields(item)
        .filter(({ key }) => key !== 'outcome' && key !== 'statement')
        .map(fieldNode),
    ].filter((node) => node !== undefined),
  });
}

/** One JSON-LD document: the event alone, for a page. */
export function renderSchemaOrg(item: ExportedMeeting, options: ExportOptions = {}): string {
  return `${JSON.stringify({ '@context': 'https://schema.org', ...schemaOrgEvent(item, options) })}\n`;
}

/** One JSON-LD document with a graph of all events, written as they come. */
export function openSchemaOrg(options: ExportOptions = {}): ExportWriter {
  let first = true;
  return {
    begin: () => '{"@context":"https://schema.org","@graph":[\n',
    add(item) {
      const separator = first ? '' : ',\n';
      first = false;
      return separator + JSON.stringify(schemaOrgEvent(item, options));
    },
    end: () => '\n]}\n',
    leftOut: () => 0,
  };
}

function placeNode(where: NonNullable<Meeting['where']>): SchemaNode {
  return compact({
    '@type': 'Place',
    name: where.place ?? where.surface,
    alternateName: where.place === undefined || where.place === where.surface ? undefined : where.surface,
    address: where.country === undefined ? undefined : { '@type': 'PostalAddress', addressCountry: where.country },
  });
}

function governmentNode({ country }: Pick<Side, 'country'>): SchemaNode {
  const id = `urn:rapporteur:government:${uriPart(country)}`;
  if (isOrganisation(country)) return { '@type': 'Organization', '@id': id, name: governmentName(country) };
  return {
    '@type': 'GovernmentOrganization',
    '@id': id,
    name: governmentName(country),
    areaServed: { '@type': 'Country', name: countryName(country, 'en'), identifier: country },
  };
}

function sideNodes(side: Side, item: ExportedMeeting, options: ExportOptions): readonly SchemaNode[] {
  const named = side.participants.filter((participant) => participantName(participant, item) !== undefined);
  return named.length === 0
    ? [governmentNode(side)]
    : named.map((participant) => personNode(participant, side, item, options));
}

function personNode(participant: Participant, side: Side, item: ExportedMeeting, options: ExportOptions): SchemaNode {
  const person = participant.personId === undefined ? undefined : item.people.get(participant.personId);
  const name = participantName(participant, item);
  return compact({
    '@type': 'Person',
    '@id': person === undefined ? undefined : personUri(person, options),
    name,
    alternateName: [...new Set((person?.names ?? []).map(({ full }) => full))].filter((other) => other !== name),
    jobTitle: participant.roleText,
    memberOf: governmentNode(side),
  });
}

function signatories(side: Side, item: ExportedMeeting, options: ExportOptions): readonly SchemaNode[] {
  return side.participants
    .filter(({ capacity }) => capacity === 'signatory')
    .filter((participant) => participantName(participant, item) !== undefined)
    .map((participant) => ({
      '@type': 'Role',
      roleName: 'signatory',
      creator: personNode(participant, side, item, options),
    }));
}

function frameNode(meeting: Meeting, options: ExportOptions): SchemaNode | undefined {
  if (meeting.frame === undefined) return undefined;
  const { meetingId, text } = meeting.frame;
  return compact({
    '@type': 'Event',
    '@id': meetingId === undefined ? undefined : meetingUri(meetingId, options),
    name: text,
  });
}

function articleNode(source: ExportSource): SchemaNode {
  return compact({
    '@type': 'NewsArticle',
    '@id': articleId(source),
    url: source.url,
    headline: source.title,
    publisher: source.outlet === undefined ? undefined : { '@type': 'Organization', name: source.outlet },
    sourceOrganization: source.agency === undefined ? undefined : { '@type': 'Organization', name: source.agency },
    datePublished: source.published,
    inLanguage: source.language === 'und' ? undefined : source.language,
  });
}

/** The words behind a fact, in the article that they are part of; without words the place alone. */
function quotationNode(evidence: ExportedEvidence): SchemaNode {
  return compact({
    '@type': 'Quotation',
    text: evidence.quote ?? undefined,
    inLanguage:
      evidence.source === undefined || evidence.source.language === 'und' ? undefined : evidence.source.language,
    isBasedOn: { '@id': articleId(evidence.source ?? evidence) },
    url: evidence.source?.url,
    version: evidence.textVersion,
    identifier: [property('rapporteur:start', evidence.start), property('rapporteur:end', evidence.end)],
  });
}

function articleId(of: { readonly articleId: string; readonly url?: string }): string {
  return of.url ?? `urn:rapporteur:article:${uriPart(of.articleId)}`;
}

/** A field of the record: how sure, by how many independent sources, and the quotations. */
function fieldNode(field: ExportedField): SchemaNode {
  return compact({
    '@type': 'PropertyValue',
    propertyID: `rapporteur:field:${field.key}`,
    value: field.value,
    valueReference: [
      property('rapporteur:certainty', field.certainty),
      property('rapporteur:independentSources', field.independentSources),
      property('rapporteur:state', field.state),
    ].filter((node) => node !== undefined),
    subjectOf: field.evidence.map(quotationNode),
  });
}

function property(propertyID: string, value: string | number | boolean | undefined): SchemaNode | undefined {
  return value === undefined ? undefined : { '@type': 'PropertyValue', propertyID, value };
}

/** Without members that say nothing. */
function compact(node: SchemaNode): SchemaNode {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as SchemaNode;
}
