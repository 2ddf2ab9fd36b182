/** All forms of a demonym as the table writes it. */
export function inflect(demonym: string): readonly string[] {
  const [masculine = '', feminine] = demonym.split('/');
  return spanish(masculine, feminine);
}

function spanish(masculine: string, feminine: string | undefined): string[] {
  const both = (a: string, b: string): string[] => [a, plural(a), b, plural(b)];
  const plural = (form: string): string => (/[aeo]$|[aeo]$/.test(form) ? `${form}s` : `${unaccented(form)}es`);
  if (feminine !== undefined) return both(masculine, feminine);
  if (/[íú]$/.test(masculine)) return [masculine, `${masculine}es`, `${masculine}s`];
  if (/o$/.test(masculine)) return both(masculine, `${masculine.slice(0, -1)}a`);
  if (/[áéíó][ns]$/.test(masculine)) return both(masculine, `${unaccented(masculine)}a`);
  if (/ol$/.test(masculine)) return both(masculine, `${masculine}a`);
  if (/é$/.test(masculine)) return [masculine, `${masculine}s`];
  return [masculine, plural(masculine)];
}

function unaccented(form: string): string {
  return form.normalize('NFD').replace(/\u0301/g, '');
}
