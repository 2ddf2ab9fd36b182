/** All forms of a demonym as the table writes it: masculine and feminine, singular and plural. */
export function inflect(demonym: string): readonly string[] {
  const [masculine = '', feminine] = demonym.split('/');
  if (feminine !== undefined) return [masculine, `${masculine}s`, feminine, `${feminine}s`];
  if (/ês$/.test(masculine)) {
    const stem = masculine.slice(0, -2);
    return [masculine, `${stem}eses`, `${stem}esa`, `${stem}esas`];
  }
  if (/ão$/.test(masculine)) {
    const stem = masculine.slice(0, -2);
    return [masculine, `${stem}ãos`, `${stem}ã`, `${stem}ãs`, `${stem}ães`, `${stem}ões`];
  }
  if (/eu$/.test(masculine)) {
    const stem = masculine.slice(0, -2);
    return [masculine, `${masculine}s`, `${stem}eia`, `${stem}eias`];
  }
  if (/o$/.test(masculine)) {
    const stem = masculine.slice(0, -1);
    return [masculine, `${masculine}s`, `${stem}a`, `${stem}as`];
  }
  if (/ol$/.test(masculine)) {
    const stem = masculine.slice(0, -2);
    return [masculine, `${stem}óis`, `${masculine}a`, `${masculine}as`];
  }
  return [masculine, `${masculine}s`];
}
