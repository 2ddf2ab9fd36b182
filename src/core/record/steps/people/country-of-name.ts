import type { Token } from '../../../text/tokens.ts';
import type { CountryTag, TaggedSentence } from '../../context.ts';
import type { NameRun } from './names.ts';

/** "Nicolás Maduro of Venezuela", "le Président X, de la RDC". */
export function countryAfterName(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  name: NameRun,
): CountryTag | undefined {
  let at = name.lastToken;
  if (tokens[at]?.folded === ',') at++;
  const linker = tagged.linkers.get(at);
  // "the visit of X to Peru": a word of place tells where somebody goes, not whose they are.
  const isPlace = tagged.lexicon.placeWords.has(tokens[at]?.folded ?? '');
  if (linker === undefined || (isPlace && tagged.lexicon.pack.capitals)) return undefined;
  const country = tagged.countryAt.get(linker.lastToken);
  return country?.kind === 'name' ? country : undefined;
}

/** "Egypt's X", "le Français X", "el argentino X": the country stands right before the name. */
export function countryBeforeName(tagged: TaggedSentence, tokens: readonly Token[], name: NameRun): string | undefined {
  let at = name.firstToken;
  for (const honorific of tagged.honorifics.values()) if (honorific.lastToken === at) at = honorific.firstToken;
  const sign = tokens[at - 1]?.folded;
  const possessive = sign === "'s" || (sign === "'" && tagged.lexicon.pack.portfolioFirst);
  const end = possessive ? at - 1 : at;
  for (const country of tagged.countryAt.values()) {
    if (country.lastToken !== end) continue;
    if (possessive ? country.kind === 'name' : country.kind === 'demonym' && tagged.lexicon.pack.capitals)
      return country.code;
  }
  return undefined;
}
