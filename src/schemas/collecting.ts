import { z } from 'zod';
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
type SourceOut = z.infer<typeof sourceSchema>;

/** What is told of a source; the store's has more. */
export interface SourceInput {
  readonly id: string;
  readonly outletId: string;
  readonly address: string;
  readonly kind: SourceOut['kind'];
  readonly title?: string;
  readonly folder: readonly string[];
  readonly pattern?: string;
  readonly state: SourceOut['state'];
  readonly reason?: string;
  readonly detail?: string;
  readonly allowPrivate: boolean;
  readonly pauseMs?: number;
  readonly intervalSeconds: number;
  readonly nextPoll: string;
  readonly lastPoll?: string;
  readonly lastGood?: string;
  readonly lastItem?: string;
  readonly failures: number;
}

function renderSource(source: SourceInput, outlet: string): SourceOut {
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
type OutletsAddedOut = z.infer<typeof outletsAddedSchema>;

export function renderOutletsAdded(report: {
  readonly added: readonly { readonly source: SourceInput; readonly outlet: { readonly name: string } }[];
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
        hub: z
          .strictObject({
            address: z.string(),
            state: z.enum(['asked', 'active', 'refused']),
            activeUntil: z.string().nullable(),
            lastPush: z.string().nullable(),
            detail: z.string().nullable(),
          })
          .nullable()
          .describe('Who tells of its news (WebSub), when one was asked to.'),
        items: z.strictObject({
          stored: count,
          waiting: count,
          fetched: count.describe('In the archive, and about to be read.'),
          failed: count,
          gone: count,
          refused: count,
        }),
      }),
    ),
  })
  .describe('What is followed, and how it goes.');
export type SourceListOut = z.infer<typeof sourceListSchema>;

interface HubInput {
  readonly hub: string;
  readonly state: 'asked' | 'active' | 'refused';
  readonly activeUntil?: string;
  readonly lastPush?: string;
  readonly detail?: string;
}

export function renderSourceList(
  sources: readonly {
    readonly source: SourceInput;
    readonly outlet: string;
    readonly hub?: HubInput | undefined;
    readonly items: Partial<SourceListOut['sources'][number]['items']>;
  }[],
): SourceListOut {
  return {
    schema: 'rapporteur.outlets/1',
    sources: sources.map(({ source, outlet, hub, items }) => ({
      ...renderSource(source, outlet),
      hub:
        hub === undefined
          ? null
          : {
              address: hub.hub,
              state: hub.state,
              activeUntil: hub.activeUntil ?? null,
              lastPush: hub.lastPush ?? null,
              detail: hub.detail ?? null,
            },
      items: { stored: 0, waiting: 0, fetched: 0, failed: 0, gone: 0, refused: 0, ...items },
    })),
  };
}

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

export function renderCollectReport(
  report: Pick<CollectReportOut, 'sources' | 'items' | 'interrupted' | 'seconds'> & {
    readonly change: { readonly added: number; readonly changed: number; readonly removed: number };
    readonly failures: readonly { readonly name: string; readonly problem: ProblemOut }[];
  },
): CollectReportOut {
  const { polled, unchanged, failed, blocked } = report.sources;
  const { items, change } = report;
  return {
    schema: 'rapporteur.collect/1',
    sources: { polled, unchanged, failed, blocked },
    items: { found: items.found, stored: items.stored, failed: items.failed, waiting: items.waiting },
    failures: report.failures.map(({ name, problem }) => ({ name, problem })),
    record: { added: change.added, changed: change.changed, removed: change.removed },
    interrupted: report.interrupted,
    seconds: report.seconds,
  };
}
