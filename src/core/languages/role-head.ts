import type { RoleHead } from './language-pack.ts';

/** A head noun of an office ("minister", "ambassador") as a pack writes it. */
export function roleHead(
  code: string,
  rank: RoleHead['rank'],
  portfolio: RoleHead['portfolio'] = 'none',
  more: Partial<RoleHead> = {},
): RoleHead {
  return { code, rank, portfolio, ...more };
}
