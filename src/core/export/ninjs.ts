import { countryName } from '../gazetteer/countries.ts';
import { mediaTopics, mediaTopicUri, relationsTopic } from '../model/media-topics.ts';
import type { MeetingStatus } from '../model/record.ts';
import { governmentName } from './country-codes.ts';
import { type KnownDays, knownDays } from './edtf-days.ts';
import { statusNames } from './english-labels.ts';
import { hostOf } from './event-codes.ts';
import { type ExportWriter, pieceWriter } from './export-writer.ts';
import {
  type ExportedMeeting,
  type ExportOptions,
  type ExportSource,
  exportedFields,
  lastKnownDay,
  meetingUri,
  participantName,
  personUri,
  uriPart,
} from './exported-meeting.ts';
import { meetingTitle } from './meeting-title.ts';

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const;

/**
 * IPTC event occurrence status: planned only, certain, may occur, cancelled. It has no word for what sources deny or
 * contradict: those get none, and `edNote` says the word of the record for all.
 */
const occurrence: Readonly<Record<MeetingStatus, string | undefined>> = {
  planned: 'eos1',
  held: 'eos5',
  postponed: 'eos3',
  cancelled: 'eos6',
  denied: undefined,
  disputed: undefined,
};

/** A meeting as a ninjs 3.1 object of type `event`, its reports as associations. */
export function ninjsEvent(item: ExportedMeeting, options: ExportOptions = {}): Readonly<Record<string, unknown>> {
  const { meeting } = item;
  const uri = meetingUri(meeting.id, options);
  const known = lastKnownDay(item);
  const dates = datesOf(knownDays(meeting.when), meeting.when.edtf);
  const host = hostOf(meeting);
  const status = occurrence[meeting.status];
  const subjects = meeting.topics.flatMap(({ topic }) => mediaTopics[topic]);
  return {
    uri,
    type: 'event',
    representationType: 'full',
    profile: 'rapporteur-meeting',
    version: String(meeting.reports.length + meeting.statusLog.length),
    ...(known === undefined ? {} : { versionCreated: `${known}T00:00:00Z` }),
    pubStatus: 'usable',
    language: 'en',
    standard,
    edNote: `Status in the record: ${statusNames[meeting.status]}. Type: ${meeting.type}. Independent sources: ${meeting.independentSources}.${meeting.backgroundOnly ? ' Every report only recalls it.' : ''}`,
    headlines: [{ value: meetingTitle(item) }],
    title: meetingTitle(item),
    descriptions: exportedFields(item).map(({ key, value, certainty, independentSources, state, evidence }) => ({
      role: key,
      contentType: 'application/json',
      value: JSON.stringify({
        value,
        certainty,
        independentSources,
        state,
        evidence: evidence.map(({ articleId, textVersion, start, end, quote, source }) => ({
          uri: articleUri(source ?? { articleId }),
          textVersion,
          start,
          end,
          quote,
        })),
      }),
    })),
    people: meeting.sides.flatMap((side) =>
      side.participants.flatMap((participant) => {
        const name = participantName(participant, item);
        if (name === undefined) return [];
        const person = participant.personId === undefined ? undefined : item.people.get(participant.personId);
        return [
          {
            name,
            rel: participant.capacity,
            ...(person === undefined ? {} : { uri: personUri(person, options) }),
            literal: `${participant.roleText}, ${countryName(side.country, 'en')}`,
          },
        ];
      }),
    ),
    organisations: meeting.sides.map((side) => ({
      ...government(side.country),
      rel: side === host ? 'host' : side.visitor === true ? 'visitor' : 'participant',
    })),
    places:
      meeting.where === undefined
        ? []
        : [
            {
              name: meeting.where.place ?? meeting.where.surface,
              rel: 'eventLocation',
              ...(meeting.where.country === undefined ? {} : { literal: meeting.where.country }),
            },
          ],
    subjects: distinctBy([...subjects, relationsTopic], ({ code }) => code).map((topic) => ({
      name: topic.name,
      rel: 'about',
      uri: mediaTopicUri(topic),
      literal: `medtop:${topic.code}`,
    })),
    eventDetails: {
      ...(status === undefined ? {} : { eventStatus: `http://cv.iptc.org/newscodes/eventoccurstatus/${status}` }),
      ...(dates === undefined ? {} : { dates }),
      ...(host === undefined ? {} : { organiser: government(host.country) }),
    },
    infoSources: [...item.sources.values()].map((source) => ({
      ...(source.outlet === undefined ? {} : { name: source.outlet }),
      role: source.agency === undefined ? 'publisher' : `publisher of a dispatch of ${source.agency}`,
      uri: articleUri(source),
      literal: source.articleId,
    })),
    associations: [...frameOf(item, options), ...[...item.sources.values()].map((source) => report(source, item))],
    altIds: [
      { role: 'rapporteur-id', value: meeting.id },
      { role: 'slug', value: meeting.slug },
      ...(meeting.when.edtf === undefined ? [] : [{ role: 'edtf', value: meeting.when.edtf }]),
    ],
  };
}

