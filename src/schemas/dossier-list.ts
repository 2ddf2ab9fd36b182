import type { z } from 'zod';
import { type PairInput, pairSchema, renderPair } from './dossier.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const dossierListSchema = pageSchema('rapporteur.dossiers/1', pairSchema).describe(
  'Country pairs that the record knows, one page of them.',
);
export type DossierListOut = z.infer<typeof dossierListSchema>;

export function renderDossierList(page: PageInput<PairInput>): DossierListOut {
  return renderPageOf('rapporteur.dossiers/1', page, renderPair);
}
