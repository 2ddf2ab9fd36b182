import type { OutcomeVerb } from '../../languages/record-lexicons.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { OutcomeMatchers } from './outcome-matchers.ts';
import type { ReadableSentence } from './scope.ts';

/** Tokens that an object may be long. */
const LONGEST_OBJECT = 60;
/** Distance in tokens at which a noun before the verb still belongs to it. */
const NOUN_REACH = 14;
/** Within so many tokens of its start a sentence names its subject. */
const SUBJECT_REACH = 4;
const LONGEST_LINK = 4;
/** Words of a subject such as "the two ministers of trade". */
const LONGEST_SAYER = 6;
const LONGEST_PARENTHESIS = 16;

export interface Surroundings {
  readonly clause: number;
  /** Where the next outcome begins. */
  readonly limit: number;
  readonly sentence: ReadableSentence;
  readonly previous: ReadableSentence | undefined;
}

/** The words that say what was agreed, as token indexes. */
export function objectOf(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: Match<unknown>,
  value: OutcomeVerb,
  { clause, limit, sentence, previous }: Surroundings,
): Range | undefined {
  switch (value.object) {
    case 'self':
      return {
        from: verb.firstToken,
        to: objectAfter(tokens, lexicon, verb, limit)?.to ?? verb.lastToken,
      };
    case 'clause': {
      const comma = postposed(tokens, lexicon, verb, sentence);
      // A bare verb ("agreed") says what was before it only at the end of the sentence.
      if (comma === undefined && verb.lastToken - verb.firstToken < 2) return undefined;
      // "Fue acordada la apertura …": the subject of the passive may follow it.
      return trimmed(tokens, clause, comma ?? verb.firstToken) ?? objectAfter(tokens, lexicon, verb, limit);
    }
    case 'before':
      return objectBefore(tokens, lexicon, verb, value, sentence, previous);
    case 'after': {
      const comma = value.needs === undefined ? postposed(tokens, lexicon, verb, sentence) : undefined;
      if (comma !== undefined) return trimmed(tokens, clause, comma);
      const object = objectAfter(tokens, lexicon, verb, limit);
      if (object === undefined) return undefined;
      if (value.needs === 'instrument') return beforeDay(tokens, lexicon, object);
      return value.kind === 'announced' ? afterSubject(tokens, lexicon, object) : object;
    }
  }
}

/** A range of tokens, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}
/** What stands after the verb, to the end of what it tells. */
export function objectAfter(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: Pick<Match<unknown>, 'lastToken'>,
  limit: number,
): Range | undefined {
  const end = Math.min(limit, verb.lastToken + LONGEST_OBJECT);
  let from = afterParenthesis(tokens, verb.lastToken, end);
  from = afterLinks(tokens, lexicon, from, end);
  let to = end;
  for (let i = from; i < end; i++) {
    const sign = tokens[i]?.folded;
    if (tokens[i]?.kind === 'punctuation' && (sign === ';' || sign === '.' || sign === '!' || sign === '?')) {
      to = i;
      break;
    }
  }
  const stop = lexicon.stop.find(tokens, from + 1, to)[0];
  if (stop !== undefined) to = stop.firstToken;
  else if (to === verb.lastToken + LONGEST_OBJECT) to = lastComma(tokens, from + LONGEST_LINK, to);
  return trimmed(tokens, from, withoutTail(tokens, lexicon, from, to));
}

/** A text that is too long ends at a comma, not in the middle of a phrase. */
function lastComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (tokens[i]?.folded === ',') return i;
  return to;
}

/** "A memorandum on trade in Cairo on Monday": time and place of the signature are no part of the paper's name. */
function beforeDay(tokens: readonly Token[], lexicon: OutcomeMatchers, object: Range): Range {
  const day = lexicon.days.find(tokens, object.from, object.to).at(-1);
  if (day === undefined || lexicon.instruments.find(tokens, object.from, day.firstToken).length === 0) return object;
  let to = day.firstToken;
  if (tokens[to - 1]?.folded === ',') to--;
  if (tokens[to - 1]?.upper === true && lexicon.prepositions.find(tokens, to - 2, to - 1).length > 0) to -= 2;
  return trimmed(tokens, object.from, withoutTail(tokens, lexicon, object.from, to)) ?? object;
}

/** Where the verb comes first its subject is stepped over: "announced the minister the resumption of …". */
function afterSubject(tokens: readonly Token[], lexicon: OutcomeMatchers, object: Range): Range {
  if (!lexicon.verbFirst) return object;
  const head = Math.min(object.to, object.from + LONGEST_SAYER);
  const start = [lexicon.relaunch, lexicon.creation]
    .flatMap((matcher) => matcher.find(tokens, object.from, head + LONGEST_LINK)[0] ?? [])
    .find((match) => match.firstToken < head);
  return start === undefined ? object : { from: start.firstToken, to: object.to };
}

/**
 * "Lima will reopen its consulate, the minister announced": the verb closes the sentence with at most its subject, and
 * what it reports stands before the comma. Returns the comma.
 */
