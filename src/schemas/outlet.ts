import { z } from 'zod';
import { countryCodeSchema } from './evidence.ts';
import { type Publish, publishSchema } from './vocabulary.ts';

export const outletSchema = z
  .strictObject({
    schema: z.literal('rapporteur.outlet/1'),
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    hosts: z.array(z.string()),
    languages: z.array(z.string()),
    homeCountry: countryCodeSchema.nullable(),
    publish: publishSchema,
    sample: z.boolean().describe('True for the invented sample press.'),
    articles: z.int().min(0).nullable(),
    lastPublished: z.string().nullable(),
  })
  .describe('Who publishes.');
export type OutletOut = z.infer<typeof outletSchema>;

export interface OutletInput {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly languages: readonly string[];
  readonly homeCountry?: string;
  readonly publish: Publish;
  readonly origin: 'sample' | 'import' | 'collect';
  readonly articles?: number;
  readonly lastPublished?: string;
}

export function renderOutlet(outlet: OutletInput): OutletOut {
  return {
    schema: 'rapporteur.outlet/1',
    id: outlet.id,
    slug: outlet.slug,
    name: outlet.name,
    hosts: [...outlet.hosts],
    languages: [...outlet.languages],
    homeCountry: outlet.homeCountry ?? null,
    publish: outlet.publish,
    sample: outlet.origin === 'sample',
    articles: outlet.articles ?? null,
    lastPublished: outlet.lastPublished ?? null,
  };
}
