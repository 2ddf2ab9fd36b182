import type { Basis } from '../../model/record.ts';
import type { CountryTag, RecordContext, TaggedSentence } from '../context.ts';
import { datelinePlaces } from './dateline-place.ts';
import type { Dyad } from './dyad.ts';
import { isEarly } from './early.ts';
import { isMatter } from './matters.ts';
import type { Entity } from './people/entity.ts';
import { isMonarch } from './people/same-person.ts';
import { isLocated } from './place.ts';
import type { Candidate } from './triggers.ts';

export interface SideReading {
  readonly country: string;
  readonly basis: Basis;
}

/**
 * Country of an actor whose own words do not say it, against the side that is known: the pair that the article joins,
 * the ministry or delegation that speaks, the country joined to the known one elsewhere, the outlet's home, the place of
 * a host, at last the country the article speaks of most. Never from two countries in one sentence.
 */
export function inferCountry(
  context: RecordContext,
  dyad: Dyad,
  candidate: Candidate,
  actor: Entity,
  known: readonly string[],
): SideReading | undefined {
  // "a tour that takes him to A and B": both are where the visitor goes.
  const goals = goalsOf(context, candidate);
  const other = (code: string | undefined): code is string =>
    code !== undefined &&
    !known.includes(code) &&
    !goals.has(code) &&
    !actor.opposite.has(code) &&
    mayHold(actor, code);
  // A family name ("السوداني") is no country: the counts leave them out.
  const told = (code: string): boolean => other(code) && dyad.counts.some(([counted]) => counted === code);
  const [only, second] = known;
  if (only === undefined || second !== undefined) return undefined;
  const spot = isAway(context, candidate) ? undefined : placeOfCandidate(context, candidate);
  const hosted = HOSTED.has(candidate.trigger.value.family);
  // The outlet's own country is also where the host receives: whatever pair the text joins elsewhere.
  if (hosted && spot !== undefined && spot === context.homeCountry && other(spot))
    return { country: spot, basis: 'inferred-home' };
  // "OSLO: The prime minister received the Peruvian minister": a host of no said country is of where it is told.
  const stand = candidate.host === actor ? onlyOne(datelineCountries(context).filter(other)) : undefined;
  if (stand !== undefined) return { country: stand, basis: 'dyad' };
  const ofPair = dyad.pair?.includes(only) === true ? dyad.pair.find(other) : undefined;
  if (ofPair !== undefined && dyad.joined === true) return { country: ofPair, basis: 'dyad' };
  if (candidate.destination !== undefined && other(candidate.destination))
    return { country: candidate.destination, basis: 'dyad' };
  // "A met in Oslo with President X": whom one meets there, unsaid of where, is of there.
  const [subject = [], object = []] = candidate.groups;
  const isMet = subject.length > 0 && object.includes(actor) && !candidate.trigger.value.subjectAfter;
  if (isMet && MET.has(candidate.trigger.value.family) && other(spot)) return { country: spot, basis: 'dyad' };
  const speaking = onlyOne(speakers(context).filter(told));
  if (speaking !== undefined) return { country: speaking, basis: 'dyad' };
  const partner = onlyOne(partnersOf(context, only).filter(other));
  // Of the pair of headline or lead and two that the text joins further down: whom it names more often.
  const common = ofPair === undefined || timesNamed(dyad, ofPair) <= timesNamed(dyad, partner);
  if (partner !== undefined && common) return { country: partner, basis: 'dyad' };
  const usual = usualCountry(context, actor);
  if (context.homeCountry === undefined && other(usual)) return { country: usual, basis: 'inferred-home' };
  // An office without a country is the home country's; an outlet that never speaks of its own reports from abroad.
  const named = dyad.counts.some(([code]) => code === context.homeCountry);
  if (!named && (hosted || !other(context.homeCountry)) && other(spot)) return { country: spot, basis: 'dyad' };
  if (other(context.homeCountry)) return { country: context.homeCountry, basis: 'inferred-home' };
  if (other(spot)) return { country: spot, basis: 'dyad' };
  if (ofPair !== undefined) return { country: ofPair, basis: 'dyad' };
  const { status } = candidate.status;
  if ((status !== 'held' && status !== 'planned') || !isEarly(context, candidate.sentence)) return undefined;
  // Whose office is said without a country is of where the report is dated, unless they met on the margins elsewhere.
  const dated = isAway(context, candidate) ? undefined : onlyOne(datelineCountries(context).filter(other));
  if (dated !== undefined) return { country: dated, basis: 'dyad' };
  const venue = isAway(context, candidate) ? placeOfCandidate(context, candidate) : undefined;
  const others = actingCountries(context).filter(([code]) => told(code) && code !== venue);
  const [single] = others;
  const often =
    others.find(([, count]) => count >= 2) ??
    (others.length === 1 && single !== undefined && isNamedEarly(context, single[0]) ? single : undefined);
  if (often !== undefined) return { country: often[0], basis: 'dyad' };
  // The only other country of the whole text, said more than once.
  const rest = dyad.counts.filter(([code]) => other(code) && code !== venue);
  const [last] = rest;
  return rest.length === 1 && last !== undefined && last[1] >= 2 ? { country: last[0], basis: 'dyad' } : undefined;
}

