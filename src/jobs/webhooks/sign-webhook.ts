import { createHmac, randomBytes } from 'node:crypto';

/** As Standard Webhooks has it: what a secret begins with, and the bytes behind it in base64. */
const prefix = 'whsec_';

export function makeWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

export interface WebhookMessage {
  /** The same for every try: a receiver takes it once. */
  readonly id: string;
  readonly body: string;
}

/**
 * The headers of a message (https://www.standardwebhooks.com): a receiver recomputes the signature over id, time and
 * body, and refuses what is older than some minutes, so that nobody can send it again later.
 */
export function signWebhook({ id, body }: WebhookMessage, secret: string, now: Date): Readonly<Record<string, string>> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
