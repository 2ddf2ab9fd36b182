import { findPlaces } from '../../gazetteer/places.ts';
import type { Basis, MeetingType } from '../../model/record.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { PlaceTag, RecordContext, TaggedSentence } from '../context.ts';
import { isMatter } from './matters.ts';
import { unknownTown } from './unknown-town.ts';

export interface PlaceReading {
  readonly place?: string;
  readonly country?: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly basis: Basis;
}

const PLACE_REACH = 60;

/** The city (else the country) that the trigger's sentence names as the place, with a word of place before it. */
export function readPlace(
  context: RecordContext,
  sentence: number,
  at: { readonly firstToken: number; readonly lastToken: number },
  not: readonly string[] = [],
): PlaceReading | undefined {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return undefined;
  const city = nearest(
    context,
    tagged,
    tagged.places.filter(
      (place) =>
        (place.country === undefined || !not.includes(place.country)) &&
        !isCountryToo(context, tagged, place) &&
        !isMatter(context, tagged, place),
    ),
    at,
  );
  if (city !== undefined) {
    return {
      place: city.name,
      ...(city.country === undefined ? {} : { country: city.country }),
      start: city.start,
      end: city.end,
      sentence,
      basis: 'explicit',
    };
  }
  const town = unknownTown(context, tagged, at);
  if (town !== undefined) return { ...town, sentence, basis: 'explicit' };
  const countries = tagged.countries.filter(
    (country) =>
      country.kind === 'name' &&
      !not.includes(country.code) &&
      !isOfOffice(tagged, country) &&
      !isMatter(context, tagged, country),
  );
  const country = nearest(context, tagged, countries, at);
  if (country === undefined) return undefined;
  return { country: country.code, start: country.start, end: country.end, sentence, basis: 'explicit' };
}

function nearest<T extends { readonly firstToken: number; readonly lastToken: number }>(
  context: RecordContext,
  tagged: TaggedSentence,
  spots: readonly T[],
  at: { readonly firstToken: number; readonly lastToken: number },
): T | undefined {
  let best: { spot: T; distance: number } | undefined;
  for (const spot of spots) {
    // "will visit Tallinn", "يزور لندن": the place is the object of the verb.
    const object = tagged.determiners.get(at.lastToken)?.lastToken ?? at.lastToken;
    if (spot.firstToken !== at.lastToken && spot.firstToken !== object && !isLocated(context, tagged, spot)) continue;
    const distance =
      spot.firstToken >= at.lastToken
        ? spot.firstToken - at.lastToken
        : spot.lastToken <= at.firstToken
          ? at.firstToken - spot.lastToken
          : 0;
    if (distance > PLACE_REACH) continue;
    if (best === undefined || distance < best.distance) best = { spot, distance };
  }
  return best?.spot;
}

const CITY_STATES: ReadonlySet<string> = new Set(['SG', 'MC', 'VA']);

/** "تونس", "Kuwait": the name of a country and of its capital means the country unless a word for town says otherwise. */
function isCountryToo(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  const country = tagged.countries.find((known) => known.start === place.start && known.kind === 'name');
  if (country === undefined || CITY_STATES.has(country.code)) return false;
  const { tokens } = context.document;
  const near = [place.firstToken - 1, place.lastToken, place.lastToken + 1];
  return !near.some((index) => tagged.lexicon.townNouns.has(tokens[index]?.folded ?? ''));
}

/** Words between an office and the country that is part of it: "ministre de la Défense aux", "ambassador in the". */
const OFFICE_REACH = 4;

/** "The ambassador of Norway in Peru", "وزير الداخلية في المملكة": the country tells the office, not the place. */
function isOfOffice(tagged: TaggedSentence, country: { readonly firstToken: number }): boolean {
  for (let i = country.firstToken - 1; i >= country.firstToken - OFFICE_REACH; i--) {
    if (tagged.heads.has(i) || tagged.portfolios.has(i)) return true;
  }
  return false;
}

