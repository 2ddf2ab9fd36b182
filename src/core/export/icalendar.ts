import { countryName } from '../gazetteer/countries.ts';
import type { MeetingStatus } from '../model/record.ts';
import { isoDay, parseIsoDay } from '../text/calendars.ts';
import { type KnownDays, knownDays } from './edtf-days.ts';
import { outcomeNames, statusNames, topicNames } from './english-labels.ts';
import { type ExportWriter, pieceWriter } from './export-writer.ts';
import {
  type ExportedEvidence,
  type ExportedMeeting,
  type ExportOptions,
  exportedFields,
  lastKnownDay,
  meetingUri,
  sourceAddresses,
  supportText,
} from './exported-meeting.ts';
import { meetingTitle } from './meeting-title.ts';
import { plainLine, plainText } from './plain-text.ts';

/**
 * iCalendar has three words: what is not known to happen or to have happened is tentative. It has none for what is
 * denied, for nobody called that off: such meetings stand in no calendar.
 */
const eventStatus: Readonly<Record<Exclude<MeetingStatus, 'denied'>, 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'>> = {
  planned: 'TENTATIVE',
  held: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  disputed: 'TENTATIVE',
};

export interface CalendarOptions extends ExportOptions {
  /** @default "Record of meetings" */
  readonly name?: string;
  /** Meetings that will be left out, see `hasCalendarDay`; the calendar says so at its head. */
  readonly undated?: number;
}

/** True when a calendar can show a meeting: its day is known, and it is not one that is denied. */
export function hasCalendarDay({ when, status }: Pick<ExportedMeeting['meeting'], 'when' | 'status'>): boolean {
  return status !== 'denied' && knownDays(when) !== undefined;
}

/** A calendar (RFC 5545, with name and description of RFC 7986). Meetings without a known day and denied ones are left out. */
export function openCalendar(options: CalendarOptions = {}): ExportWriter {
  const { name = 'Record of meetings', undated = 0 } = options;
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapporteur//Record of meetings//EN',
    'CALSCALE:GREGORIAN',
    property('NAME', textValue(plainLine(name))),
    property('X-WR-CALNAME', textValue(plainLine(name))),
    property(
      'DESCRIPTION',
      textValue(
        undated === 0
          ? 'Meetings by the record; every entry names its sources.'
          : `Meetings by the record; every entry names its sources. Left out because their day is not known or because they are denied: ${undated}.`,
      ),
    ),
  ];
  return pieceWriter((item) => renderEvent(item, options), lines(head), lines(['END:VCALENDAR']));
}

