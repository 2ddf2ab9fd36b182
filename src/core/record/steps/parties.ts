import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';
import type { PersonMention } from './people/mentions.ts';
import { isOnlyMentioned } from './people/only-mentioned.ts';
import { hasPluralPronoun, pronounBefore } from './pronouns.ts';

/** Who stands on which side of a trigger, as the sentence puts it. */
export interface Parties {
  readonly subject: readonly PersonMention[];
  readonly object: readonly PersonMention[];
  /** The first person of the sentence before the trigger who is not its subject. */
  readonly opening: PersonMention | undefined;
  readonly delegation: readonly Entity[];
  /** A pronoun stands for the subject. */
  readonly pronoun: boolean;
  /** It is a pronoun for several people. */
  readonly plural: boolean;
}

/** How far from a trigger its parties may stand, in tokens. */
const OBJECT_REACH = 45;
const SUBJECT_REACH = 60;
const VISITOR_REACH = 3;
/** Whom a visit is paid to stands near: further on others travel. */
const HOST_REACH = 16;

/** Reads subject, object and those who only attend from one sentence. */
export function readParties(
  tagged: TaggedSentence,
  people: People,
  trigger: Match<Trigger>,
  mentions: readonly PersonMention[],
  tokens: readonly Token[],
): Parties {
  const verb = trigger.firstToken;
  const { free, delegation } = splitAttending(tagged, people, trigger, mentions, tokens);
  const before = free.filter((mention) => mention.lastToken <= verb && verb - mention.lastToken <= SUBJECT_REACH);
  // "the visit of A": who stands further behind the noun is not the visitor.
  const reach =
    trigger.value.type !== 'visit' ? OBJECT_REACH : trigger.value.tense === 'noun' ? VISITOR_REACH : HOST_REACH;
  const after = free.filter((mention) => mention.firstToken >= verb && mention.firstToken - trigger.lastToken <= reach);
  const pronoun = pronounBefore(tagged, tokens, verb) || continuesSubject(tagged, tokens, verb);
  let subject = nearestChain(tagged, before, tokens);
  const [first] = before;
  // "A was the guest of B, where he met C": the pronoun is the subject of the sentence, not the person last named.
  if (pronoun && first !== undefined && subject[0] !== first) subject = [first];
  // "their roadmap, adopted after talks between C and D": who stands before the noun has no part in it.
  if (trigger.value.tense === 'noun' && isBetween(tagged, trigger, tokens)) subject = [];
  if (standsBehindGroup(tagged, people, mentions, subject, verb, tokens)) subject = [];
  const both = twoOfTheirs(tagged, people, trigger, before, tokens);
  if (both !== undefined) subject = both;
  // A trigger far from a person who is no party ("quand M. X s'était rendu") belongs to that person.
  if (isTaken(people, mentions, subject, verb)) subject = [];
  const object = objectChain(tagged, trigger, after, tokens, subject.length > 0);
  const clause =
    trigger.value.tense === 'noun' && subject.length === 0
      ? clauseSubject(tagged, trigger, object, after, tokens)
      : undefined;
  if (clause !== undefined) object.push(clause);
  const opening = first === undefined || subject.includes(first) ? undefined : first;
  const plural = subject.length === 0 && hasPluralPronoun(tagged, tokens, verb);
  return { subject, object, opening, delegation, pronoun, plural };
}

/** "A confirmed that the ministers of defence and the navy flew to …": the group before the verb acts, not A. */
function standsBehindGroup(
  tagged: TaggedSentence,
  people: People,
  mentions: readonly PersonMention[],
  subject: readonly PersonMention[],
  verb: number,
  tokens: readonly Token[],
): boolean {
  const last = subject.at(-1);
  const group = mentions.filter((mention) => mention.lastToken <= verb && mention.roles.length > 0).at(-1);
  const [role] = group?.roles ?? [];
  if (last === undefined || group === undefined || role?.plural !== true || role.counterpart) return false;
  if (people.entityOf(group) !== undefined || last.lastToken > group.firstToken) return false;
  const anaphor = [...tagged.anaphors.values()].some(
    (match) => match.firstToken <= group.firstToken && match.lastToken > group.firstToken,
  );
  return !anaphor && verb - group.lastToken <= GROUP_REACH && !joined(tagged, last, group, tokens);
}

/** Words between a group and its verb. */
const GROUP_REACH = 8;

/** "A told B in their talks": the talks of the two who stand before. */
function twoOfTheirs(
  tagged: TaggedSentence,
  people: People,
  trigger: Match<Trigger>,
  before: readonly PersonMention[],
  tokens: readonly Token[],
): PersonMention[] | undefined {
  if (trigger.value.tense !== 'noun') return undefined;
  const { theirs } = tagged.lexicon;
  const said = [trigger.firstToken - 1, trigger.firstToken].some((at) => theirs.has(tokens[at]?.folded ?? ''));
  const [left, right] = before.slice(-2);
  if (!said || left === undefined || right === undefined) return undefined;
  const a = people.entityOf(left);
  const b = people.entityOf(right);
  const apart = a !== b && (a?.country === undefined || a.country !== b?.country);
  return apart && a?.rank === 'state' && b?.rank === 'state' ? [left, right] : undefined;
}

