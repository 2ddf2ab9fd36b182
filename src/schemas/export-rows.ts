import { z } from 'zod';
import { countryPairs } from '../core/export/exported-meeting.ts';
import type { Meeting } from '../core/model/record.ts';
import { renderMeetingSummary } from './meeting.ts';
import { meetingStatusSchema, meetingTypeSchema } from './vocabulary.ts';

/** One row a meeting and country pair: a meeting of three sides gives three rows. Lists are joined by "; ". */
export const exportRowSchema = z
  .strictObject({
    meetingId: z.string(),
    country1: z.string().describe('ISO 3166-1 alpha-2, the earlier of the two in the alphabet.'),
    country2: z.string().describe('Empty when only one side is known.'),
    day: z.string().describe('ISO day; empty when no single day is known.'),
    edtf: z.string(),
    precision: z.string(),
    type: meetingTypeSchema,
    status: meetingStatusSchema,
    place: z.string(),
    placeCountry: z.string(),
    participants1: z.string().describe('Name (role) of the side of country1.'),
    participants2: z.string(),
    topics: z.string(),
    outcomes: z.string().describe('kind: text'),
    backgroundOnly: z.boolean(),
    reports: z.int().min(0),
    independentSources: z.int().min(0),
    certainty: z.number().min(0).max(1).describe('Of the weakest of type, status, day and sides.'),
    contradictions: z.int().min(0),
    articleIds: z.string(),
    concluded: z.string().describe('What the register adds beside the reports, each with "probably" and its basis.'),
  })
  .describe('A row of the CSV export.');
export type ExportRow = z.infer<typeof exportRowSchema>;

export const exportColumns: readonly (keyof ExportRow)[] = Object.keys(exportRowSchema.shape) as (keyof ExportRow)[];

/** @param only gives the row of this pair alone */
export function renderExportRows(meeting: Meeting, only?: readonly [string, string]): ExportRow[] {
  const summary = renderMeetingSummary(meeting);
  const { countries } = summary;
  const concluded = join(
    summary.participants.flatMap(({ name, role, country, inferred }) =>
      inferred.map(({ value, basis }) => `${name ?? role} (${country ?? ''}): probably ${value} (${basis})`),
    ),
  );
  const named = (country: string | undefined) =>
    join(
      summary.participants
        .filter((participant) => participant.country === country && participant.name !== null)
        .map((participant) => `${participant.name} (${participant.role})`),
    );
  return countryPairs(countries, only).map(([country1, country2]) => ({
    meetingId: meeting.id,
    country1,
    country2: country2 ?? '',
    day: summary.when.day ?? '',
    edtf: summary.when.edtf ?? '',
    precision: summary.when.precision,
    type: summary.type,
    status: summary.status,
    place: summary.where?.place ?? summary.where?.surface ?? '',
    placeCountry: summary.where?.country ?? '',
    participants1: named(country1),
    participants2: country2 === undefined ? '' : named(country2),
    topics: join(summary.topics),
    outcomes: join(summary.outcomes.map((outcome) => `${outcome.kind}: ${outcome.text}`)),
    backgroundOnly: summary.backgroundOnly,
    reports: summary.reports,
    independentSources: summary.independentSources,
    certainty: weakest(meeting, [country1, country2]),
    contradictions: summary.contradictions,
    articleIds: join([...new Set(meeting.reports.map((report) => report.articleId))]),
    concluded,
  }));
}

function weakest(meeting: Meeting, countries: readonly (string | undefined)[]): number {
  const keys = ['type', 'status', 'when', ...countries.map((country) => `side:${country}`)];
  const known = keys.flatMap((key) => meeting.fields[key]?.certainty ?? []);
  return known.length === 0 ? 0 : Math.round(Math.min(...known) * 100) / 100;
}

function join(parts: readonly string[]): string {
  return parts.join('; ');
}
