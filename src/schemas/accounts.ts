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

const at = z.string().describe('ISO instant.');
const tracesFields = z
  .strictObject({
    ratings: z.array(z.strictObject({ articleId: z.string(), stars: z.number().int().min(1).max(5), at })),
    comments: z.array(
      z.strictObject({
        id: z.string(),
        articleId: z.string(),
        text: z.string(),
        state: z.string().describe('`shown`, `held` until a moderator has looked, or `rejected`.'),
        at,
      }),
    ),
    imageReports: z.array(z.strictObject({ address: z.string(), reason: z.string(), note: z.string(), at })),
    votes: z.array(
      z.strictObject({ poll: z.string(), choice: z.number().int().describe('0 is the first choice.'), at }),
    ),
    saved: z.array(z.strictObject({ articleId: z.string(), at })).describe('The reading list.'),
  })
  .describe('What the person left on the site.');
type TracesOut = z.infer<typeof tracesFields>;
/** As the store gives it. */
type Traces = { readonly [Kind in keyof TracesOut]: readonly Readonly<TracesOut[Kind][number]>[] };

export const accountSchema = z
  .strictObject({
    schema: z.literal('rapporteur.account/1'),
    account: accountFields,
    sessions: z.array(z.strictObject({ began: z.string(), ends: z.string() })).describe('ISO instants.'),
    traces: tracesFields,
  })
  .describe('Everything that is kept of one person, for themselves. The password is not: only its hash is kept.');

export const accountListSchema = z
  .strictObject({ schema: z.literal('rapporteur.accounts/1'), accounts: z.array(accountFields) })
  .describe('The accounts of a site, for the person who runs it.');

export function renderAccount(
  account: AccountOut,
  sessions: readonly { readonly began: string; readonly ends: string }[],
  traces: Traces,
): z.infer<typeof accountSchema> {
  return {
    schema: 'rapporteur.account/1',
    account: plain(account),
    sessions: sessions.map(({ began, ends }) => ({ began, ends })),
    traces: {
      ratings: traces.ratings.map(({ articleId, stars, at }) => ({ articleId, stars, at })),
      comments: traces.comments.map(({ id, articleId, text, state, at }) => ({ id, articleId, text, state, at })),
      imageReports: traces.imageReports.map(({ address, reason, note, at }) => ({ address, reason, note, at })),
      votes: traces.votes.map(({ poll, choice, at }) => ({ poll, choice, at })),
      saved: traces.saved.map(({ articleId, at }) => ({ articleId, at })),
    },
  };
}

export function renderAccountList(accounts: readonly AccountOut[]): z.infer<typeof accountListSchema> {
  return { schema: 'rapporteur.accounts/1', accounts: accounts.map(plain) };
}

function plain({ id, name, username, email, role, confirmed, blocked, createdAt }: AccountOut): AccountOut {
  return { id, name, username, email, role, confirmed, blocked, createdAt };
}
