import { z } from 'zod';
import type { Person } from '../core/model/record.ts';
import { countryCodeSchema } from './evidence.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const personSummarySchema = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    spellings: z.array(z.string()).describe('Every full form seen, in any script.'),
    offices: z.array(
      z.strictObject({
        role: z.string(),
        country: countryCodeSchema.nullable(),
        firstSeen: z.string().nullable(),
        lastSeen: z.string().nullable(),
      }),
    ),
  })
  .describe('A person with a public office, in short.');
export type PersonSummary = z.infer<typeof personSummarySchema>;

export const personListSchema = pageSchema('rapporteur.people/1', personSummarySchema).describe(
  'People named with a public office, by name, one page of them.',
);
export type PersonListOut = z.infer<typeof personListSchema>;

export function renderPersonSummary(person: Person): PersonSummary {
  return {
    id: person.id,
    slug: person.slug,
    name: person.name,
    spellings: [...new Set(person.names.map(({ full }) => full))],
    offices: person.offices.map(({ roleCode, country, firstSeen, lastSeen }) => ({
      role: roleCode,
      country: country ?? null,
      firstSeen: firstSeen ?? null,
      lastSeen: lastSeen ?? null,
    })),
  };
}

export function renderPersonList(page: PageInput<Person>): PersonListOut {
  return renderPageOf('rapporteur.people/1', page, renderPersonSummary);
}
