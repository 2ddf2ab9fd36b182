/** What was asked for stands under another id today. */
export interface Moved {
  readonly movedTo: string;
}

export function isMoved(found: object): found is Moved {
  return 'movedTo' in found;
}
