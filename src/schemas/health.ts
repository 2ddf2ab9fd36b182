import { z } from 'zod';

const count = z.int().min(0);

export const healthSchema = z
  .strictObject({
    schema: z.literal('rapporteur.health/1'),
    status: z.literal('ok'),
    pages: count,
    articles: count,
    meetings: count,
    people: count,
    outlets: count,
    decisions: count,
  })
  .describe('The site answers and reaches its archive.');
export type HealthOut = z.infer<typeof healthSchema>;

export function renderHealth(counts: Omit<HealthOut, 'schema' | 'status'>): HealthOut {
  const { pages, articles, meetings, people, outlets, decisions } = counts;
  return { schema: 'rapporteur.health/1', status: 'ok', pages, articles, meetings, people, outlets, decisions };
}

export const readySchema = z
  .strictObject({ schema: z.literal('rapporteur.ready/1'), status: z.enum(['ready', 'archive-unreachable']) })
  .describe('Whether the site would answer a reader now: 200 or 503.');

export function renderReady(reached: boolean): z.infer<typeof readySchema> {
  return { schema: 'rapporteur.ready/1', status: reached ? 'ready' : 'archive-unreachable' };
}
