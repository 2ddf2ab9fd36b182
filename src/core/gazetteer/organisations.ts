import type { LanguageCode } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';

/**
 * Organisations that can stand as a side of a meeting: those for which ISO 3166 reserves a code of two letters, so that
 * theirs is never a country's.
 */
const organisations: Readonly<Record<CountryCode, Readonly<Record<LanguageCode, string>>>> = {
  EU: {
    fr: 'Union européenne',
    en: 'European Union',
    es: 'Unión Europea',
    ar: 'الاتحاد الأوروبي',
    pt: 'União Europeia',
  },
  UN: { fr: 'Nations unies', en: 'United Nations', es: 'Naciones Unidas', ar: 'الأمم المتحدة', pt: 'Nações Unidas' },
};

export function isOrganisation(code: CountryCode): boolean {
  return Object.hasOwn(organisations, code);
}

/** Name of an organisation that is a side of a meeting; `undefined` for countries. */
export function organisationName(code: CountryCode, language: LanguageCode): string | undefined {
  return isOrganisation(code) ? organisations[code]?.[language] : undefined;
}