/** Sets aside those whom the text only says were present. */
function splitAttending(
  tagged: TaggedSentence,
  people: People,
  trigger: Match<Trigger>,
  mentions: readonly PersonMention[],
  tokens: readonly Token[],
): { free: PersonMention[]; delegation: Entity[] } {
  const verb = trigger.firstToken;
  const presence = tagged.words.find(
    (word) =>
      (word.value === 'presence' || word.value === 'auspices') &&
      word.firstToken >= verb - 4 &&
      !overlaps(word, trigger),
  );
  const verbLater =
    presence !== undefined &&
    tagged.triggers.some(
      (other) =>
        other.firstToken > presence.lastToken && other.value.tense === 'past' && other.value.type === 'meeting',
    );
  const delegation: Entity[] = [];
  const free: PersonMention[] = [];
  let aside: PersonMention | undefined;
  for (const mention of mentions) {
    const entity = people.entityOf(mention);
    if (entity === undefined || !isArgument(tagged, people, mention)) {
      aside = mention;
      continue;
    }
    // "the hopes of King A and President B": who is joined to a person that is only mentioned is too.
    // "greetings of President A to President B": so is the one that it is sent to.
    if (
      aside !== undefined &&
      isOnlyMentioned(tagged, aside) &&
      (joined(tagged, aside, mention, tokens) || isNear(tagged, aside, mention))
    ) {
      aside = mention;
      continue;
    }
    // "in the presence of A, B and C met": when a verb of meeting follows, only the first was merely present.
    const attending =
      presence !== undefined && mention.firstToken >= presence.lastToken && !(verbLater && delegation.length > 0);
    if (attending) delegation.push(entity);
    else free.push(mention);
  }
  const lower = free.filter((mention) => people.entityOf(mention)?.rank === 'official');
  const parties = free.filter((mention) => people.entityOf(mention)?.rank !== 'official');
  for (const mention of lower) {
    const entity = people.entityOf(mention);
    if (entity === undefined) continue;
    const travels = trigger.value.type === 'visit' && isSenior(entity) && parties.length === 0;
    if (travels || standsForCountry(people, entity, parties, lower) || meetsDelegation(tagged, entity, parties, tokens))
      parties.push(mention);
    else delegation.push(entity);
  }
  // A patron at home is no part of the meeting; one of a third country brought the others together.
  const patron = (entity: Entity): boolean =>
    presence?.value === 'auspices' && parties.some((mention) => people.entityOf(mention)?.country === entity.country);
  return {
    free: parties.sort((a, b) => a.firstToken - b.firstToken),
    delegation: delegation.filter((entity) => !patron(entity)),
  };
}

/** Offices just below the minister, who meet in their own right. */
const SENIOR: ReadonlySet<string> = new Set([
  'vice_minister',
  'deputy_minister',
  'minister_delegate',
  'chief_of_staff',
]);

/**
 * An official is a party where nobody higher stands for that country: a minister receives a chief of police; two deputy
 * ministers or chiefs of staff of two countries meet each other.
 */
function standsForCountry(
  people: People,
  entity: Entity,
  parties: readonly PersonMention[],
  officials: readonly PersonMention[],
): boolean {
  const { country } = entity;
  // A deputy minister of no said country, facing one of another: it is read from the article like a minister's.
  if (country === undefined)
    return (
      isSenior(entity) &&
      parties.length === 0 &&
      officials.some((mention) => {
        const other = people.entityOf(mention);
        return other !== undefined && other !== entity && isSenior(other) && other.country !== undefined;
      })
    );
  const countryOf = (mention: PersonMention): string | undefined => people.entityOf(mention)?.country;
  if (parties.some((mention) => people.entityOf(mention)?.rank === 'state')) {
    return (
      entity.name.length > 0 &&
      parties.every((mention) => countryOf(mention) !== undefined && countryOf(mention) !== country)
    );
  }
  if (!isSenior(entity)) return false;
  return [...parties, ...officials].some((mention) => {
    const other = people.entityOf(mention);
    return other !== undefined && isSenior(other) && other.country !== undefined && other.country !== country;
  });
}

/** "The chief of staff met a Qatari military delegation." */
function meetsDelegation(
  tagged: TaggedSentence,
  entity: Entity,
  parties: readonly PersonMention[],
  tokens: readonly Token[],
): boolean {
  if (!isSenior(entity) || entity.country === undefined || parties.length > 0) return false;
  if (tagged.countries.every((country) => country.code === entity.country)) return false;
  for (let i = tagged.sentence.firstToken; i < tagged.sentence.lastToken; i++) {
    if (tagged.lexicon.delegations.has(tokens[i]?.folded ?? '')) return true;
  }
  return false;
}

