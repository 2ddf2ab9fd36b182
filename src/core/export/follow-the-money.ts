import type { Participant, Person, Side } from '../model/record.ts';
import { hash64 } from '../text/hash.ts';
import { governmentName } from './country-codes.ts';
import { type KnownDays, knownDays } from './edtf-days.ts';
import { statusNames, topicNames, typeNames } from './english-labels.ts';
import { hostOf } from './event-codes.ts';
import { type ExportWriter, pieceWriter } from './export-writer.ts';
import {
  type ExportedField,
  type ExportedMeeting,
  type ExportSource,
  exportedFields,
  participantField,
  participantName,
  sourceAddresses,
  supportText,
} from './exported-meeting.ts';
import { meetingTitle } from './meeting-title.ts';
import { clipTo, plainLine } from './plain-text.ts';

/** An entity of FollowTheMoney: every property is a list of texts. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: 'Event' | 'Person' | 'PublicBody' | 'Article' | 'Mention' | 'Documentation';
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** The limits of the model for the types of property that are used here. */
const limits = { name: 384, string: 1024, text: 65_000, address: 250, url: 4096, date: 32 } as const;

/** Languages of the model have three letters; others are left out. */
const languages: Readonly<Record<string, string>> = { fr: 'fra', en: 'eng', es: 'spa', ar: 'ara' };

/** A meeting as an Event with its people, governments and articles, and one Documentation for each span of evidence. */
export function ftmEntities(item: ExportedMeeting): readonly FtmEntity[] {
  const { meeting } = item;
  const eventId = entityId('meeting', meeting.id);
  const articles = [...item.sources.values()].map((source) => article(source));
  const involved = meeting.sides.flatMap((side) => [
    government(side.country),
    ...side.participants.flatMap((participant) => personEntity(participant, side, item) ?? []),
  ]);
  const days = knownDays(meeting.when);
  const host = hostOf(meeting);
  const event = entity(eventId, 'Event', {
    name: [clip(meetingTitle(item), 'name')],
    summary: [
      clip(`${typeNames[meeting.type]}. Status: ${statusNames[meeting.status]}.`, 'text'),
      ...(meeting.backgroundOnly ? ['Every report only recalls it.'] : []),
    ],
    description: [
      ...meeting.outcomes.map(({ kind, text }) => clip(`${kind}: ${text}`, 'text')),
      ...meeting.statements.map(({ speaker, text }) => clip(`${speaker}: ${text}`, 'text')),
    ],
    ...dateProperties(days, meeting.when.edtf),
    location: meeting.where === undefined ? [] : [clip(meeting.where.place ?? meeting.where.surface, 'address')],
    country: [
      ...meeting.sides.flatMap(({ country }) => countryValue(country)),
      ...(meeting.where?.country === undefined ? [] : countryValue(meeting.where.country)),
    ],
    involved: involved.map(({ id }) => id),
    organizer: host === undefined ? [] : [government(host.country).id],
    keywords: [
      meeting.type,
      meeting.status,
      ...meeting.topics.map(({ topic }) => topicNames[topic]),
      ...(meeting.when.edtf === undefined ? [] : [clip(`edtf:${meeting.when.edtf}`, 'string')]),
    ],
    recordId: [clip(meeting.id, 'string')],
    sourceUrl: sourceAddresses(item).filter((url) => url.length <= limits.url),
    proof: articles.map(({ id }) => id),
  });
  return distinct([
    ...articles,
    ...involved,
    event,
    ...mentions(item),
    ...exportedFields(item).flatMap((field) => documentation(field, eventId)),
  ]);
}

/** JSON lines: one entity a line. An entity that several meetings share is written once. */
export function openFollowTheMoney(): ExportWriter {
  const written = new Set<string>();
  return pieceWriter((item) =>
    ftmEntities(item)
      .filter(({ id }) => {
        if (written.has(id)) return false;
        written.add(id);
        return true;
      })
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  );
}

function article(source: ExportSource): FtmEntity {
  const published = source.published === undefined ? [] : modelDates(source.published);
  return entity(entityId('article', source.articleId), 'Article', {
    title: [clip(source.title ?? source.articleId, 'string')],
    publisher: [source.outlet, source.agency].flatMap((name) => (name === undefined ? [] : [clip(name, 'string')])),
    sourceUrl: source.url !== undefined && source.url.length <= limits.url ? [source.url] : [],
    publishedAt: published,
    language: languageValue(source.language),
  });
}

function government(country: string): FtmEntity {
  return entity(entityId('government', country), 'PublicBody', {
    name: [governmentName(country)],
    country: countryValue(country),
  });
}

