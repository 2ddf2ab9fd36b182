import type { LanguageCode } from '../model/language.ts';
import { arabic } from './ar/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';
import type { LanguagePack } from './language-pack.ts';

/** Every language that the record engine knows: one folder of data each. */
export const languagePacks: Readonly<Record<LanguageCode, LanguagePack>> = {
  fr: french,
  en: english,
  es: spanish,
  ar: arabic,
};
