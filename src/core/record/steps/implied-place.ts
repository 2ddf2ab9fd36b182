import { findPlaces } from '../../gazetteer/places.ts';
import type { MeetingStatus, MeetingType } from '../../model/record.ts';
import { tokenize } from '../../text/tokens.ts';
import type { PlaceTag, RecordContext, TaggedSentence } from '../context.ts';
import { isCountryToo, isLocated, isSeat, type PlaceReading } from './place.ts';
import { unknownTown } from './unknown-town.ts';

/** Sentences from the first whose located city may be that of the meeting when its own sentence names none. */
const IMPLIED_SENTENCES = 4;

/**
 * The city that the first sentences name as the place of what is said and done, when there is one only and it lies in a
 * country of the meeting; else the town beside a noun for the meeting further down or in a third country; else the city
 * of the dateline in a country of the meeting: talks are reported from where they are held, a visit often from where it
 * started, a plan from where it was made.
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
      const reading = {
        place: place.name,
        country: place.country,
        start: place.start,
        end: place.end,
        sentence: index,
      };
      const head = (block === 'lead' && paragraph === -1) || isDatelinePlace(context, tagged, place);
      if (head) datelines.set(place.name, { ...reading, basis: 'dateline' });
      else if (isWhere(context, tagged, place)) told.set(place.name, { ...reading, basis: 'explicit' });
    }
  }
  for (const reading of agencyPlaces(context, countries)) datelines.set(reading.place ?? '', reading);
  const [only, other] = told.values();
  if (only !== undefined) return other === undefined ? only : undefined;
  const later = placeOfTalks(context, countries) ?? placeElsewhere(context);
  if (later !== undefined || type === 'visit' || status === 'planned') return later;
  const [dateline, second] = datelines.values();
  return second === undefined ? dateline : undefined;
}

/** The town as such, where something is done. */
function isWhere(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  return (
    isLocated(context, tagged, place) && !isCountryToo(context, tagged, place) && !isSeat(tagged, place.firstToken)
  );
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
    const nouns = tagged.triggers.filter(({ value }) => value.tense === 'noun' || isStay(value));
    for (const place of nouns.length === 0 ? [] : tagged.places) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      if (!nouns.some(({ lastToken }) => place.firstToken >= lastToken && place.firstToken - lastToken <= TALKS_REACH))
        continue;
      if (!isWhere(context, tagged, place)) continue;
      const { name, country, start, end } = place;
      found.set(name, { place: name, country, start, end, sentence: index, basis: 'explicit' });
    }
  }
  const [only, other] = found.values();
  return other === undefined ? only : undefined;
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
      const near = tagged.places.find(
        (place) =>
          place.firstToken >= trigger.lastToken &&
          place.firstToken - trigger.lastToken <= TALKS_REACH &&
          isWhere(context, tagged, place),
      );
      const town =
        near === undefined && trigger.value.tense === 'noun' ? unknownTown(context, tagged, trigger) : undefined;
      if (near !== undefined) {
        const { name, country, start, end } = near;
        const where = country === undefined ? {} : { country };
        found.set(name, { place: name, ...where, start, end, sentence: index, basis: 'explicit' });
      } else if (town !== undefined) found.set(town.place, { ...town, sentence: index, basis: 'explicit' });
    }
  }
  const [only, other] = found.values();
  return other === undefined ? only : undefined;
}

/** A line of this length before the body may be "Oslo - Coast Daily", town and outlet. */
const LONGEST_LINE = 60;
const DASH = /^\s*[-–—]\s/u;

/** Lines such as "جدة - واس" before the body are kept apart from the text. */
function agencyPlaces(context: RecordContext, countries: readonly string[]): PlaceReading[] {
  const { article } = context.document;
  const readings: PlaceReading[] = [];
  for (const block of article.blocks) {
    if (block.label === 'body') break;
    const isLine = block.label === 'other' && block.end - block.start <= LONGEST_LINE;
    if (block.label !== 'agency' && block.label !== 'byline' && !isLine) continue;
    const tokens = tokenize(article.text, block.start, block.end);
    for (const { place, start, end } of findPlaces(tokens, 0, tokens.length, block.language)) {
      if (place.country === undefined || !countries.includes(place.country)) continue;
      if (isLine && (start !== tokens[0]?.start || !DASH.test(article.text.slice(end, block.end)))) continue;
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
