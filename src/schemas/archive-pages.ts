import { z } from 'zod';
import { decisionSchema } from './decision.ts';
import { outletSchema } from './outlet.ts';

const name = z.literal('rapporteur.pages/1');

export const archiveHeadSchema = z
  .strictObject({
    schema: name,
    kind: z.literal('head'),
    software: z.string(),
    outlets: z.array(outletSchema),
    decisions: z.array(decisionSchema).describe("Editors' decisions, the oldest first."),
  })
  .describe('What an export of pages holds beside them.');
export type ArchiveHead = z.infer<typeof archiveHeadSchema>;

export const archivePageSchema = z
  .strictObject({
    articleId: z.string(),
    version: z.int().min(1).describe('1 for the first version of the article.'),
    hash: z.string().describe('SHA-256 of the bytes, hex.'),
    savedAt: z.string().describe('When it was captured, ISO instant.'),
    url: z.string().optional(),
    name: z.string().optional().describe('What makes it the same page when it has no address.'),
    contentType: z.string().optional(),
    format: z.enum(['html', 'text']).optional(),
    text: z.string().optional().describe('The bytes, when they are UTF-8.'),
    base64: z.string().optional().describe('The bytes otherwise.'),
  })
  .describe('One version of one page, with its bytes.');
export type ArchivePage = z.infer<typeof archivePageSchema>;

export const archivePageLineSchema = z
  .strictObject({ schema: name, kind: z.literal('page'), page: archivePageSchema })
  .describe('A page in an export of pages; the head comes first.');

export const archiveLineSchema = z.discriminatedUnion('kind', [archiveHeadSchema, archivePageLineSchema]);
export type ArchiveLine = z.infer<typeof archiveLineSchema>;
