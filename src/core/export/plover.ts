import { countryName } from '../gazetteer/countries.ts';
import { isOrganisation } from '../gazetteer/organisations.ts';
import type { ChainLink } from '../model/attribution-chain.ts';
import type { Side } from '../model/record.ts';
import { threeLetterCode } from './country-codes.ts';
import { knownDays } from './edtf-days.ts';
import { type CodedEvent, codeEvents, contextOf, sectorOf, visitorOf } from './event-codes.ts';
import { type ExportWriter, pieceWriter } from './export-writer.ts';
import {
  chainOf,
  countryPairs,
  type ExportedEvidence,
  type ExportedField,
  type ExportedMeeting,
  type ExportOptions,
  exportedEvidence,
  exportedFields,
  meetingUri,
  participantName,
} from './exported-meeting.ts';
import { plainLine } from './plain-text.ts';

/** Names the shape of the records, not of the program: the same archive gives the same file. */
const ploverVersion = 'rapporteur-plover-1';

interface PloverActor {
  readonly actorText: string;
  readonly code: string;
  readonly sector?: string;
}

/**
 * An event in the JSON form of PLOVER (Open Event Data Alliance), as its example records show it. `textInfo`, `citeInfo`
 * and what follows `comment` carry the evidence of this record and are additions.
 */
export interface PloverRecord {
  readonly id: string;
  /** Absent when no single day, or first day of a range, is known. */
  readonly date?: string;
  readonly source: readonly PloverActor[];
  readonly target?: readonly PloverActor[];
  readonly event: string;
  readonly eventText: string;
  readonly mode?: string;
  readonly context?: string;
  readonly eventLoc?: { readonly name: string; readonly 'country code'?: string };
  readonly text: string;
  readonly textInfo: { readonly spans: readonly PloverSpan[] };
  readonly citeInfo: readonly {
    readonly articleId: string;
    readonly url?: string;
    readonly publisher?: string;
    readonly agency?: string;
    readonly published?: string;
    readonly language: string;
    /** The hands that the report went through, the farthest first. */
    readonly chain: readonly Pick<ChainLink, 'kind' | 'name' | 'basis'>[];
  }[];
  readonly language: string;
  readonly publication: string;
  readonly coder: 'rapporteur';
  readonly version: string;
  readonly comment?: string;
  readonly cameo: string;
  readonly cameoOfTarget?: string;
  readonly meeting: string;
  readonly status: string;
  readonly edtf?: string;
  readonly notLaterThan?: string;
  readonly fields: readonly {
    readonly field: string;
    readonly value: string;
    readonly certainty?: number;
    readonly independentSources?: number;
    readonly state?: string;
  }[];
}

interface PloverSpan {
  readonly field: string;
  readonly articleId: string;
  readonly textVersion: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string | null;
}

/** Events of a meeting, each for every pair of its countries; none for what did not take place (see `codeEvents`). */
export function ploverRecords(item: ExportedMeeting, options: ExportOptions = {}): readonly PloverRecord[] {
  const fields = exportedFields(item);
  return countryPairs(
    item.meeting.sides.map((side) => side.country),
    options.pair,
  ).flatMap(([first, second]) => {
    const sides = item.meeting.sides.filter(({ country }) => country === first || country === second);
    if (sides.length === 0) return [];
    return codeEvents(item.meeting).map((event, index) => {
      const pair = [first, second].flatMap((code) => (code === undefined ? [] : threeLetterCode(code)));
      return record(item, options, event, sides, `${item.meeting.id}-${pair.join('-')}-${index + 1}`, fields);
    });
  });
}

/** JSON lines: one event a line. */
export function openPlover(options: ExportOptions = {}): ExportWriter {
  return pieceWriter((item) => {
    const records = ploverRecords(item, options);
    return records.length === 0 ? undefined : records.map((one) => `${JSON.stringify(one)}\n`).join('');
  });
}

