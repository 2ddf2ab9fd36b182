/** Masculine and feminine, singular, plural and dual of a nisba. */
export function inflect(demonym: string): readonly string[] {
  const [nisba = ''] = demonym.split('/');
  return ['', 'ة', 'ين', 'ون', 'ان', 'تين', 'تان', 'ات'].map((ending) => nisba + ending);
}
