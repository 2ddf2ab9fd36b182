import { RapporteurError } from '../../errors.ts';
import { articleSchema } from '../../schemas/article.ts';
import { articleListSchema, renderArticleList } from '../../schemas/article-list.ts';
import { dispatchSchema, renderDispatch } from '../../schemas/dispatch.ts';
import { versionsSchema } from '../../schemas/versions.ts';
import { articleData, versionsData } from '../data/article-data.ts';
import { countryParameter, wordSchema } from '../filter-parameters.ts';
import { rowLevel } from '../published-article.ts';
import type { Room } from '../room.ts';
import { apiRoute } from './api-route.ts';
import { given } from './pages.ts';
import { cursorParameter, limitParameter, versionParameter } from './parameters.ts';

const tag = 'articles';

const articleList = apiRoute({
  path: '/articles',
  tag,
  summary: 'Articles in short, the newest first',
  noun: 'articles',
  answer: articleListSchema,
  query: {
    outlet: wordSchema.optional().describe('Slug or id of an outlet.'),
    language: wordSchema.optional().describe('Language of the text: `fr`.'),
    country: countryParameter.optional().describe('Country of a meeting that the article tells of.'),
    meeting: wordSchema.optional().describe('Id of a meeting that the article reports.'),
    limit: limitParameter(50),
    cursor: cursorParameter,
  },
  async read({ room, query: { meeting, ...query } }) {
    const page = await room.store.articles.list(given({ ...query, meetingId: meeting }));
    return renderArticleList({ ...page, items: page.items.map((row) => shownRow(row, room)) });
  },
});

const article = apiRoute({
  path: '/articles/{id}',
  tag,
  summary: 'One article, as much of its text as its outlet allows',
  idText: 'Id of the article.',
  noun: 'article',
  answer: articleSchema,
  query: {},
  read: ({ room, id }) => articleData(room, id),
});

const versions = apiRoute({
  path: '/articles/{id}/versions',
  tag,
  summary: 'When the outlet changed an article, and what differs between two versions',
  idText: 'Id of the article.',
  noun: 'versions',
  answer: versionsSchema,
  query: {
    from: versionParameter('Number of one version; without it the one before `to`.'),
    to: versionParameter('Number of the other; without it the last.'),
  },
  async read({ room, id, query }) {
    const found = await versionsData(room, id, { from: query.from?.toString(), to: query.to?.toString() });
    for (const parameter of ['from', 'to'] as const) {
      const asked = query[parameter];
      if (found === undefined || asked === undefined || found.versions.some(({ number }) => number === asked)) continue;
      throw new RapporteurError('invalid-parameter', `There is no version ${asked}.`, {
        context: { public: { parameter, versions: found.versions.length } },
      });
    }
    return found;
  },
});

const dispatch = apiRoute({
  path: '/dispatches/{id}',
  tag,
  summary: 'One text with all its copies',
  idText: 'Id of the dispatch: `dispatchId` of an article.',
  noun: 'dispatch',
  answer: dispatchSchema,
  query: {},
  async read({ room, id }) {
    const page = await room.store.articles.list({ dispatchId: id, limit: 1000 });
    if (page.items.length === 0) return undefined;
    return renderDispatch(id, { ...page, items: page.items.map((row) => shownRow(row, room)) });
  },
});

/** What may be shown depends on where the site listens, not on the outlet alone. */
export function shownRow<Row extends Parameters<typeof rowLevel>[0]>(row: Row, { settings }: Pick<Room, 'settings'>) {
  return { ...row, publish: rowLevel(row, settings) };
}

export const articleRoutes = [articleList, article, versions, dispatch];
