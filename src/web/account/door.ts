import type { AccountStore } from '../../store/accounts/accounts.ts';
import type { ReaderStore } from '../../store/readers/readers.ts';
import type { AccountLimits } from './limits.ts';

/** Who may make an account. */
export type SignUp = 'open' | 'invitation' | 'closed';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What the pages of accounts work with. */
export interface Door {
  readonly accounts: () => Promise<AccountStore>;
  /** Signs forms and questions. */
  readonly secret: string;
  readonly signUp: SignUp;
  /** Absent: accounts wait until somebody confirms them, and links are given by the operator. */
  readonly mail?: (mail: Mail) => Promise<void>;
  readonly limits: AccountLimits;
  /** What readers left, as they wrote it: for its authors and for the desk. Pages show it through the public view. */
  readonly readers: ReaderStore;
}
