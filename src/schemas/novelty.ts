import { z } from 'zod';
import type { Span } from '../core/model/evidence.ts';
import type { Novelty, Precedent } from '../core/novelty/find-novelty.ts';
import { type QuoteOf, quoteSchema } from './evidence.ts';

const noveltyKindSchema = z.enum(['new', 'said-before', 'changed-number']);

const precedentSchema = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    outlet: z.string().nullable(),
    day: z.string().nullable(),
    start: z.int().min(0).describe('Where the sentence stands in the canonical text of that article.'),
    end: z.int().min(0),
  })
  .describe('Where a sentence was said before.');

export const noveltySchema = z
  .strictObject({
    schema: z.literal('rapporteur.novelty/1'),
    id: z.string(),
    title: z.string().nullable(),
    language: z.string(),
    earlierTexts: z.int().min(0).describe('Dispatches of the same countries and people that it was held against.'),
    saidBefore: z.number().min(0).max(1).describe('Share of the words of the content that were said before.'),
    formula: z.number().min(0).max(1).describe('Share that is formula: in two earlier dispatches or more.'),
    sentences: z.array(
      quoteSchema.extend({
        kind: noveltyKindSchema,
        parts: z.array(
          quoteSchema.extend({
            kind: noveltyKindSchema,
            was: z.string().nullable().describe('The figure as it was told last, of a changed one.'),
          }),
        ),
        first: precedentSchema.nullable(),
        last: precedentSchema.nullable(),
        times: z.int().min(0).describe('Earlier dispatches that say it.'),
      }),
    ),
  })
  .describe('What a text says for the first time, against the earlier texts of the same countries and people.');
export type NoveltyOut = z.infer<typeof noveltySchema>;

export interface NoveltyInput {
  readonly id: string;
  readonly title?: string;
  readonly language: string;
  readonly novelty: Novelty;
  readonly formula: number;
  readonly sourceOf: (articleId: string) => { readonly title: string; readonly outlet?: string } | undefined;
}

export function renderNovelty(input: NoveltyInput, quoteOf: QuoteOf): NoveltyOut {
  const { id, title, language, novelty, formula, sourceOf } = input;
  const quote = ({ start, end }: Span) => ({ start, end, quote: quoteOf({ start, end }) });
  const precedent = (one: Precedent | undefined) => {
    if (one === undefined) return null;
    const source = sourceOf(one.articleId);
    const { start, end } = one.sentence;
    const { articleId, day = null } = one;
    return { articleId, title: source?.title ?? '', outlet: source?.outlet ?? null, day, start, end };
  };
  return {
    schema: 'rapporteur.novelty/1',
    id,
    title: title ?? null,
    language,
    earlierTexts: novelty.earlier,
    saidBefore: novelty.saidBefore,
    formula,
    sentences: novelty.sentences.map((sentence) => ({
      ...quote(sentence),
      kind: sentence.kind,
      parts: sentence.parts.map((part) => ({ ...quote(part), kind: part.kind, was: part.was ?? null })),
      first: precedent(sentence.first),
      last: precedent(sentence.last),
      times: sentence.times,
    })),
  };
}
