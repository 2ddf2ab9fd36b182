/** What the person who runs the site decides; read from the configuration by the command line and passed down. */
export interface WebSettings {
  /**
   * Shows pages that were imported from local files in full. Only safe while the site listens on loopback, where the
   * reader is the person who imported them.
   */
  readonly publishLocalInFull: boolean;
  /** Public address of the site, for canonical links; without it links are relative and no canonical is given. */
  readonly baseUrl?: string;
  /** Draws boundaries on maps, as Natural Earth has them. @default false: land alone, which takes no side */
  readonly mapBoundaries?: boolean;
  /** Believe `X-Forwarded-Proto` of the proxy in front. @default false */
  readonly trustedProxy?: boolean;
  /** Requests a minute that one address may send to the API. @default no limit */
  readonly apiRate?: number;
  /** Requests a minute that one token may send. @default 6000 */
  readonly tokenRate?: number;
  /** Sites whose pages may read the API in a browser; `*` is all of them. @default none */
  readonly apiOrigins?: readonly string[];
  /** Says `tdm-reservation: 1` with everything. @default false */
  readonly tdmReservation?: boolean;
}

/** What the site needs to say to whoever runs it. */
export interface WebLog {
  error(event: string, detail: Readonly<Record<string, unknown>>): void;
}
