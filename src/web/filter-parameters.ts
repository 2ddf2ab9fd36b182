import { z } from 'zod';
import { meetingStatusSchema, meetingTypeSchema, topicSchema } from '../schemas/vocabulary.ts';

/** Whether it has none of the characters that no text has. */
export function isPlain(value: string): boolean {
  return !/\p{Cc}/u.test(value);
}

/** A name out of an address: what no text has is no name. */
export const wordSchema = z.string().trim().min(1).max(120).refine(isPlain);

const pair = z
  .string()
  .regex(/^[A-Za-z]{2}-[A-Za-z]{2}$/)
  .transform((value) => value.toUpperCase().split('-').sort().join('-'));

export const countryParameter = z
  .string()
  .regex(/^[A-Za-z]{2}$/)
  .transform((value) => value.toUpperCase());

/** The filters of the record: what each takes, for pages, data and the API alike. */
export const filterShape = {
  pair: pair.describe('Two country codes in either order: `ES-MA`.'),
  country: countryParameter.describe('Country code (ISO 3166-1 alpha-2) of one side.'),
  person: wordSchema.describe('Slug or id of somebody who took part.'),
  role: z
    .string()
    .max(120)
    .regex(/^[a-z_]+(?::[a-z_]+)?$/)
    .describe('Office of somebody who took part: `minister:interior`.'),
  topic: topicSchema.describe('What was talked about.'),
  type: meetingTypeSchema.describe('What kind of meeting it is.'),
  status: meetingStatusSchema.describe('Whether it took place.'),
  place: z
    .string()
    .regex(/^@[A-Z]{2}$|^[a-z0-9-]{1,60}$/)
    .describe('Id of a place: `rabat`; `@MA` where only the country is known.'),
  mechanism: wordSchema.describe('Slug of a standing body, as `mechanisms` gives it.'),
  from: z.iso.date().describe('First day, ISO.'),
  to: z.iso.date().describe('Last day, ISO.'),
} as const;
