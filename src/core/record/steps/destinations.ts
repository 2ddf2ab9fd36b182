import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { CountryTag, TaggedSentence } from '../context.ts';
import type { Entity } from './people/entity.ts';

/** "The joint commission of A and B", "A-B joint commission": the two that the sentence joins beside the body. */
export function pairOfSession(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  tokens: readonly Token[],
): readonly [string, string] | undefined {
  for (const [i, left] of tagged.countries.entries()) {
    const right = tagged.countries[i + 1];
    if (right === undefined || right.code === left.code || !isJoined(tagged, left, right, tokens)) continue;
    // "La République du Pérou (RP)": the same country said twice.
    const twin = tagged.countries[i - 1];
    const first = twin?.code === left.code && left.firstToken - twin.lastToken <= 2 ? twin : left;
    const gap =
      left.firstToken >= trigger.lastToken
        ? first.firstToken - trigger.lastToken
        : trigger.firstToken - right.lastToken;
    const between = tagged.words.some(
      (word) =>
        word.value === 'between' &&
        word.firstToken >= trigger.lastToken &&
        word.lastToken <= first.firstToken &&
        first.firstToken - word.lastToken <= BETWEEN_REACH,
    );
    if (gap <= (between ? SESSION_BETWEEN : SESSION_REACH)) return [left.code, right.code];
  }
  return undefined;
}

const SESSION_REACH = 5;

/** "La commission mixte permanente de coopération tenue à ⟨town⟩ entre …". */
const SESSION_BETWEEN = 12;

/** "entre la République du". */
const BETWEEN_REACH = 3;

/** "A et B", "la République de A (A) et la République fédérale de B": and, with the words of official names. */
function isJoined(tagged: TaggedSentence, left: CountryTag, right: CountryTag, tokens: readonly Token[]): boolean {
  const gap = right.firstToken - left.lastToken;
  if (gap <= 2) return left.dyad !== undefined || tagged.joiners.has(left.lastToken);
  const joiner = [left.lastToken, left.lastToken + 1].find((at) => tagged.joiners.has(at));
  if (joiner === undefined || gap > NAME_REACH) return false;
  let at = tagged.joiners.get(joiner)?.lastToken ?? joiner + 1;
  while (at < right.firstToken) {
    const next =
      tagged.linkers.get(at)?.lastToken ??
      tagged.determiners.get(at)?.lastToken ??
      tagged.qualifiers.get(at)?.lastToken ??
      (tagged.lexicon.stateNouns.has(tokens[at]?.folded ?? '') ? at + 1 : undefined);
    if (next === undefined) return false;
    at = Math.max(next, at + 1);
  }
  return true;
}

/** Words of an official name before its country. */
const NAME_REACH = 7;

/** "a reçu une délégation iranienne", "التقى وفدا عسكريا قطريا": the group stands for its country when nobody else does. */
export function delegationOf(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  actors: readonly Entity[],
  tokens: readonly Token[],
): string | undefined {
  if (!RECEIVING.has(trigger.value.family)) return undefined;
  const known = new Set(actors.map((actor) => actor.country).filter((country) => country !== undefined));
  if (known.size !== 1) return undefined;
  const to = Math.min(tagged.sentence.lastToken, trigger.lastToken + DELEGATION_REACH);
  for (let i = trigger.lastToken; i < to; i++) {
    if (!tagged.lexicon.delegations.has(tokens[i]?.folded ?? '')) continue;
    const country = tagged.countries.find(
      (spot) => (spot.kind === 'name' || spot.kind === 'demonym') && spot.firstToken > i && spot.firstToken <= i + 3,
    );
    const before = tagged.countries.find((spot) => spot.kind === 'demonym' && spot.lastToken === i);
    const code = before?.code ?? country?.code;
    return code === undefined || known.has(code) ? undefined : code;
  }
  return undefined;
}

/** Families whose object may be a delegation. */
const RECEIVING: ReadonlySet<string> = new Set(['receive', 'received-by', 'meet', 'talk']);

/** The subject may stand between verb and delegation in Arabic, with all its titles. */
const DELEGATION_REACH = 30;

/** The country after a visit: "en visite à ⟨capital⟩", "visit to ⟨country⟩". */
export function findDestination(
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  actors: readonly Entity[],
  tokens: readonly Token[],
): string | undefined {
  const own = actors[0]?.country;
  // "a tour that will take him to A, B, C and D" tells of no single visit.
  if (trigger.value.tense === 'future' && isTour(tagged, trigger)) return undefined;
  const spots = [
    ...tagged.countries.filter((country) => country.kind === 'name' || country.kind === 'capital'),
    ...tagged.places.flatMap((place) => (place.country === undefined ? [] : [{ ...place, code: place.country }])),
  ];
  let best: { code: string; distance: number } | undefined;
  for (const spot of spots) {
    if (spot.code === own) continue;
    // Before the verb only a place counts: "In Lima he began a visit", not "the terms set by Peru … he visited".
    const before = spot.lastToken <= trigger.firstToken && trigger.value.tense !== 'noun';
    if (before && !tagged.lexicon.placeWords.has(tokens[spot.firstToken - 1]?.folded ?? '')) continue;
    const distance =
      spot.firstToken >= trigger.firstToken
        ? spot.firstToken - trigger.lastToken
        : trigger.firstToken - spot.lastToken + 4;
    if (distance > 16) continue;
    if (best === undefined || distance < best.distance) best = { code: spot.code, distance };
  }
  return best?.code;
}

/** Three countries or more in a row behind the verb. */
function isTour(tagged: TaggedSentence, trigger: Match<Trigger>): boolean {
  const after = tagged.countries.filter(
    (country) => country.kind === 'name' && country.firstToken >= trigger.lastToken,
  );
  let row = 1;
  for (const [i, country] of after.entries()) {
    const next = after[i + 1];
    row = next !== undefined && next.firstToken - country.lastToken <= 2 ? row + 1 : 1;
    if (row >= 3) return true;
  }
  return false;
}
