/** All forms of a demonym as the table writes it. */
export function inflect(demonym: string): readonly string[] {
  const [masculine = '', feminine] = demonym.split('/');
  return french(masculine, feminine ?? frenchFeminine(masculine));
}

function french(masculine: string, feminine: string): string[] {
  const plural = /[sx]$/.test(masculine) ? masculine : `${masculine}s`;
  return [masculine, plural, feminine, `${feminine}s`];
}

function frenchFeminine(masculine: string): string {
  if (/[eè]$/.test(masculine)) return masculine;
  if (/(?:ien|éen|en)$/.test(masculine)) return `${masculine}ne`;
  return `${masculine}e`;
}
