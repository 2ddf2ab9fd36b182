/** Column types of the migrations in one database. `text` sorts by code point on both. */
export interface ColumnTypes {
  readonly text: string;
  readonly integer: string;
  readonly real: string;
  readonly bytes: string;
  /** A primary key that counts up and never reuses a number. */
  readonly counter: string;
}
