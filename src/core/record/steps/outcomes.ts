import type { Instrument, OutcomeVerb } from '../../languages/record-lexicons.ts';
import type { OutcomeKind } from '../../model/record.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import type { FoundOutcome } from './found-outcome.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import { signedAlso } from './outcome-additions.ts';
import { compiledOutcomes, type OutcomeMatchers } from './outcome-matchers.ts';
import { objectOf, type Range } from './outcome-object.ts';
import { isUndone } from './outcome-undone.ts';
import { type ReadableSentence, sentencesIn } from './scope.ts';

/** Distance in tokens at which nouns still belong to the verb. */
const NOUN_REACH = 14;
const BODY_REACH = 5;
/** Tokens of a reported clause that tell whether it looks ahead. */
const OPINION_REACH = 14;
const LONGEST_CLAUSE = 80;
/** A verb so close after another is part of its object ("agreed to establish"). */
const NESTED = 3;

/**
 * Outcomes in a scope: strong verbs with their object. Courtesy and boilerplate ("stressed", "hailed") give none;
 * neither do denied, planned and recalled ones. The found span runs from the verb to the end of the object.
 */
export function findOutcomes(document: TextDocument, scope: Scope): Found<FoundOutcome>[] {
  const found: Found<FoundOutcome>[] = [];
  let previous: ReadableSentence | undefined;
  for (const sentence of sentencesIn(document, scope)) {
    for (const item of outcomesOf(document, sentence, previous)) found.push(item);
    previous = sentence;
  }
  return mergeOutcomes(document, found);
}

function outcomesOf(
  document: TextDocument,
  sentence: ReadableSentence,
  previous: ReadableSentence | undefined,
): Found<FoundOutcome>[] {
  const lexicon = compiledOutcomes(sentence.language);
  const tokens = document.tokens;
  const verbs = lexicon.verbs.find(tokens, sentence.firstToken, sentence.lastToken);
  const found: Found<FoundOutcome>[] = [];
  let taken = -1;
  for (const [index, verb] of verbs.entries()) {
    const value = verb.value;
    if (verb.firstToken < taken) continue;
    if (value === undefined) {
      taken = verb.lastToken;
      continue;
    }
    if (found.some((item) => isListed(tokens, lexicon, verb, item.value))) continue;
    const clause = clauseStart(tokens, sentence, verb.firstToken);
    if (isUndone(document, lexicon, verb, clause, sentence)) continue;
    const next = verbs
      .slice(index + 1)
      .find(
        (other) =>
          other.value !== undefined &&
          other.firstToken >= verb.lastToken + NESTED &&
          !isListed(tokens, lexicon, other, value),
      );
    const limit = Math.min(next?.firstToken ?? sentence.lastToken, sentence.lastToken);
    const whole = objectOf(tokens, lexicon, verb, value, { clause, limit, sentence, previous });
    const also = whole === undefined ? undefined : signedAlso(tokens, lexicon, value, whole, limit);
    const object = also?.first ?? whole;
    if (object === undefined || !fits(tokens, lexicon, value, object)) continue;
    if (isSetback(tokens, lexicon, value, object) || isOpinion(document, lexicon, verb, object)) continue;
    // "They agreed to open a line, the ministry announced": what was announced has been read already.
    if (value.kind === 'announced' && found.some((item) => overlaps(tokens, item, object))) continue;
    if (isOfThePast(document, lexicon, value, object, sentence)) continue;
    // A promise of one side is a statement, not an outcome of the meeting.
    if (value.pair === true && lexicon.pairs.find(tokens, clause, verb.firstToken).length === 0) continue;
    const told = describe(document, lexicon, verb, value, object);
    if (told === undefined) continue;
    // "Agreed on sixteen texts, which the ministers signed."
    const signedAfter = verbs.some((other) => other.value?.kind === 'signed' && other.firstToken >= object.to);
    const outcome =
      signedAfter && told.kind === 'agreed' && opensWithPapers(tokens, lexicon, object)
        ? { ...told, kind: 'signed' as const }
        : told;
    found.push({
      value: outcome,
      start: Math.min(verb.start, outcome.textStart),
      end: Math.max(verb.end, outcome.textEnd),
      sentence: sentence.index,
      rule: `outcome:${sentence.language}:${value.kind}`,
    });
    for (const range of also?.others ?? []) {
      const other = describe(document, lexicon, verb, value, range);
      if (other === undefined) continue;
      const { textStart: start, textEnd: end } = other;
      const rule = `outcome:${sentence.language}:${value.kind}`;
      found.push({ value: other, start, end, sentence: sentence.index, rule });
    }
    taken = verb.lastToken + NESTED;
  }
  return found;
}

/**
 * "agreed to lower tensions and resume cooperation" is one outcome: the second verb is an item of the first. So is the
 * body of "signed a memorandum on the creation of a council", where nothing stands between the paper and what it is on.
 */
