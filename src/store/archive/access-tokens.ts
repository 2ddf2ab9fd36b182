import { type AccessToken, type AccessTokenStore, type AccessTokens, tokenScopes } from '../access-tokens.ts';
import { optional } from './article-rows.ts';
import type { ArchiveContext } from './context.ts';

export function createAccessTokenStore({ db, write }: Pick<ArchiveContext, 'db' | 'write'>): AccessTokenStore {
  return {
    add: ({ id, name, scopes, createdAt, expiresAt }, hash) =>
      write(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('access_tokens')
          .values({
            id,
            name,
            hash,
            scopes: scopes.join(' '),
            created_at: createdAt,
            expires_at: expiresAt ?? null,
            last_used_at: null,
          })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    list: async () => (await db.selectFrom('access_tokens').selectAll().orderBy('name').execute()).map(toToken),
    async use(hash, now) {
      const row = await db.selectFrom('access_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
      if (row === undefined || (row.expires_at !== null && row.expires_at <= now.toISOString())) return undefined;
      const hour = `${now.toISOString().slice(0, 13)}:00:00.000Z`;
      if (row.last_used_at !== hour) {
        await write((tx) =>
          tx.updateTable('access_tokens').set({ last_used_at: hour }).where('id', '=', row.id).execute(),
        );
      }
      return toToken({ ...row, last_used_at: hour });
    },
    remove: (name) =>
      write(async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('access_tokens').where('name', '=', name).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

function toToken(row: AccessTokens): AccessToken {
  const kept = row.scopes.split(' ');
  return {
    id: row.id,
    name: row.name,
    scopes: tokenScopes.filter((scope) => kept.includes(scope)),
    createdAt: row.created_at,
    ...optional('expiresAt', row.expires_at),
    ...optional('lastUsedAt', row.last_used_at),
  };
}
