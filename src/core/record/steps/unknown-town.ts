import type { RecordContext, TaggedSentence } from '../context.ts';

/** Tokens from the trigger within which a town that no list holds is taken for its place. */
const REACH = 22;

/** Words of such a name. */
const LONGEST = 3;

interface Town {
  readonly place: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A town that the gazetteer does not hold, as written: a capitalised name directly behind "in" ("à", "en"), or behind
 * "the town of". Only where capitals show names, and only when the name closes there: a day, a comma or a small word
 * follows.
 */
export function unknownTown(
  context: RecordContext,
  tagged: TaggedSentence,
  at: { readonly firstToken: number; readonly lastToken: number },
): Town | undefined {
  if (!tagged.lexicon.pack.capitals || tagged.sentence.block === 'headline') return undefined;
  const { tokens, text } = context.document;
  let best: { town: Town; distance: number } | undefined;
  for (let i = tagged.sentence.firstToken + 1; i < tagged.sentence.lastToken; i++) {
    if (!isIntroduced(context, tagged, i)) continue;
    let end = i;
    while (end < tagged.sentence.lastToken && end - i < LONGEST && isNamePart(context, tagged, end)) end++;
    if (end === i || tokens[end]?.upper === true || tokens[end]?.folded === "'s" || tokens[end]?.folded === '-')
      continue;
    if (isPerson(tagged, end)) continue;
    const distance = i >= at.lastToken ? i - at.lastToken : at.firstToken - end;
    if (distance > REACH || (best !== undefined && best.distance <= distance)) continue;
    const start = tokens[i]?.start ?? 0;
    const stop = tokens[end - 1]?.end ?? start;
    best = { town: { place: text.slice(start, stop), start, end: stop }, distance };
  }
  return best?.town;
}

function isIntroduced(context: RecordContext, tagged: TaggedSentence, at: number): boolean {
  const { tokens } = context.document;
  const before = tokens[at - 1]?.folded ?? '';
  if (tagged.lexicon.townWords.has(before)) return true;
  return tagged.linkers.has(at - 1) && tagged.lexicon.townNouns.has(tokens[at - 2]?.folded ?? '');
}

function isNamePart(context: RecordContext, tagged: TaggedSentence, at: number): boolean {
  const token = context.document.tokens[at];
  if (token?.kind !== 'word' || !token.upper || token.folded.length < 3 || /\d/.test(token.folded)) return false;
  if (/^\p{Lu}+$/u.test(context.document.text.slice(token.start, token.end))) return false;
  if (tagged.lexicon.nameStops.has(token.folded) || tagged.honorifics.has(at)) return false;
  // "Ciudad de [México]": part of a name that the gazetteer holds.
  if (tagged.places.some((place) => place.firstToken < at && place.lastToken > at)) return false;
  return !(tagged.countryAt.has(at) || tagged.placeAt.has(at) || tagged.heads.has(at) || tagged.portfolios.has(at));
}

/** A title, an office or a country follows: the words before it were another thing. */
function isPerson(tagged: TaggedSentence, at: number): boolean {
  return tagged.heads.has(at) || tagged.honorifics.has(at);
}
