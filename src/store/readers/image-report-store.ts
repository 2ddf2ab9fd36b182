/** What may be wrong with a picture. */
export const imageReportReasons = ['private', 'violent', 'wrong', 'rights', 'other'] as const;
export type ImageReportReason = (typeof imageReportReasons)[number];

export interface NewImageReport {
  /** Hash of the picture, or of its address where nobody has fetched it. */
  readonly image: string;
  readonly address: string;
  readonly articleId: string;
  readonly accountId: string;
  readonly reason: ImageReportReason;
  readonly note: string;
  readonly network: string;
  /** People who block a picture together. */
  readonly threshold: number;
}

export interface ImageReportLine {
  readonly reason: ImageReportReason;
  readonly note: string;
  readonly articleId: string;
  readonly at: string;
  readonly isNew: boolean;
}

export interface ReportedImage {
  readonly image: string;
  readonly addresses: readonly string[];
  readonly state: 'reported' | 'blocked';
  readonly restores: number;
  /** Those that no moderator has answered. */
  readonly reports: readonly ImageReportLine[];
}

export interface BlockedImage {
  readonly image: string;
  /** Why, of those who reported it most. */
  readonly reason: ImageReportReason;
}

export interface ImageReportStore {
  /** Counts one report a person; blocks the picture when enough people reported it. */
  report(report: NewImageReport): Promise<{ readonly again: boolean; readonly blocked: boolean }>;
  /** Which pictures may not be shown, and why: by the hash of their bytes or of their address. */
  blocked(images: readonly string[]): Promise<ReadonlyMap<string, BlockedImage>>;
  /** The same for what pages know of pictures. */
  blockedAddresses(addresses: readonly string[]): Promise<ReadonlyMap<string, BlockedImage>>;
  /** The picture is also found there. */
  learnAddress(address: string, image: string): Promise<void>;
  /** What waits for a moderator, those with most reports first. */
  waiting(limit: number): Promise<readonly ReportedImage[]>;
  waitingCount(): Promise<number>;
  /** Those that may not be shown, blocked last first. */
  blockedList(limit: number): Promise<readonly ReportedImage[]>;
  get(image: string): Promise<ReportedImage | undefined>;
}
