import { languagePacks } from '../languages/packs.ts';
import type { LanguageCode } from '../model/language.ts';

/** All forms of a demonym as the tables write it: `marocain` gives four, `مغربي` eight, `=Dane` one. */
export function inflectDemonym(demonym: string, language: LanguageCode): readonly string[] {
  if (demonym.startsWith('=')) return [demonym.slice(1)];
  return languagePacks[language].gazetteer.inflect(demonym);
}
