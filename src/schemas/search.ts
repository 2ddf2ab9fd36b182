import { z } from 'zod';
import type { Meeting, Person } from '../core/model/record.ts';
import type { SearchProblemCode } from '../messages/search-problems.ts';
import { type ArticleRowInput, articleRowSchema, renderArticleRow } from './article-row.ts';
import { searchProblemText } from './search-problems.ts';

const markSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

const countSchema = z.strictObject({
  value: z.string().describe('What the field filter takes.'),
  name: z.string().nullable().describe('Name of an outlet or a person; codes have none.'),
  count: z.int().min(1),
});

export const searchFacetsSchema = z
  .strictObject({
    counted: z
      .int()
      .min(0)
      .describe('How many matches were counted, the newest first; `total` unless there are very many.'),
    outlet: z.array(countSchema),
    language: z.array(countSchema),
    country: z.array(countSchema).describe('Countries of the meetings that the matches tell of.'),
    person: z.array(countSchema),
    topic: z.array(countSchema),
    month: z.array(countSchema).describe('Newest first; the others by their count.'),
  })
  .describe('How many matches each value has, and so what to narrow the search by.');

export const searchSchema = z
  .strictObject({
    schema: z.literal('rapporteur.search/2'),
    query: z.string(),
    total: z.int().min(0),
    next: z
      .string()
      .nullable()
      .describe(
        'Give it back as `cursor` to `/api/v1/search` for the rest; null on the last page and in the terminal.',
      ),
    results: z.array(
      z.strictObject({
        article: articleRowSchema,
        snippet: z.string().nullable().describe('Text around the matches; null when the outlet allows no text.'),
        marks: z.array(markSchema).describe('Ranges of the snippet that matched.'),
        titleMarks: z.array(markSchema),
        bySpelling: z
          .boolean()
          .describe('Found by another spelling of a person whom the query names, not by the words as typed.'),
      }),
    ),
    facets: searchFacetsSchema.nullable(),
    meetings: z
      .array(z.strictObject({ id: z.string(), slug: z.string() }))
      .describe('Meetings that the newest matches tell of.'),
    people: z.array(z.strictObject({ id: z.string(), slug: z.string(), name: z.string() })),
    dossiers: z
      .array(z.string())
      .describe('Countries and pairs that the query names and the record has: `MA`, `ES-MA`.'),
    spellings: z
      .array(z.strictObject({ person: z.string(), name: z.string(), spelling: z.string() }))
      .describe('Names that were searched beside the one that was typed; `person` is a slug.'),
    problem: z.string().nullable().describe('Why the query was not understood as written, in English.'),
    problemCode: z.string().nullable().describe('The same as a stable code, for other languages.'),
    problems: z
      .array(
        z.strictObject({
          code: z.string(),
          sentence: z.string(),
          start: z.int().min(0),
          end: z.int().min(0),
          instead: z.string().nullable().describe('What may have been meant.'),
        }),
      )
      .describe('Everything that was not understood, with its place in the query.'),
  })
  .describe('What a search finds.');
export type SearchOut = z.infer<typeof searchSchema>;

interface Mark {
  readonly start: number;
  readonly end: number;
}

interface Count {
  readonly value: string;
  readonly name?: string;
  readonly count: number;
}

export interface SearchInput {
  readonly total: number;
  readonly hits: readonly {
    readonly article: ArticleRowInput;
    readonly snippet: string;
    readonly marks: readonly Mark[];
    readonly titleMarks: readonly Mark[];
    readonly bySpelling: boolean;
  }[];
  readonly facets?: Readonly<
    Record<'outlet' | 'language' | 'country' | 'person' | 'topic' | 'month', readonly Count[]>
  > & {
    readonly counted: number;
  };
  readonly related?: {
    readonly meetings: readonly Meeting[];
    readonly people: readonly Person[];
    readonly countries: readonly string[];
    readonly pairs: readonly (readonly [string, string])[];
  };
  readonly spellings: readonly { readonly slug: string; readonly name: string; readonly spelling: string }[];
  readonly problems: readonly (Mark & {
    readonly code: SearchProblemCode;
    readonly found: string;
    readonly instead?: string;
  })[];
}

/** @param next where the rest begins, for those who page through it */
export function renderSearch(query: string, result: SearchInput, next?: string): SearchOut {
  const { facets, related } = result;
  const counts = (values: readonly Count[]) =>
    values.map(({ value, name, count }) => ({ value, name: name ?? null, count }));
  const [first] = result.problems;
  return {
    schema: 'rapporteur.search/2',
    query,
    total: result.total,
    next: next ?? null,
    results: result.hits.map((hit) => {
      const silent = hit.article.publish === 'facts';
      return {
        article: renderArticleRow(hit.article),
        snippet: silent ? null : hit.snippet,
        marks: silent ? [] : hit.marks.map(({ start, end }) => ({ start, end })),
        titleMarks: hit.titleMarks.map(({ start, end }) => ({ start, end })),
        bySpelling: hit.bySpelling,
      };
    }),
    facets:
      facets === undefined
        ? null
        : {
            counted: facets.counted,
            outlet: counts(facets.outlet),
            language: counts(facets.language),
            country: counts(facets.country),
            person: counts(facets.person),
            topic: counts(facets.topic),
            month: counts(facets.month),
          },
    meetings: (related?.meetings ?? []).map(({ id, slug }) => ({ id, slug })),
    people: (related?.people ?? []).map(({ id, slug, name }) => ({ id, slug, name })),
    dossiers: [...(related?.pairs ?? []).map((pair) => pair.join('-')), ...(related?.countries ?? [])],
    spellings: result.spellings.map(({ slug, name, spelling }) => ({ person: slug, name, spelling })),
    problem: first === undefined ? null : searchProblemText(first, 'en').sentence,
    problemCode: first?.code ?? null,
    problems: result.problems.map((problem) => ({
      code: problem.code,
      sentence: searchProblemText(problem, 'en').sentence,
      start: problem.start,
      end: problem.end,
      instead: problem.instead ?? null,
    })),
  };
}
