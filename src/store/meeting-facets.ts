/** How many meetings of a query have each value; the values with the most first. */
export interface MeetingFacets {
  readonly countries: readonly FacetCount[];
  readonly people: readonly FacetCount[];
  readonly roles: readonly FacetCount[];
  readonly topics: readonly FacetCount[];
  readonly types: readonly FacetCount[];
  readonly statuses: readonly FacetCount[];
  readonly places: readonly FacetCount[];
  /** Years of the known days, the latest first. */
  readonly years: readonly FacetCount[];
}

export interface FacetCount {
  readonly value: string;
  readonly meetings: number;
}
