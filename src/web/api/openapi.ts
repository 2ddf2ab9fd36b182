import { zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { type createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { articleRowSchema } from '../../schemas/article-row.ts';
import { meetingSummarySchema } from '../../schemas/meeting.ts';
import { problemMediaType, problemSchema } from '../../schemas/problem.ts';
import { schemaOf } from '../../schemas/registry.ts';
import type { WebEnvironment } from '../room.ts';
import { type ApiRoute, sparseAnswer } from './api-route.ts';
import { articleRoutes } from './articles.ts';
import { changeRoutes } from './changes.ts';
import { dossierRoutes } from './dossiers.ts';
import { exportRoutes, type LinesRoute } from './exports.ts';
import { meetingRoutes } from './meetings.ts';
import { outletRoutes } from './outlets.ts';
import { personRoutes } from './people.ts';
import { searchRoutes } from './search.ts';
import { storyRoutes } from './stories.ts';

export const apiBase = '/api/v1';

export const apiRoutes: readonly ApiRoute[] = [
  ...articleRoutes,
  ...storyRoutes,
  ...meetingRoutes,
  ...changeRoutes,
  ...personRoutes,
  ...dossierRoutes,
  ...outletRoutes,
  ...searchRoutes,
];
export const linesRoutes: readonly LinesRoute[] = exportRoutes;

// The nouns were made before the library that writes the document was loaded, so that they are named in its register.
function name(schema: z.ZodType, noun: string): void {
  zodToOpenAPIRegistry.add(schema, { _internal: { refId: noun } });
}
name(problemSchema, 'problem');
name(articleRowSchema, 'article-row');
name(meetingSummarySchema, 'meeting-summary');
for (const { noun } of [...apiRoutes, ...linesRoutes]) name(schemaOf[noun as keyof typeof schemaOf], noun);

type Responses = Parameters<typeof createRoute>[0]['responses'];

const problem = (description: string) => ({
  description,
  content: { [problemMediaType]: { schema: problemSchema } },
});

const commonProblems = {
  400: problem('A parameter that is unknown or has a value that it does not take; `context.parameter` names it.'),
  401: problem(
    'A token was sent that is unknown, over, or of another scope; without one, published data is read all the same.',
  ),
  429: problem('Too many requests from one address; `Retry-After` says for how many seconds to wait.'),
  500: problem('A fault of the site.'),
  503: problem('The archive is busy; `Retry-After` says when to try again.'),
};

export function answersOf(route: ApiRoute): Responses {
  const sparse = sparseAnswer(route.answer);
  name(sparse, `${route.noun}-fields`);
  const hasId = route.idText !== undefined;
  return {
    200: {
      description: route.answer.description ?? route.summary,
      content: {
        'application/json': {
          schema: z
            .union([route.answer, sparse])
            .describe('The first, or the second where `fields` leaves members out.'),
        },
      },
    },
    ...(hasId && movable.has(route.tag) ? { 301: { description: 'It stands under another id today.' } } : {}),
    304: { description: 'Not changed since the answer whose `ETag` was sent in `If-None-Match`.' },
    ...commonProblems,
    ...(hasId ? { 404: problem('There is nothing under this id.') } : {}),
  };
}

/** Meetings and stories that were joined lead to the one that has their reports. */
const movable: ReadonlySet<string> = new Set(['meetings', 'stories']);

export function lineAnswersOf(route: LinesRoute): Responses {
  return {
    200: {
      description: 'JSON lines: each line is one of these.',
      content: { 'application/x-ndjson': { schema: route.line } },
    },
    ...commonProblems,
  };
}

/** The OpenAPI 3.1 document of everything that was added to the API. */
export function documentOf(api: OpenAPIHono<WebEnvironment>) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version: '1',
      description: [
        'The press as a sourced record: who met whom, when, where, about what, and what they agreed. Every fact carries its evidence: offsets into the text of an article, with the words where the outlet allows quoting.',
        'Reading needs no key; a token (`Authorization: Bearer`) has a rate of its own. Addresses take GET and HEAD only (others are answered with 405). Errors are problem+json with a stable `code`; their sentences follow `Accept-Language` (fr, en, es, ar). Lists are paged by `cursor`. Within a version members are only added.',
      ].join('\n\n'),
    },
    servers: [{ url: '/' }],
  });
}
