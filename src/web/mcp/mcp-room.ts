import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Hono } from 'hono';
import type { Store } from '../../store/store.ts';
import { respondApiProblem } from '../api/api-problem.ts';
import { openApiRateLimit, usualTokenRate } from '../api/rate-limit.ts';
import { accessOf } from '../operations/access.ts';
import type { WebContext, WebEnvironment } from '../room.ts';
import type { WebLog, WebSettings } from '../settings.ts';
import { siteOrigin } from '../site-origin.ts';
import { createMcpServer } from './mcp-server.ts';

const mostBytes = 64 * 1024;

export interface McpRoomOptions {
  /** With the tokens. */
  readonly archive: Store;
  /** As the public sees it. */
  readonly store: Store;
  readonly settings: WebSettings;
  readonly now: () => Date;
  readonly log: WebLog;
  readonly version: string;
}

/** `/mcp`: the record for agents, over HTTP, for whoever has a token. It keeps no session: every request stands alone. */
export function addMcpRoom(app: Hono<WebEnvironment>, options: McpRoomOptions): void {
  const { archive, store, settings, now, log, version } = options;
  const limit = openApiRateLimit(settings.tokenRate ?? usualTokenRate);
  const handlers = new Map<string, ReturnType<typeof createMcpHandler>>();
  const handlerOf = (site: string): ReturnType<typeof createMcpHandler> => {
    const known = handlers.get(site);
    if (known !== undefined) return known;
    const handler = createMcpHandler(() => createMcpServer({ store, settings, site }, version), {
      maxRequestBodySize: mostBytes,
      onerror: (error) => log.error('mcp-failed', { error: error.stack ?? String(error) }),
    });
    // The address that was asked names the site where no setting does: a few names at most, whatever is sent.
    if (handlers.size > 16) handlers.clear();
    handlers.set(site, handler);
    return handler;
  };
  app.all('/mcp', async (c: WebContext) => {
    const access = await accessOf(c, archive.tokens, 'mcp', now());
    if (access === 'none' || access === 'refused') {
      c.header('WWW-Authenticate', access === 'none' ? 'Bearer' : 'Bearer error="invalid_token"');
      return respondApiProblem(c, { code: 'token-refused' });
    }
    const { allowed, resetSeconds } = limit(access.id, now());
    if (!allowed) return respondApiProblem(c, { code: 'too-many-requests', retryAfter: resetSeconds });
    // A page in a browser must not speak for its reader.
    if (c.req.header('origin') !== undefined && !(settings.apiOrigins ?? []).includes(c.req.header('origin') ?? '')) {
      return respondApiProblem(c, { code: 'token-refused', status: 403 });
    }
    return handlerOf(siteOrigin(settings, c.req.url)).fetch(c.req.raw);
  });
}
