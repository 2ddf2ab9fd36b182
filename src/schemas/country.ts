import { z } from 'zod';
import type { Person } from '../core/model/record.ts';
import { type PairInput, pairSchema, renderPair } from './dossier.ts';
import { countryCodeSchema } from './evidence.ts';
import { personSummarySchema, renderPersonSummary } from './person-list.ts';
import { topicCountSchema } from './topic-list.ts';

export const countrySchema = z
  .strictObject({
    schema: z.literal('rapporteur.country/1'),
    code: countryCodeSchema,
    meetings: z.int().min(0),
    dossiers: z.array(pairSchema).describe('Its pairs, those with the most meetings first.'),
    topics: z.array(topicCountSchema).describe('Most frequent first.'),
    people: z.array(personSummarySchema).describe('Those with an office of the country, by name, at most sixty.'),
  })
  .describe('What the record knows of one country.');
export type CountryOut = z.infer<typeof countrySchema>;

export interface CountryInput {
  readonly code: string;
  readonly meetings: number;
  readonly pairs: readonly PairInput[];
  readonly topics: CountryOut['topics'];
  readonly people: readonly Person[];
}

export function renderCountry({ code, meetings, pairs, topics, people }: CountryInput): CountryOut {
  return {
    schema: 'rapporteur.country/1',
    code,
    meetings,
    dossiers: [...pairs].sort((a, b) => b.meetings - a.meetings).map(renderPair),
    topics: topics.map(({ topic, meetings: count }) => ({ topic, meetings: count })),
    people: people.map(renderPersonSummary),
  };
}
