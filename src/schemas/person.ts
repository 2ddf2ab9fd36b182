import { z } from 'zod';
import type { Evidence } from '../core/model/evidence.ts';
import type { Person } from '../core/model/record.ts';
import { disputeSchema, renderDisputes, renderReplies, replySchema } from './editorial.ts';
import { countryCodeSchema, type EvidenceOut, evidenceSchema } from './evidence.ts';
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
          reports: z.int().min(0).describe('Reports that write it so.'),
          alias: z.boolean().describe('Added by an editor.'),
          evidence: z.array(evidenceSchema),
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
        from: z
          .string()
          .nullable()
          .describe('EDTF: held by this day at the latest (`[..2023-02-01]`), or begun between two days.'),
        until: z.string().nullable().describe('EDTF: `..` while nothing says that it ended, else between two days.'),
        acting: z.boolean(),
        evidence: z.array(evidenceSchema),
      }),
    ),
    disputes: z.array(disputeSchema),
    replies: z.array(replySchema),
  })
  .describe('A person named with a public office; nobody else gets an entry.');
export type PersonOut = z.infer<typeof personSchema>;

export function renderPerson(person: Person, quoteOf: QuoteOfEvidence = () => null): PersonOut {
  const quotes = (list: readonly Evidence[]): EvidenceOut[] =>
    list.map(({ articleId, textVersion, start, end }) => ({
      start,
      end,
      quote: quoteOf({ articleId, textVersion, start, end }),
      articleId,
      textVersion,
    }));
  return {
    schema: 'rapporteur.person/1',
    id: person.id,
    slug: person.slug,
    name: person.name,
    names: person.names.map(({ surface, full, lang, script, count, alias, evidence }) => ({
      surface,
      full,
      language: lang,
      script,
      reports: count ?? 0,
      alias: alias ?? false,
      evidence: quotes(evidence ?? []),
    })),
    offices: person.offices.map((office) => ({
      role: office.roleCode,
      roleAsWritten: office.roleText,
      country: office.country ?? null,
      firstSeen: office.firstSeen ?? null,
      lastSeen: office.lastSeen ?? null,
      from: office.from ?? null,
      until: office.until ?? null,
      acting: office.acting ?? false,
      evidence: quotes(office.evidence),
    })),
    disputes: renderDisputes(person.disputes),
    replies: renderReplies(person.replies),
  };
}
