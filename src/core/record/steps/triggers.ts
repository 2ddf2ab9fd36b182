import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { RecordContext, TaggedSentence } from '../context.ts';
import { comeTogether, isAssembly, isGame } from './assemblies.ts';
import { isArrival, isOfCrowd } from './comings.ts';
import { counterpartPair, RECIPROCAL } from './counterpart-pair.ts';
import { delegationOf, findDestination, pairOfSession } from './destinations.ts';
import { isEarly } from './early.ts';
import { isGift } from './gifts.ts';
import { guestOf } from './guests.ts';
import { hostAndVisitor } from './host-and-visitor.ts';
import { groupOf, joinGroup, rowOfStates } from './many-sides.ts';
import { isOfThat } from './of-that.ts';
import { officialGap } from './official-gap.ts';
import { isPairOfBodies } from './pair-of-bodies.ts';
import { type Parties, readParties } from './parties.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';
import type { PersonMention } from './people/mentions.ts';
import { isOnlyMentioned } from './people/only-mentioned.ts';
import { readStatus, type StatusReading } from './status.ts';

/** A trigger with the people that it joins, before it is known to be a meeting of two states. */
export interface Candidate {
  /** Index into `RecordContext.sentences`. */
  readonly sentence: number;
  readonly trigger: Match<Trigger>;
  readonly status: StatusReading;
  readonly actors: readonly Entity[];
  /** Actors that stand on one side of the verb together: they share a country unless the text says otherwise. */
  readonly groups: readonly (readonly Entity[])[];
  readonly delegation: readonly Entity[];
  /** Two countries or more that act themselves: "India and Egypt signed". */
  readonly pair?: readonly string[];
  /** Country the visitor goes to, when a visit names one. */
  readonly destination?: string;
  readonly host?: Entity;
  readonly visitor?: Entity;
  readonly initiator?: Entity;
  /** Both parties stand in the sentence itself, not only by reference. */
  readonly complete: boolean;
}

interface Discourse {
  /** The person spoken of last as a subject. */
  readonly focus: Entity | undefined;
  /** The two people whose meeting was told last. */
  readonly pair: readonly Entity[];
  /** Three or more of as many countries, whom the first sentences name together. */
  readonly group: readonly Entity[];
  /** Office holders in order, as they were spoken of. */
  readonly before: readonly Entity[];
}

/** People and triggers read in one sentence: more is a list or no language, and their pairs would cost the square. */
const MOST_IN_SENTENCE = 40;

/** "India and Egypt hold talks" is news at the head of the text only. */
const LEAD = 2;

/** How many sentences ahead "the two presidents" may be named. */
const CATAPHORA = 2;
const STATES_ACT: ReadonlySet<string> = new Set(['sign', 'agree']);

/** Every trigger with its parties, in order of the text. */
export function findCandidates(
  context: RecordContext,
  people: People,
  dyadPair: readonly [string, string] | undefined,
): Candidate[] {
  const bySentence: PersonMention[][] = context.sentences.map(() => []);
  for (const mention of people.mentions) bySentence[mention.sentence]?.push(mention);
  const candidates: Candidate[] = [];
  let focus: Entity | undefined;
  let pair: readonly Entity[] = [];
  let group: readonly Entity[] = [];
  const before: Entity[] = [];
  context.sentences.forEach((tagged, index) => {
    const mentions = (bySentence[index] ?? []).slice(0, MOST_IN_SENTENCE);
    for (const trigger of tagged.triggers.slice(0, MOST_IN_SENTENCE)) {
      const known = pair.length === 2 ? pair : pairAhead(people, bySentence, index);
      const candidate = readCandidate(
        context,
        people,
        tagged,
        index,
        trigger,
        mentions,
        { focus, pair: known, group, before },
        dyadPair,
      );
      if (candidate === undefined) continue;
      candidates.push(candidate);
      if (candidate.actors.length >= 2) pair = isPair(candidate.actors) ? candidate.actors.slice(0, 2) : [];
    }
    const together = groupOf(people, mentions, index);
    if (group.length === 0) group = together;
    // Whose greetings are conveyed is not spoken of.
    const principals = principalsOf(
      people,
      mentions.filter((mention) => !isOnlyMentioned(tagged, mention)),
    );
    before.push(...principals);
    focus = principals[0] ?? focus;
    // Where many arrive nobody in particular is spoken of.
    if (tagged.triggers.some(isVisit) && comeTogether(people, mentions)) focus = undefined;
    if (together.length > 0) focus = undefined;
  });
  return candidates;
}

