import type { Account } from '../../store/accounts/accounts.ts';

/** Who decides what is collected, and how much of it is shown. */
export function mayFollow({ role }: Pick<Account, 'role'>): boolean {
  return role === 'editor' || role === 'admin';
}

/** Who may have addresses of the operator's own machine and network fetched: what answers there may be meant for nobody. */
export function mayFetchPrivate({ role }: Pick<Account, 'role'>): boolean {
  return role === 'admin';
}
