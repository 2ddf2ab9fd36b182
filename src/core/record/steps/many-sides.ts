import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { CountryTag, RecordContext, TaggedSentence } from '../context.ts';
import type { People } from './people/entities.ts';
import type { Entity } from './people/entity.ts';
import type { PersonMention } from './people/mentions.ts';

/** Countries of a row at least: two are a pair. */
const ROW = 3;

/** Sentences in which a row of countries may be the news itself. */
const HEAD = 3;

/** Words between a row and its verb, and between "delegations from the ministries of …" and the row. */
const VERB_GAP = 4;
const GROUP_GAP = 10;
const GROUP_REACH = 6;

const ACTING: ReadonlySet<string> = new Set(['talk', 'meet', 'agree', 'sign', 'video', 'call']);

/**
 * The states of a meeting of three or more that names no two of its people: "A, B and C signed", "the meeting brought
 * together delegations of A, B and C", "the three leaders agreed" where headline or lead joins three.
 */
export function rowOfStates(
  context: RecordContext,
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  index: number,
): readonly string[] | undefined {
  const { family, tense } = trigger.value;
  if (index > HEAD || !ACTING.has(family) || tense === 'noun') return undefined;
  const { tokens } = context.document;
  for (const row of rowsOf(tagged, tokens)) {
    const [first] = row;
    const last = row.at(-1);
    if (first === undefined || last === undefined) continue;
    const before = trigger.firstToken - last.lastToken;
    if (before >= 0 && before <= VERB_GAP && !followsWith(tagged, first)) return codesOf(row);
    if (first.firstToken >= trigger.lastToken && groupBefore(tagged, tokens, trigger.lastToken, first.firstToken))
      return codesOf(row);
  }
  const many = [...tagged.anaphors.values()].some(
    (match) => match.value.refers === 'group' && match.lastToken <= trigger.firstToken + GROUP_REACH,
  );
  if (!many) return undefined;
  const rows = context.sentences.slice(0, HEAD).flatMap((sentence) => rowsOf(sentence, tokens));
  const [row] = rows;
  return row !== undefined && rows.every((other) => sameCodes(other, row)) ? codesOf(row) : undefined;
}

/** Office holders of three or more countries whom one phrase of the first sentences names: "the ministers of A, B and C". */
export function groupOf(people: People, mentions: readonly PersonMention[], index: number): readonly Entity[] {
  if (index >= HEAD) return [];
  const byPhrase = new Map<number, Entity[]>();
  for (const mention of mentions) {
    const entity = people.entityOf(mention);
    if (entity?.rank !== 'state' || entity.country === undefined || mention.name !== undefined) continue;
    byPhrase.set(mention.firstToken, [...(byPhrase.get(mention.firstToken) ?? []), entity]);
  }
  for (const entities of byPhrase.values()) {
    if (new Set(entities.map(({ country }) => country)).size >= ROW) return entities;
  }
  return [];
}

/** "… said after the two-day talks": where one of a group speaks of talks, all of it held them. */
export function joinGroup(
  trigger: Match<Trigger>,
  actors: readonly Entity[],
  group: readonly Entity[],
): readonly Entity[] {
  if (group.length === 0 || actors.length > 1 || trigger.value.type === 'visit') return actors;
  const { tense } = trigger.value;
  if (tense !== 'past' && tense !== 'noun') return actors;
  const countries = new Set(group.map(({ country }) => country));
  return actors.every(({ country }) => countries.has(country)) ? [...new Set([...actors, ...group])] : actors;
}

/** Runs of three or more different countries that only commas, hyphens and "and" part. */
function rowsOf(tagged: TaggedSentence, tokens: readonly Token[]): CountryTag[][] {
  const rows: CountryTag[][] = [];
  let row: CountryTag[] = [];
  for (const country of tagged.countries) {
    if (country.kind === 'demonym' || country.kind === 'capital') continue;
    const last = row.at(-1);
    if (last !== undefined && isNext(tagged, tokens, last, country)) row.push(country);
    else {
      rows.push(row);
      row = [country];
    }
  }
  rows.push(row);
  return rows.filter((found) => new Set(found.map(({ code }) => code)).size >= ROW);
}

function isNext(tagged: TaggedSentence, tokens: readonly Token[], left: CountryTag, right: CountryTag): boolean {
  const { stateNouns } = tagged.lexicon;
  let joined = tagged.lexicon.pack.clitics && tokens[right.firstToken]?.folded.startsWith('و') === true;
  for (let i = left.lastToken; i < right.firstToken; i++) {
    const sign = tokens[i]?.folded ?? '';
    // "U.S.-Philippines": the full stop of an abbreviation.
    if (sign === '-' || tagged.joiners.has(i)) joined = true;
    else if (sign !== '.' && !tagged.determiners.has(i) && !tagged.linkers.has(i) && !stateNouns.has(sign))
      return false;
  }
  return joined;
}

/** "Relations with A, B and C": they are another's partners. */
function followsWith(tagged: TaggedSentence, first: CountryTag): boolean {
  return tagged.words.some(
    (word) =>
      word.value === 'with' &&
      word.lastToken <= first.firstToken &&
      first.firstToken - word.lastToken <= 1 &&
      !tagged.joiners.has(word.firstToken),
  );
}

function groupBefore(tagged: TaggedSentence, tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(from, to - GROUP_GAP); i < to; i++) {
    if (tagged.lexicon.delegations.has(tokens[i]?.folded ?? '')) return true;
    const head = tagged.heads.get(i)?.value;
    if (head?.plural === true && head.rank === 'state') return true;
  }
  return false;
}

function codesOf(row: readonly CountryTag[]): string[] {
  return [...new Set(row.map(({ code }) => code))];
}

function sameCodes(a: readonly CountryTag[], b: readonly CountryTag[]): boolean {
  const left = codesOf(a);
  const right = new Set(codesOf(b));
  return left.length === right.size && left.every((code) => right.has(code));
}
