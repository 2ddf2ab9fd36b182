import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** How passwords become hashes: scrypt with a salt of its own each, N = 16384, r = 16. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(input: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

export const scryptHash: PasswordHash = { hash: hashPassword, verify: verifyPassword };
