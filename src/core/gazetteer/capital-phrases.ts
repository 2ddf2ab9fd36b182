import { languagePacks } from '../languages/packs.ts';
import type { LanguageCode } from '../model/language.ts';
import { readCell } from './forms.ts';
import { inflectDemonym } from './inflect.ts';

/** Phrases that mean the capital of a country: `la capitale marocaine`, `the Moroccan capital`, `العاصمة المغربية`. */
export function capitalPhrases(country: string, language: LanguageCode): readonly string[] {
  const { countries, capital } = languagePacks[language].gazetteer;
  const demonyms = readCell(countries[country]?.[1] ?? '').filter(({ text, weak }) => !weak && !text.startsWith('='));
  return demonyms.map(({ text }) => {
    const forms = inflectDemonym(text, language);
    const [masculine = ''] = forms;
    return capital(masculine, forms.length === 4 ? (forms[2] ?? masculine) : masculine);
  });
}
