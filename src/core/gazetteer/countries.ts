import { languagePacks } from '../languages/packs.ts';
import type { LanguageCode } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';
import { foldText } from '../text/normalise.ts';
import { type Form, readCell } from './forms.ts';
import { inflectDemonym } from './inflect.ts';
import { organisationName } from './organisations.ts';
import { type Place, placeForms, places } from './places.ts';

/** What a written form stands for; `none` is a phrase that only holds a country's name. */
export interface CountryForm {
  readonly kind: 'name' | 'demonym' | 'prefix' | 'capital' | 'none';
  readonly code: CountryCode;
  readonly weak: boolean;
}

/** ISO 3166-1 alpha-2 codes of all countries known here (and `XK`), in alphabetical order. */
export const countryCodes: readonly CountryCode[] = Object.keys(languagePacks.en.gazetteer.countries).sort();

/** Name of a country, or of an organisation, for readers, without article; the code itself when it is unknown. */
export function countryName(code: CountryCode, language: LanguageCode): string {
  const [name] = readCell(languagePacks[language].gazetteer.countries[code]?.[0] ?? '');
  return name?.text ?? organisationName(code, language) ?? code;
}

/** All names by which a country is known in a language, the one shown to readers first. */
export function countryNames(code: CountryCode, language: LanguageCode): readonly string[] {
  return readCell(languagePacks[language].gazetteer.countries[code]?.[0] ?? '').map((form) => form.text);
}

/** Adjective of a country for readers, masculine singular; `undefined` when none is known. */
export function countryAdjective(code: CountryCode, language: LanguageCode): string | undefined {
  const [first] = readCell(languagePacks[language].gazetteer.countries[code]?.[1] ?? '');
  return first === undefined ? undefined : inflectDemonym(first.text, language)[0];
}

/** All forms of all demonyms of a country in a language. */
export function countryDemonyms(code: CountryCode, language: LanguageCode): readonly string[] {
  return readCell(languagePacks[language].gazetteer.countries[code]?.[1] ?? '').flatMap((form) =>
    inflectDemonym(form.text, language),
  );
}

/** The code of a country by one of its names, however it is typed; `undefined` when it is unknown. */
export function countryByName(name: string, language: LanguageCode): CountryCode | undefined {
  let index = nameIndexes.get(language);
  if (index === undefined) {
    index = new Map();
    for (const code of countryCodes) for (const form of countryNames(code, language)) index.set(foldText(form), code);
    nameIndexes.set(language, index);
  }
  return index.get(foldText(name));
}

const nameIndexes = new Map<LanguageCode, Map<string, CountryCode>>();

/** The seat of government that papers name for the country; some countries have none here. */
export function capitalOf(code: CountryCode): Place | undefined {
  return places.find((place) => place.capital && place.country === code);
}

/** Countries that a shared form means unless the text tells otherwise, most frequent first. */
const FREQUENT: readonly CountryCode[] = ['CD', 'NG', 'KR', 'DO'];

/** Every form of every country, capitals as metonyms included, and the phrases that block them. */
export function countryForms(language: LanguageCode): Form<CountryForm>[] {
  const forms: Form<CountryForm>[] = [];
  for (const text of languagePacks[language].gazetteer.notCountries)
    forms.push({ text, value: { kind: 'none', code: '', weak: false } });
  const codes = [...countryCodes].sort((a, b) => Number(FREQUENT.includes(b)) - Number(FREQUENT.includes(a)));
  for (const code of codes) {
    const [names = '', demonyms = '', prefixes = ''] = languagePacks[language].gazetteer.countries[code] ?? [];
    for (const { text, weak } of readCell(names)) forms.push({ text, value: { kind: 'name', code, weak } });
    for (const { text, weak } of readCell(demonyms)) {
      for (const form of inflectDemonym(text, language)) {
        forms.push({ text: form, article: true, value: { kind: 'demonym', code, weak } });
      }
    }
    for (const { text } of readCell(prefixes)) {
      forms.push({ text: text, value: { kind: 'prefix', code, weak: false } });
    }
  }
  for (const { text, value } of placeForms(language)) {
    const { place, weak } = value;
    if (place.capital && place.country !== undefined) {
      forms.push({ text, value: { kind: 'capital', code: place.country, weak } });
    }
  }
  return forms;
}
