/**
 * Countries of one language by ISO 3166-1 alpha-2 code: `[names, demonyms, dyad prefixes]`, each a list separated by
 * semicolons.
 *
 * - Names: the first is shown to readers, the others are only recognised. Capitals in a name must be capitals in the
 *   text, so `EAU` is not `eau`. Without the article, except in Arabic.
 * - Demonyms: the masculine singular; the other forms are inflected (`inflect.ts`). `a/b` gives masculine and feminine
 *   when the feminine is irregular; `=form` is taken as it stands.
 * - Prefixes: the first half of `maroco-espagnol`.
 * - A leading `~` marks a form that is more often something else (`~Maurice`, `~مالي`): reported as `weak` unless the
 *   word before it tells a state or a place.
 *
 * **To add a country**: one row in each of the four `data/countries.*.ts`, its capital in a `data/places-*.ts`, and run
 * the tests of this folder: they check that every language has the country, that its names, demonyms and capital are
 * found, and that no demonym is shared by accident. **To add a city**: one row in `data/places-*.ts`.
 *
 * Western Sahara is listed as the territory that ISO 3166 lists, places there carry its code; Kosovo has the
 * user-assigned `XK`; Jerusalem carries no country. The European Union is an organisation, not a country. `le Royaume`,
 * `the Kingdom`, `المملكة` name the home side of a text and are not resolved here.
 */
export type CountryTable = Readonly<Record<string, readonly [names: string, demonyms: string, prefixes?: string]>>;
