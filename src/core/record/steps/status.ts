import type { StatusCue, Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedSentence } from '../context.ts';

export type ReportedStatus = 'held' | 'planned' | 'postponed' | 'cancelled' | 'denied' | 'background' | 'none';

export interface StatusReading {
  readonly status: ReportedStatus;
  /** The words that decided, when a cue did. */
  readonly cue?: Match<StatusCue>;
}

/** How many tokens a cue may stand away from its trigger. Set on the development pages. */
const REACH: Readonly<Record<StatusCue, { before: number; after: number }>> = {
  planned: { before: 7, after: 5 },
  postponed: { before: 14, after: 14 },
  cancelled: { before: 14, after: 14 },
  denied: { before: 10, after: 6 },
  background: { before: 16, after: 10 },
  // "The visit comes days after the two met in …": what stands behind is recalled, what stands before is the news.
  recalled: { before: 16, after: 0 },
  condition: { before: 12, after: 0 },
};

/** "A meeting with the minister of … is on the agenda": the verb stands behind the whole noun phrase. */
const NOUN_REACH = { before: 14, after: 18 };

/** "The meeting between A and B has been postponed": both parties with their titles stand before the verb. */
const BETWEEN_REACH = 34;

/** Reads the status of a trigger from its tense and the cues around it. `none` means that it reports nothing. */
export function readStatus(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): StatusReading {
  const near = tagged.cues.filter(
    (cue) =>
      (reaches(cue, trigger, tokens) || closesNoun(tagged, cue, trigger, tokens)) && !isOfNext(tagged, cue, trigger),
  );
  // "… spoke by phone after his visit was cancelled": the cue belongs to the noun beside it.
  const ofAnother = (cue: Match<StatusCue>): boolean =>
    CLOSING.has(cue.value) &&
    trigger.value.tense === 'past' &&
    tagged.triggers.some(
      (other) =>
        other.value.tense === 'noun' && other.firstToken >= trigger.lastToken && other.lastToken <= cue.firstToken,
    );
  const of = (kind: StatusCue): Match<StatusCue> | undefined =>
    near.find((cue) => cue.value === kind && !ofAnother(cue));
  const called = of('cancelled') ?? of('postponed');
  if (called !== undefined) return { status: called.value === 'cancelled' ? 'cancelled' : 'postponed', cue: called };
  const denied = of('denied');
  if (denied !== undefined) return { status: 'denied', cue: denied };
  if (of('condition') !== undefined) return { status: 'none' };
  if (isNegated(tagged, trigger, tokens)) return { status: 'none' };
  const { tense } = trigger.value;
  if (tense === 'pluperfect') return { status: 'background' };
  // "Since his nomination last summer, X is expected in …": the past belongs to the opening of the sentence.
  if (tense === 'future' && of('background') !== undefined && opensClause(tagged, of('background'), trigger, tokens))
    return { status: 'planned' };
  const background = of('background') ?? of('recalled') ?? recallingHead(tagged, trigger, tokens);
  if (background !== undefined) return { status: 'background', cue: background };
  if (tense === 'future' || continuesPlan(tagged, trigger) || isGluedToPlan(tagged, trigger, tokens))
    return { status: 'planned' };
  const opening = tagged.cues.find(
    (cue) => cue.value === 'planned' && cue.firstToken === trigger.firstToken && cue.lastToken - cue.firstToken > 2,
  );
  // "had been scheduled to hold talks": the plan is part of the verb.
  if (opening !== undefined) return { status: 'planned', cue: opening };
  // "was scheduled to arrive", "سوف يلتقي": the cue governs the verb, whatever its form.
  const governing = tagged.cues.find((cue) => cue.value === 'planned' && cue.lastToken === trigger.firstToken);
  if (governing !== undefined && tense !== 'noun') return { status: 'planned', cue: governing };
  const planned = of('planned');
  if (planned !== undefined && tense !== 'past') return { status: 'planned', cue: planned };
  if (tense === 'infinitive' || isOfPlan(tagged, trigger, tokens)) return { status: 'planned' };
  return { status: 'held' };
}

/** "In a call they agreed to hold a meeting soon": a word for the future belongs to the noun right before it. */
function isOfNext(tagged: TaggedSentence, cue: Match<StatusCue>, trigger: Match<Trigger>): boolean {
  return (
    cue.value === 'planned' &&
    trigger.value.tense === 'noun' &&
    tagged.triggers.some(
      (other) =>
        other.value.tense === 'noun' &&
        other.value.type !== trigger.value.type &&
        other.firstToken >= trigger.lastToken &&
        other.lastToken <= cue.firstToken,
    )
  );
}

/** "The last visit of a minister …, when A met B": who begins with what was recalls the whole sentence. */
function recallingHead(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  tokens: readonly Token[],
): Match<StatusCue> | undefined {
  const cue = tagged.cues.find(
    (known) =>
      known.value === 'background' &&
      known.firstToken - tagged.sentence.firstToken <= 1 &&
      known.lastToken - known.firstToken > 1,
  );
  if (cue === undefined || trigger.value.tense === 'future') return undefined;
  for (let i = cue.lastToken; i < trigger.firstToken; i++) if (tokens[i]?.folded === ';') return undefined;
  return cue;
}

