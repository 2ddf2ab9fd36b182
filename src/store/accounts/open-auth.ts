import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { PasswordHash } from './password-hash.ts';
import { isUsername, normalUsername, usernameLimits } from './username.ts';

export interface AuthOptions {
  readonly secret: string;
  /** Over an encrypted line cookies are named so that no other host can plant them. */
  readonly secure: boolean;
  readonly hash: PasswordHash;
}

const day = 24 * 3600;

/** better-auth over our tables. It opens no address and no connection of its own: our pages call it. */
export function openAuth(db: Kysely<Tables>, { secret, secure, hash }: AuthOptions) {
  const cookie = (name: string) => ({ name: `${secure ? '__Host-' : ''}rapporteur.${name}`, attributes: { secure } });
  return betterAuth({
    secret,
    baseURL: 'http://localhost',
    // Both databases keep instants as text and flags as numbers, which is what it does for SQLite.
    database: { db, type: 'sqlite', transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: cookie('session'), dont_remember: cookie('passing') },
      ipAddress: { disableIpTracking: true },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: {
        hash: (password) => hash.hash(password),
        verify: (input) => hash.verify(input),
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'reader', input: false },
        blocked: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: {
      modelName: 'user_sessions',
      expiresIn: 30 * day,
      updateAge: day,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'user_credentials',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        idToken: 'id_token',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'user_verifications',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      username({
        minUsernameLength: usernameLimits.least,
        maxUsernameLength: usernameLimits.most,
        usernameValidator: isUsername,
        usernameNormalization: normalUsername,
        schema: { user: { fields: { displayUsername: 'shown_username' } } },
      }),
    ],
  });
}
