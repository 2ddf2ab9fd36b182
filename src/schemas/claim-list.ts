import { z } from 'zod';
import type { Span } from '../core/model/evidence.ts';
import type { Claim } from '../core/model/record.ts';
import { evidenceSchema } from './evidence.ts';
import type { QuoteOfEvidence } from './meeting.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';
import { basisSchema } from './vocabulary.ts';

export const claimSchema = z
  .strictObject({
    id: z.string(),
    articleId: z.string(),
    report: z.int().min(0).describe('Index of the reported meeting in its article.'),
    field: z.string(),
    value: z.unknown().describe('In the shape that the field has in a reported meeting.'),
    polarity: z.enum(['asserted', 'denied', 'hedged']),
    certainty: z.number().min(0).max(1),
    basis: basisSchema,
    outlet: z.string().nullable(),
    attributedTo: z.string().nullable(),
    channel: z.enum(['communique', 'agency', 'own', 'unknown']),
    evidence: z.array(evidenceSchema),
  })
  .describe('One field of a meeting as one report tells it.');

export const claimListSchema = pageSchema('rapporteur.claims/1', claimSchema).describe(
  'What reports say of one meeting, field by field, with the words that say it.',
);
export type ClaimListOut = z.infer<typeof claimListSchema>;

interface ClaimInput extends Omit<Claim, 'mentions'> {
  readonly articleId: string;
  readonly textVersion: string;
  readonly spans: readonly Span[];
}

export function renderClaimList(page: PageInput<ClaimInput>, quoteOf: QuoteOfEvidence): ClaimListOut {
  return renderPageOf('rapporteur.claims/1', page, ({ articleId, textVersion, source, ...claim }) => ({
    id: claim.id,
    articleId,
    report: claim.report,
    field: claim.field,
    value: claim.value,
    polarity: claim.polarity,
    certainty: claim.certainty,
    basis: claim.basis,
    outlet: source.outlet ?? null,
    attributedTo: source.attributedTo ?? null,
    channel: source.channel,
    evidence: claim.spans.map(({ start, end }) => ({
      start,
      end,
      quote: quoteOf({ articleId, textVersion, start, end }),
      articleId,
      textVersion,
    })),
  }));
}
