import { z } from 'zod';
import type { Article } from '../core/model/article.ts';
import type { Sourced, Span } from '../core/model/evidence.ts';
import { edtfSchema, isoDaySchema, type QuoteOf, renderQuotes, supportSchema } from './evidence.ts';
import { publishedText, quoteFrom } from './publish.ts';
import {
  blockKindSchema,
  blockLabelSchema,
  contentProblemCodeSchema,
  type Publish,
  pageTypeSchema,
  publishSchema,
} from './vocabulary.ts';

export const contentProblemSchema = z
  .strictObject({
    code: contentProblemCodeSchema,
    at: z.int().nullable().describe('Offset in the decoded page, when there is one.'),
    detail: z.string().nullable(),
  })
  .describe('Something that was wrong with the page; it is read all the same.');

const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

export const blockSchema = z
  .strictObject({
    index: z.int().min(0),
    label: blockLabelSchema,
    kind: blockKindSchema,
    start: z.int().min(0),
    end: z.int().min(0),
    probability: z.number().min(0).max(1),
    reason: z.string().describe('Rule or model that decided.'),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    level: z.int().min(1).nullable().describe('Level of a heading, depth of a list item.'),
    cells: z
      .array(spanSchema.extend({ header: z.boolean() }))
      .nullable()
      .describe('Cells of a table row.'),
    text: z.string().nullable(),
  })
  .describe('One block of the page: labelled, never deleted.');

const articleFields = [
  'title',
  'standfirst',
  'language',
  'outlet',
  'aggregator',
  'agency',
  'published',
  'modified',
  'notLaterThan',
  'section',
] as const;

/** The fields of an article, without the envelope; a reading and a stored article both hold them. */
export const articleCoreSchema = z.strictObject({
  id: z.string(),
  textVersion: z.string(),
  url: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  pageType: pageTypeSchema,
  title: z.string().nullable(),
  standfirst: z.string().nullable(),
  language: z.string().describe('ISO 639-1, `und` when nothing can be said.'),
  outlet: z.string().nullable().describe("Who publishes; on an aggregator's page the original outlet."),
  aggregator: z.string().nullable().describe('Who republishes whole pages of others.'),
  agency: z.string().nullable().describe('Who wrote the dispatch.'),
  published: edtfSchema.nullable(),
  publishedPrecision: z.enum(['time', 'day', 'month', 'year']).nullable(),
  modified: edtfSchema.nullable(),
  notLaterThan: isoDaySchema.nullable().describe('Upper bound when the day of publication is unknown.'),
  authors: z.array(z.string()),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  publish: publishSchema,
  body: z.string().nullable().describe('Dateline and body as far as they may be shown, blocks joined by a newline.'),
  bodyComplete: z.boolean().describe('False when the text is cut to what the outlet allows.'),
  images: z.array(
    z.strictObject({
      url: z.string(),
      alt: z.string().nullable(),
      caption: z.string().nullable(),
      captionSpan: spanSchema.nullable(),
      credit: z.string().nullable(),
      creditSpan: spanSchema.nullable(),
      lead: z.boolean().describe('The picture that stands for the article.'),
      basis: z.string().nullable().describe('Where it was found: `og:image`, `json-ld`, `microdata`, `page` …'),
      width: z.int().nullable(),
      height: z.int().nullable(),
    }),
  ),
  videos: z.array(
    z.strictObject({
      url: z.string(),
      kind: z.enum(['file', 'embed']),
      provider: z.string().nullable().describe('Whose player it is, as a host.'),
      title: z.string().nullable(),
      poster: z.string().nullable(),
      basis: z.string(),
    }),
  ),
  embeds: z
    .array(z.strictObject({ url: z.string(), provider: z.string(), span: spanSchema.nullable() }))
    .describe('Posts of social networks inside the article.'),
  items: z
    .array(
      spanSchema.extend({
        title: z.string().nullable(),
        published: edtfSchema.nullable(),
        url: z.string().nullable(),
      }),
    )
    .describe('What a live blog, a list, a forum or a page with several items holds, in the order of the page.'),
  links: z.array(z.string()),
  evidence: z.partialRecord(z.enum(articleFields), supportSchema).describe('What supports each field above.'),
  blocks: z.array(blockSchema).nullable().describe('Every block with its label; null unless asked for.'),
  problems: z.array(contentProblemSchema),
});

export const articleSchema = articleCoreSchema
  .extend({
    schema: z.literal('rapporteur.article/1'),
    dispatchId: z.string().nullable().describe('Same id: copies and light edits of one text.'),
    storyId: z.string().nullable().describe('Same id: reports of one event.'),
    meetingIds: z.array(z.string()),
  })
  .describe('An article: what is left when the page around it is gone.');
