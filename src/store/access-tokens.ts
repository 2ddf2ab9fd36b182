/** What a token opens: `read` the API at a rate of its own, `mcp` the server for agents, `metrics` the figures for operators. */
export const tokenScopes = ['read', 'mcp', 'metrics'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export interface AccessToken {
  readonly id: string;
  /** Chosen by whoever made it; no two are the same. */
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** ISO instants. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  /** To the hour: a request more costs no write more. */
  readonly lastUsedAt?: string;
}

/** Tokens of programs. The token itself is told once and never kept. */
export interface AccessTokenStore {
  /** False when the name is taken. `hash` is the SHA-256 of the token, hex. */
  add(token: Omit<AccessToken, 'lastUsedAt'>, hash: string): Promise<boolean>;
  list(): Promise<readonly AccessToken[]>;
  /** The token of this hash, unless its time is over; notes that it was used. */
  use(hash: string, now: Date): Promise<AccessToken | undefined>;
  /** False when there is none of this name. */
  remove(name: string): Promise<boolean>;
}

export interface AccessTokens {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  /** Separated by spaces. */
  readonly scopes: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
}
