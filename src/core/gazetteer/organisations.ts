import type { LanguageCode } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';

/**
 * Organisations that can stand as a side of a meeting. Their codes are those that ISO 3166 reserves for them, or keeps
 * free for its users (X…): theirs is never a country's.
 */
const organisations: Readonly<Record<CountryCode, Readonly<Record<LanguageCode, string>>>> = {
  EU: {
    fr: 'Union européenne',
    en: 'European Union',
    es: 'Unión Europea',
    ar: 'الاتحاد الأوروبي',
    pt: 'União Europeia',
  },
  XA: {
    fr: 'Union africaine',
    en: 'African Union',
    es: 'Unión Africana',
    ar: 'الاتحاد الأفريقي',
    pt: 'União Africana',
  },
  XL: { fr: 'Ligue arabe', en: 'Arab League', es: 'Liga Árabe', ar: 'جامعة الدول العربية', pt: 'Liga Árabe' },
  UN: { fr: 'Nations unies', en: 'United Nations', es: 'Naciones Unidas', ar: 'الأمم المتحدة', pt: 'Nações Unidas' },
};

export function isOrganisation(code: CountryCode): boolean {
  return Object.hasOwn(organisations, code);
}

/** Name of an organisation that is a side of a meeting; `undefined` for countries. */
export function organisationName(code: CountryCode, language: LanguageCode): string | undefined {
  return isOrganisation(code) ? organisations[code]?.[language] : undefined;
}
