import { z } from 'zod';
import type { TextVersion } from '../core/compare/article-versions.ts';
import { compareTexts } from '../core/compare/compare-texts.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import { type QuoteOf, quoteSchema } from './evidence.ts';

const count = z.int().min(0);

export const versionsSchema = z
  .strictObject({
    schema: z.literal('rapporteur.versions/1'),
    articleId: z.string(),
    versions: z.array(
      z.strictObject({
        number: z.int().min(1),
        textVersion: z.string(),
        foundAt: z.string().describe('ISO instant.'),
        lastFoundAt: z.string().describe('ISO instant; the page around the text may have changed meanwhile.'),
        title: z.string().nullable(),
        titleChanged: z.boolean().describe('The headline is another one than in the version before.'),
      }),
    ),
    difference: z
      .strictObject({
        before: z.int().describe('Number of the earlier version.'),
        after: z.int(),
        sharedWords: count,
        wordsBefore: count,
        wordsAfter: count,
        sentences: z.array(
          z.strictObject({
            kind: z.enum(['same', 'changed', 'inserted', 'deleted']),
            moved: z.boolean(),
            before: quoteSchema.nullable(),
            after: quoteSchema.nullable(),
            runs: z.array(
              z.strictObject({
                kind: z.enum(['same', 'inserted', 'deleted', 'changed']),
                before: quoteSchema,
                after: quoteSchema,
              }),
            ),
          }),
        ),
      })
      .nullable()
      .describe('Between two versions, in the order of the later one; null when there is only one.'),
  })
  .describe('What an outlet made of one article over time.');
export type VersionsOut = z.infer<typeof versionsSchema>;

export interface VersionsInput {
  readonly articleId: string;
  readonly versions: readonly TextVersion[];
  readonly compared?: {
    readonly before: number;
    readonly after: number;
    readonly beforeQuote: QuoteOf;
    readonly afterQuote: QuoteOf;
  };
}

export function renderVersions({ articleId, versions, compared }: VersionsInput): VersionsOut {
  return {
    schema: 'rapporteur.versions/1',
    articleId,
    versions: versions.map((version) => ({
      number: version.number,
      textVersion: version.article.textVersion,
      foundAt: version.foundAt,
      lastFoundAt: version.lastFoundAt,
      title: version.title ?? null,
      titleChanged: version.titleChanged,
    })),
    difference: compared === undefined ? null : renderDifference(versions, compared),
  };
}

function renderDifference(
  versions: readonly TextVersion[],
  compared: NonNullable<VersionsInput['compared']>,
): VersionsOut['difference'] {
  const articleOf = (number: number) => versions.find((version) => version.number === number)?.article;
  const [before, after] = [articleOf(compared.before), articleOf(compared.after)];
  if (before === undefined || after === undefined) return null;
  const { sentences, words } = compareTexts(comparedArticle(before), comparedArticle(after));
  type At = { readonly start: number; readonly end: number };
  const quote = (quoteOf: QuoteOf) => (span: At) => ({ start: span.start, end: span.end, quote: quoteOf(span) });
  const [a, b] = [quote(compared.beforeQuote), quote(compared.afterQuote)];
  return {
    before: compared.before,
    after: compared.after,
    sharedWords: words.shared,
    wordsBefore: words.before,
    wordsAfter: words.after,
    sentences: sentences.map((sentence) => ({
      kind: sentence.kind,
      moved: sentence.moved,
      before: sentence.before === undefined ? null : a(sentence.before),
      after: sentence.after === undefined ? null : b(sentence.after),
      runs: sentence.runs.map((run) => ({ kind: run.kind, before: a(run.before), after: b(run.after) })),
    })),
  };
}