function postposed(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: Match<unknown>,
  sentence: ReadableSentence,
): number | undefined {
  // "…, announced the ministry of the interior on its page": the subject right after it shows the same.
  if (
    tokens[verb.firstToken - 1]?.folded === ',' &&
    lexicon.sayers.find(tokens, verb.lastToken, Math.min(sentence.lastToken, verb.lastToken + 2)).length > 0
  ) {
    return verb.firstToken - 1;
  }
  let end = sentence.lastToken;
  while (end > verb.lastToken && tokens[end - 1]?.kind === 'punctuation') end--;
  if (
    end - verb.lastToken > LONGEST_SAYER ||
    lexicon.link.find(tokens, verb.lastToken - 1, verb.lastToken).length > 0
  ) {
    return undefined;
  }
  const subject = lexicon.sayers.find(tokens, verb.lastToken, end);
  if (end > verb.lastToken && subject.length === 0) return undefined;
  for (let i = verb.firstToken - 1; i > Math.max(sentence.firstToken + 1, verb.firstToken - LONGEST_SAYER); i--) {
    if (tokens[i]?.folded === ',') return i;
  }
  return undefined;
}

/** Steps over small words between verb and object, with a place among them: "agreed on Monday in Rabat to …". */
function afterLinks(tokens: readonly Token[], lexicon: OutcomeMatchers, from: number, end: number): number {
  const linkAt = (at: number): number | undefined => {
    const link = lexicon.link.find(tokens, at, Math.min(end, at + LONGEST_LINK))[0];
    return link?.firstToken === at ? link.lastToken : afterDate(tokens, lexicon, at, end);
  };
  let at = from;
  for (let next = linkAt(at); next !== undefined; next = linkAt(at)) {
    at = next;
    const afterPlace = tokens[at]?.upper === true ? linkAt(at + 1) : undefined;
    if (afterPlace !== undefined) at = afterPlace;
  }
  return at;
}

/** "8 May 2025" between verb and object: index after it. A number alone counts what was agreed. */
function afterDate(tokens: readonly Token[], lexicon: OutcomeMatchers, at: number, end: number): number | undefined {
  const isMonth = (i: number): boolean => i < end && lexicon.months.find(tokens, i, i + 1).length > 0;
  const isNumber = (i: number): boolean => i < end && tokens[i]?.kind === 'number';
  const month = isNumber(at) ? at + 1 : at;
  if (!isMonth(month)) return undefined;
  let after = month + 1;
  while (isNumber(after)) after++;
  return after > at + 1 ? after : undefined;
}

/** An object that was cut does not end with "and to" or ", which". */
function withoutTail(tokens: readonly Token[], lexicon: OutcomeMatchers, from: number, to: number): number {
  let end = to;
  while (end > from && (tokens[end - 1]?.folded === ',' || lexicon.conjunctions.find(tokens, end - 1, end).length > 0))
    end--;
  return end;
}

/** "signed, in the presence of both leaders, a protocol": what stands between two commas is stepped over. */
function afterParenthesis(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.folded !== ',') return from;
  const furthest = Math.min(to, from + LONGEST_PARENTHESIS);
  for (let i = from + 1; i < furthest; i++) if (tokens[i]?.folded === ',') return i + 1;
  return from;
}

/** The subject of a passive: "four agreements were signed"; for "signed it", the paper of the sentence before. */
function objectBefore(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: Match<unknown>,
  value: OutcomeVerb,
  sentence: ReadableSentence,
  previous: ReadableSentence | undefined,
): Range | undefined {
  const nouns = value.needs === 'body' ? lexicon.bodies : lexicon.instruments;
  const close = nouns.find(tokens, Math.max(sentence.firstToken, verb.firstToken - NOUN_REACH), verb.firstToken);
  // "Agreements on training, on patrols and on … were signed": the subject opens the sentence, its list is long.
  const near =
    close.length > 0
      ? close
      : nouns.find(tokens, sentence.firstToken, Math.min(verb.firstToken, sentence.firstToken + SUBJECT_REACH));
  // "Eight agreements and memoranda were signed": the number stands before the first of them.
  const starts = near.map((noun) => ({
    noun: noun.firstToken,
    at: startOfNoun(tokens, lexicon, noun.firstToken, sentence),
  }));
  const start = starts.find(({ noun, at }) => at < noun) ?? starts.at(-1);
  if (start !== undefined) return trimmed(tokens, start.at, verb.firstToken);
  if (previous === undefined || value.needs !== 'instrument') return undefined;
  const earlier = nouns.find(tokens, previous.firstToken, previous.lastToken)[0];
  return earlier && objectAfter(tokens, lexicon, { ...earlier, lastToken: earlier.firstToken }, previous.lastToken);
}

/** Takes in a number before the noun. */
function startOfNoun(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  noun: number,
  sentence: ReadableSentence,
): number {
  const from = Math.max(sentence.firstToken, noun - 3);
  const number = lexicon.numbers.find(tokens, from, noun)[0];
  if (number !== undefined) return number.firstToken;
  for (let i = from; i < noun; i++) if (tokens[i]?.kind === 'number') return i;
  return noun;
}

function trimmed(tokens: readonly Token[], from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  const isEdge = (token: Token | undefined): boolean =>
    token?.kind === 'punctuation' && token.folded !== '"' && token.folded !== ')';
  while (start < end && isEdge(tokens[start])) start++;
  while (end > start && isEdge(tokens[end - 1])) end--;
  return end > start ? { from: start, to: end } : undefined;
}