function principalsOf(people: People, mentions: readonly PersonMention[]): Entity[] {
  return distinct(mentions.map(people.entityOf)).filter((entity) => entity.rank === 'state' && !entity.former);
}

/** Of several countries no two are "the two". */
function isPair(actors: readonly Entity[]): boolean {
  return new Set(actors.flatMap((actor) => (actor.country === undefined ? [] : [actor.country]))).size <= 2;
}

/** "The two presidents spoke …": their names may come in the next sentences. */
function pairAhead(people: People, bySentence: readonly PersonMention[][], index: number): readonly Entity[] {
  for (let ahead = index + 1; ahead <= index + CATAPHORA; ahead++) {
    const named = distinct(
      (bySentence[ahead] ?? [])
        .filter((mention) => mention.name !== undefined)
        .map((mention) => people.entityOf(mention)),
    ).filter((entity) => entity.country !== undefined && (entity.rank === 'state' || entity.rank === 'none'));
    const [first, second, third] = named;
    if (first !== undefined && second !== undefined && third === undefined && first.country !== second.country) {
      return [first, second];
    }
  }
  return [];
}

function readCandidate(
  context: RecordContext,
  people: People,
  tagged: TaggedSentence,
  index: number,
  trigger: Match<Trigger>,
  mentions: readonly PersonMention[],
  discourse: Discourse,
  dyadPair: readonly [string, string] | undefined,
): Candidate | undefined {
  const { tokens } = context.document;
  if (isArrival(tagged, trigger) || isOfCrowd(tagged, trigger, mentions, tokens)) return undefined;
  const parties = readParties(tagged, people, trigger, mentions, tokens);
  if (trigger.value.tense === 'noun' && isAnaphoric(tagged, trigger, tokens)) return undefined;
  if (isGift(tagged, trigger, parties.object)) return undefined;
  if (isGame(context, tagged, mentions) || isAssembly(context, tagged, trigger, mentions)) return undefined;
  const subject = distinct(parties.subject.map((mention) => people.entityOf(mention)));
  const object = distinct(parties.object.map((mention) => people.entityOf(mention)));
  const named = distinct([...subject, ...object]);
  const opening = parties.opening === undefined ? undefined : people.entityOf(parties.opening);
  const others = object.filter((entity) => !subject.includes(entity));
  // After a verb that comes first the host and the guest both follow it: they are no group.
  const groups = trigger.value.subjectAfter === true && subject.length === 0 ? [] : [subject, others];
  const spokenOf = {
    focus: isOutsider(people, mentions, trigger) ? undefined : discourse.focus,
    pair: discourse.pair,
    guest: guestOf(tagged, trigger, named, discourse.before),
  };
  let actors: readonly Entity[] = addThirds(
    addMissing(tagged, trigger, parties, named, subject, object, spokenOf, mentions, opening, tokens),
    parties,
  );
  if (isEarly(context, index)) actors = joinGroup(trigger, actors, discourse.group);
  const states =
    STATES_ACT.has(trigger.value.family) || (actors.length === 0 && isNewsOfStates(tagged, trigger, index));
  const pair =
    (actors.length < 2 ? rowOfStates(context, tagged, trigger, index) : undefined) ??
    (states && actors.length < 2 ? pairBefore(tagged, trigger, tokens, dyadPair) : undefined) ??
    (trigger.value.family === 'session' && actors.length < 2 && index <= LEAD
      ? pairOfSession(tagged, trigger, tokens)
      : undefined) ??
    counterpartPair(tagged, trigger, actors, mentions, people, dyadPair);
  if (
    actors.length === 0 &&
    spokenOf.focus !== undefined &&
    (pair !== undefined || (isVisit(trigger) && trigger.value.tense !== 'noun'))
  ) {
    actors = [spokenOf.focus];
  }
  actors = actors.filter((actor) => !actor.former);
  if (actors.length === 0 && pair === undefined) return undefined;
  const status = readStatus(tagged, trigger, tokens);
  if (status.status === 'none') return undefined;
  const destination = isVisit(trigger)
    ? findDestination(tagged, trigger, actors, tokens)
    : delegationOf(tagged, trigger, actors, tokens);
  return {
    sentence: index,
    trigger,
    status,
    actors,
    groups,
    delegation: parties.delegation.filter((entity) => !actors.includes(entity)),
    ...(destination === undefined ? {} : { destination }),
    ...(pair === undefined ? {} : { pair }),
    ...hostAndVisitor(trigger, subject, object, actors),
    complete: named.length >= 2 || spokenOf.guest !== undefined,
  };
}

