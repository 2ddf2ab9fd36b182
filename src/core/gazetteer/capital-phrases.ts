import type { LanguageCode } from '../model/language.ts';
import type { CountryTable } from './country-table.ts';
import { countriesAr } from './data/countries.ar.ts';
import { countriesEn } from './data/countries.en.ts';
import { countriesEs } from './data/countries.es.ts';
import { countriesFr } from './data/countries.fr.ts';
import { readCell } from './forms.ts';
import { inflectDemonym } from './inflect.ts';

const TABLES: Readonly<Record<LanguageCode, CountryTable>> = {
  fr: countriesFr,
  en: countriesEn,
  es: countriesEs,
  ar: countriesAr,
};

/** Phrases that mean the capital of a country: `la capitale marocaine`, `the Moroccan capital`, `العاصمة المغربية`. */
export function capitalPhrases(country: string, language: LanguageCode): readonly string[] {
  const demonyms = readCell(TABLES[language][country]?.[1] ?? '').filter(
    ({ text, weak }) => !weak && !text.startsWith('='),
  );
  return demonyms.map(({ text }) => phrase(inflectDemonym(text, language), language));
}

function phrase(forms: readonly string[], language: LanguageCode): string {
  const [masculine = ''] = forms;
  const feminine = forms.length === 4 ? (forms[2] ?? masculine) : masculine;
  switch (language) {
    case 'fr':
      return `capitale ${feminine}`;
    case 'en':
      return `${masculine} capital`;
    case 'es':
      return `capital ${feminine}`;
    case 'ar':
      return `العاصمة ال${masculine}ة`;
  }
}