/** The cue stands in a clause that a comma closes before the trigger. */
function opensClause(
  tagged: TaggedSentence,
  cue: Match<StatusCue> | undefined,
  trigger: Match<Trigger>,
  tokens: readonly Token[],
): boolean {
  if (cue === undefined || cue.firstToken - tagged.sentence.firstToken > 6) return false;
  for (let i = cue.lastToken; i < trigger.firstToken; i++) if (tokens[i]?.folded === ',') return true;
  return false;
}

/** "was slated to visit India and hold talks": a bare verb after "and" goes on with the plan of the verb before. */
function continuesPlan(tagged: TaggedSentence, trigger: Match<Trigger>): boolean {
  if (trigger.value.tense !== 'present' || !tagged.joiners.has(trigger.firstToken - 1)) return false;
  const before = tagged.triggers.filter(
    (other) => other.lastToken < trigger.firstToken && other.value.tense !== 'noun',
  );
  const tense = before.at(-1)?.value.tense;
  return tense === 'future' || tense === 'infinitive';
}

/** "من المقرر أن يعقد … لمراجعة … وبحث …": what Arabic joins by "and" to a plan of the same sentence, no comma between. */
function isGluedToPlan(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  if (!tagged.lexicon.pack.clitics || tokens[trigger.firstToken]?.folded.startsWith('و') !== true) return false;
  const before = tagged.triggers.filter((other) => other.lastToken <= trigger.firstToken).at(-1);
  if (before?.value.tense !== 'future') return false;
  for (let i = before.lastToken; i < trigger.firstToken; i++) if (tokens[i]?.kind !== 'word') return false;
  return true;
}

/** "She will fly to Lima for talks with …": a noun behind a verb of the future is part of the plan. */
function isOfPlan(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  if (trigger.value.tense !== 'noun') return false;
  const verb = tagged.triggers
    .filter((other) => other.lastToken <= trigger.firstToken && other.value.tense !== 'noun')
    .at(-1);
  if (verb?.value.tense !== 'future' || trigger.firstToken - verb.lastToken > PLAN_REACH) return false;
  for (let i = verb.lastToken; i < trigger.firstToken; i++) if (tokens[i]?.folded === ';') return false;
  return true;
}

/** Words between such a verb and the noun. */
const PLAN_REACH = 16;

/** The verb of a clause whose subject is the noun, with nothing told in between. */
function closesNoun(
  tagged: TaggedSentence,
  cue: Match<StatusCue>,
  trigger: Match<Trigger>,
  tokens: readonly Token[],
): boolean {
  if (trigger.value.tense !== 'noun' || !CLOSING.has(cue.value)) return false;
  const gap = cue.firstToken - trigger.lastToken;
  if (gap < 0 || gap > BETWEEN_REACH || trigger.firstToken - tagged.sentence.firstToken > 3) return false;
  if (tagged.triggers.some((other) => other.firstToken >= trigger.lastToken && other.firstToken < cue.firstToken))
    return false;
  for (let i = trigger.lastToken; i < cue.firstToken; i++) if (tokens[i]?.folded === ';') return false;
  return true;
}

const CLOSING: ReadonlySet<StatusCue> = new Set(['planned', 'postponed', 'cancelled']);

function reaches(cue: Match<StatusCue>, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  const reach = trigger.value.tense === 'noun' && cue.value === 'planned' ? NOUN_REACH : REACH[cue.value];
  if (cue.firstToken >= trigger.firstToken && cue.lastToken <= trigger.lastToken) {
    // "viaja mañana a": a present with its day ahead.
    if (cue.value === 'planned') return trigger.value.tense === 'present';
    return cue.value === 'postponed' || cue.value === 'cancelled';
  }
  const before = trigger.firstToken - cue.lastToken;
  const after = cue.firstToken - trigger.lastToken;
  const gap = before >= 0 ? before : after;
  if (gap > (before >= 0 ? reach.before : reach.after)) return false;
  // A cue does not reach over a semicolon or a full stop inside the sentence.
  const from = before >= 0 ? cue.lastToken : trigger.lastToken;
  const to = before >= 0 ? trigger.firstToken : cue.firstToken;
  for (let i = from; i < to; i++) if (tokens[i]?.folded === ';') return false;
  return true;
}

function isNegated(tagged: TaggedSentence, trigger: Match<Trigger>, tokens: readonly Token[]): boolean {
  if (trigger.value.tense === 'noun') return false;
  for (let i = Math.max(tagged.sentence.firstToken, trigger.firstToken - 3); i < trigger.firstToken; i++) {
    if (tagged.lexicon.negations.has(tokens[i]?.folded ?? '')) return true;
  }
  return false;
}
