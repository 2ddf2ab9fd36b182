/** Patterns of a long list, separated by commas: lexicons stay readable at one glance. */
export function wordList(text: string): readonly string[] {
  return text
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
}