function followsPlace(tagged: TaggedSentence, tokens: readonly Token[], comma: number): boolean {
  if (tagged.places.some((place: PlaceTag) => place.lastToken === comma)) return true;
  if (tagged.lexicon.townNouns.has(tokens[comma - 1]?.folded ?? '')) return true;
  for (let i = comma - 1; i >= Math.max(tagged.sentence.firstToken, comma - 6); i--) {
    const token = tokens[i];
    if (token === undefined || token.folded === ',') return false;
    if (tagged.lexicon.placeWords.has(token.folded))
      return tokens[i + 1]?.upper === true || tagged.lexicon.townNouns.has(tokens[comma - 1]?.folded ?? '');
  }
  return false;
}

/** Sentences from the first whose located city may be that of the meeting when its own sentence names none. */
const IMPLIED_SENTENCES = 4;

/**
 * The city that the first sentences name as the place of what is said and done, when there is one only and it lies in a
 * country of the meeting; else the city of the dateline under the same condition: talks are reported from where they are held, a visit often
 * from where it started.
 */
export function impliedPlace(
  context: RecordContext,
  countries: readonly string[],
  type: MeetingType,
): PlaceReading | undefined {
  const told = new Map<string, PlaceReading>();
  const datelines = new Map<string, PlaceReading>();
  for (const [index, tagged] of context.sentences.entries()) {
    const { block, paragraph } = tagged.sentence;
    if (index >= IMPLIED_SENTENCES + 1) break;
    if (type === 'visit' && isRecalling(tagged)) continue;
    for (const place of tagged.places) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      const reading = {
        place: place.name,
        country: place.country,
        start: place.start,
        end: place.end,
        sentence: index,
      };
      const head = (block === 'lead' && paragraph === -1) || isDatelinePlace(context, tagged, place);
      if (head) datelines.set(place.name, { ...reading, basis: 'dateline' });
      else if (isLocated(context, tagged, place) && !isCountryToo(context, tagged, place))
        told.set(place.name, { ...reading, basis: 'explicit' });
    }
  }
  for (const reading of agencyPlaces(context, countries)) datelines.set(reading.place ?? '', reading);
  const [only, other] = told.values();
  if (only !== undefined) return other === undefined ? only : undefined;
  const later = placeOfTalks(context, countries);
  if (later !== undefined || type !== 'meeting') return later;
  const [dateline, second] = datelines.values();
  return second === undefined ? dateline : undefined;
}

/** A sentence that recalls something, or tells it in the past of the past: the place may be that of an earlier visit. */
function isRecalling(tagged: TaggedSentence): boolean {
  return (
    tagged.cues.some((cue) => cue.value === 'background') ||
    tagged.triggers.some((trigger) => trigger.value.tense === 'pluperfect')
  );
}

/** Sentences in which "the talks", "cette réunion" may tell where they were held. */
const TALKS_SENTENCES = 14;
/** Words between that noun and the place. */
const TALKS_REACH = 8;

/** "Present at the talks in the city of Jeddah": the town that stands beside a noun for the meeting, when there is one. */
function placeOfTalks(context: RecordContext, countries: readonly string[]): PlaceReading | undefined {
  const found = new Map<string, PlaceReading>();
  for (const [index, tagged] of context.sentences.slice(0, TALKS_SENTENCES).entries()) {
    if (index <= IMPLIED_SENTENCES || tagged.cues.length > 0) continue;
    const nouns = tagged.triggers.filter((trigger) => trigger.value.tense === 'noun');
    for (const place of nouns.length === 0 ? [] : tagged.places) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      if (!nouns.some(({ lastToken }) => place.firstToken >= lastToken && place.firstToken - lastToken <= TALKS_REACH))
        continue;
      if (!isLocated(context, tagged, place) || isCountryToo(context, tagged, place)) continue;
      const { name, country, start, end } = place;
      found.set(name, { place: name, country, start, end, sentence: index, basis: 'explicit' });
    }
  }
  const [only, other] = found.values();
  return other === undefined ? only : undefined;
}

