import type { Generated } from 'kysely';

/** What readers leave, and what the desk decided about it. */
export interface ReaderTables {
  readonly ratings: Ratings;
  readonly comments: Comments;
  readonly image_reports: ImageReports;
  readonly image_states: ImageStates;
  readonly image_addresses: ImageAddresses;
  readonly reader_polls: ReaderPolls;
  readonly reader_poll_votes: ReaderPollVotes;
  readonly saved_articles: SavedArticles;
  readonly desk_log: DeskLog;
}

interface Ratings {
  readonly article_id: string;
  readonly user_id: string;
  readonly stars: number;
  readonly at: string;
}

export interface Comments {
  readonly seq: Generated<number>;
  readonly article_id: string;
  readonly parent: number | null;
  /** The comment whose words stand above these; they are read from there, never copied. */
  readonly quoted: number | null;
  /** Absent when the account is no more. */
  readonly user_id: string | null;
  readonly text: string;
  /** Hash of the text without capitals, signs and spaces, for finding the same again. */
  readonly print: string;
  readonly language: string;
  readonly state: string;
  /** Why it waits: JSON. */
  readonly reasons: string;
  readonly at: string;
  readonly edited_at: string | null;
}

interface ImageReports {
  readonly seq: Generated<number>;
  /** Hash of the picture, or of its address where nobody has fetched it. */
  readonly image: string;
  readonly address: string;
  readonly article_id: string;
  readonly user_id: string;
  readonly reason: string;
  readonly note: string;
  /** A keyed hash of the network, until the desk has decided. */
  readonly network: string;
  readonly is_new: number;
  /** 1 when it was answered: it counts no more. */
  readonly spent: number;
  readonly at: string;
}

interface ImageStates {
  readonly image: string;
  readonly state: string;
  readonly reason: string;
  /** How often the desk brought it back: each time more people are needed to block it again. */
  readonly restores: number;
  readonly at: string;
}

interface ImageAddresses {
  readonly address: string;
  readonly image: string;
}

/** `data` holds question and choices by language. */
interface ReaderPolls {
  readonly seq: Generated<number>;
  readonly data: string;
  readonly closes_at: string;
  readonly removed_at: string | null;
  readonly at: string;
}

interface ReaderPollVotes {
  readonly poll: number;
  readonly user_id: string;
  readonly choice: number;
  readonly at: string;
}

interface SavedArticles {
  readonly user_id: string;
  readonly article_id: string;
  readonly at: string;
}

export interface DeskLog {
  readonly seq: Generated<number>;
  readonly queue: string;
  readonly subject: string;
  readonly action: string;
  /** What undoing brings back: JSON. */
  readonly before: string;
  /** Absent when the account is no more. */
  readonly actor_id: string | null;
  readonly reason: string;
  readonly at: string;
  readonly undone_by: number | null;
}
