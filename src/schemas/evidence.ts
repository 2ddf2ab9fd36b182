import { z } from 'zod';
import type { Span } from '../core/model/evidence.ts';

/** A span of one article's canonical text, with the words when they may be shown. */
export const quoteSchema = z
  .strictObject({
    start: z.int().min(0).describe('First UTF-16 unit in the canonical text.'),
    end: z.int().min(0).describe('One past the last UTF-16 unit.'),
    quote: z.string().nullable().describe('The words; null when the outlet allows no quoting.'),
  })
  .describe('Where in the text a fact stands.');
export type Quote = z.infer<typeof quoteSchema>;

/** The same, where the article is not clear from the context. */
export const evidenceSchema = quoteSchema
  .extend({
    articleId: z.string(),
    textVersion: z.string().describe('Names the immutable canonical text that the offsets count in.'),
  })
  .describe('Where in which text a fact stands.');
export type EvidenceOut = z.infer<typeof evidenceSchema>;

/** How sure and why, for a plain value that stands beside it. */
export const supportSchema = z
  .strictObject({
    certainty: z.number().min(0).max(1),
    basis: z.string().describe('Rule or place on the page that gave the value.'),
    spans: z.array(quoteSchema),
  })
  .describe('What supports a value.');

export const countryCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2.');

export const isoDaySchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .describe('ISO day.');

export const edtfSchema = z.string().min(4).describe('EDTF: day, range, month, year or instant.');

/** Tells the words of a span, or null when they may not be shown or are not at hand. */
export type QuoteOf = (span: Span) => string | null;

/** Spans in text order without doubles, each with its words. */
export function renderQuotes(spans: readonly Span[], quoteOf: QuoteOf): Quote[] {
  const seen = new Set<string>();
  const quotes: Quote[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const key = `${start}-${end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    quotes.push({ start, end, quote: quoteOf({ start, end }) });
  }
  return quotes;
}
