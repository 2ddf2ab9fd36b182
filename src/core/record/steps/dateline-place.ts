import { findPlaces } from '../../gazetteer/places.ts';
import { tokenize } from '../../text/tokens.ts';
import type { PlaceTag, RecordContext, TaggedSentence } from '../context.ts';
import { type PlaceReading, readingOf } from './place-reading.ts';

/** A line of this length before the body may be "Oslo - Coast Daily", town and outlet. */
const LONGEST_LINE = 60;
const DASH = /^\s*[-–—]\s/u;
const COMMA = /^\s*[,،]\s/u;

/** Sentences from the first that may begin with a dateline. */
const DATELINE_SENTENCES = 3;

/** The towns of datelines, those of the lines before the body too. */
export function datelinePlaces(context: RecordContext): PlaceReading[] {
  const readings: PlaceReading[] = [];
  for (const [sentence, tagged] of context.sentences.slice(0, DATELINE_SENTENCES).entries()) {
    for (const place of tagged.places) {
      if (place.country === undefined || !isDatelinePlace(context, tagged, place)) continue;
      readings.push(readingOf(place, sentence, 'dateline'));
    }
  }
  return [...readings, ...agencyPlaces(context)];
}

/** Lines such as "جدة - واس" before the body are kept apart from the text. */
export function agencyPlaces(context: RecordContext): PlaceReading[] {
  const { article } = context.document;
  const readings: PlaceReading[] = [];
  for (const block of article.blocks) {
    if (block.label === 'body') break;
    const short = block.end - block.start <= LONGEST_LINE;
    const isLine = block.label === 'other' && short;
    // "Oslo, 3 May 2024": town and day.
    const isDay = block.label === 'publication' && short;
    if (block.label !== 'agency' && block.label !== 'byline' && !isLine && !isDay) continue;
    const tokens = tokenize(article.text, block.start, block.end);
    for (const { place, start, end } of findPlaces(tokens, 0, tokens.length, block.language)) {
      if (place.country === undefined) continue;
      const sign = isDay ? COMMA : DASH;
      const opens = start === tokens[0]?.start && sign.test(article.text.slice(end, block.end));
      // "Coast Daily (Oslo)": outlet and town, nothing else.
      const closes =
        isLine &&
        /^\p{L}[\p{L}\s.-]*\($/u.test(article.text.slice(block.start, start)) &&
        article.text.slice(end, block.end) === ')';
      if ((isLine || isDay) && !opens && !closes) continue;
      readings.push({ place: place.name, country: place.country, start, end, sentence: 0, basis: 'dateline' });
    }
  }
  return readings;
}

/** Words between the town and the dash: "., a 26 de agosto de 2016.-". */
const LONGEST_DAY = 11;

/** "RABAT, Jan 12 (AGENCY) –", "جدة - واس": at the very head, before a dash, a bracket or a colon. */
export function isDatelinePlace(context: RecordContext, tagged: TaggedSentence, place: PlaceTag): boolean {
  const { tokens } = context.document;
  // "(Oslo) – Lima": the outlet in brackets, then the town.
  const isOutlet = (at: number): boolean => tokens[at]?.folded === '(' && at === tagged.sentence.firstToken;
  if (isOutlet(place.firstToken - 1)) return false;
  const dash = place.firstToken - 1;
  if (tokens[dash]?.folded === '-' && tokens[dash - 1]?.folded === ')' && place.lastToken === tagged.sentence.lastToken)
    return true;
  if (place.firstToken - tagged.sentence.firstToken > 3) return false;
  const last = Math.min(tagged.sentence.lastToken, place.lastToken + LONGEST_DAY);
  for (let i = place.lastToken; i < last; i++) {
    const sign = tokens[i]?.folded ?? '';
    if (sign === '-' || sign === '(' || sign === ':') return true;
    // "القاهرة في 16 مايو /وكالة/"
    if (sign === '/' && tagged.lexicon.pack.clitics && i > place.lastToken) return true;
    // "Oslo. The minister …": the town alone opens the text.
    const alone = i === place.lastToken && i + 1 >= tagged.sentence.lastToken;
    if (sign === '.' && alone && tagged.sentence.block === 'lead' && tagged.sentence.paragraph <= 0) return true;
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

/** Words between a trigger and "here". */
const HERE_REACH = 24;

/** "… held talks here on Tuesday", "en esta capital": the town of the dateline, when there is one. */
export function placeHere(
  context: RecordContext,
  tagged: TaggedSentence,
  at: { readonly firstToken: number; readonly lastToken: number },
): PlaceReading | undefined {
  const near = tagged.words.some(
    (word) =>
      word.value === 'here' &&
      word.firstToken <= at.lastToken + HERE_REACH &&
      word.lastToken >= at.firstToken - HERE_REACH,
  );
  if (!near) return undefined;
  const [only, ...others] = datelinePlaces(context);
  return others.every((other) => other.place === only?.place) ? only : undefined;
}
