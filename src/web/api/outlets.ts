import { coverageSchema } from '../../schemas/coverage.ts';
import { outletSchema, renderOutlet } from '../../schemas/outlet.ts';
import { outletListSchema, renderOutletList } from '../../schemas/outlet-list.ts';
import { coverageData } from '../data/coverage-data.ts';
import { wordSchema } from '../filter-parameters.ts';
import { apiRoute } from './api-route.ts';
import { pageOf } from './pages.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const tag = 'outlets';

const outletList = apiRoute({
  path: '/outlets',
  tag,
  summary: 'Outlets of the archive, and how much of their texts may be shown',
  noun: 'outlet-list',
  answer: outletListSchema,
  query: { limit: limitParameter(100), cursor: cursorParameter },
  read: async ({ room, query }) => renderOutletList(pageOf(await room.store.outlets.list(), query)),
});

const outlet = apiRoute({
  path: '/outlets/{id}',
  tag,
  summary: 'One outlet',
  idText: 'Slug or id of the outlet.',
  noun: 'outlet',
  answer: outletSchema,
  query: {},
  async read({ room, id }) {
    const found = await room.store.outlets.get(id);
    if (found === undefined) return undefined;
    const { total, items } = await room.store.articles.list({ outlet: found.id, limit: 1 });
    const lastPublished = items[0]?.published;
    return renderOutlet({ ...found, articles: total, ...(lastPublished === undefined ? {} : { lastPublished }) });
  },
});

const coverage = apiRoute({
  path: '/coverage',
  tag,
  summary: 'What was expected of each outlet, what came, and what is out of the ordinary',
  noun: 'coverage',
  answer: coverageSchema,
  query: { outlet: wordSchema.optional().describe('Slug or id: only what concerns this outlet.') },
  async read({ room, query: { outlet: asked } }) {
    if (asked === undefined) return coverageData(room);
    return coverageData(room, (await room.store.outlets.get(asked))?.id ?? '');
  },
});

export const outletRoutes = [outletList, outlet, coverage];