function isListed(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  verb: Match<OutcomeVerb | undefined>,
  before: { readonly kind: OutcomeKind },
): boolean {
  const kind = verb.value?.kind;
  if (kind === 'relaunched') return before.kind === 'agreed';
  if (kind !== 'created' || before.kind !== 'signed') return false;
  const left = tokens[verb.firstToken - 1]?.folded;
  return left !== ',' && lexicon.opens.find(tokens, verb.firstToken - 1, verb.firstToken).length === 0;
}

function clauseStart(tokens: readonly Token[], sentence: ReadableSentence, verb: number): number {
  const from = Math.max(sentence.firstToken, verb - LONGEST_CLAUSE);
  for (let i = verb - 1; i >= from; i--) {
    const token = tokens[i];
    if (token?.kind === 'punctuation' && (token.folded === ';' || token.folded === ':' || token.folded === '.'))
      return i + 1;
  }
  return from;
}

function fits(tokens: readonly Token[], lexicon: OutcomeMatchers, verb: OutcomeVerb, object: Range): boolean {
  const reach = (words: number): number => Math.min(object.to, object.from + words);
  switch (verb.needs) {
    case 'instrument':
      return lexicon.instruments.find(tokens, object.from, reach(NOUN_REACH)).length > 0;
    case 'visit':
      return (
        lexicon.visit.find(tokens, object.from, reach(NOUN_REACH)).length > 0 ||
        isToPlace(tokens, lexicon, { from: object.from, to: reach(NOUN_REACH) })
      );
    case 'body':
      return lexicon.bodies.find(tokens, object.from, reach(BODY_REACH)).length > 0;
    case 'shared':
      return (
        lexicon.shared.find(tokens, object.from, reach(BODY_REACH)).length > 0 ||
        lexicon.bodies.find(tokens, object.from, reach(BODY_REACH)).length > 0
      );
    default:
      // A single word is a fragment, not something agreed.
      return object.to - object.from >= 2;
  }
}

/** "Invited the president to Oslo": a name behind a word of place, after who was invited. */
function isToPlace(tokens: readonly Token[], lexicon: OutcomeMatchers, object: Range): boolean {
  return lexicon.towards
    .find(tokens, object.from + 1, object.to - 1)
    .some(({ lastToken }) => tokens[lastToken]?.upper === true);
}

/** "Agreed to postpone the visit", "announced the cancellation": that is the status of a meeting. */
function isSetback(tokens: readonly Token[], lexicon: OutcomeMatchers, verb: OutcomeVerb, object: Range): boolean {
  const reach = verb.kind === 'announced' ? object.to : Math.min(object.to, object.from + NESTED);
  return lexicon.setbacks.find(tokens, object.from, reach).length > 0;
}

/** "Announced that the plan is the most credible one": a view. What is decided is told in the future. */
function isOpinion(document: TextDocument, lexicon: OutcomeMatchers, verb: Match<unknown>, object: Range): boolean {
  const { tokens, text } = document;
  if (lexicon.that.find(tokens, verb.lastToken - 1, object.from + 1).length === 0) return false;
  const to = Math.min(object.to, object.from + OPINION_REACH);
  if (lexicon.modals.find(tokens, object.from, to).length > 0) return false;
  for (let i = object.from; i < to; i++) {
    const token = tokens[i];
    const word = token?.folded ?? '';
    // With its accents: "considera" is no future.
    const written = token === undefined ? '' : text.slice(token.start, token.end).toLowerCase().normalize('NFC');
    if (lexicon.futureEndings?.test(written) === true) return false;
    if (lexicon.futurePrefixes.some((prefix) => word.replace(/^[وف](?=.{3})/u, '').startsWith(prefix))) return false;
  }
  return true;
}

/** "Sixteen documents …": a number and papers, in this order. */
function opensWithPapers(tokens: readonly Token[], lexicon: OutcomeMatchers, object: Range): boolean {
  const counted =
    tokens[object.from]?.kind === 'number' || lexicon.numbers.find(tokens, object.from, object.from + 1).length > 0;
  return counted && lexicon.instruments.find(tokens, object.from + 1, object.from + NESTED).length > 0;
}

function overlaps(tokens: readonly Token[], item: Found<FoundOutcome>, object: Range): boolean {
  const start = tokens[object.from]?.start ?? 0;
  const end = tokens[object.to - 1]?.end ?? 0;
  return item.start < end && start < item.end;
}

/**
 * A year or a month and year before publication inside the object: it was agreed then. A full date (day, month, year)
 * is left alone, it may be the day of this meeting.
 */
