import { allPacks, languagePacks } from '../languages/packs.ts';
import type { Span } from '../model/evidence.ts';
import { type DetectedLanguage, type LanguageCode, languageCodes } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';
import { foldName, foldWord } from '../text/normalise.ts';
import type { Token } from '../text/tokens.ts';
import { capitalPhrases } from './capital-phrases.ts';
import { placesAfrica } from './data/places-africa.ts';
import { placesAmericas } from './data/places-americas.ts';
import { placesArabWorld } from './data/places-arab-world.ts';
import { placesAsia } from './data/places-asia.ts';
import { placesEurope } from './data/places-europe.ts';
import { seats } from './data/seats.ts';
import { compileForms, type Form, type FormMatcher, readCell } from './forms.ts';
import { looksLikePersonName } from './names-of-people.ts';

/** A city or other known place. */
export interface Place {
  /** Folded English name with hyphens, e.g. `abu-dhabi`; the country is added when two places share a name. */
  readonly id: string;
  /** Canonical English name. */
  readonly name: string;
  /** Absent where none is told (Jerusalem). */
  readonly country?: CountryCode;
  readonly capital: boolean;
  /** Name shown in each language. */
  readonly names: Readonly<Record<LanguageCode, string>>;
}

export interface PlaceMention extends Span {
  readonly place: Place;
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  /** Other places with this name: Tripoli, Córdoba. */
  readonly alternatives: readonly Place[];
  /** The form is more often something else, or part of a person's name, and nothing beside it says place. */
  readonly weak: boolean;
  /** Arabic: the particles joined to the first word, such as `ب`, where there are any. */
  readonly particle?: string;
}

interface PlaceForm {
  readonly place: Place;
  readonly weak: boolean;
}

/** The columns of the tables. */
const COLUMNS = ['fr', 'en', 'es', 'ar'] as const;

const built = build();
const byId: ReadonlyMap<string, Place> = new Map(built.places.map((place) => [place.id, place]));
const matchers = new Map<LanguageCode, FormMatcher<PlaceForm | undefined>>();

/** All places, capitals included. */
export const places: readonly Place[] = built.places;

/** The place with this id. */
export function placeById(id: string): Place | undefined {
  return byId.get(id);
}

const byName: ReadonlyMap<string, readonly Place[]> = groupByName(built.places);

/** The place with this canonical English name: the one of that country where two share it. */
export function placeNamed(name: string, country?: CountryCode): Place | undefined {
  const known = byName.get(name);
  return known?.find((candidate) => candidate.country === country) ?? known?.[0];
}

function groupByName(all: readonly Place[]): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of all) groups.set(place.name, [...(groups.get(place.name) ?? []), place]);
  return groups;
}

/** Every written form of the places in one language: what `findPlaces` looks for, and the country gazetteer for capitals. */
export function placeForms(language: LanguageCode): readonly Form<PlaceForm>[] {
  return built.forms[language];
}

/** Name of a place for readers; the id itself when it is unknown. */
export function placeName(id: string, language: LanguageCode): string {
  return byId.get(id)?.names[language] ?? id;
}

/**
 * Finds known places in `tokens[from, to)`. Capitals that share their country's name (`تونس`, `Kuwait`) are reported
 * here as places and by `findCountries` as countries: the sentence decides. Weak mentions are left out unless asked for.
 */
export function findPlaces(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: DetectedLanguage,
  options: { readonly weak?: boolean } = {},
): PlaceMention[] {
  const code = languageCodes.find((known) => known === language);
  if (code === undefined) return [];
  const mentions: PlaceMention[] = [];
  for (const match of matcherOf(code).find(tokens, from, to)) {
    const [first, ...others] = match.values;
    if (first === undefined) continue;
    const before = match.firstToken > from ? tokens[match.firstToken - 1] : undefined;
    const told = match.particle.endsWith('ب') || CONTEXT[code].has(before?.folded ?? '');
    const named = looksLikePersonName(tokens, match.firstToken, match.lastToken, from, to);
    const weak = (first.weak && !told) || (named && !told);
    if (weak && options.weak !== true) continue;
    const { start, end, firstToken, lastToken } = match;
    mentions.push({
      place: first.place,
      start,
      end,
      firstToken,
      lastToken,
      alternatives: others.flatMap((other) => other?.place ?? []),
      weak,
      ...(match.particle === '' ? {} : { particle: match.particle }),
    });
  }
  return mentions;
}

const CONTEXT = Object.fromEntries(
  allPacks.map((pack) => [pack.code, new Set(pack.gazetteer.placeContext.map(foldWord))]),
) as unknown as Readonly<Record<LanguageCode, ReadonlySet<string>>>;

function matcherOf(language: LanguageCode): FormMatcher<PlaceForm | undefined> {
  let matcher = matchers.get(language);
  if (matcher === undefined) {
    const blocked = languagePacks[language].gazetteer.notPlaces.map((text) => ({ text, value: undefined }));
    const phrases = places
      .filter((place) => place.capital)
      .flatMap((place) =>
        capitalPhrases(place.country ?? '', language).map((text) => ({ text, value: { place, weak: false } })),
      );
    matcher = compileForms<PlaceForm | undefined>([...blocked, ...placeForms(language), ...phrases], language);
    matchers.set(language, matcher);
  }
  return matcher;
}

function build(): { places: Place[]; forms: Record<LanguageCode, Form<PlaceForm>[]> } {
  const list: Place[] = [];
  const forms = Object.fromEntries(languageCodes.map((code) => [code, []])) as unknown as Record<
    LanguageCode,
    Form<PlaceForm>[]
  >;
  const ids = new Set<string>();
  for (const row of [...placesArabWorld, ...placesEurope, ...placesAfrica, ...placesAmericas, ...placesAsia]) {
    const [name, countryCell, fr, en, es, ar] = row;
    const capital = countryCell.endsWith('*');
    const country = countryCell.replace('*', '');
    const slug = foldName(name).replaceAll(' ', '-');
    const id = ids.has(slug) ? `${slug}-${country.toLowerCase()}` : slug;
    ids.add(id);
    // The English column adds to the name, unless it only says that the name is weak.
    const english = readCell(en).some((form) => form.text === name) ? en : `${name}; ${en}`;
    const columns = { fr: fr === '' ? name : fr, en: english, es: es === '' ? name : es, ar };
    const cells = languageCodes.map((code) => [code, cellOf(code, name, columns)] as const);
    const names = Object.fromEntries(cells.map(([code, cell]) => [code, readCell(cell)[0]?.text ?? name])) as Readonly<
      Record<LanguageCode, string>
    >;
    const place: Place = { id, name, ...(country === '' ? {} : { country }), capital, names };
    list.push(place);
    for (const [code, cell] of cells) {
      for (const { text, weak } of readCell(cell)) forms[code].push({ text, value: { place, weak } });
    }
  }
  for (const [town, ...cells] of seats) {
    const place = list.find((known) => known.name === town);
    if (place === undefined) continue;
    const columns = Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? ''])) as Columns;
    for (const code of languageCodes) {
      for (const { text, weak } of readCell(cellOf(code, '', columns)))
        forms[code].push({ text, value: { place, weak } });
    }
  }
  return { places: list, forms };
}

type Columns = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The names of a place in a language: its column, or what its folder says, else the column that it reads. */
function cellOf(code: LanguageCode, name: string, columns: Columns): string {
  const own = languagePacks[code].gazetteer.places;
  if (own !== undefined) return own.names[name] ?? columns[own.like];
  const column = COLUMNS.find((known) => known === code);
  return column === undefined ? name : columns[column];
}
