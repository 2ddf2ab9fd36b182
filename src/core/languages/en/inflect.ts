/** All forms of a demonym as the table writes it. Adjectives in -ese, -ish, -ch, -ss have no plural of their own. */
export function inflect(demonym: string): readonly string[] {
  const [adjective = ''] = demonym.split('/');
  return /(?:ese|ish|ch|ss|ois|Thai|Hellenic|lgian-)$/.test(adjective) ? [adjective] : [adjective, `${adjective}s`];
}
