import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { RecordContext, TaggedSentence } from '../context.ts';
import type { Entity, People } from './people/entities.ts';
import type { PersonMention } from './people/mentions.ts';
import { readStatus, type StatusReading } from './status.ts';

/** A trigger with the people that it joins, before it is known to be a meeting of two states. */
export interface Candidate {
  /** Index into `RecordContext.sentences`. */
  readonly sentence: number;
  readonly trigger: Match<Trigger>;
  readonly status: StatusReading;
  readonly actors: readonly Entity[];
  readonly delegation: readonly Entity[];
  readonly mentions: readonly PersonMention[];
  /** Two countries that act themselves: "India and Egypt signed". */
  readonly pair?: readonly [string, string];
  /** Country the visitor goes to, when a visit names one. */
  readonly destination?: string;
  readonly host?: Entity;
  readonly visitor?: Entity;
  readonly initiator?: Entity;
  /** Both parties stand in the sentence itself, not only by reference. */
  readonly complete: boolean;
}

/** How far after a trigger its object may begin, in tokens. */
const OBJECT_REACH = 45;
const SUBJECT_REACH = 60;

/** Every trigger with its arguments, in order of the text. */
export function findCandidates(
  context: RecordContext,
  people: People,
  dyadPair: readonly [string, string] | undefined,
): Candidate[] {
  const bySentence = new Map<number, PersonMention[]>();
  for (const mention of people.mentions) {
    const list = bySentence.get(mention.sentence) ?? [];
    list.push(mention);
    bySentence.set(mention.sentence, list);
  }
  const candidates: Candidate[] = [];
  let focus: Entity | undefined;
  let pair: readonly Entity[] = [];
  context.sentences.forEach((tagged, index) => {
    const mentions = bySentence.get(index) ?? [];
    const state = { focus, pair };
    for (const trigger of tagged.triggers) {
      const candidate = readArguments(context, people, tagged, index, trigger, mentions, state, dyadPair);
      if (candidate !== undefined) candidates.push(candidate);
    }
    const last = candidates.at(-1);
    if (last !== undefined && last.sentence === index && last.actors.length >= 2) pair = last.actors.slice(0, 2);
    focus = firstPrincipal(people, mentions) ?? focus;
  });
  return candidates;
}

function firstPrincipal(people: People, mentions: readonly PersonMention[]): Entity | undefined {
  for (const mention of mentions) {
    const entity = people.entityOf(mention);
    if (entity !== undefined && entity.rank === 'state') return entity;
  }
  return undefined;
}

interface Discourse {
  readonly focus: Entity | undefined;
  readonly pair: readonly Entity[];
}