function isOfThePast(
  document: TextDocument,
  lexicon: OutcomeMatchers,
  verb: OutcomeVerb,
  object: Range,
  sentence: ReadableSentence,
): boolean {
  const { tokens } = document;
  if (lexicon.background.find(tokens, object.from, Math.min(object.to + 4, sentence.lastToken)).length > 0) return true;
  const published = Number(document.article.published?.value.edtf.slice(0, 4) ?? Number.NaN);
  for (let i = object.from; i < object.to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'number' || !/^(19|20)\d\d$/.test(token.folded)) continue;
    const year = Number(token.folded);
    if (year < published) return true;
    const dayBefore = tokens[i - 2]?.kind === 'number' || tokens[i - 3]?.kind === 'number';
    // Without a day of publication a year may lie ahead; a paper is rarely signed in a year told with it.
    if (Number.isNaN(published) && !dayBefore && verb.needs === 'instrument') return true;
  }
  return false;
}

function describe(
  document: TextDocument,
  lexicon: OutcomeMatchers,
  match: Match<unknown>,
  verb: OutcomeVerb,
  object: Range,
): FoundOutcome | undefined {
  const { tokens, text } = document;
  const paper = lexicon.instruments.find(tokens, object.from, Math.min(object.to, object.from + NOUN_REACH))[0];
  const kind = kindOf(tokens, lexicon, verb, object);
  const named = kind === 'signed' || kind === 'roadmap' || verb.needs === 'instrument';
  // Place and day stand between the verb and the paper: the text begins with the paper.
  let from =
    paper !== undefined && verb.needs === 'instrument' ? startOfPaper(tokens, lexicon, paper, object) : object.from;
  // "Resume cooperation": the kind does not say it, so the text does.
  if (verb.kind === 'relaunched' && kind === 'announced') from = Math.min(from, match.firstToken);
  const first = tokens[from];
  const last = tokens[object.to - 1];
  if (first === undefined || last === undefined) return undefined;
  const count = paper !== undefined && named ? countOf(tokens, lexicon, paper, object) : undefined;
  return {
    kind,
    text: text.slice(first.start, last.end),
    textStart: first.start,
    textEnd: last.end,
    ...(paper !== undefined && named
      ? { instrument: paper.value.class, instrumentSurface: text.slice(paper.start, paper.end) }
      : {}),
    ...(count === undefined ? {} : { count }),
    strength: paper !== undefined && named && INTENT.has(paper.value.class) ? 'intent' : verb.strength,
  };
}

/** With its number or article, at most three words before. */
function startOfPaper(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  paper: Match<Instrument>,
  object: Range,
): number {
  for (let i = Math.max(object.from, paper.firstToken - 3); i < paper.firstToken; i++) {
    if (tokens[i]?.kind === 'number' || lexicon.numbers.find(tokens, i, i + 1).length > 0) return i;
  }
  return paper.firstToken;
}

/** Papers that bind to nothing more than trying. */
const INTENT: ReadonlySet<string> = new Set(['declaration_of_intent', 'letter_of_intent']);

/** "agreed to establish a group" is a creation, "agreed to resume" starts again. */
function kindOf(tokens: readonly Token[], lexicon: OutcomeMatchers, verb: OutcomeVerb, object: Range): OutcomeKind {
  const head = Math.min(object.to, object.from + NOUN_REACH);
  const withBody =
    lexicon.bodies.find(tokens, object.from, head).length > 0 &&
    (lexicon.wholesale.find(tokens, object.from, head).length === 0 ||
      lexicon.shared.find(tokens, object.from, head).length === 0);
  // Cooperation that goes on again is news, a body that works again is a relaunch.
  if (verb.kind === 'relaunched') return withBody ? 'relaunched' : 'announced';
  const again = lexicon.relaunch.find(tokens, object.from, head)[0];
  const isAgain = again !== undefined && again.firstToken <= object.from + 1 && withBody;
  if (isAgain && (verb.kind === 'created' || verb.kind === 'announced')) return 'relaunched';
  if (verb.kind !== 'agreed' && verb.kind !== 'announced') return verb.kind;
  const named = lexicon.bodies.find(tokens, object.from, Math.min(object.to, object.from + NESTED));
  if (verb.kind === 'announced' && named.length > 0) return 'created';
  const creation = lexicon.creation.find(tokens, object.from, head)[0];
  if (creation !== undefined && creation.firstToken <= object.from + 3) return 'created';
  if (isAgain) return 'relaunched';
  return verb.kind;
}

function countOf(
  tokens: readonly Token[],
  lexicon: OutcomeMatchers,
  paper: Match<Instrument>,
  object: Range,
): number | undefined {
  if (paper.value.count !== undefined) return paper.value.count;
  for (let i = paper.firstToken - 1; i >= Math.max(object.from, paper.firstToken - 3); i--) {
    const token = tokens[i];
    if (token?.kind === 'number' && token.folded.length <= 2) return Number(token.folded);
    const word = lexicon.numbers.find(tokens, i, i + 1)[0];
    if (word !== undefined) return word.value;
  }
  return undefined;
}
