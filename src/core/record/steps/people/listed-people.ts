import type { Token } from '../../../text/tokens.ts';
import type { CountryTag, TaggedSentence } from '../../context.ts';
import type { NameRun } from './names.ts';
import type { RolePhrase } from './roles.ts';

export interface ListedPerson {
  readonly phrase: RolePhrase;
  readonly name: NameRun;
  /** The office with this person's country alone. */
  readonly role: RolePhrase;
  readonly country: string;
  readonly firstToken: number;
}

/**
 * One office said once for several people, each with the own country: "ses homologues français, A, belge, B, et
 * portugais, C", "el ministro de Defensa de Colombia, A, y de Venezuela, B".
 */
export function listedPeople(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  phrases: readonly RolePhrase[],
  names: readonly NameRun[],
): ListedPerson[] {
  const found: ListedPerson[] = [];
  for (const phrase of phrases) {
    const [first] = phrase.countries;
    if (first === undefined || phrase.countries.length > 1) continue;
    const list: { name: NameRun; country: string; from: number }[] = [];
    let country: string | undefined = first;
    let at = phrase.lastToken;
    let from = phrase.firstToken;
    while (country !== undefined) {
      const name = nameAt(tagged, tokens, names, at);
      if (name === undefined) break;
      list.push({ name, country, from });
      const next = nextCountry(tagged, tokens, name.lastToken, phrase.plural);
      country = next?.code;
      at = next?.lastToken ?? at;
      from = next?.firstToken ?? from;
    }
    if (list.length < 2 || new Set(list.map((item) => item.country)).size < list.length) continue;
    for (const { name, country: code, from: firstToken } of list) {
      const role = { ...phrase, plural: false, countries: [code] };
      found.push({ phrase, name, role, country: code, firstToken });
    }
  }
  return found;
}

/** The name right behind, over a comma, a bracket and titles. */
function nameAt(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  names: readonly NameRun[],
  from: number,
): NameRun | undefined {
  let at = from;
  const sign = tokens[at]?.folded;
  if (sign === ',' || sign === '(') at++;
  for (let n = 0; n < 4; n++) at = tagged.honorifics.get(at)?.lastToken ?? at;
  return names.find((name) => name.firstToken === at);
}

/** The next country of the list: behind a comma only where the office stands in the plural, else behind "and". */
function nextCountry(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  from: number,
  plural: boolean,
): CountryTag | undefined {
  let at = from;
  if (tokens[at]?.folded === ')') at++;
  let joined = false;
  let comma = false;
  for (let n = 0; n < 2; n++) {
    const joiner = tagged.joiners.get(at);
    if (joiner === undefined) break;
    if (tokens[at]?.folded === ',') comma = true;
    else joined = true;
    at = joiner.lastToken;
  }
  const glued = tagged.lexicon.pack.clitics && (tokens[at]?.folded.startsWith('\u0648') ?? false);
  if (!(joined || glued || (comma && plural))) return undefined;
  at = tagged.determiners.get(at)?.lastToken ?? at;
  at = tagged.linkers.get(at)?.lastToken ?? at;
  const country = tagged.countryAt.get(at);
  return country?.kind === 'name' || country?.kind === 'demonym' ? country : undefined;
}