/** One VEVENT; `undefined` when no day is known or the meeting is denied. Nothing of it depends on when it is made. */
function renderEvent(item: ExportedMeeting, options: ExportOptions): string | undefined {
  const { meeting } = item;
  const { status } = meeting;
  const days = knownDays(meeting.when);
  if (days === undefined || status === 'denied') return undefined;
  const known = lastKnownDay(item) ?? firstDay(days);
  const [address] = sourceAddresses(item);
  const url = options.site === undefined ? address : meetingUri(meeting.id, options);
  const place = [meeting.where?.place ?? meeting.where?.surface, countryOfPlace(item)].filter(Boolean).join(', ');
  const frame = meeting.frame?.meetingId;
  return lines([
    'BEGIN:VEVENT',
    property('UID', textValue(plainLine(meetingUri(meeting.id, {})))),
    `DTSTAMP:${compact(known)}T000000Z`,
    `LAST-MODIFIED:${compact(known)}T000000Z`,
    // Every new report or status is a revision.
    `SEQUENCE:${meeting.reports.length + meeting.statusLog.length}`,
    ...timeProperties(days),
    property('SUMMARY', textValue(plainLine(meetingTitle(item)))),
    `STATUS:${eventStatus[status]}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PUBLIC',
    ...(place === '' ? [] : [property('LOCATION', textValue(plainLine(place)))]),
    ...(meeting.topics.length === 0
      ? []
      : [
          property(
            'CATEGORIES',
            [...new Set(meeting.topics.map(({ topic }) => textValue(topicNames[topic])))].join(','),
          ),
        ]),
    property('DESCRIPTION', textValue(description(item))),
    ...(url === undefined ? [] : [property('URL', url)]),
    ...(frame === undefined ? [] : [property('RELATED-TO', textValue(plainLine(meetingUri(frame, {}))))]),
    property('X-RAPPORTEUR-STATUS', textValue(meeting.status)),
    ...(meeting.when.edtf === undefined
      ? []
      : [property('X-RAPPORTEUR-EDTF', textValue(plainLine(meeting.when.edtf)))]),
    'END:VEVENT',
  ]);
}

function timeProperties(days: KnownDays): readonly string[] {
  switch (days.kind) {
    case 'day':
      return wholeDays(days.day, days.day);
    case 'range':
      return wholeDays(days.first, days.last);
    case 'days': {
      const [first = '', ...others] = days.days;
      return [...wholeDays(first, first), property('RDATE;VALUE=DATE', others.map(compact).join(','))];
    }
    case 'time':
      return [`DTSTART:${utcTime(days.instant)}`];
  }
}

/** The end of whole days is the day after. */
function wholeDays(first: string, last: string): readonly string[] {
  return [`DTSTART;VALUE=DATE:${compact(first)}`, `DTEND;VALUE=DATE:${compact(isoDay((parseIsoDay(last) ?? 0) + 1))}`];
}

/** An instant with a zone in UTC, one without as the time on the spot. */
function utcTime(instant: string): string {
  const match = /^(.{10})T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:(Z)|([+-])(\d\d):(\d\d))?$/.exec(instant);
  const [, day = '', hour, minute, second = '00', zulu, sign, zoneHours, zoneMinutes] = match ?? [];
  if (zulu === undefined && sign === undefined) return `${compact(day)}T${hour}${minute}${second}`;
  const shift = sign === undefined ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? 1 : -1);
  const minutes = Number(hour) * 60 + Number(minute) + shift;
  const date = isoDay((parseIsoDay(day) ?? 0) + Math.floor(minutes / 1440));
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${compact(date)}T${two(Math.floor(inDay / 60))}${two(inDay % 60)}${second}Z`;
}

/** What is known, each thing with how sure it is and where it stands. */
function description(item: ExportedMeeting): string {
  const { meeting } = item;
  const parts = [
    `Status: ${statusNames[meeting.status]}`,
    ...meeting.outcomes.map(({ kind, text }) => `${outcomeNames[kind]}: ${plainLine(text)}`),
    ...(meeting.backgroundOnly ? ['Every report only recalls it.'] : []),
    'Evidence:',
    ...exportedFields(item).flatMap((field) => {
      const support = supportText(field);
      if (support === '' && field.evidence.length === 0) return [];
      return [
        `${field.key}: ${plainLine(field.value)}${support === '' ? '' : ` (${support})`}`,
        ...bySource(field.evidence).map((line) => `- ${plainLine(line)}`),
      ];
    }),
    ...sourceAddresses(item).map((address) => `Source: ${address}`),
  ];
  return parts.join('\n');
}

/** The spans of one article on one line. */
function bySource(list: readonly ExportedEvidence[]): readonly string[] {
  const spans = new Map<string, string[]>();
  for (const { source, articleId, start, end, quote } of list) {
    const place = source?.url ?? `article ${articleId}`;
    const words = `characters ${start} to ${end}${quote === null ? '' : ` “${quote}”`}`;
    spans.set(place, [...(spans.get(place) ?? []), words]);
  }
  return [...spans].map(([place, words]) => `${place}: ${words.join('; ')}`);
}

function countryOfPlace({ meeting }: ExportedMeeting): string | undefined {
  return meeting.where?.country === undefined ? undefined : countryName(meeting.where.country, 'en');
}

function firstDay(days: KnownDays): string {
  return days.kind === 'range' ? days.first : days.kind === 'days' ? (days.days[0] ?? '') : days.day;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function textValue(text: string): string {
  return plainText(text)
    .replaceAll('\t', ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const lineOctets = 75;

/** Folds a content line: no line is longer than 75 octets, and no character is cut. */
function property(name: string, value: string): string {
  const folded: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > lineOctets) {
      folded.push(line);
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return [...folded, line].join('\r\n');
}

function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

function lines(parts: readonly string[]): string {
  return parts.map((part) => `${part}\r\n`).join('');
}