/** Sentences in which a country named once may be that of a party. */
const OPENING = 3;

/** Further down a country is named for other reasons: whose crisis was discussed. */
function isNamedEarly(context: RecordContext, code: string): boolean {
  return context.sentences
    .slice(0, OPENING)
    .some(({ countries }) => countries.some((country) => country.code === code));
}

/** Countries in a row behind a verb of visiting: the way of a tour. */
function goalsOf(context: RecordContext, candidate: Candidate): ReadonlySet<string> {
  const { trigger } = candidate;
  if (trigger.value.type !== 'visit') return NONE;
  const behind = (context.sentences[candidate.sentence]?.countries ?? []).filter(
    (country) => country.kind === 'name' && country.firstToken >= trigger.lastToken,
  );
  const row: string[] = [];
  let at = trigger.lastToken + GOAL_REACH;
  for (const country of behind) {
    if (country.firstToken > at) break;
    row.push(country.code);
    at = country.lastToken + 2;
  }
  return row.length > 1 ? new Set(row) : NONE;
}

/** Words between the verb and the first country of a tour: "that will take him to". */
const GOAL_REACH = 8;

const NONE: ReadonlySet<string> = new Set();

function timesNamed(dyad: Dyad, code: string | undefined): number {
  return dyad.counts.find(([counted]) => counted === code)?.[1] ?? 0;
}

function datelineCountries(context: RecordContext): string[] {
  return datelinePlaces(context).flatMap(({ country }) => (country === undefined ? [] : [country]));
}

function onlyOne(codes: readonly string[]): string | undefined {
  const [first, second] = new Set(codes);
  return second === undefined ? first : undefined;
}

/** "Secretario de Relaciones Exteriores": a title that one country uses, where the text and the outlet tell no other. */
function usualCountry(context: RecordContext, actor: Entity): string | undefined {
  for (const mention of actor.mentions) {
    for (const role of mention.roles) {
      // "secretario de Estado de Comercio" is another office than "secretario de Estado".
      const open = context.sentences[mention.sentence]?.linkers.has(role.lastToken) === true;
      if (role.usual !== undefined && !open) return role.usual;
    }
  }
  return undefined;
}

/** Families whose object may be the host. */
const MET: ReadonlySet<string> = new Set(['talk', 'meet']);

/** Families whose place is that of the host. */
const HOSTED: ReadonlySet<string> = new Set(['receive', 'received-by', 'visit', 'arrive']);

/** A meeting on the sidelines of another event is at home for nobody. */
function isAway(context: RecordContext, candidate: Candidate): boolean {
  const { family, type } = candidate.trigger.value;
  if (type === 'call' || type === 'video') return true;
  if (HOSTED.has(family)) return false;
  for (let i = candidate.sentence; i <= candidate.sentence + 1; i++) {
    if (context.sentences[i]?.words.some((word) => word.value === 'sidelines') === true) return true;
  }
  return false;
}

/** Words between a ministry and its country: "ministère [norvégien]", "Oslo['s foreign] ministry". */
const SPEAKER_REACH = 3;

/** Countries whose ministry, presidency or delegation the text names: "Seoul's foreign ministry said". */
function speakers(context: RecordContext): string[] {
  const known = speakersOf.get(context);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (const tagged of context.sentences) {
    for (const word of tagged.words) {
      if (word.value !== 'institution') continue;
      // "وزير الداخلية": there the word is part of a title.
      if ([...tagged.heads.values()].some((head) => head.lastToken === word.firstToken)) continue;
      const near = nearest(context, tagged, word.firstToken, word.lastToken);
      if (near !== undefined && !isMatter(context, tagged, near)) found.push(near.code);
    }
  }
  speakersOf.set(context, found);
  return found;
}

const speakersOf = new WeakMap<RecordContext, string[]>();

function nearest(context: RecordContext, tagged: TaggedSentence, first: number, last: number): CountryTag | undefined {
  let best: { country: CountryTag; distance: number } | undefined;
  for (const country of tagged.countries) {
    // "ministère norvégien des Affaires étrangères": inside the phrase itself.
    if (country.firstToken >= first && country.lastToken <= last && country.kind !== 'capital') return country;
    const before = country.lastToken <= first;
    const distance = before ? first - country.lastToken : country.firstToken - last;
    if (distance < 0 || distance > SPEAKER_REACH) continue;
    // "in Lima, the ministry said": a place is not whose ministry it is; English alone puts the country first.
    if (before && !tagged.lexicon.pack.portfolioFirst) continue;
    if (isBroken(context, before ? country.lastToken : last, before ? first : country.firstToken)) continue;
    if (best === undefined || distance < best.distance) best = { country, distance };
  }
  return best?.country;
}

