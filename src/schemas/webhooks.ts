import { z } from 'zod';

const webhookFields = z.strictObject({
  id: z.string(),
  url: z.string(),
  countries: z.array(z.string()).describe('Only meetings of these countries; empty for all.'),
  state: z.enum(['active', 'paused', 'failed', 'gone']),
  failures: z.int().min(0).describe('Tries since the last message that was taken.'),
  nextAt: z.string().describe('ISO instant of the next try.'),
  lastAt: z.string().nullable(),
  lastAnswer: z.string().nullable(),
});

export const webhookListSchema = z
  .strictObject({ schema: z.literal('rapporteur.webhooks/1'), webhooks: z.array(webhookFields) })
  .describe('Programs that are told of new facts.');

export const madeWebhookSchema = z
  .strictObject({ schema: z.literal('rapporteur.webhook/1'), ...webhookFields.shape, secret: z.string() })
  .describe('A new webhook, with the secret that signs what it is sent, told this once.');

interface WebhookInput extends Omit<z.infer<typeof webhookFields>, 'lastAt' | 'lastAnswer' | 'countries'> {
  readonly countries: readonly string[];
  readonly lastAt?: string;
  readonly lastAnswer?: string;
}

function fieldsOf(webhook: WebhookInput): z.infer<typeof webhookFields> {
  const { id, url, countries, state, failures, nextAt, lastAt, lastAnswer } = webhook;
  return {
    id,
    url,
    countries: [...countries],
    state,
    failures,
    nextAt,
    lastAt: lastAt ?? null,
    lastAnswer: lastAnswer ?? null,
  };
}

export function renderWebhookList(webhooks: readonly WebhookInput[]): z.infer<typeof webhookListSchema> {
  return { schema: 'rapporteur.webhooks/1', webhooks: webhooks.map(fieldsOf) };
}

export function renderMadeWebhook(webhook: WebhookInput, secret: string): z.infer<typeof madeWebhookSchema> {
  return { schema: 'rapporteur.webhook/1', ...fieldsOf(webhook), secret };
}
