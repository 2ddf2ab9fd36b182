import type { MeetingStatus } from '../model/record.ts';
import { csvRow } from './csv.ts';
import { knownDays } from './edtf-days.ts';
import { codeEvents } from './event-codes.ts';
import type { ExportWriter } from './export-writer.ts';
import {
  countryPairs,
  type ExportedMeeting,
  type ExportOptions,
  evidenceLine,
  exportedFields,
  sourceAddresses,
  supportText,
} from './exported-meeting.ts';
import { plainLine } from './plain-text.ts';

const statuses: readonly MeetingStatus[] = ['held', 'planned', 'postponed', 'cancelled', 'denied', 'disputed'];

export const pairDayColumns: readonly string[] = [
  'country1',
  'country2',
  'day',
  'edtf',
  'meetings',
  ...statuses,
  'recalledOnly',
  'types',
  'plover',
  'topics',
  'outcomes',
  'certainty',
  'independentSources',
  'meetingIds',
  'sources',
  'evidence',
];

interface PairDay {
  readonly countries: readonly [string, string];
  readonly day: string;
  readonly edtf: string;
  readonly counts: Map<MeetingStatus, number>;
  recalledOnly: number;
  certainty: number;
  independentSources: number;
  readonly lists: Readonly<
    Record<'types' | 'plover' | 'topics' | 'outcomes' | 'meetingIds' | 'sources' | 'evidence', Set<string>>
  >;
}

/**
 * One row a pair of countries and day. A meeting of three sides counts for its three pairs; one whose single day is not
 * known gives a row without day, with the range or month in `edtf` or nothing: no day is invented.
 *
 * Expects the meetings in the order of their days: the rows of a day are written when the next day begins, those without
 * a day at the end.
 */
export function openPairDays(options: ExportOptions = {}): ExportWriter {
  const ofTheDay = new Map<string, PairDay>();
  const withoutDay = new Map<string, PairDay>();
  let today: string | undefined;
  return {
    begin: () => csvRow(pairDayColumns),
    add(item) {
      const days = knownDays(item.meeting.when);
      const day = days?.kind === 'day' || days?.kind === 'time' ? days.day : undefined;
      const written = day !== undefined && day !== today ? flush(ofTheDay) : '';
      if (day !== undefined) today = day;
      const edtf = day ?? item.meeting.when.edtf ?? '';
      for (const [first, second] of countryPairs(
        item.meeting.sides.map((side) => side.country),
        options.pair,
      )) {
        const rows = day === undefined ? withoutDay : ofTheDay;
        const key = `${first}-${second ?? ''} ${edtf}`;
        const row = rows.get(key) ?? emptyRow([first, second ?? ''], day ?? '', edtf);
        rows.set(key, row);
        count(row, item);
      }
      return written;
    },
    end: () => flush(ofTheDay) + flush(withoutDay),
    leftOut: () => 0,
  };
}

function emptyRow(countries: readonly [string, string], day: string, edtf: string): PairDay {
  const list = () => new Set<string>();
  return {
    countries,
    day,
    edtf,
    counts: new Map(),
    recalledOnly: 0,
    certainty: 1,
    independentSources: 0,
    lists: {
      types: list(),
      plover: list(),
      topics: list(),
      outcomes: list(),
      meetingIds: list(),
      sources: list(),
      evidence: list(),
    },
  };
}

function count(row: PairDay, item: ExportedMeeting): void {
  const { meeting } = item;
  const { lists } = row;
  row.counts.set(meeting.status, (row.counts.get(meeting.status) ?? 0) + 1);
  if (meeting.backgroundOnly) row.recalledOnly += 1;
  row.independentSources = Math.max(row.independentSources, meeting.independentSources);
  lists.types.add(meeting.type);
  for (const { plover, mode } of codeEvents(meeting))
    lists.plover.add(mode === undefined ? plover : `${plover}-${mode}`);
  for (const { topic } of meeting.topics) lists.topics.add(topic);
  for (const { kind, text } of meeting.outcomes) lists.outcomes.add(`${kind}: ${plainLine(text)}`);
  lists.meetingIds.add(meeting.id);
  for (const address of sourceAddresses(item)) lists.sources.add(address);
  const sides = new Set(row.countries.map((country) => `side:${country}`));
  for (const field of exportedFields(item)) {
    const counted = field.key === 'type' || field.key === 'status' || field.key === 'when' || sides.has(field.key);
    if (counted && field.certainty !== undefined) row.certainty = Math.min(row.certainty, field.certainty);
    const support = supportText(field);
    const head = `${meeting.id} ${field.key}=${plainLine(field.value)}${support === '' ? '' : ` (${support})`}`;
    const lines = field.evidence.map((evidence) => plainLine(evidenceLine(evidence)));
    if (lines.length > 0 || support !== '') lists.evidence.add([head, ...lines].join(' @ '));
  }
}

function flush(rows: Map<string, PairDay>): string {
  const text = [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => renderRow(row))
    .join('');
  rows.clear();
  return text;
}

function renderRow(row: PairDay): string {
  const join = (list: ReadonlySet<string>) => [...list].join('; ');
  const total = [...row.counts.values()].reduce((sum, some) => sum + some, 0);
  return csvRow([
    ...row.countries,
    row.day,
    row.edtf,
    total,
    ...statuses.map((status) => row.counts.get(status) ?? 0),
    row.recalledOnly,
    join(row.lists.types),
    join(row.lists.plover),
    join(row.lists.topics),
    join(row.lists.outcomes),
    row.certainty,
    row.independentSources,
    join(row.lists.meetingIds),
    join(row.lists.sources),
    [...row.lists.evidence].join(' | '),
  ]);
}
