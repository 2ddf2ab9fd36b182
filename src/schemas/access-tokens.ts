import { z } from 'zod';

const tokenFields = z.strictObject({
  name: z.string(),
  scopes: z.array(z.string()).describe('What it opens: `read`, `mcp`, `metrics`.'),
  createdAt: z.string().describe('ISO instant.'),
  expiresAt: z.string().nullable().describe('ISO instant.'),
  lastUsedAt: z.string().nullable().describe('ISO instant, to the hour.'),
});

export const tokenListSchema = z
  .strictObject({ schema: z.literal('rapporteur.tokens/1'), tokens: z.array(tokenFields) })
  .describe('The tokens of programs. The token itself is told once, when it is made.');

export const madeTokenSchema = z
  .strictObject({ schema: z.literal('rapporteur.token/1'), ...tokenFields.shape, token: z.string() })
  .describe('A new token, told this once.');

interface TokenInput {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly lastUsedAt?: string;
}

function fieldsOf({ name, scopes, createdAt, expiresAt, lastUsedAt }: TokenInput): z.infer<typeof tokenFields> {
  return { name, scopes: [...scopes], createdAt, expiresAt: expiresAt ?? null, lastUsedAt: lastUsedAt ?? null };
}

export function renderTokenList(tokens: readonly TokenInput[]): z.infer<typeof tokenListSchema> {
  return { schema: 'rapporteur.tokens/1', tokens: tokens.map(fieldsOf) };
}

export function renderMadeToken(made: TokenInput, token: string): z.infer<typeof madeTokenSchema> {
  return { schema: 'rapporteur.token/1', ...fieldsOf(made), token };
}
