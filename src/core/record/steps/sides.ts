import type { Basis } from '../../model/record.ts';
import type { CountryTag, RecordContext } from '../context.ts';
import type { Dyad } from './dyad.ts';
import { inferCountry, mayHold, type SideReading } from './infer-country.ts';
import { isMatter } from './matters.ts';
import { officialGap } from './official-gap.ts';
import { isSenior } from './parties.ts';
import type { Entity } from './people/entity.ts';
import type { PersonMention } from './people/mentions.ts';
import { isLocated } from './place.ts';
import type { Candidate } from './triggers.ts';

/** Reads the article's pair of countries from compound adjectives, then from headline and lead. */
export function readDyad(context: RecordContext, mentions: readonly PersonMention[]): Dyad {
  const families = familyNames(context, mentions);
  const counts = new Map<string, number>();
  const early = new Set<string>();
  const headline = new Set<string>();
  let both = false;
  const dyadAdjectives = new Map<string, number>();
  for (const tagged of context.sentences) {
    const { block, paragraph } = tagged.sentence;
    const lead = block === 'headline' || (block === 'lead' && paragraph <= 0);
    for (const country of tagged.countries) {
      if (families.has(context.document.tokens[country.firstToken]?.folded ?? '')) continue;
      counts.set(country.code, (counts.get(country.code) ?? 0) + 1);
      // "the war in ⟨country⟩": what is spoken about is no party.
      if (isMatter(context, tagged, country)) continue;
      if (lead && !isLocated(context, tagged, country)) early.add(country.code);
      if (block === 'headline') headline.add(country.code);
    }
    for (const pair of dyadsOf(tagged.countries)) dyadAdjectives.set(pair, (dyadAdjectives.get(pair) ?? 0) + 1);
    if (tagged.words.some((word) => word.value === 'both-countries')) both = true;
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const coordinated = coordinatedPair(context);
  if (coordinated !== undefined && dyadAdjectives.size === 0)
    return { pair: coordinated, joined: true, basis: 'dyad', counts: ranked };
  const [adjective] = [...dyadAdjectives].sort((a, b) => b[1] - a[1]);
  if (adjective !== undefined) {
    const [left = '', right = ''] = adjective[0].split('-');
    return { pair: [left, right], joined: true, basis: 'dyad', counts: ranked };
  }
  for (const codes of [headline, early]) {
    const [left, right, third] = [...codes];
    if (left !== undefined && right !== undefined && third === undefined && (both || codes === headline)) {
      return { pair: [left, right], basis: 'dyad', counts: ranked };
    }
  }
  return { basis: 'dyad', counts: ranked };
}

/** Last words of names: the family name "السوداني" names no country, here and where it stands alone. */
function familyNames(context: RecordContext, mentions: readonly PersonMention[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { name } of mentions) {
    if (name === undefined || name.lastToken - name.firstToken < 2) continue;
    words.add(context.document.tokens[name.lastToken - 1]?.folded ?? '');
  }
  return words;
}

/** "India and Egypt", "Paris et Alger", "الأردن ومصر": two countries joined by "and" in headline or lead. */
function coordinatedPair(context: RecordContext): readonly [string, string] | undefined {
  for (const tagged of context.sentences) {
    const { block, paragraph } = tagged.sentence;
    if (block !== 'headline' && paragraph > 1) break;
    for (const [i, left] of tagged.countries.entries()) {
      const right = tagged.countries[i + 1];
      if (right === undefined || right.code === left.code || left.kind === 'dyad') continue;
      const gap = officialGap(tagged, context.document.tokens, left.lastToken, right.firstToken);
      const word = context.document.tokens[left.lastToken]?.folded ?? '';
      const joins = gap >= 1 && gap <= 3 && word !== ',' && tagged.joiners.has(left.lastToken);
      const glued = gap === 1 && word === '-';
      const arabic =
        right.firstToken === left.lastToken &&
        (context.document.tokens[right.firstToken]?.folded ?? '').startsWith('و');
      if (left.kind === 'demonym' || right.kind === 'demonym' || !(joins || glued || arabic)) continue;
      // "relations with A and B": two partners of a third.
      if (tagged.words.some((item) => item.value === 'with' && isRightBefore(item.lastToken, left.firstToken)))
        continue;
      // A list of three or more is no pair.
      const third = tagged.countries[i + 2];
      const listed = tagged.countries[i - 1];
      if (third !== undefined && third.firstToken - right.lastToken <= 2) return undefined;
      if (listed !== undefined && left.firstToken - listed.lastToken === 1 && listed.code !== left.code)
        return undefined;
      return [left.code, right.code];
    }
  }
  return undefined;
}

/** Right before a country, or with an article between. */
function isRightBefore(end: number, country: number): boolean {
  return country === end || country === end + 1;
}

/** "maroco-espagnol", "Spain-Morocco": each half knows the whole compound. */
function dyadsOf(countries: readonly CountryTag[]): string[] {
  const pairs: string[] = [];
  for (const country of countries) {
    const [left, right, third] = country.dyad ?? [];
    if (left !== undefined && right !== undefined && third === undefined && country.code === left)
      pairs.push(`${left}-${right}`);
  }
  return pairs;
}

/** Actors by country once every country is known; actors without one stay out. */
export interface SidedCandidate {
  readonly candidate: Candidate;
  readonly countries: readonly string[];
  readonly bases: ReadonlyMap<string, Basis>;
  readonly actors: readonly Entity[];
}

/** Gives every actor a side, or nothing when the trigger does not join two states. */
export function takeSides(context: RecordContext, dyad: Dyad, candidate: Candidate): SidedCandidate | undefined {
  const bases = new Map<string, Basis>();
  const actors: Entity[] = [];
  const open: Entity[] = [];
  for (const actor of candidate.actors) {
    if (actor.country === undefined) open.push(actor);
    else {
      actors.push(actor);
      if (!bases.has(actor.country)) bases.set(actor.country, actor.countryBasis ?? 'explicit');
    }
  }
  if (bases.size === 0 && open.length > 0) {
    const anchor = anchorCountry(context, dyad, open);
    if (anchor !== undefined) {
      const [first] = open.splice(open.indexOf(anchor.entity), 1);
      if (first !== undefined) {
        first.country = anchor.reading.country;
        first.countryBasis = anchor.reading.basis;
        actors.push(first);
        bases.set(anchor.reading.country, anchor.reading.basis);
      }
    }
  }
  if (bases.size === 0 && open.length === 1 && candidate.destination !== undefined)
    placeVisitor(context, dyad, candidate, open, actors, bases);
  if (bases.size === 0 && open.length >= 2) splitPair(dyad, open.splice(0), actors, bases, candidate);
  for (const actor of open) {
    const mate =
      candidate.groups.length === 2 &&
      candidate.groups.every((group) => group.length > 0 || candidate.trigger.value.family === 'receive')
        ? candidate.groups
            .find((group) => group.includes(actor))
            ?.find((other) => other !== actor && other.country !== undefined)
        : undefined;
    if (mate?.country !== undefined && actor.rank !== 'none') {
      actor.country = mate.country;
      actor.countryBasis = 'dyad';
      actors.push(actor);
      continue;
    }
    const reading = inferCountry(context, dyad, candidate, actor, [...bases.keys()].slice(0, 1));
    if (reading === undefined || (actor.rank !== 'state' && !isSenior(actor))) continue;
    actor.country = reading.country;
    actor.countryBasis = reading.basis;
    actors.push(actor);
    if (!bases.has(reading.country)) bases.set(reading.country, reading.basis);
  }
  if (bases.size < 2 && candidate.pair !== undefined) {
    for (const code of candidate.pair) if (!bases.has(code)) bases.set(code, 'explicit');
  }
  const { destination } = candidate;
  if (
    // Two ministers who travel together stand on one side, the country they visit on the other.
    (bases.size === 1 || (candidate.trigger.value.type === 'visit' && candidate.groups[0]?.length === actors.length)) &&
    destination !== undefined &&
    !bases.has(destination) &&
    actors.some((actor) => actor.rank === 'state' || isSenior(actor))
  ) {
    bases.set(destination, 'explicit');
  }
  if (bases.size < 2 || isGathering(candidate, actors)) return undefined;
  const ranks = new Set(actors.map((actor) => actor.rank));
  const senior = new Set(actors.filter(isSenior).map((actor) => actor.country));
  const host = senior.size > 0 && destination !== undefined;
  if (!ranks.has('state') && senior.size < 2 && !host && candidate.pair === undefined) return undefined;
  return { candidate, countries: [...bases.keys()], bases, actors };
}

/** Ministers of three countries who arrive somewhere come to a conference: nobody visits anybody. */
function isGathering(candidate: Candidate, actors: readonly Entity[]): boolean {
  const { destination, trigger } = candidate;
  if (trigger.value.type !== 'visit') return false;
  const visitors = new Set(actors.map((actor) => actor.country).filter((code) => code !== destination));
  const [group = []] = candidate.groups;
  return (
    visitors.size >= 3 ||
    (visitors.size >= 2 && destination === undefined && actors.every((actor) => group.includes(actor)))
  );
}

/** "Le ministre … entame une visite à ⟨capital⟩": the visitor is of the other country of the pair, or of the outlet's. */
function placeVisitor(
  context: RecordContext,
  dyad: Dyad,
  candidate: Candidate,
  open: Entity[],
  actors: Entity[],
  bases: Map<string, Basis>,
): void {
  const [visitor] = open;
  const { destination, ...rest } = candidate;
  if (visitor === undefined || destination === undefined || visitor.rank !== 'state') return;
  const reading = inferCountry(context, dyad, rest, visitor, [destination]);
  if (reading === undefined) return;
  open.length = 0;
  visitor.country = reading.country;
  visitor.countryBasis = reading.basis;
  actors.push(visitor);
  bases.set(reading.country, reading.basis);
}

/**
 * Nobody's country is said but the article speaks of one pair: form of government, usual titles and the visitor tell
 * who is who; else names stand in the order of the countries, as in "India and Egypt … Mr A and Mr B".
 */
function splitPair(
  dyad: Dyad,
  open: readonly Entity[],
  actors: Entity[],
  bases: Map<string, Basis>,
  candidate: Candidate,
): void {
  const { pair } = dyad;
  const [first, second] = open;
  if (pair === undefined || first === undefined || second === undefined) return;
  const [left, right] = pair;
  if (open.length > 2) {
    placeByOffice(open, left, right, actors, bases);
    return;
  }
  const straight = fitness(first, left) + fitness(second, right);
  const crossed = fitness(first, right) + fitness(second, left);
  if (straight === crossed && !candidate.complete) return;
  const order = crossed > straight ? [right, left] : [left, right];
  for (const [i, entity] of [first, second].entries()) {
    const country = order[i];
    if (country === undefined) continue;
    entity.country = country;
    entity.countryBasis = 'dyad';
    actors.push(entity);
    bases.set(country, 'dyad');
  }
}

/** Of three or more only those whose office tells the country: a king of a kingdom, a title that one country uses. */
function placeByOffice(
  open: readonly Entity[],
  left: string,
  right: string,
  actors: Entity[],
  bases: Map<string, Basis>,
): void {
  for (const entity of open) {
    const lean = fitness(entity, left) - fitness(entity, right);
    if (lean === 0) continue;
    entity.country = lean > 0 ? left : right;
    entity.countryBasis = 'dyad';
    actors.push(entity);
    bases.set(entity.country, 'dyad');
  }
}

function fitness(entity: Entity, country: string): number {
  let points = mayHold(entity, country) ? 0 : -2;
  if (bearsUsual(entity, country)) points += 2;
  return points;
}

/** Whether the title of somebody is one that this country uses. */
function bearsUsual(entity: Entity, country: string | undefined): boolean {
  return country !== undefined && entity.mentions.some(({ roles }) => roles.some(({ usual }) => usual === country));
}

/** With no country said at all, an unqualified office holder of the outlet's own country may stand for it. */
function anchorCountry(
  context: RecordContext,
  dyad: Dyad,
  open: readonly Entity[],
): { entity: Entity; reading: SideReading } | undefined {
  const fitting = open.filter(
    (actor) =>
      actor.counterpartOf === undefined &&
      actor.rank === 'state' &&
      actor.roleMention !== undefined &&
      !actor.mentions.some(({ roles }) =>
        roles.some(({ usual }) => usual !== undefined && usual !== context.homeCountry),
      ),
  );
  // "el rey y el presidente del Gobierno": the one whose title is that of the country, not the first.
  const entity = fitting.find((actor) => bearsUsual(actor, context.homeCountry)) ?? fitting[0];
  if (entity === undefined || context.homeCountry === undefined || open.length < 2) return undefined;
  // Where the text joins two countries an outlet of a third tells of them.
  if (dyad.joined === true && dyad.pair?.includes(context.homeCountry) === false) return undefined;
  return { entity, reading: { country: context.homeCountry, basis: 'inferred-home' } };
}
