import { z } from 'zod';
import type { Meeting } from '../core/model/record.ts';
import { countryCodeSchema } from './evidence.ts';
import { meetingSummarySchema, renderMeetingSummary } from './meeting.ts';
import { topicSchema } from './vocabulary.ts';

export const pairSchema = z
  .strictObject({
    id: z.string().describe('Both codes in order of the alphabet, e.g. `ES-MA`.'),
    countries: z.tuple([countryCodeSchema, countryCodeSchema]),
    meetings: z.int().min(0),
    outcomes: z.int().min(0),
    articles: z.int().min(0),
    lastDay: z.string().nullable(),
  })
  .describe('A country pair in short.');
export type PairOut = z.infer<typeof pairSchema>;

export const dossierSchema = z
  .strictObject({
    schema: z.literal('rapporteur.dossier/1'),
    id: z.string(),
    countries: z.array(countryCodeSchema),
    meetings: z.array(meetingSummarySchema).describe('In order of the day, undated ones last.'),
    topics: z.array(z.strictObject({ topic: topicSchema, meetings: z.int().min(0) })).describe('Most frequent first.'),
    independentSources: z.int().min(0),
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
  })
  .describe('All meetings of a country pair.');
export type DossierOut = z.infer<typeof dossierSchema>;

export interface PairInput {
  readonly pair: readonly [string, string];
  readonly meetings: number;
  readonly outcomes: number;
  readonly articles: number;
  readonly lastDay?: string;
}

export function renderPair(row: PairInput): PairOut {
  const [first, second] = [...row.pair].sort() as [string, string];
  return {
    id: `${first}-${second}`,
    countries: [first, second],
    meetings: row.meetings,
    outcomes: row.outcomes,
    articles: row.articles,
    lastDay: row.lastDay ?? null,
  };
}

export function renderDossier(countries: readonly string[], meetings: readonly Meeting[]): DossierOut {
  const codes = [...countries].sort();
  const dayKey = (meeting: Meeting) => meeting.when.edtf ?? '9999';
  const ordered = [...meetings].sort((a, b) =>
    dayKey(a) < dayKey(b) ? -1 : dayKey(a) > dayKey(b) ? 1 : a.id < b.id ? -1 : 1,
  );
  const counts = new Map<Meeting['topics'][number]['topic'], number>();
  for (const meeting of ordered) {
    for (const { topic } of meeting.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const days = ordered.flatMap((meeting) => meeting.when.edtf ?? []);
  return {
    schema: 'rapporteur.dossier/1',
    id: codes.join('-'),
    countries: codes,
    meetings: ordered.map(renderMeetingSummary),
    topics: [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([topic, count]) => ({ topic, meetings: count })),
    independentSources: ordered.reduce((sum, meeting) => sum + meeting.independentSources, 0),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  };
}
