import { type DossierOut, renderDossier } from '../../schemas/dossier.ts';
import { readAll } from '../read-meetings.ts';
import type { Room } from '../room.ts';

/** Data has no picture to draw: more than the page. */
const mostInData = 300;

/** `/dossiers/:id` as data. */
export async function dossierData(
  { store }: Pick<Room, 'store'>,
  pair: readonly [string, string],
): Promise<DossierOut | undefined> {
  const meetings = await readAll(store, { pair, includeBackground: true }, mostInData);
  return meetings.length === 0 ? undefined : renderDossier(pair, meetings);
}
