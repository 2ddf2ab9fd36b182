/** A pattern of the matcher (see `text/matcher.ts` for its syntax) with what it stands for. */
export interface Entry<V> {
  readonly pattern: string;
  readonly value: V;
}

/** Several patterns for one value. */
export function entries<const V>(value: V, patterns: readonly string[]): Entry<V>[] {
  return patterns.map((pattern) => ({ pattern, value }));
}

/** A list of single words, written as text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
