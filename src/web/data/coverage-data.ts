import { type CoverageOut, renderCoverage } from '../../schemas/coverage.ts';
import { boardOf } from '../coverage-board.ts';
import type { Room } from '../room.ts';
import { coverageInput } from '../wording/coverage.ts';

/**
 * `/outlets` as data.
 * @param outletId only what concerns this one
 */
export async function coverageData(room: Room, outletId?: string): Promise<CoverageOut> {
  const board = await boardOf(room);
  if (outletId === undefined) return renderCoverage(coverageInput(board, room.tr));
  const own = (one: { readonly outlet: { readonly id: string } }): boolean => one.outlet.id === outletId;
  const part = { outlets: board.outlets.filter(own), alerts: board.alerts.filter(own) };
  return renderCoverage(coverageInput(part, room.tr));
}
