/** `active` is told of facts; `paused` rests by an operator's hand; `failed` was given up after many tries; `gone` said 410. */
export type WebhookState = 'active' | 'paused' | 'failed' | 'gone';

/** A program that is told of new facts by a request to its address. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** By which what is sent is signed. */
  readonly secret: string;
  /** Only meetings of these countries: none for all, one, or a pair. */
  readonly countries: readonly string[];
  /** Its address may be on one's own machine and network. */
  readonly allowPrivate: boolean;
  readonly state: WebhookState;
  /** `seq` of the last change that it was told of. */
  readonly told: number;
  /** `seq` of the last change of the message that it has not taken yet; 0 when there is none. */
  readonly telling: number;
  /** Tries since the last that was taken. */
  readonly failures: number;
  /** ISO instant before which it is left alone. */
  readonly nextAt: string;
  readonly lastAt?: string;
  /** What it last answered, in words. */
  readonly lastAnswer?: string;
  readonly createdAt: string;
}

export type WebhookChange = Partial<
  Pick<Webhook, 'state' | 'told' | 'telling' | 'failures' | 'nextAt' | 'lastAt' | 'lastAnswer'>
>;

export interface WebhookStore {
  /** One an address; a second replaces nothing and gives false. */
  add(webhook: Webhook): Promise<boolean>;
  /** Keeps these values and leaves the rest as it is: whoever tells and whoever pauses do not undo each other. */
  change(id: string, values: WebhookChange): Promise<void>;
  list(): Promise<readonly Webhook[]>;
  remove(id: string): Promise<boolean>;
}

export interface Webhooks {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** Codes, separated by spaces. */
  readonly countries: string;
  readonly allow_private: number;
  readonly state: string;
  readonly told: number;
  readonly telling: number;
  readonly failures: number;
  readonly next_at: string;
  readonly last_at: string | null;
  readonly last_answer: string | null;
  readonly created_at: string;
}
