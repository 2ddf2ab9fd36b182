import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { CountryTag, PlaceTag, RecordContext, TaggedSentence } from '../context.ts';
import { placeHere } from './dateline-place.ts';
import { isMatter } from './matters.ts';
import { type PlaceReading, readingOf } from './place-reading.ts';
import { unknownTown } from './unknown-town.ts';

const PLACE_REACH = 60;

/** What tells of the meeting. */
type At = Pick<Match<Trigger>, 'firstToken' | 'lastToken' | 'value'>;

/** The city (else the country) that the trigger's sentence names as the place, with a word of place before it. */
export function readPlace(
  context: RecordContext,
  sentence: number,
  at: At,
  { not = [], held = false }: { readonly not?: readonly string[]; readonly held?: boolean } = {},
): PlaceReading | undefined {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return undefined;
  const here = placeHere(context, tagged, at);
  if (here !== undefined) return here;
  const city = nearest(
    context,
    tagged,
    tagged.places.filter(
      (place) =>
        (place.country === undefined || !not.includes(place.country)) &&
        !isCountryToo(context, tagged, place) &&
        !isSeat(tagged, place.firstToken) &&
        !isRecalledPlace(tagged, place, at) &&
        !(held && isAhead(tagged, place, at.lastToken)) &&
        !isMatter(context, tagged, place),
    ),
    at,
  );
  const country = countryNearest(context, tagged, at, not);
  // "Se tiendra au Pérou, a-t-on appris à Oslo": the country stands at the verb, the town with those who told it.
  const isElsewhere =
    country !== undefined &&
    city?.country !== undefined &&
    city.country !== country.code &&
    country.firstToken >= at.lastToken &&
    city.firstToken >= country.lastToken;
  if (city !== undefined && !isElsewhere) return readingOf(city, sentence, 'explicit');
  const town = isElsewhere ? undefined : unknownTown(context, tagged, at);
  if (town !== undefined) return { ...town, sentence, basis: 'explicit' };
  if (country === undefined) return undefined;
  return { country: country.code, start: country.start, end: country.end, sentence, basis: 'explicit' };
}

function countryNearest(
  context: RecordContext,
  tagged: TaggedSentence,
  at: At,
  not: readonly string[],
): CountryTag | undefined {
  const countries = tagged.countries.filter(
    (country) =>
      country.kind === 'name' &&
      !not.includes(country.code) &&
      !isOfOffice(context, tagged, country) &&
      !isMatter(context, tagged, country),
  );
  return nearest(context, tagged, countries, at);
}

