export type FetchFailureCode = 'address-refused' | 'fetch-failed' | 'page-too-large' | 'robots-refused';

/** A failure of one fetch, on its way to being reported. */
export class FetchProblem extends Error {
  readonly code: FetchFailureCode;
  constructor(code: FetchFailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}
