import { z } from 'zod';

const isoDay = z.string().describe('ISO day, UTC.');
const count = z.int().min(0);

const daySchema = z.strictObject({
  day: isoDay,
  received: count,
  expected: z.number().min(0).nullable().describe('Median of that weekday; null while it is unknown.'),
});

const measuredSchema = {
  days: z.array(daySchema).describe('Oldest first; the last one has only begun.'),
  lastArticle: isoDay.nullable().describe('Day on which an article came last, as far back as the board looks.'),
  daysSeen: count.describe('Whole days that the rhythm is read from.'),
  silentDays: count.describe('Whole days without an article since the last one.'),
  missed: z.number().min(0).nullable().describe('Articles that were expected on those days.'),
  longestPause: count.describe('Longest such pause before, in days.'),
};

const stateSchema = z.enum([
  'fine',
  'thin',
  'learning',
  'silent',
  'blocked',
  'failing',
  'gone',
  'paused',
  'unvisited',
  'not-followed',
]);

export const coverageSchema = z
  .strictObject({
    schema: z.literal('rapporteur.coverage/1'),
    daysNeeded: count.describe('Whole days after which a rhythm is known.'),
    outlets: z.array(
      z.strictObject({
        id: z.string(),
        slug: z.string(),
        name: z.string(),
        state: stateSchema,
        sentence: z.string().describe('The reason in words.'),
        reason: z.string().nullable().describe('Code of what is wrong with a source.'),
        source: z.string().nullable().describe('Address of the source that is to blame.'),
        lastVisit: z.string().nullable().describe('ISO instant.'),
        ...measuredSchema,
        languages: z.array(z.strictObject({ language: z.string(), ...measuredSchema })),
      }),
    ),
    alerts: z.array(
      z.strictObject({
        outletId: z.string(),
        kind: z.enum(['silent', 'blocked', 'failing', 'gone']),
        language: z.string().nullable().describe('Only this language is silent.'),
        since: isoDay,
        sentence: z.string(),
      }),
    ),
  })
  .describe('What was expected of each outlet, what came, and what is out of the ordinary.');
export type CoverageOut = z.infer<typeof coverageSchema>;

interface MeasuredInput {
  readonly days: readonly { readonly day: string; readonly received: number; readonly expected?: number }[];
  readonly lastDay?: string;
  readonly rhythm: { readonly daysSeen: number };
  readonly silence: { readonly days: number; readonly missed: number | undefined; readonly longestBefore: number };
}

/** The board as its readers get it, with the sentences in their language. */
export interface CoverageInput {
  readonly daysNeeded: number;
  readonly outlets: readonly (MeasuredInput & {
    readonly outlet: { readonly id: string; readonly slug: string; readonly name: string };
    readonly state: z.infer<typeof stateSchema>;
    readonly sentence: string;
    readonly source?: { readonly address: string; readonly reason?: string };
    readonly lastVisit?: string;
    readonly languages: readonly (MeasuredInput & { readonly language: string })[];
  })[];
  readonly alerts: readonly {
    readonly outlet: { readonly id: string };
    readonly kind: CoverageOut['alerts'][number]['kind'];
    readonly language?: string;
    readonly since: string;
    readonly sentence: string;
  }[];
}

export function renderCoverage({ daysNeeded, outlets, alerts }: CoverageInput): CoverageOut {
  return {
    schema: 'rapporteur.coverage/1',
    daysNeeded,
    outlets: outlets.map((one) => ({
      id: one.outlet.id,
      slug: one.outlet.slug,
      name: one.outlet.name,
      state: one.state,
      sentence: one.sentence,
      reason: one.source?.reason ?? null,
      source: one.source?.address ?? null,
      lastVisit: one.lastVisit ?? null,
      ...renderMeasured(one),
      languages: one.languages.map((spoken) => ({ language: spoken.language, ...renderMeasured(spoken) })),
    })),
    alerts: alerts.map(({ outlet, kind, language, since, sentence }) => ({
      outletId: outlet.id,
      kind,
      language: language ?? null,
      since,
      sentence,
    })),
  };
}

function renderMeasured({ days, lastDay, rhythm, silence }: MeasuredInput) {
  return {
    days: days.map(({ day, received, expected }) => ({ day, received, expected: expected ?? null })),
    lastArticle: lastDay ?? null,
    daysSeen: rhythm.daysSeen,
    silentDays: silence.days,
    missed: silence.missed ?? null,
    longestPause: silence.longestBefore,
  };
}