interface Stretch {
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Tokens between a spot and a trigger. */
function distanceOf(spot: Stretch, at: Stretch): number {
  if (spot.firstToken >= at.lastToken) return spot.firstToken - at.lastToken;
  return spot.lastToken <= at.firstToken ? at.firstToken - spot.lastToken : 0;
}

/** Words between what is still to come and its place: "will meet their colleagues again in". */
const AHEAD_REACH = 10;

/** "They met ahead of a conference in Oslo", "… and will meet again in Oslo": where something is still to come. */
export function isAhead(tagged: TaggedSentence, spot: { readonly firstToken: number }, from: number): boolean {
  const behind = ({ firstToken, lastToken }: Stretch): boolean =>
    firstToken >= from && lastToken <= spot.firstToken && spot.firstToken - lastToken <= AHEAD_REACH;
  return (
    tagged.cues.some((cue) => cue.value === 'planned' && behind(cue)) ||
    tagged.triggers.some((trigger) => isToCome(trigger.value.tense) && behind(trigger))
  );
}

function isToCome(tense: string): boolean {
  return tense === 'future' || tense === 'infinitive';
}

function nearest<T extends Stretch>(
  context: RecordContext,
  tagged: TaggedSentence,
  spots: readonly T[],
  at: At,
): T | undefined {
  let best: { spot: T; distance: number } | undefined;
  for (const spot of spots) {
    // "will visit Tallinn", "يزور لندن": the place is the object of the verb.
    const object = tagged.determiners.get(at.lastToken)?.lastToken ?? at.lastToken;
    const isObject = at.value.type === 'visit' && (spot.firstToken === at.lastToken || spot.firstToken === object);
    if (!isObject && !isLocated(context, tagged, spot)) continue;
    const distance = distanceOf(spot, at);
    if (distance > PLACE_REACH) continue;
    if (best === undefined || distance < best.distance) best = { spot, distance };
  }
  return best?.spot;
}

const CITY_STATES: ReadonlySet<string> = new Set(['SG', 'MC', 'VA']);

/** "تونس", "Kuwait": the name of a country and of its capital means the country unless a word for town says otherwise. */
export function isCountryToo(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  const country = tagged.countries.find((known) => known.start === place.start && known.kind === 'name');
  if (country === undefined || CITY_STATES.has(country.code)) return false;
  const { tokens } = context.document;
  // One more before: "العاصمة الأردنية عمان".
  const near = [place.firstToken - 2, place.firstToken - 1, place.lastToken, place.lastToken + 1];
  return !near.some((index) => tagged.lexicon.townNouns.has(tokens[index]?.folded ?? ''));
}

/** Words between an office and the country that is part of it: "ministre de la Défense aux", "ambassador in the". */
const OFFICE_REACH = 4;

/** "The ambassador of Norway in Peru", "وزير الداخلية في المملكة": the country tells the office, not the place. */
function isOfOffice(
  { document }: RecordContext,
  tagged: TaggedSentence,
  country: { readonly firstToken: number },
): boolean {
  for (let i = country.firstToken - 1; i >= country.firstToken - OFFICE_REACH; i--) {
    if (document.tokens[i]?.folded === ',') return false;
    if (tagged.heads.has(i) || tagged.portfolios.has(i) || tagged.counterparts.has(i)) return true;
  }
  return false;
}

function followsPlace(tagged: TaggedSentence, tokens: readonly Token[], comma: number): boolean {
  if (tagged.places.some((place: PlaceTag) => place.lastToken === comma)) return true;
  if (tagged.lexicon.townNouns.has(tokens[comma - 1]?.folded ?? '')) return true;
  for (let i = comma - 1; i >= Math.max(tagged.sentence.firstToken, comma - 6); i--) {
    const token = tokens[i];
    if (token === undefined || token.folded === ',') return false;
    if (tagged.lexicon.placeWords.has(token.folded)) {
      // "at the Presidential Villa, ⟨town⟩".
      const named = tagged.determiners.get(i + 1)?.lastToken ?? i + 1;
      const isName = tokens[named]?.upper === true && tokens[comma - 1]?.upper === true;
      return isName || tagged.lexicon.townNouns.has(tokens[comma - 1]?.folded ?? '');
    }
  }
  return false;
}

/** Words between a house and its town: "the seat of the ministry of foreign affairs in". */
const HOUSE_REACH = 8;

/** "Au palais présidentiel de Lima": the town to which a house belongs, when a word of place stands before the house. */
function isBuildingOf(tagged: TaggedSentence, tokens: readonly Token[], of: number): boolean {
  const from = Math.max(tagged.sentence.firstToken, of - HOUSE_REACH);
  for (let i = of - 1; i >= from; i--) {
    if (!tagged.lexicon.houses.has(tokens[i]?.folded ?? '')) continue;
    for (let j = i - 1; j >= Math.max(tagged.sentence.firstToken, i - 3); j--) {
      if (tagged.lexicon.placeWords.has(tokens[j]?.folded ?? '')) return true;
    }
  }
  return false;
}

/** Tokens before a town in which a word may tell that it belongs to something else. */
const OWNER_REACH = 4;

/** "A statement to the agency Oslo Press", "the agreement signed in Oslo": the town of an outlet or of a paper. */
function isOfAnotherThing(tagged: TaggedSentence, tokens: readonly Token[], town: number): boolean {
  const { media, concluded, papers } = tagged.lexicon;
  const from = Math.max(tagged.sentence.firstToken, town - OWNER_REACH);
  if (media.has(tokens[town - 1]?.folded ?? '')) return true;
  const signed = [town - 1, town - 2].find((at) => at >= from && concluded.has(tokens[at]?.folded ?? ''));
  if (signed === undefined) return false;
  // Arabic puts whose paper it is between: "اتفاق البلدين الموقع في".
  const before = tagged.lexicon.pack.clitics ? [signed - 1, signed - 2] : [signed - 1];
  return before.some((at) => at >= tagged.sentence.firstToken && papers.has(tokens[at]?.folded ?? ''));
}

/** Words between what recalls and the town, before it and behind it: "since their first meeting in ⟨town⟩ last April". */
const RECALL_BEFORE = 10;
const RECALL_AFTER = 3;

/**
 * "À la suite de son récent séjour à Oslo": words of recalling stand beside the town. Of a town that is read as the place
 * of `talks` only those between the two: what else recalls in that sentence recalls the talks.
 */
export function isRecalledPlace(tagged: TaggedSentence, town: Stretch, talks?: Stretch): boolean {
  return tagged.cues.some(({ value, firstToken, lastToken }) => {
    if (value !== 'background') return false;
    if (lastToken > town.firstToken) return talks === undefined && firstToken - town.lastToken <= RECALL_AFTER;
    return town.firstToken - lastToken <= RECALL_BEFORE && firstToken >= (talks?.lastToken ?? 0);
  });
}

/** Words between an ambassador and the town where they serve: "l'ambassadeur de Norvège à". */
const SEAT_REACH = 5;

/** "L'ambassadeur du Pérou à Oslo", "السفير النرويجي في ليما": where an ambassador serves. */
export function isSeat(tagged: TaggedSentence, town: number): boolean {
  for (let i = town - 1; i >= Math.max(tagged.sentence.firstToken, town - SEAT_REACH); i--) {
    if (tagged.heads.get(i)?.value.rank === 'ambassador') return true;
    if (tagged.triggers.some((trigger) => trigger.lastToken - 1 === i)) return false;
  }
  return false;
}

/** Words of the name of a house: "'s Government Palace". */
const HOUSE_NAME = 4;

/** "At Oslo's Government Palace". */
function isHouseOf(tagged: TaggedSentence, tokens: readonly Token[], possessive: number): boolean {
  for (let i = possessive + 1; i < possessive + HOUSE_NAME; i++)
    if (tagged.lexicon.houses.has(tokens[i]?.folded ?? '')) return true;
  return false;
}

/** Preceded by "à", "in", "en", or carrying the Arabic "ب". */
export function isLocated(
  context: RecordContext,
  tagged: TaggedSentence,
  spot: { readonly firstToken: number; readonly lastToken?: number; readonly particle?: string },
): boolean {
  const { tokens } = context.document;
  const word = tokens[spot.firstToken]?.folded ?? '';
  // "Whom reached Oslo on Sunday": a verb of coming has the town as its object.
  if (tagged.triggers.some(({ value, lastToken }) => value.type === 'visit' && lastToken === spot.firstToken))
    return true;
  if (isOfAnotherThing(tagged, tokens, spot.firstToken)) return false;
  // "Oslo's foreign ministry": whose it is, not where.
  if (
    spot.lastToken !== undefined &&
    tokens[spot.lastToken]?.folded === "'s" &&
    !isHouseOf(tagged, tokens, spot.lastToken)
  )
    return false;
  if (/[بل]/.test(spot.particle ?? '')) return true;
  // "au Caire" is read as one name.
  if (tagged.lexicon.placeWords.has(word)) return true;
  for (let back = 1; back <= 3; back++) {
    const index = spot.firstToken - back;
    if (index < tagged.sentence.firstToken) break;
    const before = tokens[index]?.folded ?? '';
    if (tagged.lexicon.placeWords.has(before)) return true;
    // "to discuss the Oslo talks": the word of place belongs to the verb.
    if (tagged.triggers.some(({ lastToken }) => lastToken === index + 1)) return false;
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