function isBroken(context: RecordContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const sign = context.document.tokens[i]?.folded ?? '';
    if (sign === ',' || sign === '.' || sign === ';' || sign === ':') return true;
  }
  return false;
}

/** Words between two countries that are joined: "Spain and Peru", "mantiene España con el Perú". */
const JOIN_REACH = 3;

/** Countries that the text joins to this one: "relations between ⟨known⟩ and ⟨other⟩", "⟨other⟩ con ⟨known⟩". */
function partnersOf(context: RecordContext, code: string): string[] {
  const found: string[] = [];
  const { tokens } = context.document;
  for (const tagged of context.sentences) {
    for (const [i, left] of tagged.countries.entries()) {
      const right = tagged.countries[i + 1];
      if (right === undefined || left.code === right.code) continue;
      if (left.code !== code && right.code !== code) continue;
      if ((left.kind === 'demonym' || right.kind === 'demonym') && !isOfHolders(tagged, left, right)) continue;
      const gap = right.firstToken - left.lastToken;
      const third = tagged.countries[i + 2];
      const before = tagged.countries[i - 1];
      if (gap > JOIN_REACH || (third !== undefined && third.firstToken - right.lastToken <= 2)) continue;
      if (before !== undefined && left.firstToken - before.lastToken <= 2) continue;
      if (isMatter(context, tagged, left) || isMatter(context, tagged, right)) continue;
      const links =
        left.kind === 'dyad' ||
        tagged.words.some(
          (word) => word.value === 'with' && word.firstToken >= left.lastToken && word.lastToken <= right.firstToken,
        ) ||
        (gap > 0 && tagged.joiners.has(left.lastToken) && tokens[left.lastToken]?.folded !== ',') ||
        (gap === 0 && tagged.lexicon.pack.clitics && (tokens[right.firstToken]?.folded.startsWith('و') ?? false));
      if (links) found.push(left.code === code ? right.code : left.code);
    }
  }
  return found;
}

/** Words between two countries and those who hold the offices: "Norwegian and Peruvian [prime] ministers". */
const HOLDERS_REACH = 2;

/** "The Norwegian and Peruvian ministers": two adjectives say of whom, not what is spoken about. */
function isOfHolders(tagged: TaggedSentence, left: CountryTag, right: CountryTag): boolean {
  for (const head of tagged.heads.values()) {
    if (head.value.plural !== true || head.value.rank !== 'state') continue;
    const gap =
      head.firstToken >= right.lastToken ? head.firstToken - right.lastToken : left.firstToken - head.lastToken;
    if (gap >= 0 && gap <= HOLDERS_REACH) return true;
  }
  return false;
}

/** Countries by how often they are named otherwise than as a place or a matter, most often first. */
function actingCountries(context: RecordContext): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const tagged of context.sentences) {
    for (const country of tagged.countries) {
      if (isMatter(context, tagged, country)) continue;
      if (country.kind !== 'demonym' && isLocated(context, tagged, country)) continue;
      counts.set(country.code, (counts.get(country.code) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function placeOfCandidate(context: RecordContext, candidate: Candidate): string | undefined {
  const tagged = context.sentences[candidate.sentence];
  if (tagged === undefined) return undefined;
  let best: { country: string; distance: number } | undefined;
  const named = tagged.countries.filter(
    (country) => country.kind === 'name' && isLocated(context, tagged, country) && !isMatter(context, tagged, country),
  );
  for (const place of [
    ...tagged.places.filter((spot) => !isMatter(context, tagged, spot)),
    ...named.map((country) => ({ ...country, country: country.code })),
  ]) {
    const distance = Math.abs(place.firstToken - candidate.trigger.firstToken);
    if (place.country !== undefined && distance <= 20 && (best === undefined || distance < best.distance))
      best = { country: place.country, distance };
  }
  return best?.country;
}

const MONARCHIES: ReadonlySet<string> = new Set(
  'AE BE BH BN BT DK ES GB JO JP KH KW LS LU MA MC MY NL NO OM QA SA SE SZ TH TO'.split(' '),
);

/** Ruled by princes whose head of state is a president. */
const PRESIDENT_OF_PRINCES = 'AE';

/** A king rules a kingdom, a president does not. */
export function mayHold(entity: Entity, country: string): boolean {
  if (isMonarch(entity.roleCode) || entity.roleCode === 'crown_prince') return MONARCHIES.has(country);
  if (entity.roleCode === 'president') return !MONARCHIES.has(country) || country === PRESIDENT_OF_PRINCES;
  return true;
}
