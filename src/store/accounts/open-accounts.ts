import { createHash, randomBytes } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { Users } from '../account-tables.ts';
import type { ArchiveContext } from '../archive/context.ts';
import { eraseTraces, readTraces } from '../readers/own-traces.ts';
import type { Tables } from '../tables.ts';
import type { Account, AccountRole, AccountStore, LinkPurpose, Visit } from './accounts.ts';
import { openAuth } from './open-auth.ts';
import { type PasswordHash, scryptHash } from './password-hash.ts';
import { normalUsername } from './username.ts';

export interface AccountsOptions {
  readonly secret: string;
  /** @default scrypt */
  readonly hash?: PasswordHash;
}

/** Accounts beside the archive, by better-auth. */
export function openAccounts(
  { db, write, now }: ArchiveContext,
  { secret, hash = scryptHash }: AccountsOptions,
): AccountStore {
  const auths = {
    plain: openAuth(db as Kysely<Tables>, { secret, hash, secure: false }),
    secure: undefined as ReturnType<typeof openAuth> | undefined,
  };
  const authOf = ({ secure }: { readonly secure: boolean }) => {
    if (!secure) return auths.plain;
    auths.secure ??= openAuth(db as Kysely<Tables>, { secret, hash, secure: true });
    return auths.secure;
  };
  const inner = async () => (await auths.plain.$context).internalAdapter;

  const findRow = async (login: string): Promise<Users | undefined> =>
    db
      .selectFrom('users')
      .selectAll()
      .where((where) =>
        where.or([
          where('id', '=', login),
          where('username', '=', normalUsername(login)),
          where('email', '=', login.trim().toLowerCase()),
        ]),
      )
      .executeTakeFirst();
  const change = (id: string, values: Partial<Omit<Users, 'id'>>) =>
    write(async (tx) => {
      await tx
        .updateTable('users')
        .set({ ...values, updated_at: now() })
        .where('id', '=', id)
        .execute();
    });
  const endSessions = (id: string) =>
    write(async (tx) => {
      await tx.deleteFrom('user_sessions').where('user_id', '=', id).execute();
    });
  const credential = (id: string) =>
    db
      .selectFrom('user_credentials')
      .selectAll()
      .where('user_id', '=', id)
      .where('provider_id', '=', 'credential')
      .executeTakeFirst();

  return {
    async register({ name, username, email, password }) {
      try {
        await auths.plain.api.signUpEmail({ body: { name, username, displayUsername: username, email, password } });
        return 'registered';
      } catch (error) {
        // Two at the same time: the database lets one in.
        if (isAPIError(error) && (await findRow(username)) !== undefined) return 'username-taken';
        throw error;
      }
    },
    async logIn(visit, { login, password, stay }) {
      const auth = authOf(visit);
      const body = { password, rememberMe: stay };
      try {
        const { headers, response } = login.includes('@')
          ? await auth.api.signInEmail({ body: { ...body, email: login.trim().toLowerCase() }, returnHeaders: true })
          : await auth.api.signInUsername({ body: { ...body, username: login }, returnHeaders: true });
        const row = await findRow(response.user.id);
        if (row === undefined) return { refused: 'wrong' };
        if (row.blocked !== 0) {
          await endSessions(row.id);
          return { refused: 'blocked' };
        }
        await auth.api.signOut({ headers: headersOf(visit) }).catch(ignoreRefusal);
        return { account: accountOf(row), cookies: headers.getSetCookie() };
      } catch (error) {
        if (!isAPIError(error)) throw error;
        if (error.body?.code === 'EMAIL_NOT_VERIFIED') return { refused: 'unconfirmed' };
        // What has not the form of a name is refused before any work: it must take as long as a wrong password.
        if (error.statusCode !== 401) await hash.hash(password);
        return { refused: 'wrong' };
      }
    },
    async visitor(visit) {
      if (visit.cookie === undefined || !visit.cookie.includes('rapporteur.session')) return undefined;
      const { headers, response } = await authOf(visit).api.getSession({
        headers: headersOf(visit),
        returnHeaders: true,
      });
      const row = response === null ? undefined : await findRow(response.user.id);
      if (row === undefined || row.blocked !== 0 || row.email_verified === 0) return undefined;
      return { account: accountOf(row), cookies: headers.getSetCookie() };
    },
    async logOut(visit) {
      const { headers } = await authOf(visit).api.signOut({ headers: headersOf(visit), returnHeaders: true });
      return headers.getSetCookie();
    },
    logOutEverywhere: endSessions,
    async hasPassword(accountId, password) {
      const kept = (await credential(accountId))?.password;
      if (kept === undefined || kept === null) {
        await hash.hash(password);
        return false;
      }
      return hash.verify({ hash: kept, password });
    },
    async setPassword(accountId, password) {
      const kept = await hash.hash(password);
      const adapter = await inner();
      if ((await credential(accountId)) === undefined) {
        await adapter.linkAccount({ userId: accountId, providerId: 'credential', accountId, password: kept });
      } else await adapter.updatePassword(accountId, kept);
      await endSessions(accountId);
    },
    async setEmail(accountId, email) {
      const address = email.trim().toLowerCase();
      const other = await db.selectFrom('users').select('id').where('email', '=', address).executeTakeFirst();
      if (other !== undefined && other.id !== accountId) return false;
      await change(accountId, { email: address });
      return true;
    },
    async find(login) {
      const row = await findRow(login);
      return row === undefined ? undefined : accountOf(row);
    },
    async list() {
      return (await db.selectFrom('users').selectAll().orderBy('created_at').orderBy('id').execute()).map(accountOf);
    },
    setRole: (accountId, role) => change(accountId, { role }),
    setConfirmed: (accountId) => change(accountId, { email_verified: 1 }),
    async setBlocked(accountId, blocked) {
      await change(accountId, { blocked: blocked ? 1 : 0 });
      if (blocked) await endSessions(accountId);
    },
    remove: (accountId) =>
      write(async (tx) => {
        await tx.deleteFrom('user_sessions').where('user_id', '=', accountId).execute();
        await tx.deleteFrom('user_credentials').where('user_id', '=', accountId).execute();
        await tx
          .deleteFrom('user_verifications')
          .where((where) => where.or([where('value', '=', accountId), where('value', 'like', `${accountId} %`)]))
          .execute();
        await eraseTraces(tx, accountId);
        await tx.deleteFrom('users').where('id', '=', accountId).execute();
      }),
    async export(accountId) {
      const row = await findRow(accountId);
      if (row === undefined) return undefined;
      const sessions = await db
        .selectFrom('user_sessions')
        .select(['created_at', 'expires_at'])
        .where('user_id', '=', row.id)
        .orderBy('created_at')
        .execute();
      return {
        account: accountOf(row),
        sessions: sessions.map(({ created_at, expires_at }) => ({ began: created_at, ends: expires_at })),
        traces: await readTraces(db, row.id),
      };
    },
    async makeLink(purpose, value, hours) {
      const word = randomBytes(24).toString('base64url');
      await (await inner()).createVerificationValue({
        identifier: linkName(purpose, word),
        value,
        expiresAt: new Date(Date.parse(now()) + hours * 3_600_000),
      });
      return word;
    },
    async readLink(purpose, word) {
      const found = await (await inner()).findVerificationValue(linkName(purpose, word));
      return found === null || found.expiresAt.getTime() < Date.parse(now()) ? undefined : found.value;
    },
    async useLink(purpose, word) {
      const found = await (await inner()).consumeVerificationValue(linkName(purpose, word));
      return found === null || found.expiresAt.getTime() < Date.parse(now()) ? undefined : found.value;
    },
    async spend(word, until) {
      const name = createHash('sha256').update(word).digest('base64url');
      return (await inner()).reserveVerificationValue({
        identifier: `spent:${name}`,
        value: 'spent',
        expiresAt: until,
      });
    },
  };
}

function headersOf({ cookie }: Visit): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}

function linkName(purpose: LinkPurpose, word: string): string {
  return `${purpose}:${word}`;
}

function accountOf(row: Users): Account {
  return {
    id: row.id,
    name: row.name,
    username: row.shown_username,
    email: row.email,
    role: row.role as AccountRole,
    confirmed: row.email_verified !== 0,
    blocked: row.blocked !== 0,
    createdAt: row.created_at,
  };
}

/** A session that is no more is nothing to end. */
function ignoreRefusal(error: unknown): void {
  if (!isAPIError(error)) throw error;
}
