/**
 * Places as `[English name, country, French, further English, Spanish, Arabic]`. Lists are separated by semicolons, the
 * first of a list is shown to readers; an empty Latin column repeats the English name. `MA*` marks the capital of `MA`;
 * an empty country means that none is told. `~` marks a weak form, as in `country-table.ts`.
 */
export type PlaceTable = readonly (readonly [
  name: string,
  country: string,
  fr: string,
  en: string,
  es: string,
  ar: string,
])[];
