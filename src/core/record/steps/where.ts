import type { RecordContext } from '../context.ts';
import { isEarly } from './early.ts';
import { impliedPlace } from './implied-place.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import { readPlace } from './place.ts';
import type { PlaceReading } from './place-reading.ts';
import type { SidedCandidate } from './sides.ts';
import type { Candidate } from './triggers.ts';

/** Where a meeting took place: what its own sentences say, for the leading one also what the text implies. */
export function readWhere(context: RecordContext, draft: MeetingDraft, isLead: boolean): PlaceReading | undefined {
  if (draft.type === 'call' || draft.type === 'video') return undefined;
  let best: PlaceReading | undefined;
  for (const { candidate } of partsOfTalks(draft)) {
    if (best !== undefined && !isEarly(context, candidate.sentence)) break;
    const reading = readPlace(context, candidate.sentence, candidate.trigger, {
      not: homesOfVisitor(draft, candidate),
      held: draft.status === 'held',
    });
    if (reading === undefined || isAside(draft, candidate, reading)) continue;
    if (best === undefined || (best.place === undefined && reading.place !== undefined)) best = reading;
  }
  if (best?.place !== undefined || !isLead || !(draft.status === 'held' || draft.status === 'planned')) return best;
  const homes = draft.parts.flatMap((part) => homesOfVisitor(draft, part.candidate));
  const countries = [...draft.bases.keys()].filter((code) => !homes.includes(code));
  const implied = impliedPlace(context, best?.country === undefined ? countries : [best.country], draft) ?? best;
  return implied === undefined || implied.place !== undefined
    ? implied
    : (capitalOfThird(context, draft, implied) ?? implied);
}

/** Ministers of two other countries who meet "في تونس" meet in the capital that has the country's name. */
function capitalOfThird(context: RecordContext, draft: MeetingDraft, reading: PlaceReading): PlaceReading | undefined {
  const { country, start, sentence } = reading;
  const tagged = context.sentences[sentence];
  // Other languages have two names, or say "au Koweït" of the one and "à Koweït" of the other.
  if (country === undefined || draft.bases.has(country) || tagged?.lexicon.pack.clitics !== true) return undefined;
  const town = tagged.places.find((place) => place.start === start && place.country === country);
  return town === undefined ? undefined : { ...reading, place: town.name };
}

/** A visitor is not at home: places in the visitor's country are not the place of a visit. */
function homesOfVisitor(draft: MeetingDraft, candidate: Candidate): string[] {
  const visitor = draft.type === 'visit' ? candidate.visitor?.country : undefined;
  return visitor === undefined ? [] : [visitor];
}

/** A third country without a town, in a sentence that tells of the talks only by the way: what they spoke about. */
function isAside(draft: MeetingDraft, { complete, trigger }: Candidate, { place, country }: PlaceReading): boolean {
  const isNews = complete || trigger.value.type === 'visit';
  return place === undefined && country !== undefined && !draft.bases.has(country) && !isNews;
}

/** The parts in which a place is looked for: where talks were held, those that tell of them before those of the journey. */
function partsOfTalks(draft: MeetingDraft): readonly SidedCandidate[] {
  if (draft.type === 'visit') return draft.parts;
  const isJourney = ({ candidate }: SidedCandidate): boolean => candidate.trigger.value.type === 'visit';
  // "They will meet again in Oslo": what is still to come tells nothing of where they met.
  const took = draft.parts.filter(({ candidate }) => draft.status !== 'held' || candidate.status.status !== 'planned');
  return [...took.filter((part) => !isJourney(part)), ...took.filter(isJourney)];
}
