import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { type ErrorContext, RapporteurError } from '../../errors.ts';
import { errorSentences } from '../../messages/errors.ts';
import { problemMediaType, renderProblem } from '../../schemas/problem.ts';
import { problemOfError } from '../errors.tsx';
import { openTranslator } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import { negotiateLanguage } from '../session.ts';

type ApiProblemCode =
  | 'invalid-parameter'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-many-requests'
  | 'token-refused'
  | 'database-busy'
  | 'internal';

export interface ApiProblem {
  readonly code: ApiProblemCode;
  readonly context?: ErrorContext['public'];
  /** Seconds after which another try can help. */
  readonly retryAfter?: number;
  /** Where it is another one than the code usually has. */
  readonly status?: number;
}

/** Whether an address is answered in problem+json, whatever the caller would rather have. */
export function isApiPath(path: string): boolean {
  return path.startsWith('/api/');
}

/** The one shape of every error of the API, its sentences in the language of the caller. */
export function respondApiProblem(c: WebContext, { code, context = {}, retryAfter, status }: ApiProblem): Response {
  // The room is missing when the archive failed before the request began.
  const room = c.get('room');
  const tr = room?.tr ?? openTranslator(negotiateLanguage(c.req.header('accept-language')));
  const { parameter } = context;
  const detail =
    code === 'invalid-parameter' && parameter !== undefined
      ? tr.t('unknown' in context ? 'api.unknown-parameter' : 'api.bad-parameter', { name: parameter })
      : retryAfter === undefined
        ? undefined
        : tr.t('api.busy', { seconds: retryAfter });
  const problem = renderProblem({ code, context: { public: context } }, errorSentences[code][tr.language], {
    instance: c.req.path,
    ...(detail === undefined ? {} : { detail }),
  });
  const body = status === undefined ? problem : { ...problem, status };
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', tr.language);
  if (code === 'method-not-allowed') c.header('Allow', 'GET, HEAD');
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    'Content-Type': `${problemMediaType}; charset=utf-8`,
  });
}

/** Anything thrown below a route: known causes keep their meaning, the rest is ours. */
export function apiProblemOf(error: unknown): ApiProblem {
  const { code } = problemOfError(error);
  if (code === 'database-busy') return { code, retryAfter: 5 };
  const context = error instanceof RapporteurError && code !== 'internal' ? error.context.public : undefined;
  return { code, ...(context === undefined ? {} : { context }) };
}

/** The first thing that is wrong with a query, with what the parameter takes as far as it can be said in a word. */
export function problemOfQuery({ issues }: z.ZodError): ApiProblem {
  const [issue] = issues;
  if (issue === undefined) return { code: 'invalid-parameter' };
  if (issue.code === 'unrecognized_keys') {
    const name = (issue.keys[0] ?? '').slice(0, 100);
    return { code: 'invalid-parameter', context: { parameter: name, unknown: name } };
  }
  return {
    code: 'invalid-parameter',
    context: { parameter: String(issue.path[0] ?? ''), ...expectationOf(issue) },
  };
}

function expectationOf(issue: z.core.$ZodIssue): Readonly<Record<string, string | number>> {
  switch (issue.code) {
    case 'invalid_value':
      return { values: issue.values.map(String).join(', ') };
    case 'too_small':
      return { minimum: Number(issue.minimum) };
    case 'too_big':
      return { maximum: Number(issue.maximum) };
    case 'invalid_format':
      return { format: issue.format };
    case 'invalid_type':
      return { type: issue.expected };
    default:
      return {};
  }
}
