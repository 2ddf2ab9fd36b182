import { createHash, randomBytes } from 'node:crypto';
import type { AccessToken, AccessTokenStore, TokenScope } from '../../store/access-tokens.ts';
import type { WebContext } from '../room.ts';

/** What a token begins with, so that it is known for one where it leaks. */
const prefix = 'rapp_';

/** A new token: 256 bits of chance. It is told once; only its hash is kept. */
export function makeToken(): { readonly token: string; readonly hash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Who asks: nobody in particular, a token that opens this, or one that does not. */
export type Access = 'none' | 'refused' | AccessToken;

/** Reads `Authorization: Bearer`. The hash is looked up, so that comparing it takes no telling time. */
export async function accessOf(c: WebContext, tokens: AccessTokenStore, scope: TokenScope, now: Date): Promise<Access> {
  const header = c.req.header('authorization');
  if (header === undefined) return 'none';
  const [, token] = /^Bearer +([\w-]{1,200})$/i.exec(header.trim()) ?? [];
  const known = token?.startsWith(prefix) === true ? await tokens.use(hashOf(token), now) : undefined;
  return known?.scopes.includes(scope) === true ? known : 'refused';
}
