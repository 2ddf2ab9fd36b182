import { languagePacks } from '../../languages/packs.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { perLanguage, phrases } from './per-language.ts';
import { sentencesIn } from './scope.ts';

export interface FoundMechanism {
  readonly name: string;
  readonly acronym?: string;
}

/** Words that a name may be long. */
const LONGEST_NAME = 12;

/**
 * Standing bodies between countries, as named: a capitalised phrase around a head noun ("Joint Commission"), or in a
 * language without capitals a head noun with a word that makes it one ("اللجنة العليا المشتركة"). An acronym in
 * brackets belongs to the name. In lower case only a definite one is named ("la commission mixte"): "un groupe mixte"
 * is an outcome to be created.
 */
export function findMechanisms(document: TextDocument, scope: Scope): Found<FoundMechanism>[] {
  const found = new Map<string, Found<FoundMechanism>>();
  const { tokens, text } = document;
  for (const sentence of sentencesIn(document, scope)) {
    const lexicon = compiled(sentence.language);
    let taken = -1;
    for (const head of lexicon.bodies.find(tokens, sentence.firstToken, sentence.lastToken)) {
      if (head.firstToken < taken) continue;
      const capitals = languagePacks[sentence.language].capitals;
      const first = capitals ? backToCapital(tokens, head.firstToken, sentence.firstToken) : head.firstToken;
      let last = capitals
        ? forwardCapitals(tokens, lexicon, head.lastToken, sentence.lastToken)
        : forwardQualifiers(tokens, lexicon, head.lastToken, sentence.lastToken);
      const named =
        tokens[head.firstToken]?.upper === true || isDefinite(tokens, lexicon, head.firstToken, sentence.firstToken);
      if (capitals ? !named : !/^(?:[وفبك]?ال|[وف]?لل)/u.test(tokens[head.firstToken]?.folded ?? '')) continue;
      if (lexicon.standing.find(tokens, first, last).length === 0) continue;
      const name = text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
      const acronym = acronymAt(tokens, last, sentence.lastToken);
      if (acronym !== undefined) last += 3;
      taken = last;
      const key = (acronym ?? name).toLowerCase();
      if (found.has(key)) continue;
      found.set(key, {
        value: { name, ...(acronym === undefined ? {} : { acronym }) },
        start: tokens[first]?.start ?? head.start,
        end: tokens[last - 1]?.end ?? head.end,
        sentence: sentence.index,
        rule: `mechanism:${sentence.language}`,
      });
    }
  }
  return [...found.values()];
}

/** "the joint commission", "la grande commission mixte": one that both know; "un groupe mixte" is not yet one. */
function isDefinite(tokens: readonly Token[], lexicon: Compiled, head: number, from: number): boolean {
  for (let i = head - 1; i >= Math.max(from, head - 3); i--) {
    if (lexicon.definite.find(tokens, i, i + 1).length > 0) return true;
    if (tokens[i]?.upper !== true && lexicon.standing.find(tokens, i, i + 1).length === 0) return false;
  }
  return false;
}

/** English puts the qualifiers first: "Moroccan-Spanish Joint Permanent Commission". */
function backToCapital(tokens: readonly Token[], head: number, from: number): number {
  let first = head;
  for (let i = head - 1; i >= Math.max(from, head - LONGEST_NAME); i--) {
    const token = tokens[i];
    if (token?.upper === true && token.kind === 'word') first = i;
    else if (token?.folded !== '-') break;
  }
  // A sentence that opens with "The" does not make it part of the name.
  return first < head && first === from && (tokens[first]?.folded.length ?? 0) <= 3 ? first + 1 : first;
}

function forwardCapitals(tokens: readonly Token[], lexicon: Compiled, head: number, to: number): number {
  let last = head;
  const furthest = Math.min(to, head + LONGEST_NAME);
  for (let i = head; i < furthest; i++) {
    const token = tokens[i];
    if (token?.upper === true && token.kind === 'word') last = i + 1;
    else if (lexicon.joins.find(tokens, i, i + 1).length === 0 && lexicon.standing.find(tokens, i, i + 1).length === 0)
      break;
    else if (lexicon.standing.find(tokens, i, i + 1).length > 0) last = i + 1;
  }
  return last;
}

function forwardQualifiers(tokens: readonly Token[], lexicon: Compiled, head: number, to: number): number {
  let last = head;
  for (let i = head; i < Math.min(to, head + 6); i++) {
    if (lexicon.standing.find(tokens, i, i + 1).length > 0 || lexicon.nationality(tokens[i])) last = i + 1;
    else if (tokens[i]?.folded !== '-') break;
  }
  return last;
}

function acronymAt(tokens: readonly Token[], at: number, to: number): string | undefined {
  if (at + 2 >= to + 1 || tokens[at]?.folded !== '(' || tokens[at + 2]?.folded !== ')') return undefined;
  const word = tokens[at + 1];
  return word?.kind === 'word' && word.upper && word.folded.length <= 8 ? word.folded.toUpperCase() : undefined;
}

interface Compiled {
  readonly bodies: Matcher<true>;
  readonly standing: Matcher<true>;
  readonly joins: Matcher<true>;
  readonly definite: Matcher<true>;
  nationality(token: Token | undefined): boolean;
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].formats;
  return {
    bodies: phrases(lexicon.bodies, language),
    standing: phrases(lexicon.standing, language),
    joins: lexicon.bodyJoins.length === 0 ? NOTHING : phrases(lexicon.bodyJoins, language),
    definite: lexicon.definite.length === 0 ? NOTHING : phrases(lexicon.definite, language),
    // Arabic adjectives of nationality: definite, with the ending -iyya.
    nationality: (token) => token !== undefined && /^ال.+يه$/u.test(token.folded),
  };
});

const NOTHING: Matcher<true> = { find: () => [] };
