import { countryByName, countryName } from '../../core/gazetteer/countries.ts';
import { placeNamed } from '../../core/gazetteer/places.ts';
import type { Where } from '../../core/model/record.ts';
import { interfaceLanguages, openTranslator, type Translator } from '../i18n.ts';
import { cleanText, clipText } from '../shown-text.ts';

const names = new Map<string, Intl.DisplayNames>();

/** Name of a country in the language of the interface; the code itself when nobody knows it. */
export function countryText(code: string, tr: Translator): string {
  if (!/^[A-Z]{2}$/.test(code)) return clipText(code, 40);
  let display = names.get(tr.locale);
  if (display === undefined) {
    display = new Intl.DisplayNames(tr.locale, { type: 'region', fallback: 'code' });
    names.set(tr.locale, display);
  }
  const known = countryName(code, tr.language);
  return known === code ? (display.of(code) ?? code) : known;
}

/** Whether somebody knows the code. ZZ stands for a country that is not known. */
export function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && countryText(code, openTranslator('en')) !== code;
}

/** The two countries of a dossier in the order of its address. */
export function pairText(pair: readonly [string, string], tr: Translator): string {
  return tr.t('pair.title', { a: countryText(pair[0], tr), b: countryText(pair[1], tr) });
}

/** The place as the interface names it, with its country unless the two have one name. */
export function placeText(where: Where, tr: Translator): string {
  const place = cleanText(localPlace(where, tr));
  const country = where.country === undefined ? undefined : countryText(where.country, tr);
  return country === undefined || country === place ? place : tr.t('place.of', { place, country });
}

/** "in Rabat", as a part of a sentence; a place that is only a country stands in brackets. */
export function inPlace(where: Where, tr: Translator): string {
  if (isCountry(where)) return tr.t('place.country-only', { country: localPlace(where, tr) });
  const place = clipText(localPlace(where, tr), 80);
  if (tr.language === 'fr' && place.startsWith('Le ')) return `au ${place.slice(3)}`;
  return tr.t('place.in', { place });
}

/** Whether the text names no more than the country. */
export function isCountry({ place, surface, country }: Where): boolean {
  if (place !== undefined || country === undefined) return false;
  return interfaceLanguages.some((language) => countryByName(surface, language) === country);
}

function localPlace(where: Where, tr: Translator): string {
  const { place, surface, country } = where;
  const match = place === undefined ? undefined : placeNamed(place, country);
  if (match !== undefined) return match.names[tr.language];
  if (country !== undefined && isCountry(where)) return countryText(country, tr);
  return place || surface || (country === undefined ? '' : countryText(country, tr));
}
