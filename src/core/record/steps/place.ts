import type { Basis } from '../../model/record.ts';
import type { PlaceTag, RecordContext, TaggedSentence } from '../context.ts';

export interface PlaceReading {
  readonly place?: string;
  readonly country?: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly basis: Basis;
}

const PLACE_REACH = 30;

/** The city (else the country) that the trigger's sentence names as the place, with a word of place before it. */
export function readPlace(
  context: RecordContext,
  sentence: number,
  at: { readonly firstToken: number; readonly lastToken: number },
): PlaceReading | undefined {
  const tagged = context.sentences[sentence];
  if (tagged === undefined) return undefined;
  const city = nearest(context, tagged, tagged.places, at);
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
  const countries = tagged.countries.filter((country) => country.kind === 'name');
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
    if (!isLocated(context, tagged, spot)) continue;
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

/** Preceded by "à", "in", "en", or carrying the Arabic "ب". */
function isLocated(context: RecordContext, tagged: TaggedSentence, spot: { readonly firstToken: number }): boolean {
  const { tokens } = context.document;
  const word = tokens[spot.firstToken]?.folded ?? '';
  if (tagged.lexicon.pack.clitics && /^و?[بل]/.test(word)) return true;
  for (let back = 1; back <= 3; back++) {
    const index = spot.firstToken - back;
    if (index < tagged.sentence.firstToken) break;
    const before = tokens[index]?.folded ?? '';
    if (tagged.lexicon.placeWords.has(before)) return true;
    if (back === 1 && before === ',') return tagged.places.some((place: PlaceTag) => place.lastToken === index);
    if (before === 'de' || before === 'of' || before === 'del' || before === ',') return false;
  }
  return false;
}
