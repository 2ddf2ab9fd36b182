import { csvRow } from '../core/export/csv.ts';
import { type ExportWriter, pieceWriter } from '../core/export/export-writer.ts';
import type { ExportOptions } from '../core/export/exported-meeting.ts';
import { openFollowTheMoney } from '../core/export/follow-the-money.ts';
import { openCalendar } from '../core/export/icalendar.ts';
import { openNinjs } from '../core/export/ninjs.ts';
import { openPairDays } from '../core/export/pair-days-csv.ts';
import { openPlover } from '../core/export/plover.ts';
import { openSchemaOrg } from '../core/export/schema-org.ts';
import { exportColumns, renderExportRows } from './export-rows.ts';
import { renderMeeting } from './meeting.ts';

export interface OpenExportOptions extends ExportOptions {
  /** Meetings without a known day, for formats that leave them out and say so first. */
  readonly undated?: number;
  /** What a calendar is called. */
  readonly title?: string;
}

/** A format in which meetings leave the archive. */
export interface ExportFormat {
  readonly name: string;
  /** What it is called everywhere; absent where a translation says it. */
  readonly label?: string;
  readonly sentence: string;
  readonly mediaType: string;
  /** What its addresses on the site end in, without the dot. */
  readonly ending: string;
  /** True when it leaves out meetings whose day is not known. */
  readonly needsDay?: boolean;
  open(options?: OpenExportOptions): ExportWriter;
}

const lines = 'application/x-ndjson; charset=utf-8';
const csv = 'text/csv; charset=utf-8; header=present';

export const exportFormats: readonly ExportFormat[] = [
  {
    name: 'jsonl',
    label: 'JSON lines',
    sentence: 'JSON lines, one meeting each (schema rapporteur.meeting/1)',
    mediaType: lines,
    ending: 'jsonl',
    open: () => pieceWriter((item) => `${JSON.stringify(renderMeeting(item.meeting, item.quoteOf))}\n`),
  },
  {
    name: 'csv',
    label: 'CSV',
    sentence: 'a table with one row for each meeting and pair of countries',
    mediaType: csv,
    ending: 'csv',
    open: ({ pair } = {}) =>
      pieceWriter(
        ({ meeting }) =>
          renderExportRows(meeting, pair)
            .map((row) => csvRow(exportColumns.map((column) => row[column])))
            .join(''),
        csvRow(exportColumns),
      ),
  },
  {
    name: 'pair-days',
    sentence: 'a table with one row for each pair of countries and day',
    mediaType: csv,
    ending: 'pair-days.csv',
    open: openPairDays,
  },
  {
    name: 'plover',
    label: 'PLOVER',
    sentence: 'PLOVER and CAMEO events, JSON lines',
    mediaType: lines,
    ending: 'plover.jsonl',
    open: openPlover,
  },
  {
    name: 'jsonld',
    label: 'JSON-LD',
    sentence: 'JSON-LD, schema.org Event',
    mediaType: 'application/ld+json; charset=utf-8',
    ending: 'jsonld',
    open: openSchemaOrg,
  },
  {
    name: 'ics',
    label: 'iCalendar',
    sentence: 'iCalendar; meetings without a known day are left out',
    mediaType: 'text/calendar; charset=utf-8',
    ending: 'ics',
    needsDay: true,
    open: ({ title, ...options } = {}) => openCalendar({ ...options, ...(title === undefined ? {} : { name: title }) }),
  },
  {
    name: 'ninjs',
    label: 'ninjs',
    sentence: 'IPTC ninjs 3.1, JSON lines',
    mediaType: lines,
    ending: 'ninjs.jsonl',
    open: openNinjs,
  },
  {
    name: 'ftm',
    label: 'FollowTheMoney',
    sentence: 'FollowTheMoney entities, JSON lines',
    mediaType: lines,
    ending: 'ftm.jsonl',
    open: openFollowTheMoney,
  },
];

export function findExportFormat(name: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.name === name);
}