export type ArticleOut = z.infer<typeof articleSchema>;

export interface ArticleRenderOptions {
  /** @default 'excerpt' */
  readonly publish?: Publish;
  /** What an excerpt shows first. */
  readonly evidenceSpans?: readonly Span[];
  /** Adds every block with its label. @default false */
  readonly blocks?: boolean;
}

export function renderArticleCore(
  article: Article,
  options: ArticleRenderOptions = {},
): z.infer<typeof articleCoreSchema> {
  const publish = options.publish ?? 'excerpt';
  const shown = publishedText(article, publish, options.evidenceSpans);
  const quoteOf = quoteFrom(article, shown);
  const full = publish === 'full';
  const evidence: Partial<Record<(typeof articleFields)[number], z.infer<typeof supportSchema>>> = {};
  for (const field of articleFields) {
    const sourced = article[field];
    if (sourced !== undefined) evidence[field] = renderSupport(sourced, quoteOf);
  }
  return {
    id: article.id,
    textVersion: article.textVersion,
    url: article.url ?? null,
    canonicalUrl: article.canonicalUrl ?? null,
    pageType: article.pageType,
    title: shown.title,
    standfirst: shown.standfirst,
    language: article.language.value,
    outlet: article.outlet?.value ?? null,
    aggregator: article.aggregator?.value ?? null,
    agency: article.agency?.value ?? null,
    published: article.published?.value.edtf ?? null,
    publishedPrecision: article.published?.value.precision ?? null,
    modified: article.modified?.value.edtf ?? null,
    notLaterThan: article.notLaterThan?.value ?? null,
    authors: article.authors.map((author) => author.value),
    section: article.section?.value ?? null,
    tags: article.tags.map((tag) => tag.value),
    publish,
    body: shown.pieces.length === 0 ? null : shown.pieces.map((piece) => piece.text).join('\n'),
    bodyComplete: shown.complete,
    // Captions and credits are text of the outlet too.
    images: article.images.map((image) => ({
      url: image.url,
      alt: full ? (image.alt ?? null) : null,
      caption: full ? (image.caption ?? null) : null,
      captionSpan: image.captionSpan ?? null,
      credit: image.credit ?? null,
      creditSpan: image.creditSpan ?? null,
      lead: image.lead ?? false,
      basis: image.basis ?? null,
      width: image.width ?? null,
      height: image.height ?? null,
    })),
    videos: (article.videos ?? []).map((video) => ({
      url: video.url,
      kind: video.kind,
      provider: video.provider ?? null,
      title: full ? (video.title ?? null) : null,
      poster: video.poster ?? null,
      basis: video.basis,
    })),
    embeds: (article.embeds ?? []).map(({ url, provider, span }) => ({ url, provider, span: span ?? null })),
    // Headlines may be quoted like the title, unless only facts are wanted.
    items: (article.items ?? []).map((item) => ({
      start: item.start,
      end: item.end,
      title: publish === 'facts' ? null : (item.title?.value ?? null),
      published: item.published?.value.edtf ?? null,
      url: item.url ?? null,
    })),
    links: [...new Set(article.links.map((link) => link.url))],
    evidence,
    blocks: options.blocks
      ? article.blocks.map((block) => ({
          index: block.index,
          label: block.label,
          kind: block.kind,
          start: block.start,
          end: block.end,
          probability: block.probability,
          reason: block.reason,
          language: block.language,
          direction: block.direction,
          level: block.level ?? null,
          cells: block.cells?.map(({ start, end, header }) => ({ start, end, header: header ?? false })) ?? null,
          text: quoteOf(block),
        }))
      : null,
    problems: article.problems.map((problem) => ({
      code: problem.code,
      at: problem.at ?? null,
      detail: problem.detail ?? null,
    })),
  };
}

/** An article of the archive with its place among the others. */
export function renderArticle(
  stored: { readonly article: Article; readonly dispatchId?: string; readonly storyId?: string },
  options: ArticleRenderOptions & { readonly meetingIds?: readonly string[] } = {},
): ArticleOut {
  return {
    schema: 'rapporteur.article/1',
    ...renderArticleCore(stored.article, options),
    dispatchId: stored.dispatchId ?? null,
    storyId: stored.storyId ?? null,
    meetingIds: [...(options.meetingIds ?? [])],
  };
}

function renderSupport(sourced: Sourced<unknown>, quoteOf: QuoteOf): z.infer<typeof supportSchema> {
  return {
    certainty: sourced.certainty,
    basis: sourced.basis,
    spans: renderQuotes(sourced.spans, quoteOf),
  };
}
