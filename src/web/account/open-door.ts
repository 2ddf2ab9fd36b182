import { randomBytes } from 'node:crypto';
import type { Look } from '../../jobs/collect/add-wanted.ts';
import type { AccountStore } from '../../store/accounts/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { Door, Mail, SignUp } from './door.ts';
import { openAccountLimits } from './limits.ts';

export interface AccountSettings {
  /** Signs cookies, forms and questions. @default one that ends with the process */
  readonly secret?: string;
  /** @default open */
  readonly signUp?: SignUp;
  readonly mail?: (mail: Mail) => Promise<void>;
  /** @default those of the store */
  readonly accounts?: AccountStore;
  /** Visits addresses that editors want to follow. @default only feeds that a file names are taken */
  readonly look?: Look;
}

/** What all pages with forms share. Accounts are opened when somebody first comes with one or for one. */
export function openDoor(store: Store, settings: AccountSettings = {}): Door {
  const secret = settings.secret ?? randomBytes(32).toString('base64url');
  let opened: Promise<AccountStore> | undefined;
  return {
    accounts: () => {
      opened ??= settings.accounts === undefined ? store.accounts(secret) : Promise.resolve(settings.accounts);
      return opened;
    },
    secret,
    signUp: settings.signUp ?? 'open',
    ...(settings.mail === undefined ? {} : { mail: settings.mail }),
    limits: openAccountLimits(),
    readers: store.readers,
  };
}
