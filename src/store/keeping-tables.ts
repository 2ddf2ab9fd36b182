import type { Generated } from 'kysely';

/** What was dropped when, by outlet. Append only. */
export interface RetentionLog {
  readonly seq: Generated<number>;
  readonly at: string;
  readonly outlet_id: string;
  readonly keep_days: number;
  readonly articles: number;
  readonly bytes: number;
}