function readArguments(
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
  const verb = trigger.firstToken;
  const presence = tagged.words.find(
    (word) => word.value === 'presence' && word.firstToken >= verb - 4 && !overlaps(word, trigger),
  );
  const usable = mentions.filter((mention) => isArgument(tagged, people, mention));
  const delegation: Entity[] = [];
  const free: PersonMention[] = [];
  for (const mention of usable) {
    const entity = people.entityOf(mention);
    if (entity === undefined) continue;
    const attending =
      presence !== undefined &&
      mention.firstToken >= presence.lastToken &&
      // "in the presence of A, B and C met": the attending person is the first when a verb of meeting follows.
      (presence.lastToken <= trigger.firstToken - 12 && trigger.value.tense === 'past'
        ? free.length + delegation.length === 0
        : true) &&
      !(
        presence.firstToken > verb &&
        tagged.triggers.some(
          (other) =>
            other.firstToken > presence.lastToken && other.value.tense === 'past' && other.value.type === 'meeting',
        ) &&
        delegation.length > 0
      );
    if (attending || entity.rank === 'official') delegation.push(entity);
    else free.push(mention);
  }
  const before = free.filter((mention) => mention.lastToken <= verb && verb - mention.lastToken <= SUBJECT_REACH);
  const after = free.filter(
    (mention) => mention.firstToken >= verb && mention.firstToken - trigger.lastToken <= OBJECT_REACH,
  );
  const subject = nearestChain(tagged, before, tokens);
  const object = objectChain(tagged, trigger, after, tokens, subject.length > 0);
  const chosen = [...subject, ...object];
  let actors = distinct(chosen.map((mention) => people.entityOf(mention)));
  const complete = actors.length >= 2;
  const anaphor = [...tagged.anaphors.values()].find(
    (match) => match.value.refers === 'pair' && match.lastToken <= trigger.lastToken + 12,
  );
  if (actors.length < 2 && anaphor !== undefined && discourse.pair.length === 2)
    actors = distinct([...actors, ...discourse.pair]);
  else if (actors.length === 1 && subject.length === 0 && discourse.focus !== undefined)
    actors = distinct([discourse.focus, ...actors]);
  else if (actors.length === 1 && object.length === 0 && actors[0]?.counterpartOf !== undefined)
    actors = distinct([actors[0].counterpartOf, ...actors]);
  // A counterpart always brings its antecedent.
  for (const actor of actors) {
    if (actors.length === 1 && actor.counterpartOf !== undefined) actors = distinct([...actors, actor.counterpartOf]);
  }
  const attending = delegation.filter((entity) => entity.rank === 'state' && !actors.includes(entity));
  const thirds = attending.filter(
    (entity) =>
      entity.country !== undefined &&
      actors.every((actor) => actor.country !== undefined && actor.country !== entity.country),
  );
  actors = [...actors, ...thirds];
  if (actors.length === 0 && discourse.focus !== undefined && isVisit(trigger)) actors = [discourse.focus];
  else if (
    actors.length === 1 &&
    object.length === 0 &&
    RECIPROCAL.has(trigger.value.family) &&
    discourse.focus !== undefined
  ) {
    // "He and President X talked", "the minister also met": the other party is the one spoken of before.
    if (discourse.focus.country === undefined || discourse.focus.country !== actors[0]?.country)
      actors = distinct([...actors, discourse.focus]);
  }
  const pair = isCountryTrigger(trigger) && actors.length < 2 ? pairBefore(tagged, trigger, dyadPair) : undefined;
  if (pair !== undefined && actors.length === 0 && discourse.focus !== undefined) actors = [discourse.focus];
  if (actors.length === 0 && pair === undefined) return undefined;
  const status = readStatus(tagged, trigger, tokens);
  if (status.status === 'none') return undefined;
  const destination = isVisit(trigger) ? findDestination(tagged, trigger, actors) : undefined;
  const roles = hostAndVisitor(people, trigger, subject, object, actors);
  return {
    sentence: index,
    trigger,
    status,
    actors,
    delegation: delegation.filter((entity) => !actors.includes(entity)),
    mentions: chosen,
    ...(destination === undefined ? {} : { destination }),
    ...(pair === undefined ? {} : { pair }),
    ...roles,
    complete,
  };
}

export function isVisit(trigger: Match<Trigger>): boolean {
  return trigger.value.type === 'visit';
}

function isCountryTrigger(trigger: Match<Trigger>): boolean {
  return trigger.value.family === 'sign' || trigger.value.family === 'agree';
}

function overlaps(a: { firstToken: number; lastToken: number }, b: { firstToken: number; lastToken: number }): boolean {
  return a.firstToken < b.lastToken && b.firstToken < a.lastToken;
}

const RECIPROCAL: ReadonlySet<string> = new Set([
  'talk',
  'meet',
  'receive',
  'received-by',
  'see',
  'call',
  'call-from',
  'video',
]);

/** The pair of countries that is the subject of a trigger: two names joined before it, or "the two kingdoms". */
function pairBefore(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  dyadPair: readonly [string, string] | undefined,
): readonly [string, string] | undefined {
  const before = tagged.countries.filter(
    (country) => country.lastToken <= trigger.firstToken && country.kind !== 'demonym',
  );
  const right = before.at(-1);
  const left = before.at(-2);
  if (
    left !== undefined &&
    right !== undefined &&
    left.code !== right.code &&
    right.firstToken - left.lastToken <= 3 &&
    trigger.firstToken - right.lastToken <= 4
  ) {
    return [left.code, right.code];
  }
  const both = tagged.words.some((word) => word.value === 'both-countries' && word.lastToken <= trigger.firstToken);
  return both ? dyadPair : undefined;
}

/** People who are only mentioned ("a message from …"), spokespersons and unknown names without a country are no party. */
function isArgument(tagged: TaggedSentence, people: People, mention: PersonMention): boolean {
  const entity = people.entityOf(mention);
  if (entity === undefined || entity.rank === 'out' || entity.former) return false;
  if (entity.rank === 'none' && entity.country === undefined) return false;
  for (const word of tagged.words) {
    if (word.value !== 'mention-only') continue;
    if (word.lastToken <= mention.firstToken && mention.firstToken - word.lastToken <= 3) return false;
  }
  return true;
}

/** The last person before the trigger with those joined to them by "and" or a comma. */
function nearestChain(
  tagged: TaggedSentence,
  before: readonly PersonMention[],
  tokens: readonly { folded: string }[],
): PersonMention[] {
  const chain: PersonMention[] = [];
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i];
    const next = chain[0];
    if (mention === undefined) break;
    if (next !== undefined && !joined(tagged, mention, next, tokens)) break;
    chain.unshift(mention);
  }
  return chain;
}

