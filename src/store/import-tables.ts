/** How far an import came in a file or folder. */
export interface ImportInputs {
  readonly path: string;
  readonly stamp: string;
  readonly position: string;
  readonly began_at: string;
}

/** What an import could not take in. */
export interface ImportFailures {
  readonly input: string;
  readonly item: string;
  readonly position: string | null;
  readonly code: string;
  readonly detail: string | null;
  readonly failed_at: string;
  readonly tries: number;
}
