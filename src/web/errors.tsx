import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { RapporteurError } from '../errors.ts';
import { problemMediaType, renderProblem } from '../schemas/problem.ts';
import { isMoved } from './data/moved.ts';
import type { MessageKey } from './i18n.ts';
import { renderJson, renderPage } from './render.ts';
import type { WebContext } from './room.ts';
import { Layout } from './views/layout.tsx';

/** What went wrong, in the terms of HTTP. */
export interface HttpProblem {
  readonly status: ContentfulStatusCode;
  /** Stable code of `src/errors.ts`. */
  readonly code: 'not-found' | 'invalid-parameter' | 'database-busy' | 'internal' | 'method-not-allowed';
}

const statusOf: Readonly<Record<HttpProblem['code'], ContentfulStatusCode>> = {
  'not-found': 404,
  'invalid-parameter': 400,
  'method-not-allowed': 405,
  'database-busy': 503,
  internal: 500,
};

export function problemOf(code: HttpProblem['code']): HttpProblem {
  return { status: statusOf[code], code };
}

/** Anything thrown below a page: known causes keep their meaning, the rest is ours and goes to the log. */
export function problemOfError(error: unknown): HttpProblem {
  if (error instanceof RapporteurError) {
    if (error.code === 'not-found' || error.code === 'invalid-parameter' || error.code === 'database-busy') {
      return problemOf(error.code);
    }
  }
  return problemOf('internal');
}

/** Data of a page, where it stands today, or that there is none. */
export async function respondData(
  c: WebContext,
  found: object | undefined,
  addressOf: (id: string) => string = (id) => id,
): Promise<Response> {
  if (found === undefined) return respondProblem(c, problemOf('not-found'));
  return isMoved(found) ? c.redirect(addressOf(found.movedTo), 301) : renderJson(c, found);
}

/** A page for people, problem+json for programs. */
export async function respondProblem(c: WebContext, problem: HttpProblem): Promise<Response> {
  const room = c.get('room');
  const title = room.tr.t(`problem.${problem.code}.title` as MessageKey);
  const detail = room.tr.t(`problem.${problem.code}.detail` as MessageKey);
  c.header('Cache-Control', 'no-store');
  if (problem.status === 405) c.header('Allow', 'GET, HEAD');
  if (problem.status === 503) c.header('Retry-After', '5');
  if (wantsJson(c)) {
    const body = renderProblem(problem, title, { detail, instance: room.path });
    return c.body(JSON.stringify(body), problem.status, { 'Content-Type': `${problemMediaType}; charset=utf-8` });
  }
  return renderPage(
    c,
    <Layout room={room} title={title} noindex>
      <div class="notice-page">
        <p class="kicker">{problem.status}</p>
        <h1>{title}</h1>
        <p class="standfirst">{detail}</p>
        <p>
          <a href="/">{room.tr.t('nav.front')}</a>
        </p>
      </div>
    </Layout>,
    { status: problem.status },
  );
}

function wantsJson(c: WebContext): boolean {
  if (/\.(?:jsonl?|jsonld|csv|ics)$/.test(c.req.path)) return true;
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
