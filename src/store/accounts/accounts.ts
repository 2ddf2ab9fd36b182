import type { OwnTraces } from '../readers/traces.ts';

/** From the least to the most that somebody may do. */
export const accountRoles = ['reader', 'moderator', 'editor', 'admin'] as const;
export type AccountRole = (typeof accountRoles)[number];

export interface Account {
  readonly id: string;
  /** What others call the person. */
  readonly name: string;
  /** As it was written; it is compared without regard to capitals. */
  readonly username: string;
  readonly email: string;
  readonly role: AccountRole;
  /** Only confirmed accounts may log in. */
  readonly confirmed: boolean;
  readonly blocked: boolean;
  readonly createdAt: string;
}

export interface NewAccount {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** One request of a browser: its cookies, and whether it came over an encrypted line. */
export interface Visit {
  readonly cookie: string | undefined;
  readonly secure: boolean;
}

/** `Set-Cookie` headers to send along. */
export type Cookies = readonly string[];

export type LogIn =
  | { readonly account: Account; readonly cookies: Cookies }
  | { readonly refused: 'wrong' | 'unconfirmed' | 'blocked' };

/** Everything that is kept of one person, for themselves. */
export interface AccountExport {
  readonly account: Account;
  readonly sessions: readonly { readonly began: string; readonly ends: string }[];
  /** What they left on the site. */
  readonly traces: OwnTraces;
}

/** What a link that is answered once is for. */
export type LinkPurpose = 'reset' | 'confirm' | 'email' | 'invitation';

/** Accounts, sessions and links. Passwords are kept as scrypt hashes, links as SHA-256, sessions by signed cookies. */
export interface AccountStore {
  /** A taken address gives the same answer in the same time as a free one: nobody learns who has an account. */
  register(account: NewAccount): Promise<'registered' | 'username-taken'>;
  /** By username or address. The session that the visit came with ends. */
  logIn(
    visit: Visit,
    input: { readonly login: string; readonly password: string; readonly stay: boolean },
  ): Promise<LogIn>;
  /** Who is visiting; absent without a session that stands, or for who was blocked. */
  visitor(visit: Visit): Promise<{ readonly account: Account; readonly cookies: Cookies } | undefined>;
  logOut(visit: Visit): Promise<Cookies>;
  logOutEverywhere(accountId: string): Promise<void>;
  hasPassword(accountId: string, password: string): Promise<boolean>;
  /** Ends every session of the account. */
  setPassword(accountId: string, password: string): Promise<void>;
  /** False when another account has the address. */
  setEmail(accountId: string, email: string): Promise<boolean>;
  /** By id, username or address. */
  find(login: string): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  setRole(accountId: string, role: AccountRole): Promise<void>;
  setConfirmed(accountId: string): Promise<void>;
  /** Ends every session of the account too. */
  setBlocked(accountId: string, blocked: boolean): Promise<void>;
  /** The account with its sessions, password, links and all that it left on the site: nothing of it stays. */
  remove(accountId: string): Promise<void>;
  export(accountId: string): Promise<AccountExport | undefined>;
  /** A word that may be used once within the hours. */
  makeLink(purpose: LinkPurpose, value: string, hours: number): Promise<string>;
  /** What a link stands for, without using it up. */
  readLink(purpose: LinkPurpose, word: string): Promise<string | undefined>;
  /** The same, once: of two at the same time one gets it. */
  useLink(purpose: LinkPurpose, word: string): Promise<string | undefined>;
  /** True the first time that this word is told. */
  spend(word: string, until: Date): Promise<boolean>;
}
