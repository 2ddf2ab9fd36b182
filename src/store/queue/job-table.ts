import type { Generated, Selectable } from 'kysely';

/** Of the embedded database only: on PostgreSQL the queue makes its own tables. */
export interface JobTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly about: string;
  readonly state: string;
  readonly priority: number;
  readonly tries: number;
  readonly added_at: string;
  readonly run_at: string;
  readonly lease: string | null;
  readonly leased_until: string | null;
  readonly reason: string | null;
  readonly detail: string | null;
}

export type JobRow = Selectable<JobTable>;
