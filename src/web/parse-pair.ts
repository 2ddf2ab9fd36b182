/** Two codes in either order and case, as `/dossiers/AA-BB` has them: in the order of the alphabet. */
export function parsePair(id: string): readonly [string, string] | undefined {
  const match = /^([A-Za-z]{2})-([A-Za-z]{2})$/.exec(id);
  if (match === null) return undefined;
  const [a = '', b = ''] = [match[1] ?? '', match[2] ?? ''].map((code) => code.toUpperCase()).sort();
  return [a, b];
}
