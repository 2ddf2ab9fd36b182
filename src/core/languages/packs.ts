import { type LanguageCode, languageCodes } from '../model/language.ts';
import { arabic } from './ar/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';
import type { LanguagePack } from './language-pack.ts';
import { portuguese } from './pt/index.ts';

/** Every language that the engine knows: one folder of data each. Nothing else names a language's data. */
export const languagePacks: Readonly<Record<LanguageCode, LanguagePack>> = {
  fr: french,
  en: english,
  es: spanish,
  ar: arabic,
  pt: portuguese,
};

/** In the order of `languageCodes`. */
export const allPacks: readonly LanguagePack[] = languageCodes.map((code) => languagePacks[code]);
