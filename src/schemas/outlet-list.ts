import type { z } from 'zod';
import { type OutletInput, outletSchema, renderOutlet } from './outlet.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const outletListSchema = pageSchema('rapporteur.outlet-list/1', outletSchema).describe(
  'Outlets of the archive, one page of them.',
);
export type OutletListOut = z.infer<typeof outletListSchema>;

export function renderOutletList(page: PageInput<OutletInput>): OutletListOut {
  return renderPageOf('rapporteur.outlet-list/1', page, renderOutlet);
}