/** Adds the party that the sentence leaves out: an anaphor, a pronoun, the counterpart's other, the person in focus. */
function addMissing(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  parties: Parties,
  named: readonly Entity[],
  subject: readonly Entity[],
  object: readonly Entity[],
  { focus, pair, guest }: Pick<Discourse, 'focus' | 'pair'> & { readonly guest: Entity | undefined },
  mentions: readonly PersonMention[],
  opening: Entity | undefined,
  tokens: readonly Token[],
): Entity[] {
  const reciprocal = RECIPROCAL.has(trigger.value.family);
  if (
    (named.length < 2 || subject.length === 0) &&
    pair.length === 2 &&
    !named.some((entity) => pair.includes(entity)) &&
    refersToPair(tagged, trigger, mentions)
  )
    return [...pair];
  if (named.length < 2 && pair.length === 2 && refersToPair(tagged, trigger, mentions))
    return distinct([...named, ...pair]);
  // "Se vieron …", "They met …": a verb of meeting without any person tells on about the pair.
  if (
    named.length === 0 &&
    pair.length === 2 &&
    reciprocal &&
    !isOfThat(tagged, trigger, tokens) &&
    trigger.value.tense === 'past' &&
    !mentions.some((mention) => mention.roles.length > 0 || mention.titled)
  ) {
    return [...pair];
  }
  const [only] = named;
  if (only === undefined) return [];
  if (guest !== undefined) return [only, guest];
  // Who is called a counterpart further down arrives, or is received, without that person here.
  const comes = trigger.value.family === 'received-by' || (isVisit(trigger) && trigger.value.tense !== 'noun');
  const alone = comes && !isCalledCounterpart(parties);
  if (named.length === 1 && only.counterpartOf !== undefined && !alone) return distinct([only.counterpartOf, only]);
  // "A is the first leader that B will receive": the object stands before the subject.
  if (
    opening !== undefined &&
    object.length === 0 &&
    named.length === 1 &&
    reciprocal &&
    opening.country !== only.country
  ) {
    return distinct([...named, opening]);
  }
  if (focus === undefined || named.includes(focus)) return [...named];
  const apart = focus.country === undefined || named.every((entity) => entity.country !== focus.country);
  if (!apart) return [...named];
  // "Ils y ont rencontré X": the two who came.
  if (parties.plural && pair.length === 2 && subject.length === 0 && !named.some((entity) => pair.includes(entity)))
    return distinct([...pair, ...named]);
  // "il a été reçu par X", "In Rabat he saw X and Y": the subject is the person spoken of.
  if (subject.length === 0 && reciprocal && (named.length === 1 || parties.pronoun)) return distinct([focus, ...named]);
  // "He and President X talked", "X l'a accueilli".
  if (object.length === 0 && reciprocal && (named.length === 1 || trigger.value.family === 'receive')) {
    return distinct([...named, focus]);
  }
  if (named.length === 1 && subject.length === 0 && !isVisit(trigger)) return distinct([focus, ...named]);
  return [...named];
}

/** "His counterpart" stands in the sentence itself. */
function isCalledCounterpart({ subject, object }: Parties): boolean {
  return [...subject, ...object].some((mention) => mention.roles.some((role) => role.counterpart));
}

/** Words between a subject without a state office and its verb: "le métropolite de ⟨town⟩ s'est entretenu". */
const OUTSIDER_REACH = 6;