/** People with an entry are one entity everywhere; a name without one belongs to this meeting alone. */
function personEntity(participant: Participant, side: Side, item: ExportedMeeting): FtmEntity | undefined {
  const name = participantName(participant, item);
  if (name === undefined || clip(name, 'name') === '') return undefined;
  const person = participant.personId === undefined ? undefined : item.people.get(participant.personId);
  if (person !== undefined) return registered(person);
  return entity(entityId('name', `${item.meeting.id} ${side.country} ${name}`), 'Person', {
    name: [clip(name, 'name')],
    position: participant.roleText === '' ? [] : [clip(participant.roleText, 'string')],
    country: countryValue(side.country),
  });
}

function registered(person: Person): FtmEntity {
  return entity(entityId('person', person.id), 'Person', {
    name: [clip(person.name, 'name')],
    alias: person.names.map(({ full }) => clip(full, 'name')).filter((name) => name !== clip(person.name, 'name')),
    position: person.offices.map(({ roleText }) => clip(roleText, 'string')),
    country: person.offices.flatMap(({ country }) => (country === undefined ? [] : countryValue(country))),
  });
}

/** Where a person is named: the name as known, in that article. */
function mentions(item: ExportedMeeting): readonly FtmEntity[] {
  return item.meeting.sides.flatMap((side) =>
    side.participants.flatMap((participant) => {
      const person = personEntity(participant, side, item);
      const field = participantField(participant, item.meeting);
      if (person === undefined || field === undefined) return [];
      const articles = new Set((item.meeting.evidence[field] ?? []).map(({ articleId }) => articleId));
      return [...articles].flatMap((articleId) => {
        if (!item.sources.has(articleId)) return [];
        const document = entityId('article', articleId);
        return [
          entity(entityId('mention', `${document} ${person.id}`), 'Mention', {
            document: [document],
            resolved: [person.id],
            name: [clip(participant.name?.surface || (participantName(participant, item) ?? ''), 'name')],
            detectedSchema: ['Person'],
            contextCountry: countryValue(side.country),
          }),
        ];
      });
    }),
  );
}

/** The link between an article and the event for one field: how sure, where in the text, and the words. */
function documentation(field: ExportedField, eventId: string): readonly FtmEntity[] {
  const support = supportText(field);
  return field.evidence.flatMap(({ articleId, textVersion, start, end, quote, source }) => {
    if (source === undefined) return [];
    const span = `${articleId}:${textVersion}:${start}-${end}`;
    return [
      entity(entityId('evidence', `${eventId} ${field.key} ${field.value} ${span}`), 'Documentation', {
        document: [entityId('article', articleId)],
        entity: [eventId],
        role: [clip(field.key, 'string')],
        status: support === '' ? [] : [clip(support, 'string')],
        description: [clip(field.value, 'text')],
        summary: quote === null ? [] : [clip(quote, 'text')],
        recordId: [clip(span, 'string')],
        sourceUrl: source.url !== undefined && source.url.length <= limits.url ? [source.url] : [],
      }),
    ];
  });
}

function dateProperties(
  days: KnownDays | undefined,
  edtf: string | undefined,
): Readonly<Record<string, readonly string[]>> {
  switch (days?.kind) {
    case 'range':
      return { startDate: [days.first], endDate: [days.last] };
    case 'days':
      return { date: days.days };
    default:
      return { date: edtf === undefined ? [] : modelDates(edtf) };
  }
}

/** Dates of the model are years, months, days or UTC times: of an instant the day as told is kept. */
function modelDates(edtf: string): readonly string[] {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(edtf)) return [edtf];
  const days = knownDays({ edtf });
  return days?.kind === 'day' || days?.kind === 'time' ? [days.day] : [];
}

function countryValue(country: string): readonly string[] {
  return /^[A-Z]{2}$/.test(country) ? [country.toLowerCase()] : [];
}

function languageValue(language: string): readonly string[] {
  const code = Object.hasOwn(languages, language) ? languages[language] : undefined;
  return code === undefined ? [] : [code];
}

function entityId(kind: string, key: string): string {
  return `rapporteur-${kind}-${/^[\w.-]{1,100}$/.test(key) ? key : hash64(key)}`;
}

/** Every value once, none empty, no property without a value. */
function entity(
  id: string,
  schema: FtmEntity['schema'],
  properties: Readonly<Record<string, readonly string[]>>,
): FtmEntity {
  const kept = Object.entries(properties).flatMap(([name, values]): [string, readonly string[]][] => {
    const distinctValues = [...new Set(values)].filter((value) => value !== '');
    return distinctValues.length === 0 ? [] : [[name, distinctValues]];
  });
  return { id, schema, properties: Object.fromEntries(kept) };
}

function clip(text: string, type: keyof typeof limits): string {
  return clipTo(plainLine(text), limits[type]);
}

function distinct(entities: readonly FtmEntity[]): readonly FtmEntity[] {
  return [...new Map(entities.map((one) => [one.id, one])).values()];
}
