import { z } from 'zod';
import { citationFormats } from '../../core/export/citation.ts';
import { mcpCitationSchema, mcpSearchSchema } from '../../schemas/mcp.ts';
import { cursorParameter } from '../api/parameters.ts';
import { citedArticle } from '../cite.ts';
import { cleanQuery, findMatches, longestQuery, nextMatches, offsetOf, searchData } from '../data/search-data.ts';
import { isPlain } from '../filter-parameters.ts';
import { readPublishedArticle } from '../published-article.ts';
import { safeUrl } from '../shown-text.ts';
import { mcpTool } from './mcp-tool.ts';

const search = mcpTool({
  name: 'search',
  title: 'Search articles',
  description:
    'Articles of the archive by their words, in every language, the newest first. All words must match; "phrases", -exclusions, OR, and filters: country:MA person:name topic:migration outlet:slug lang:fr from:2024-01 to:2024-06.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(longestQuery),
    limit: z.int().min(1).max(20).default(10),
    cursor: cursorParameter,
  }),
  answer: mcpSearchSchema,
  async read(archive, { query, limit, cursor }) {
    const request = { text: cleanQuery(query), order: 'newest', limit, offset: offsetOf(cursor) } as const;
    const result = await findMatches(archive, request);
    const { total, next, results } = searchData(archive, request.text, result, nextMatches(result, request));
    return {
      total,
      next,
      articles: results.map(({ article, snippet }) => ({
        id: article.id,
        title: article.title,
        outlet: article.outlet,
        language: article.language,
        published: article.published,
        snippet,
        meetingIds: [...article.meetingIds],
        link: `${archive.site}/articles/${encodeURIComponent(article.id)}`,
        original: safeUrl(article.url ?? undefined) ?? null,
      })),
    };
  },
});

const formats = citationFormats.map(({ ending }) => ending) as [string, ...string[]];

const cite = mcpTool({
  name: 'cite',
  title: 'Cite an article',
  description: 'A citation of an article for a reference manager, with the address and hash of the archived copy.',
  input: z.strictObject({
    article: z.string().min(1).max(300).refine(isPlain).describe('Id of the article.'),
    format: z.enum(formats).default('bib').describe('BibLaTeX, RIS, or CSL data.'),
  }),
  answer: mcpCitationSchema,
  async read({ store, settings, site }, { article: id, format }) {
    const article = await readPublishedArticle(store, id, settings);
    const chosen = citationFormats.find(({ ending }) => ending === format);
    if (article === undefined || chosen === undefined) return undefined;
    const cited = citedArticle(article, site);
    return {
      format,
      citation: chosen.write(cited),
      archived: cited.archiveUrl ?? site,
      sha256: cited.hash,
    };
  },
});

export const articleTools = [search, cite];