function record(
  item: ExportedMeeting,
  options: ExportOptions,
  event: CodedEvent,
  sides: readonly Side[],
  id: string,
  fields: readonly ExportedField[],
): PloverRecord {
  const { meeting } = item;
  const outcome = event.outcome === undefined ? undefined : meeting.outcomes[event.outcome];
  const visitor = event.mode === 'visit' ? visitorOf(meeting) : undefined;
  const others = visitor !== undefined && sides.includes(visitor) ? sides.filter((side) => side !== visitor) : [];
  const actors = others.length > 0 && visitor !== undefined ? [visitor] : sides;
  const own = outcome === undefined ? [] : exportedEvidence(item, outcome.evidence);
  const spans = [
    ...own.map((evidence) => span('outcome', evidence)),
    ...fields
      .filter(({ key }) => outcome === undefined || key !== 'outcome')
      .flatMap(({ key, evidence }) => evidence.map((one) => span(key, one))),
  ];
  const days = knownDays(meeting.when);
  const date =
    days === undefined
      ? undefined
      : days.kind === 'range'
        ? days.first
        : days.kind === 'days'
          ? days.days[0]
          : days.day;
  const contexts = [...new Set(meeting.topics.flatMap(({ topic }) => contextOf[topic] ?? []))];
  const trigger = fields.find(({ key }) => key === 'type')?.evidence.find(({ quote }) => quote !== null)?.quote;
  const sources = [...item.sources.values()];
  const comment = commentOf(item, days !== undefined && days.kind !== 'day' && days.kind !== 'time');
  return {
    id,
    ...(date === undefined ? {} : { date }),
    source: actors.flatMap((side) => actorsOf(side, item)),
    ...(others.length === 0 ? {} : { target: others.flatMap((side) => actorsOf(side, item)) }),
    event: event.plover,
    eventText: plainLine(outcome?.text ?? trigger ?? meeting.type),
    ...(event.mode === undefined ? {} : { mode: event.mode }),
    ...(contexts.length === 0 ? {} : { context: contexts.join(', ') }),
    ...(meeting.where === undefined
      ? {}
      : {
          eventLoc: {
            name: plainLine(meeting.where.place ?? meeting.where.surface),
            ...(meeting.where.country === undefined ? {} : { 'country code': meeting.where.country }),
          },
        }),
    text: [...new Set(spans.flatMap(({ quote }) => (quote === null ? [] : plainLine(quote))))].join(' … '),
    textInfo: { spans },
    citeInfo: sources.map(({ articleId, url, outlet, agency, published, language }) => ({
      articleId,
      ...(url === undefined ? {} : { url }),
      ...(outlet === undefined ? {} : { publisher: outlet }),
      ...(agency === undefined ? {} : { agency }),
      ...(published === undefined ? {} : { published }),
      language,
      chain: chainOf(item, articleId).map(({ kind, name, basis }) => ({
        kind,
        ...(name === undefined ? {} : { name }),
        basis,
      })),
    })),
    language: [...new Set(sources.map(({ language }) => language))].join(', ') || 'und',
    publication: [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))].join('; '),
    coder: 'rapporteur',
    version: ploverVersion,
    ...(comment === '' ? {} : { comment }),
    cameo: event.cameo,
    ...(event.cameoOfOther === undefined || others.length === 0 ? {} : { cameoOfTarget: event.cameoOfOther }),
    meeting: meetingUri(meeting.id, options),
    status: meeting.status,
    ...(meeting.when.edtf === undefined ? {} : { edtf: meeting.when.edtf }),
    ...(meeting.when.notLaterThan === undefined ? {} : { notLaterThan: meeting.when.notLaterThan }),
    fields: fields.map(({ key, value, evidence: _, ...support }) => ({ field: key, value, ...support })),
  };
}

function span(field: string, { articleId, textVersion, start, end, quote }: ExportedEvidence): PloverSpan {
  return { field, articleId, textVersion, start, end, quote };
}

/** Every named person of a side is an actor; a side without names is one itself. */
function actorsOf(side: Side, item: ExportedMeeting): readonly PloverActor[] {
  const code = threeLetterCode(side.country);
  const named = side.participants.map((participant): PloverActor => {
    const sector = sectorOf(participant.roleCode);
    const name = participantName(participant, item);
    return {
      actorText: plainLine([participant.roleText, name].filter(Boolean).join(' ')) || countryName(side.country, 'en'),
      code,
      ...(sector === undefined ? {} : { sector }),
    };
  });
  const sector = isOrganisation(side.country) ? 'IGO' : 'GOV';
  return named.length > 0 ? named : [{ actorText: countryName(side.country, 'en'), code, sector }];
}

function commentOf({ meeting }: ExportedMeeting, severalDays: boolean): string {
  return [
    meeting.status === 'planned' ? 'Planned: the event is the agreement to meet; date is the planned day.' : '',
    meeting.status === 'postponed' ? 'Postponed: the event is the agreement to meet.' : '',
    meeting.status === 'disputed' ? 'Disputed: sources contradict each other on whether it took place.' : '',
    severalDays ? 'Several days: date is the first, edtf has them all.' : '',
    meeting.backgroundOnly ? 'Every report only recalls it.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
