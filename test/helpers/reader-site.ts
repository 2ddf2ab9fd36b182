import { expect } from 'vitest';
import type { AccountRole, AccountStore } from '../../src/store/accounts/accounts.ts';
import type { PasswordHash } from '../../src/store/accounts/password-hash.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type AppOptions, createApp } from '../../src/web/app.tsx';
import type { InterfaceLanguage } from '../../src/web/i18n.ts';
import { openVisitor, type Visitor } from './visitor.ts';
import { type InventedReport, openWebArchive, outletOf } from './web-archive.ts';

const secret = 'a secret that is long enough for these tests';
const password = 'copper lantern by the quay';
/** Tests of what readers do are not about passwords. */
const quickHash: PasswordHash = {
  hash: async (word) => `plain ${word}`,
  verify: async ({ hash, password: word }) => hash === `plain ${word}`,
};

export interface ReaderSite {
  readonly app: ReturnType<typeof createApp>;
  readonly store: Store;
  readonly accounts: AccountStore;
  readonly articleIds: readonly string[];
  /** Somebody with a confirmed account, logged in. */
  member(username: string, more?: MemberOptions): Promise<Member>;
  close(): Promise<void>;
}

export interface MemberOptions {
  readonly role?: AccountRole;
  readonly language?: InterfaceLanguage;
  /** Where they come from. */
  readonly address?: string;
  /** @default Somebody named like the username */
  readonly name?: string;
}

export interface Member extends Visitor {
  readonly id: string;
}

const reports: readonly InventedReport[] = [
  { title: 'Talks in Rabat', outlet: 'o', language: 'en' },
  { title: 'A second report', outlet: 'o', language: 'en' },
  { title: 'A third report', outlet: 'o', language: 'en' },
];

export interface ReaderSiteOptions extends Partial<Pick<AppOptions, 'now' | 'images' | 'readers'>> {
  readonly reports?: readonly InventedReport[];
  /** An empty one. @default in memory, with the clock of the site */
  readonly store?: Store;
}

/** A site with some articles, over whatever archive is given. Nothing may reach its log. */
export async function openReaderSite(options: ReaderSiteOptions = {}): Promise<ReaderSite> {
  const now = options.now ?? (() => new Date());
  const empty = options.store ?? (await openSqliteStore(':memory:', { now: () => now().toISOString() }));
  const archive = await openWebArchive([outletOf('o', 'full')], options.reports ?? reports, empty);
  const { store } = archive;
  const accounts = await store.accounts(secret, quickHash);
  const app = createApp({
    store,
    settings: { publishLocalInFull: false, baseUrl: 'http://site.example', trustedProxy: true },
    now,
    log: { error: (event, detail) => expect.fail(`${event} ${JSON.stringify(detail)}`) },
    accounts: { secret, accounts },
    ...(options.images === undefined ? {} : { images: options.images }),
    ...(options.readers === undefined ? {} : { readers: options.readers }),
  });
  return {
    app,
    store,
    accounts,
    articleIds: archive.articleIds,
    async member(username, { role, language = 'en', address, name } = {}) {
      const email = `${username}@mail.example`;
      await accounts.register({ name: name ?? `Somebody ${username}`, username, email, password });
      const id = (await accounts.find(username))?.id ?? '';
      await accounts.setConfirmed(id);
      if (role !== undefined) await accounts.setRole(id, role);
      const always = address === undefined ? {} : { 'x-forwarded-for': address };
      const visitor = openVisitor(app, language, always);
      expect((await visitor.send('/account/login', { login: username, password })).status).toBe(303);
      return { ...visitor, id };
    },
    close: archive.close,
  };
}
