import { z } from 'zod';
import type { Source } from '../store/collecting.ts';
import type { Outlet } from '../store/store.ts';
import { type ProblemOut, problemSchema } from './problem.ts';

const instant = z.string().describe('ISO instant.');

export const sourceSchema = z
  .strictObject({
    id: z.string(),
    outletId: z.string(),
    outlet: z.string().describe('Name of the outlet.'),
    address: z.string(),
    kind: z.enum(['feed', 'sitemap', 'listing']),
    title: z.string().nullable(),
    folder: z.array(z.string()),
    pattern: z.string().nullable().describe('Form of the addresses that are followed.'),
    state: z.enum(['active', 'paused', 'blocked', 'gone', 'failing']),
    reason: z.string().nullable().describe('Code of what is wrong.'),
    detail: z.string().nullable(),
    allowPrivate: z.boolean(),
    pauseSeconds: z.number().nullable(),
    intervalSeconds: z.int(),
    nextPoll: instant,
    lastPoll: instant.nullable(),
    lastGood: instant.nullable(),
    lastItem: instant.nullable().describe('Last visit that found something new.'),
    failures: z.int().describe('In a row.'),
  })
  .describe('A feed, sitemap or listing page that is followed.');
export type SourceOut = z.infer<typeof sourceSchema>;

export function renderSource(source: Source, outlet: string): SourceOut {
  return {
    id: source.id,
    outletId: source.outletId,
    outlet,
    address: source.address,
    kind: source.kind,
    title: source.title ?? null,
    folder: [...source.folder],
    pattern: source.pattern ?? null,
    state: source.state,
    reason: source.reason ?? null,
    detail: source.detail ?? null,
    allowPrivate: source.allowPrivate,
    pauseSeconds: source.pauseMs === undefined ? null : source.pauseMs / 1_000,
    intervalSeconds: source.intervalSeconds,
    nextPoll: source.nextPoll,
    lastPoll: source.lastPoll ?? null,
    lastGood: source.lastGood ?? null,
    lastItem: source.lastItem ?? null,
    failures: source.failures,
  };
}

export const outletsAddedSchema = z
  .strictObject({
    schema: z.literal('rapporteur.outlets-added/1'),
    added: z.array(sourceSchema),
    failures: z.array(z.strictObject({ name: z.string(), problem: problemSchema })),
  })
  .describe('What "outlets add" follows now.');
export type OutletsAddedOut = z.infer<typeof outletsAddedSchema>;

export function renderOutletsAdded(report: {
  readonly added: readonly { readonly source: Source; readonly outlet: Outlet }[];
  readonly failures: readonly { readonly name: string; readonly problem: ProblemOut }[];
}): OutletsAddedOut {
  return {
    schema: 'rapporteur.outlets-added/1',
    added: report.added.map(({ source, outlet }) => renderSource(source, outlet.name)),
    failures: report.failures.map(({ name, problem }) => ({ name, problem })),
  };
}

const count = z.int().min(0);

export const sourceListSchema = z
  .strictObject({
    schema: z.literal('rapporteur.outlets/1'),
    sources: z.array(
      sourceSchema.extend({
        items: z.strictObject({ stored: count, waiting: count, failed: count, gone: count, refused: count }),
      }),
    ),
  })
  .describe('What is followed, and how it goes.');
export type SourceListOut = z.infer<typeof sourceListSchema>;

export const collectReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.collect/1'),
    sources: z.strictObject({
      polled: count.describe('Answered with a list of items.'),
      unchanged: count,
      failed: count,
      blocked: count.describe('Refused us lately: not asked.'),
    }),
    items: z.strictObject({
      found: count.describe('New, or changed by their own word.'),
      stored: count,
      failed: count,
      waiting: count.describe('Left for a later try.'),
    }),
    failures: z.array(z.strictObject({ name: z.string(), problem: problemSchema })),
    record: z.strictObject({ added: count, changed: count, removed: count }).describe('Meetings.'),
    interrupted: z.boolean(),
    seconds: z.number().min(0),
  })
  .describe('What one round of collecting did.');
export type CollectReportOut = z.infer<typeof collectReportSchema>;
