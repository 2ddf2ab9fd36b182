import { z } from 'zod';
import { countryCodeSchema } from './evidence.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const mechanismListSchema = pageSchema(
  'rapporteur.mechanisms/1',
  z
    .strictObject({
      slug: z.string().describe('What the filter `mechanism` takes.'),
      name: z.string().describe('The name that the press uses most.'),
      countries: z.array(countryCodeSchema),
      meetings: z.int().min(0),
      lastDay: z.string().nullable(),
    })
    .describe('A standing body between countries.'),
).describe('Standing bodies that the press names, those with the most meetings first.');
export type MechanismListOut = z.infer<typeof mechanismListSchema>;

interface MechanismInput {
  readonly slug: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly meetings: number;
  readonly lastDay?: string;
}

export function renderMechanismList(page: PageInput<MechanismInput>): MechanismListOut {
  return renderPageOf('rapporteur.mechanisms/1', page, ({ slug, name, countries, meetings, lastDay }) => ({
    slug,
    name,
    countries: [...countries],
    meetings,
    lastDay: lastDay ?? null,
  }));
}