export function isSenior(entity: Entity): boolean {
  return SENIOR.has(entity.roleCode.split(':')[0] ?? '');
}

/** Close behind, without a trigger in between. */
function isNear(tagged: TaggedSentence, left: PersonMention, right: PersonMention): boolean {
  const gap = right.firstToken - left.lastToken;
  return (
    gap <= 6 &&
    !tagged.triggers.some((trigger) => trigger.firstToken >= left.lastToken && trigger.lastToken <= right.firstToken)
  );
}

function overlaps(a: { firstToken: number; lastToken: number }, b: { firstToken: number; lastToken: number }): boolean {
  return a.firstToken < b.lastToken && b.firstToken < a.lastToken;
}

/** People who are only mentioned ("a message from …"), spokespersons and unknown names without a country are no party. */
function isArgument(tagged: TaggedSentence, people: People, mention: PersonMention): boolean {
  const entity = people.entityOf(mention);
  if (entity === undefined || entity.rank === 'out' || entity.former) return false;
  if (entity.rank === 'none' && entity.country === undefined) return false;
  return !isOnlyMentioned(tagged, mention);
}

/** "A met B and received C": a verb right after "and" keeps the subject of the verb before. */
function continuesSubject(tagged: TaggedSentence, tokens: readonly Token[], verb: number): boolean {
  const before = tokens[verb - 1];
  if (before === undefined || before.kind !== 'word' || !tagged.joiners.has(verb - 1)) return false;
  return tagged.triggers.some((other) => other.lastToken <= verb - 1 && other.value.tense !== 'noun');
}

function isBetween(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  return tagged.words.some(
    (word) =>
      word.value === 'between' &&
      word.lastToken >= trigger.lastToken - 1 &&
      word.firstToken <= trigger.lastToken + 3 &&
      tokens[word.firstToken] !== undefined,
  );
}

/** Another named person without a part stands between the subject and the trigger. */
function isTaken(
  people: People,
  mentions: readonly PersonMention[],
  subject: readonly PersonMention[],
  verb: number,
): boolean {
  const last = subject.at(-1);
  if (last === undefined) return false;
  return mentions.some((mention) => {
    const entity = people.entityOf(mention);
    return (
      mention.titled &&
      entity !== undefined &&
      entity.rank === 'none' &&
      mention.firstToken >= last.lastToken &&
      mention.lastToken <= verb &&
      verb - mention.lastToken <= 3
    );
  });
}

/** The last person before the trigger with those joined to them by "and" or a comma. */
function nearestChain(
  tagged: TaggedSentence,
  before: readonly PersonMention[],
  tokens: readonly Token[],
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
  tokens: readonly Token[],
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

/** "During a meeting with B, A praised …": the subject of the clause that the noun opens is the other party. */
function clauseSubject(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  object: readonly PersonMention[],
  after: readonly PersonMention[],
  tokens: readonly Token[],
): PersonMention | undefined {
  if (trigger.firstToken - tagged.sentence.firstToken > CLAUSE_HEAD) return undefined;
  const last = object.at(-1);
  const next = last === undefined ? undefined : after[after.indexOf(last) + 1];
  if (last === undefined || next === undefined || next.firstToken - last.lastToken > CLAUSE_GAP) return undefined;
  let i = next.firstToken - 1;
  while (i > last.lastToken && tagged.determiners.has(i)) i--;
  return tokens[i]?.folded === ',' ? next : undefined;
}

/** "During a [meeting]": the noun stands near the head of its sentence. */
const CLAUSE_HEAD = 4;

/** Place and day may stand between. */
const CLAUSE_GAP = 10;

/** "avec", "entre", "par" between two mentions: the second is a party too. */
function linkedByParty(tagged: TaggedSentence, left: PersonMention, right: PersonMention): boolean {
  return tagged.words.some(
    (word) =>
      (word.value === 'with' || word.value === 'between' || word.value === 'by') &&
      word.firstToken >= left.lastToken &&
      word.lastToken <= right.firstToken,
  );
}

/** Only "and", commas, titles and articles stand between the two. */
export function joined(
  tagged: TaggedSentence,
  left: PersonMention,
  right: PersonMention,
  tokens: readonly Token[],
): boolean {
  if (right.firstToken <= left.lastToken) return true;
  if (right.firstToken - left.lastToken > 8) return false;
  for (let i = left.lastToken; i < right.firstToken; ) {
    const step =
      tagged.joiners.get(i)?.lastToken ??
      tagged.honorifics.get(i)?.lastToken ??
      tagged.determiners.get(i)?.lastToken ??
      (SIGNS.has(tokens[i]?.folded ?? '') || tagged.lexicon.between.has(tokens[i]?.folded ?? '') ? i + 1 : undefined);
    if (step === undefined) return false;
    i = Math.max(step, i + 1);
  }
  return true;
}

const SIGNS: ReadonlySet<string> = new Set([',', ';', '(', ')', '"']);
