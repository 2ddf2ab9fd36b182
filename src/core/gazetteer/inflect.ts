import type { LanguageCode } from '../model/language.ts';

/** All forms of a demonym as the tables write it: `marocain` gives four, `مغربي` eight, `=Dane` one. */
export function inflectDemonym(demonym: string, language: LanguageCode): readonly string[] {
  if (demonym.startsWith('=')) return [demonym.slice(1)];
  const [masculine = '', feminine] = demonym.split('/');
  switch (language) {
    case 'fr':
      return french(masculine, feminine ?? frenchFeminine(masculine));
    case 'en':
      return english(masculine);
    case 'es':
      return spanish(masculine, feminine);
    case 'ar':
      return arabic(masculine);
  }
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

/** Adjectives in -ese, -ish, -ch, -ss have no plural form of their own. */
function english(adjective: string): string[] {
  return /(?:ese|ish|ch|ss|ois|Thai|Hellenic|lgian-)$/.test(adjective) ? [adjective] : [adjective, `${adjective}s`];
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

/** Masculine and feminine, singular, plural and dual of a nisba. */
function arabic(nisba: string): string[] {
  return ['', 'ة', 'ين', 'ون', 'ان', 'تين', 'تان', 'ات'].map((ending) => nisba + ending);
}
