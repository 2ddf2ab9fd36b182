import { z } from '@hono/zod-openapi';
import { healthSchema, renderHealth } from '../../schemas/health.ts';
import { searchSchema } from '../../schemas/search.ts';
import { cleanQuery, findMatches, longestQuery, nextMatches, offsetOf, searchData } from '../data/search-data.ts';
import { apiRoute } from './api-route.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const search = apiRoute({
  path: '/search',
  tag: 'search',
  summary: 'Articles that match, with counts to narrow by and what the query names',
  noun: 'search',
  answer: searchSchema,
  query: {
    q: z.string().trim().min(1).max(longestQuery).describe('Words, "phrases", -exclusions, OR, `country:MA`.'),
    order: z.enum(['newest', 'rank']).default('newest').describe('`rank`: matches in headlines first.'),
    limit: limitParameter(20, 100),
    cursor: cursorParameter,
  },
  async read({ room, query: { q, order, limit, cursor } }) {
    const text = cleanQuery(q);
    const request = { text, order, limit, offset: offsetOf(cursor) };
    const result = text === '' ? undefined : await findMatches(room, request);
    return searchData(room, text, result, nextMatches(result, request));
  },
});

const health = apiRoute({
  path: '/health',
  tag: 'search',
  summary: 'That the site answers, and how much it holds',
  noun: 'health',
  answer: healthSchema,
  query: {},
  read: async ({ room }) => renderHealth(await room.store.counts()),
});

export const searchRoutes = [search, health];
