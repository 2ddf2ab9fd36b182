import type { MeetingStatus, MeetingType } from '../../model/record.ts';
import type { PlaceTag, RecordContext, TaggedSentence } from '../context.ts';
import { agencyPlaces, datelinePlaces, isDatelinePlace } from './dateline-place.ts';
import { isMatter } from './matters.ts';
import { isOfThat } from './of-that.ts';
import { isAhead, isCountryToo, isLocated, isRecalledPlace, isSeat } from './place.ts';
import { onlyTown, type PlaceReading, readingOf } from './place-reading.ts';
import { unknownTown } from './unknown-town.ts';

/** Sentences from the first whose located city may be that of the meeting when its own sentence names none. */
const IMPLIED_SENTENCES = 4;

/**
 * The city that the first sentences name as the place of what is said and done, when there is one only and it lies in a
 * country of the meeting; else the town of the airport where a visitor lands; else the town beside a noun for the meeting
 * further down, in a third country or in the name of an event; else the city of the dateline, on the margins of an event
 * in any country: talks are reported from where they are held, a visit often from where it started, a plan from where it
 * was made.
 */
export function impliedPlace(
  context: RecordContext,
  countries: readonly string[],
  { type, status }: { readonly type: MeetingType; readonly status: MeetingStatus },
): PlaceReading | undefined {
  const told = new Map<string, PlaceReading>();
  const datelines = new Map<string, PlaceReading>();
  for (const [index, tagged] of context.sentences.entries()) {
    const { block, paragraph } = tagged.sentence;
    if (index >= IMPLIED_SENTENCES + 1) break;
    if (type === 'visit' && isRecalling(tagged)) continue;
    for (const place of tagged.places) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      const head = (block === 'lead' && paragraph === -1) || isDatelinePlace(context, tagged, place);
      if (head) datelines.set(place.name, readingOf(place, index, 'dateline'));
      else if (
        isRecalledPlace(tagged, place) ||
        (status === 'held' && isAhead(tagged, place, tagged.sentence.firstToken))
      )
        continue;
      else if (isWhere(context, tagged, place)) told.set(place.name, readingOf(place, index, 'explicit'));
    }
  }
  for (const reading of agencyPlaces(context)) {
    if (countries.includes(reading.country ?? '')) datelines.set(reading.place ?? '', reading);
  }
  if (told.size > 0) return onlyTown(told);
  const airport = type === 'visit' ? townOfAirport(context, countries) : undefined;
  if (airport !== undefined) return airport;
  const later = placeOfTalks(context, countries) ?? placeElsewhere(context) ?? placeOfEvent(context);
  if (later !== undefined || type === 'visit' || status === 'planned') return later;
  if (isOnSidelines(context))
    for (const reading of datelinePlaces(context)) datelines.set(reading.place ?? '', reading);
  return onlyTown(datelines);
}

/** The town as such, where something is done. */
function isWhere(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  return (
    isLocated(context, tagged, place) &&
    !isCountryToo(context, tagged, place) &&
    !isSeat(tagged, place.firstToken) &&
    !isMatter(context, tagged, place)
  );
}

/** "L'aéroport international de Lima-Callao", "مطار القاهرة الدولي": where a visitor lands. */
function townOfAirport(context: RecordContext, countries: readonly string[]): PlaceReading | undefined {
  for (const [index, tagged] of context.sentences.slice(0, IMPLIED_SENTENCES + 1).entries()) {
    for (const airport of tagged.words) {
      if (airport.value !== 'airport') continue;
      const town = tagged.places.find(
        ({ firstToken, country }) =>
          firstToken >= airport.lastToken &&
          firstToken - airport.lastToken <= AIRPORT_REACH &&
          countries.includes(country ?? ''),
      );
      if (town !== undefined) return readingOf(town, index, 'explicit');
    }
  }
  return undefined;
}

/** Words between "airport" and its town. */
const AIRPORT_REACH = 3;

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
    const nouns = tagged.triggers.filter(({ value }) => value.tense === 'noun' || isStay(value));
    for (const place of nouns.length === 0 ? [] : tagged.places) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      if (!nouns.some(({ lastToken }) => place.firstToken >= lastToken && place.firstToken - lastToken <= TALKS_REACH))
        continue;
      if (!isWhere(context, tagged, place)) continue;
      found.set(place.name, readingOf(place, index, 'explicit'));
    }
  }
  return onlyTown(found);
}

/** "En visite à Oslo, la ministre a …": the stay during which they met, not one to come. */
function isStay({ type, tense }: { readonly type: MeetingType; readonly tense: string }): boolean {
  return type === 'visit' && (tense === 'past' || tense === 'present');
}

/** Sentences, the headline among them, in which the meeting's town may lie in a third country. */
const ELSEWHERE_SENTENCES = 4;

/** "Holds talks in New York", "the meeting took place in the town of …": beside what tells of the meeting. */
function placeElsewhere(context: RecordContext): PlaceReading | undefined {
  const found = new Map<string, PlaceReading>();
  for (const [index, tagged] of context.sentences.slice(0, ELSEWHERE_SENTENCES).entries()) {
    if (tagged.cues.length > 0) continue;
    for (const trigger of tagged.triggers) {
      if (trigger.value.type === 'call' || trigger.value.tense === 'pluperfect') continue;
      if (isOfThat(tagged, trigger, context.document.tokens)) continue;
      const near = tagged.places.find(
        (place) =>
          place.firstToken >= trigger.lastToken &&
          place.firstToken - trigger.lastToken <= TALKS_REACH &&
          isWhere(context, tagged, place),
      );
      const town =
        near === undefined && trigger.value.tense === 'noun' ? unknownTown(context, tagged, trigger) : undefined;
      if (near !== undefined) found.set(near.name, readingOf(near, index, 'explicit'));
      else if (town !== undefined) found.set(town.place, { ...town, sentence: index, basis: 'explicit' });
    }
  }
  return onlyTown(found);
}

/** Words between "on the sidelines of" and the town in the name of the event: "the 60th [Munich] Security Conference". */
const EVENT_REACH = 6;

/** "On the sidelines of the Munich Security Conference", "en marge du forum de ⟨town⟩": an event is where its name says. */
function placeOfEvent(context: RecordContext): PlaceReading | undefined {
  const found = new Map<string, PlaceReading>();
  for (const [sentence, tagged] of context.sentences.slice(0, ELSEWHERE_SENTENCES).entries()) {
    for (const word of tagged.words) {
      if (word.value !== 'sidelines') continue;
      const near = tagged.places.find(
        (place) => place.firstToken >= word.firstToken && place.firstToken - word.lastToken <= EVENT_REACH,
      );
      if (near?.country === undefined || isCountryToo(context, tagged, near)) continue;
      found.set(near.name, readingOf(near, sentence, 'explicit'));
    }
  }
  return onlyTown(found);
}

function isOnSidelines(context: RecordContext): boolean {
  return context.sentences
    .slice(0, ELSEWHERE_SENTENCES)
    .some(({ words }) => words.some((word) => word.value === 'sidelines'));
}
