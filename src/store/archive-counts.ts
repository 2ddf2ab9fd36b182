export interface ArchiveCounts {
  readonly pages: number;
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  readonly outlets: number;
  readonly decisions: number;
}