/** The subject is somebody else than the person spoken of: a bishop, a mayor, who held an office before. */
function isOutsider(people: People, mentions: readonly PersonMention[], trigger: Match<Trigger>): boolean {
  const last = mentions.filter((mention) => mention.lastToken <= trigger.firstToken).at(-1);
  return (
    last !== undefined &&
    trigger.firstToken - last.lastToken <= OUTSIDER_REACH &&
    ((people.entityOf(last)?.rank === 'out' && last.roles.some((role) => role.code === 'other')) ||
      people.entityOf(last)?.former === true)
  );
}

/** "les deux ministres", "the presidents", "الجانبان" near the trigger. */
function refersToPair(tagged: TaggedSentence, trigger: Match<Trigger>, mentions: readonly PersonMention[]): boolean {
  const near = trigger.lastToken + 12;
  for (const match of tagged.anaphors.values()) {
    if (match.value.refers === 'pair' && match.lastToken <= near) return true;
  }
  return mentions.some(
    (mention) => mention.roles[0]?.plural === true && mention.roles[0].rank === 'state' && mention.lastToken <= near,
  );
}

/** A state principal of a third country who "was present" is a third party. */
function addThirds(actors: Entity[], parties: Parties): Entity[] {
  const thirds = parties.delegation.filter(
    (entity) =>
      entity.rank === 'state' &&
      entity.country !== undefined &&
      !actors.includes(entity) &&
      actors.every((actor) => actor.country !== undefined && actor.country !== entity.country),
  );
  return [...actors, ...thirds];
}

/** "Cette rencontre …", "the meeting also …": a noun that points back tells of no other meeting. */
function isAnaphoric(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  // "La commission mixte ⟨A⟩-⟨B⟩" names a body and points back to nothing.
  if (isVisit(trigger) || trigger.value.family === 'session') return false;
  const before = tokens[trigger.firstToken - 1]?.folded ?? '';
  if (trigger.firstToken === tagged.sentence.firstToken || !tagged.lexicon.demonstratives.has(before)) return false;
  return !tagged.words.some(
    (word) =>
      (word.value === 'with' || word.value === 'between') &&
      word.firstToken >= trigger.lastToken - 1 &&
      word.firstToken <= trigger.lastToken + 6,
  );
}

export function isVisit(trigger: Match<Trigger>): boolean {
  return trigger.value.type === 'visit';
}

/** "India and Egypt held talks" at the head of the text; a present tense only in a headline: "Quito y Lima dialogan …". */
function isNewsOfStates(tagged: TaggedSentence, trigger: Match<Trigger>, index: number): boolean {
  const { family, tense } = trigger.value;
  if (family !== 'talk' || index > LEAD) return false;
  return tense === 'past' || tense === 'future' || tagged.sentence.block === 'headline';
}

/** The pair of countries that is the subject of a trigger: two names joined before it, or "the two kingdoms". */
function pairBefore(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  tokens: readonly Token[],
  dyadPair: readonly [string, string] | undefined,
): readonly [string, string] | undefined {
  const before = tagged.countries.filter(
    (country) => country.lastToken <= trigger.firstToken && country.kind !== 'demonym',
  );
  const right = before.at(-1);
  const left = before.at(-2);
  if (left !== undefined && right !== undefined && left.code !== right.code) {
    const gap = officialGap(tagged, tokens, left.lastToken, right.firstToken);
    if (gap <= 3 && trigger.firstToken - right.lastToken <= 4) {
      return [left.code, right.code];
    }
    if (isPairOfBodies(tagged, left, right, trigger)) return [left.code, right.code];
  }
  const both = tagged.words.some((word) => word.value === 'both-countries' && word.lastToken <= trigger.firstToken);
  const anaphor = [...tagged.anaphors.values()].some(
    (match) => match.value.refers === 'pair' && match.lastToken <= trigger.firstToken,
  );
  return both || anaphor ? dyadPair : undefined;
}

function distinct(entities: readonly (Entity | undefined)[]): Entity[] {
  const result: Entity[] = [];
  for (const entity of entities) if (entity !== undefined && !result.includes(entity)) result.push(entity);
  return result;
}
