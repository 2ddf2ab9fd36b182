import type { Hono, MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../../store/store.ts';
import { respondApiProblem } from '../api/api-problem.ts';
import { clientAddress } from '../report-guard.ts';
import type { WebEnvironment } from '../room.ts';
import type { WebSettings } from '../settings.ts';
import { accessOf } from './access.ts';

/** Figures of one site for Prometheus. */
export interface SiteMetrics {
  /** Times every answer. */
  readonly time: MiddlewareHandler<WebEnvironment>;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds: the site aims at 30 ms a page. */
const buckets = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export function openMetrics(store: Store): SiteMetrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'rapporteur_http_request_duration_seconds',
    help: 'Time to answer, by kind of address and status.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [register],
  });
  new Gauge({
    name: 'rapporteur_archive_rows',
    help: 'What the archive holds.',
    labelNames: ['kind'],
    registers: [register],
    async collect() {
      for (const [kind, count] of Object.entries(await store.counts())) this.set({ kind }, count);
    },
  });
  new Gauge({
    name: 'rapporteur_jobs',
    help: 'Jobs of the queue by kind and state.',
    labelNames: ['kind', 'state'],
    registers: [register],
    async collect() {
      this.reset();
      for (const { kind, state, jobs } of await store.queue.counts()) this.set({ kind, state }, jobs);
    },
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    async time(c, next) {
      const done = seconds.startTimer();
      await next();
      // Addresses that nobody made a page for are one kind: what is typed must not fill the memory.
      const route = c.res.status === 404 || c.req.routePath === '*' ? 'other' : c.req.routePath;
      done({ method: methodOf(c.req.method), route, status: String(c.res.status) });
    },
  };
}

function methodOf(method: string): string {
  return /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS)$/.test(method) ? method : 'other';
}

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** `/metrics`: for whoever asks from this machine, and for tokens of that scope. */
export function addMetrics(
  app: Hono<WebEnvironment>,
  options: { readonly store: Store; readonly settings: WebSettings; readonly now: () => Date },
): void {
  const { store, settings, now } = options;
  const metrics = openMetrics(store);
  app.use(metrics.time);
  app.get('/metrics', async (c) => {
    const access = await accessOf(c, store.tokens, 'metrics', now());
    const allowed = access === 'none' ? loopback.test(clientAddress(c, settings)) : access !== 'refused';
    if (!allowed) return respondApiProblem(c, { code: 'token-refused', status: 403 });
    c.header('Cache-Control', 'no-store');
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType });
  });
}
