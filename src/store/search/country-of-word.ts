import { countryByName, countryCodes } from '../../core/gazetteer/countries.ts';

const languages = ['en', 'fr', 'es', 'ar'] as const;
const known: ReadonlySet<string> = new Set(countryCodes);

/** The country that an ISO code or a name in one of the languages of readers means. */
export function countryOfWord(word: string): string | undefined {
  const code = word.trim().toUpperCase();
  if (known.has(code)) return code;
  for (const language of languages) {
    const found = countryByName(word, language);
    if (found !== undefined) return found;
  }
  return undefined;
}