/** Lines such as "جدة - واس" before the body are kept apart from the text. */
function agencyPlaces(context: RecordContext, countries: readonly string[]): PlaceReading[] {
  const { article } = context.document;
  const readings: PlaceReading[] = [];
  for (const block of article.blocks) {
    if (block.label === 'body') break;
    if (block.label !== 'agency' && block.label !== 'byline') continue;
    const tokens = tokenize(article.text, block.start, block.end);
    for (const { place, start, end } of findPlaces(tokens, 0, tokens.length, block.language)) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      readings.push({ place: place.name, country: place.country, start, end, sentence: 0, basis: 'dateline' });
    }
  }
  return readings;
}

/** "RABAT, Jan 12 (AGENCY) –", "جدة - واس": at the very head, before a dash, a bracket or a colon. */
function isDatelinePlace(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  const { tokens } = context.document;
  if (place.firstToken - tagged.sentence.firstToken > 3) return false;
  const last = Math.min(tagged.sentence.lastToken, place.lastToken + 8);
  for (let i = place.lastToken; i < last; i++) {
    const sign = tokens[i]?.folded ?? '';
    if (sign === '-' || sign === '(' || sign === ':') return true;
    // "القاهرة في 16 مايو /وكالة/"
    if (sign === '/' && tagged.lexicon.pack.clitics && i > place.lastToken) return true;
    // "OSLO. NORINFORM The minister": agencies sign in capitals.
    if (sign === '.' && i === place.lastToken && isCapitals(context, i - 1) && isCapitals(context, i + 1)) return true;
  }
  return false;
}

function isCapitals(context: RecordContext, index: number): boolean {
  const { tokens, text } = context.document;
  const token = tokens[index];
  return token !== undefined && /^\p{Lu}{3,}$/u.test(text.slice(token.start, token.end));
}

/** "Au palais présidentiel de Lima": the town to which a house belongs, when a word of place stands before the house. */
function isBuildingOf(tagged: TaggedSentence, tokens: readonly Token[], of: number): boolean {
  const from = Math.max(tagged.sentence.firstToken, of - 6);
  for (let i = of - 1; i >= from; i--) {
    if (!tagged.lexicon.houses.has(tokens[i]?.folded ?? '')) continue;
    for (let j = i - 1; j >= Math.max(tagged.sentence.firstToken, i - 3); j--) {
      if (tagged.lexicon.placeWords.has(tokens[j]?.folded ?? '')) return true;
    }
    return false;
  }
  return false;
}

/** Preceded by "à", "in", "en", or carrying the Arabic "ب". */
export function isLocated(
  context: RecordContext,
  tagged: TaggedSentence,
  spot: { readonly firstToken: number; readonly lastToken?: number },
): boolean {
  const { tokens } = context.document;
  const word = tokens[spot.firstToken]?.folded ?? '';
  // "Oslo's foreign ministry": whose it is, not where.
  if (spot.lastToken !== undefined && tokens[spot.lastToken]?.folded === "'s") return false;
  if (tagged.lexicon.pack.clitics && /^و?[بل]/.test(word)) return true;
  // "au Caire" is read as one name.
  if (tagged.lexicon.placeWords.has(word)) return true;
  for (let back = 1; back <= 3; back++) {
    const index = spot.firstToken - back;
    if (index < tagged.sentence.firstToken) break;
    const before = tokens[index]?.folded ?? '';
    if (tagged.lexicon.placeWords.has(before)) return true;
    // "the Norwegian capital Oslo", "la ville de Nantes"
    if (tagged.lexicon.townNouns.has(before) && spot.firstToken - index <= 3) return true;
    // "at the palace of …, Caracas": the city after a comma closes what a word of place began.
    if (back === 1 && before === ',') return followsPlace(tagged, tokens, index);
    if (before === 'de' || before === 'of' || before === 'del' || before === ',') {
      return (
        tagged.lexicon.townNouns.has(tokens[index - 1]?.folded ?? '') ||
        (before !== ',' && isBuildingOf(tagged, tokens, index))
      );
    }
  }
  return false;
}
