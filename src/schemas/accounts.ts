import { z } from 'zod';

const accountFields = z.strictObject({
  id: z.string(),
  name: z.string().describe('What others call the person.'),
  username: z.string(),
  email: z.string(),
  role: z.enum(['reader', 'moderator', 'editor', 'admin']),
  confirmed: z.boolean().describe('Only confirmed accounts may log in.'),
  blocked: z.boolean(),
  createdAt: z.string().describe('ISO instant.'),
});
type AccountOut = z.infer<typeof accountFields>;

export const accountSchema = z
  .strictObject({
    schema: z.literal('rapporteur.account/1'),
    account: accountFields,
    sessions: z.array(z.strictObject({ began: z.string(), ends: z.string() })).describe('ISO instants.'),
  })
  .describe('Everything that is kept of one person, for themselves. The password is not: only its hash is kept.');

export const accountListSchema = z
  .strictObject({ schema: z.literal('rapporteur.accounts/1'), accounts: z.array(accountFields) })
  .describe('The accounts of a site, for the person who runs it.');

export function renderAccount(
  account: AccountOut,
  sessions: readonly { readonly began: string; readonly ends: string }[],
): z.infer<typeof accountSchema> {
  return {
    schema: 'rapporteur.account/1',
    account: plain(account),
    sessions: sessions.map(({ began, ends }) => ({ began, ends })),
  };
}

export function renderAccountList(accounts: readonly AccountOut[]): z.infer<typeof accountListSchema> {
  return { schema: 'rapporteur.accounts/1', accounts: accounts.map(plain) };
}

function plain({ id, name, username, email, role, confirmed, blocked, createdAt }: AccountOut): AccountOut {
  return { id, name, username, email, role, confirmed, blocked, createdAt };
}