/** The first person after the trigger with those joined; after a verb that precedes its subject, the next one too. */
function objectChain(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  after: readonly PersonMention[],
  tokens: readonly { folded: string }[],
  hasSubject: boolean,
): PersonMention[] {
  const chain: PersonMention[] = [];
  let groups = trigger.value.subjectAfter === true || !hasSubject ? 2 : 1;
  for (const mention of after) {
    const last = chain.at(-1);
    if (last !== undefined && !joined(tagged, last, mention, tokens)) {
      groups--;
      if (groups === 0) break;
      if (!linkedByParty(tagged, last, mention) && trigger.value.subjectAfter !== true) break;
    }
    chain.push(mention);
  }
  return chain;
}

/** "avec", "entre", "par" between two mentions: the second is a party too. */
function linkedByParty(tagged: TaggedSentence, left: PersonMention, right: PersonMention): boolean {
  return tagged.words.some(
    (word) =>
      (word.value === 'with' || word.value === 'between' || word.value === 'by') &&
      word.firstToken >= left.lastToken &&
      word.lastToken <= right.firstToken,
  );
}

function joined(
  tagged: TaggedSentence,
  left: PersonMention,
  right: PersonMention,
  tokens: readonly { folded: string }[],
): boolean {
  if (right.firstToken <= left.lastToken) return true;
  if (right.firstToken - left.lastToken > 8) return false;
  for (let i = left.lastToken; i < right.firstToken; ) {
    const step =
      tagged.joiners.get(i)?.lastToken ??
      tagged.honorifics.get(i)?.lastToken ??
      tagged.determiners.get(i)?.lastToken ??
      (JOINING.has(tokens[i]?.folded ?? '') ? i + 1 : undefined);
    if (step === undefined) return false;
    i = Math.max(step, i + 1);
  }
  return true;
}

const JOINING: ReadonlySet<string> = new Set([
  'puis',
  'then',
  'luego',
  ',',
  'et',
  'and',
  'y',
  'e',
  'و',
  '(',
  ')',
  '"',
  'a',
  'de',
  'to',
  'general',
]);

function distinct(entities: readonly (Entity | undefined)[]): Entity[] {
  const result: Entity[] = [];
  for (const entity of entities) if (entity !== undefined && !result.includes(entity)) result.push(entity);
  return result;
}

/** The country after a visit: "en visite à ⟨capital⟩", "visit to ⟨country⟩". */
function findDestination(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  actors: readonly Entity[],
): string | undefined {
  const own = actors[0]?.country;
  let best: { code: string; distance: number } | undefined;
  for (const spot of [
    ...tagged.countries
      .filter((country) => country.kind === 'name' || country.kind === 'capital')
      .map((country) => ({ ...country, code: country.code })),
    ...tagged.places.map((place) => ({ ...place, code: place.country })),
  ]) {
    if (spot.code === own) continue;
    const distance =
      spot.firstToken >= trigger.lastToken
        ? spot.firstToken - trigger.lastToken
        : trigger.firstToken - spot.lastToken + 4;
    if (distance < 0 || distance > 16) continue;
    if (best === undefined || distance < best.distance) best = { code: spot.code, distance };
  }
  return best?.code;
}

function hostAndVisitor(
  people: People,
  trigger: Match<Trigger>,
  subject: readonly PersonMention[],
  object: readonly PersonMention[],
  actors: readonly Entity[],
): Pick<Candidate, 'host' | 'visitor' | 'initiator'> {
  const inverted = subject.length === 0 && trigger.value.subjectAfter === true;
  const first = (inverted ? object[0] : subject[0]) ?? undefined;
  const second = inverted ? object[1] : object[0];
  const left = first === undefined ? undefined : people.entityOf(first);
  const right = second === undefined ? undefined : people.entityOf(second);
  const spread = <K extends string>(key: K, entity: Entity | undefined): Partial<Record<K, Entity>> =>
    entity === undefined ? {} : ({ [key]: entity } as Partial<Record<K, Entity>>);
  switch (trigger.value.family) {
    case 'receive':
      return { ...spread('host', left), ...spread('visitor', right) };
    case 'received-by':
      return { ...spread('visitor', left ?? actors.find((actor) => actor !== right)), ...spread('host', right) };
    case 'call-from':
      return spread('initiator', right);
    case 'visit':
    case 'arrive':
      return spread('visitor', left ?? actors[0]);
    default:
      return {};
  }
}