/** JSON lines: one ninjs object a line. */
export function openNinjs(options: ExportOptions = {}): ExportWriter {
  return pieceWriter((item) => `${JSON.stringify(ninjsEvent(item, options))}\n`);
}

/** Days go into the "expected" members, which take a date without a time: no hour is invented. */
function datesOf(days: KnownDays | undefined, edtf: string | undefined): Readonly<Record<string, string>> | undefined {
  switch (days?.kind) {
    case 'day':
      return { expectedStartDate: days.day };
    case 'range':
      return { expectedStartDate: days.first, expectedEndDate: days.last };
    case 'days':
      return { expectedStartDate: days.days[0] ?? '', expectedEndDate: days.days.at(-1) ?? '' };
    case 'time':
      return exactTime.test(days.instant) ? { startDate: days.instant } : { expectedStartDate: days.day };
    default:
      return edtf !== undefined && /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(edtf)
        ? { expectedStartDate: edtf }
        : undefined;
  }
}

const exactTime = /T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function government(country: string): { readonly name: string; readonly uri: string; readonly literal: string } {
  return {
    name: governmentName(country),
    uri: `urn:rapporteur:government:${uriPart(country)}`,
    literal: country,
  };
}

/** A report with the words of it on which the record rests, as far as its outlet allows. */
function report(source: ExportSource, item: ExportedMeeting): Readonly<Record<string, unknown>> {
  const quotes = exportedFields(item)
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ articleId, quote }) => (articleId === source.articleId && quote !== null ? [quote] : []));
  const published = source.published;
  return {
    name: source.title ?? source.articleId,
    uri: articleUri(source),
    rel: 'report',
    type: 'text',
    representationType: 'partial',
    ...(published !== undefined && exactTime.test(published) && knownDays({ edtf: published }) !== undefined
      ? { contentCreated: published }
      : {}),
    ...(source.language === 'und' ? {} : { language: source.language }),
    ...(source.outlet === undefined ? {} : { by: source.outlet }),
    ...(source.title === undefined ? {} : { headlines: [{ value: source.title }] }),
    bodies: [...new Set(quotes)].map((value) => ({ role: 'quotation', contentType: 'text/plain', value })),
  };
}

function frameOf({ meeting }: ExportedMeeting, options: ExportOptions): readonly Readonly<Record<string, unknown>>[] {
  const { frame } = meeting;
  if (frame === undefined) return [];
  const uri =
    frame.meetingId === undefined ? `${meetingUri(meeting.id, options)}#frame` : meetingUri(frame.meetingId, options);
  return [{ name: frame.text, uri, rel: frame.relation, type: 'event' }];
}

function articleUri(source: Pick<ExportSource, 'articleId' | 'url'>): string {
  return source.url ?? `urn:rapporteur:article:${uriPart(source.articleId)}`;
}

function distinctBy<T>(list: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
