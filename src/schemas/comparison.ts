import { z } from 'zod';
import type { Comparison } from '../core/compare/compare-texts.ts';
import type { ToldFact } from '../core/compare/told-facts.ts';
import type { CopyEdge } from '../core/group/copy-graph.ts';
import type { Article } from '../core/model/article.ts';
import type { Span } from '../core/model/evidence.ts';
import { evidenceSchema, type QuoteOf, quoteSchema } from './evidence.ts';

const textSchema = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  published: z.string().nullable().describe('EDTF.'),
  language: z.string(),
  words: z.int().min(0),
});

const factSchema = z.strictObject({
  field: z.enum(['type', 'status', 'participant', 'side', 'when', 'where', 'topic', 'outcome', 'mechanism']),
  value: z.string().describe('Code or words: the name and role code of a person, the EDTF of a day.'),
  country: z.string().nullable().describe('Of a participant.'),
  evidence: z.array(evidenceSchema),
});

export const comparisonSchema = z
  .strictObject({
    schema: z.literal('rapporteur.comparison/1'),
    before: textSchema,
    after: textSchema,
    sharedWords: z.int().min(0).describe('Words that stand in both, in sentences that belong together.'),
    copied: z
      .array(
        z.strictObject({
          from: z.string().describe('Id of an article, or the name of an agency.'),
          to: z.string(),
          reasons: z
            .array(z.string())
            .describe('E.g. `published-later`, `credits-agency`, `names-outlet`, `aggregated`, `is-cut`.'),
          certainty: z.number().min(0).max(1),
        }),
      )
      .describe('Who took the text from whom; empty when neither dates nor a credit tell.'),
    sentences: z
      .array(
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
      )
      .describe('In the order of the second text.'),
    facts: z
      .strictObject({ both: z.array(factSchema), before: z.array(factSchema), after: z.array(factSchema) })
      .describe('What both tell of the record, and what only one does.'),
  })
  .describe('Two texts, sentence by sentence and word by word.');
export type ComparisonOut = z.infer<typeof comparisonSchema>;

export interface ComparisonSide {
  readonly id: string;
  readonly article: Article;
  readonly outlet?: string;
  readonly quoteOf: QuoteOf;
}

export function renderComparison(
  before: ComparisonSide,
  after: ComparisonSide,
  comparison: Comparison,
  facts: readonly ToldFact[],
  copied: readonly CopyEdge[],
): ComparisonOut {
  const quote = (side: ComparisonSide) => (span: Span) => ({
    start: span.start,
    end: span.end,
    quote: side.quoteOf(span),
  });
  const [a, b] = [quote(before), quote(after)];
  const rendered = facts.map((fact) => ({ fact, out: renderFact(fact, [before, after]) }));
  const toldBy = (fact: ToldFact, side: ComparisonSide) =>
    fact.tellers.some(({ articleId }) => articleId === side.article.id);
  const only = (one: ComparisonSide, other: ComparisonSide) =>
    rendered.filter(({ fact }) => toldBy(fact, one) && !toldBy(fact, other)).map(({ out }) => out);
  return {
    schema: 'rapporteur.comparison/1',
    before: renderText(before, comparison.words.before),
    after: renderText(after, comparison.words.after),
    sharedWords: comparison.words.shared,
    copied: copied.map(({ copy, source, agency, reasons, certainty }) => ({
      from: source ?? agency ?? '',
      to: copy,
      reasons: [...reasons],
      certainty: Math.round(certainty * 100) / 100,
    })),
    sentences: comparison.sentences.map((sentence) => ({
      kind: sentence.kind,
      moved: sentence.moved,
      before: sentence.before === undefined ? null : a(sentence.before),
      after: sentence.after === undefined ? null : b(sentence.after),
      runs: sentence.runs.map((run) => ({ kind: run.kind, before: a(run.before), after: b(run.after) })),
    })),
    facts: {
      both: rendered.filter(({ fact }) => toldBy(fact, before) && toldBy(fact, after)).map(({ out }) => out),
      before: only(before, after),
      after: only(after, before),
    },
  };
}

function renderText({ id, article, outlet }: ComparisonSide, words: number): z.infer<typeof textSchema> {
  return {
    id,
    title: article.title?.value ?? null,
    outlet: outlet ?? article.outlet?.value ?? null,
    agency: article.agency?.value ?? null,
    published: article.published?.value.edtf ?? null,
    language: article.language.value,
    words,
  };
}

function renderFact(fact: ToldFact, sides: readonly ComparisonSide[]): z.infer<typeof factSchema> {
  return {
    field: fact.field,
    value: factWords(fact),
    country: fact.field === 'participant' ? fact.country : null,
    evidence: fact.tellers.flatMap(({ articleId, spans }) => {
      const side = sides.find(({ article }) => article.id === articleId);
      if (side === undefined) return [];
      const { textVersion } = side.article;
      return spans.map((span) => ({ ...span, quote: side.quoteOf(span), articleId, textVersion }));
    }),
  };
}

/** A fact as one plain string. */
export function factWords(fact: ToldFact): string {
  switch (fact.field) {
    case 'participant':
      return [fact.value.name?.full, fact.value.roleCode]
        .filter((part) => part !== undefined && part !== '')
        .join(', ');
    case 'when':
      return fact.value.edtf ?? '';
    case 'where':
      return fact.value.place ?? fact.value.surface;
    case 'outcome':
      return `${fact.value.kind}: ${fact.value.text}`;
    default:
      return fact.value;
  }
}
