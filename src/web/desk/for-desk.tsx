import { type Account, type AccountRole, accountRoles } from '../../store/accounts/accounts.ts';
import { refusePage } from '../account/desk.tsx';
import type { Door } from '../account/door.ts';
import { forMembers } from '../account/own-account.tsx';
import type { WebContext } from '../room.ts';

/** Opens a page of the desk for those who may; strangers are asked to log in, others are told that it is not for them. */
export function forDesk(
  door: Door,
  least: Exclude<AccountRole, 'reader'>,
  page: (c: WebContext, account: Account) => Promise<Response>,
): (c: WebContext) => Promise<Response> {
  return forMembers(door, (c, account) =>
    accountRoles.indexOf(account.role) < accountRoles.indexOf(least) ? refusePage(c) : page(c, account),
  );
}
