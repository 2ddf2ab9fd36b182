import { z } from 'zod';
import type { Person } from '../core/model/record.ts';
import { countryCodeSchema, evidenceSchema } from './evidence.ts';
import type { QuoteOfEvidence } from './meeting.ts';

export const personSchema = z
  .strictObject({
    schema: z.literal('rapporteur.person/1'),
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    names: z
      .array(
        z.strictObject({
          surface: z.string(),
          full: z.string(),
          language: z.string(),
          script: z.enum(['latin', 'arabic', 'other']),
        }),
      )
      .describe('Every spelling seen.'),
    offices: z.array(
      z.strictObject({
        role: z.string(),
        roleAsWritten: z.string(),
        country: countryCodeSchema.nullable(),
        firstSeen: z.string().nullable().describe('Earliest day on which a source names the office.'),
        lastSeen: z.string().nullable(),
        evidence: z.array(evidenceSchema),
      }),
    ),
  })
  .describe('A person named with a public office; nobody else gets an entry.');
export type PersonOut = z.infer<typeof personSchema>;

export function renderPerson(person: Person, quoteOf: QuoteOfEvidence = () => null): PersonOut {
  return {
    schema: 'rapporteur.person/1',
    id: person.id,
    slug: person.slug,
    name: person.name,
    names: person.names.map(({ surface, full, lang, script }) => ({ surface, full, language: lang, script })),
    offices: person.offices.map((office) => ({
      role: office.roleCode,
      roleAsWritten: office.roleText,
      country: office.country ?? null,
      firstSeen: office.firstSeen ?? null,
      lastSeen: office.lastSeen ?? null,
      evidence: office.evidence.map(({ articleId, textVersion, start, end }) => ({
        start,
        end,
        quote: quoteOf({ articleId, textVersion, start, end }),
        articleId,
        textVersion,
      })),
    })),
  };
}
