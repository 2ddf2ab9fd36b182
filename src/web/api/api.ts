import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { isMoved } from '../data/moved.ts';
import { accessOf } from '../operations/access.ts';
import { renderJson } from '../render.ts';
import { clientAddress } from '../report-guard.ts';
import type { WebContext, WebEnvironment } from '../room.ts';
import type { WebLog, WebSettings } from '../settings.ts';
import { problemOfQuery, respondApiProblem } from './api-problem.ts';
import { type ApiRoute, pickFields } from './api-route.ts';
import type { ApiDocument } from './document.ts';
import type { LinesRoute } from './exports.ts';
import { openLineStreams } from './lines.ts';
import { answersOf, apiBase, apiRoutes, documentOf, lineAnswersOf, linesRoutes } from './openapi.ts';
import { idParameter } from './parameters.ts';
import { openApiRateLimit, usualTokenRate } from './rate-limit.ts';

const documentPath = `${apiBase}/openapi.json`;

/** Everything under `/api/v1`: checked by the schemas that its OpenAPI document is written from. */
export function createApi(settings: WebSettings, log: WebLog): OpenAPIHono<WebEnvironment> {
  const api = new OpenAPIHono<WebEnvironment>({
    strict: false,
    defaultHook(result, c) {
      if (result.success) return undefined;
      // What no id can be is not there; what no parameter can be is an error.
      const problem = result.target === 'param' ? ({ code: 'not-found' } as const) : problemOfQuery(result.error);
      return respondApiProblem(c, problem);
    },
  });
  api.use(`${apiBase}/*`, admit(settings));
  const streams = openLineStreams((error) =>
    log.error('export-failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  for (const route of apiRoutes) addRoute(api, route);
  for (const route of linesRoutes) {
    api.openapi(
      createRoute({
        method: 'get',
        path: `${apiBase}${route.path}`,
        tags: ['export'],
        summary: route.summary,
        operationId: operationOf(route.path),
        request: { query: route.query },
        responses: lineAnswersOf(route),
      }),
      (c) => respondLines(c, route, c.req.valid('query'), streams) as never,
    );
  }
  api.get(documentPath, (c) => {
    if (Object.keys(c.req.query()).length > 0) {
      const [parameter = ''] = Object.keys(c.req.query());
      return respondApiProblem(c, { code: 'invalid-parameter', context: { parameter, unknown: parameter } });
    }
    return renderJson(c, openApiDocument());
  });
  const paths = [...apiRoutes, ...linesRoutes].map(({ path }) => `${apiBase}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
  for (const path of [...paths, documentPath]) {
    api.all(path, (c) => respondApiProblem(c, { code: 'method-not-allowed' }));
  }
  api.all('/api/*', (c) => respondApiProblem(c, { code: 'not-found' }));
  return api;
}

let document: ApiDocument | undefined;

/** The OpenAPI document: the same for every archive and every setting. */
export function openApiDocument(): ApiDocument {
  document ??= documentOf(createApi({ publishLocalInFull: false }, { error() {} })) as unknown as ApiDocument;
  return document;
}

function addRoute(api: OpenAPIHono<WebEnvironment>, route: ApiRoute): void {
  const parameter = /\{(\w+)\}/.exec(route.path)?.[1];
  const params = parameter === undefined ? {} : { [parameter]: idParameter.describe(route.idText ?? '') };
  api.openapi(
    createRoute({
      method: 'get',
      path: `${apiBase}${route.path}`,
      tags: [route.tag],
      summary: route.summary,
      operationId: operationOf(route.path),
      request: { params: z.object(params), query: route.query },
      responses: answersOf(route),
    }),
    (async (c: WebContext) => {
      const query = c.req.valid('query' as never) as Readonly<Record<string, unknown>>;
      const id = parameter === undefined ? '' : (c.req.param(parameter) ?? '');
      const found = await route.read({ room: c.get('room'), id, query });
      if (found === undefined) return respondApiProblem(c, { code: 'not-found' });
      const { search } = new URL(c.req.url);
      if (isMoved(found)) {
        return c.redirect(
          `${apiBase}${route.path.replace(/\{\w+\}/, encodeURIComponent(found.movedTo))}${search}`,
          301,
        );
      }
      c.header('Vary', 'Accept-Language, Cookie', { append: true });
      linkToNext(c, found);
      return renderJson(c, pickFields(found, query['fields'] as readonly string[] | undefined, route.isList));
    }) as never,
  );
}

/** `/meetings/{id}/claims` is `meetings-id-claims`. */
function operationOf(path: string): string {
  return path.replaceAll(/[{}]/g, '').slice(1).replaceAll(/[/.]/g, '-');
}

function linkToNext(c: WebContext, found: object): void {
  const next = 'next' in found && typeof found.next === 'string' ? found.next : undefined;
  if (next === undefined) return;
  const query = new URL(c.req.url).searchParams;
  query.set('cursor', next);
  c.header('Link', `<${c.req.path}?${query.toString()}>; rel="next"`);
}

function respondLines(
  c: WebContext,
  route: LinesRoute,
  query: Readonly<Record<string, unknown>>,
  streams: ReturnType<typeof openLineStreams>,
): Response {
  const room = c.get('room');
  const body = streams.open(() => route.lines(room, query));
  if (body === undefined) return respondApiProblem(c, { code: 'too-many-requests', retryAfter: 60 });
  c.header('Cache-Control', 'private, no-store');
  c.header('Content-Disposition', `attachment; filename="${route.path.split('/').at(-1)}"`);
  return c.body(body, 200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
}

/** Counts the requests of an address, or of a token that has a larger share; a token that is none is told so. */
function admit(settings: WebSettings): MiddlewareHandler<WebEnvironment> {
  const { apiRate = 0, tokenRate = usualTokenRate } = settings;
  const byAddress = apiRate > 0 ? openApiRateLimit(apiRate) : undefined;
  const byToken = openApiRateLimit(tokenRate);
  return async (c, next) => {
    const { store, now } = c.get('room');
    const access = await accessOf(c, store.tokens, 'read', now);
    if (access === 'refused') {
      c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
      return respondApiProblem(c, { code: 'token-refused' });
    }
    const [kind, limit, rate, key] =
      access === 'none'
        ? (['address', byAddress, apiRate, clientAddress(c, settings)] as const)
        : (['token', byToken, tokenRate, access.id] as const);
    if (limit === undefined) return next();
    const { allowed, left, resetSeconds } = limit(key, now);
    c.header('RateLimit-Policy', `"${kind}";q=${rate};w=60`);
    c.header('RateLimit', `"${kind}";r=${left};t=${resetSeconds}`);
    if (!allowed) return respondApiProblem(c, { code: 'too-many-requests', retryAfter: resetSeconds });
    await next();
    return undefined;
  };
}

/** Lets pages of other sites read the API in a browser, when whoever runs this one says so. */
export function apiCors({ apiOrigins = [] }: WebSettings): MiddlewareHandler {
  if (apiOrigins.length === 0) return (_, next) => next();
  return cors({
    origin: apiOrigins.includes('*') ? '*' : [...apiOrigins],
    allowMethods: ['GET', 'HEAD'],
    allowHeaders: ['Authorization'],
    exposeHeaders: exposed,
    maxAge: 86_400,
  });
}

const exposed = ['ETag', 'Link', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

/** A tag for each answer, so that it is sent again only when it changed; answers without an end are sent as they come. */
export function entityTags(): MiddlewareHandler {
  const tag = etag({
    weak: true,
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      'access-control-allow-origin',
      'access-control-expose-headers',
      'ratelimit',
      'ratelimit-policy',
      'tdm-reservation',
    ],
  });
  return (c, next) => (c.req.path.startsWith(`${apiBase}/export/`) ? next() : tag(c, next));
}
