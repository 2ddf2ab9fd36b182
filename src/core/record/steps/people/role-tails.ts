import type { Token } from '../../../text/tokens.ts';
import type { CountryTag, TaggedSentence } from '../../context.ts';

/**
 * "وزيرة الخارجية [والعلاقات الدولية] بمملكة …": one more portfolio that no list holds, before a title or the country.
 */
export function arabicTail(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  at: number,
  to: number,
): number | undefined {
  const word = tokens[at]?.folded ?? '';
  const known = tagged.heads.has(at) || tagged.counterparts.has(at) || tagged.honorifics.has(at);
  const construct = word.startsWith('و') && word.length > 3 && (tokens[at + 1]?.folded.startsWith('ال') ?? false);
  if (!(word.startsWith('وال') || construct) || known || tagged.lexicon.nameEnds.has(word.slice(1))) return undefined;
  for (let i = at + 1; i <= Math.min(at + 2, to - 1); i++) {
    if (tagged.honorifics.has(i)) return i;
    const linker = tagged.linkers.get(i);
    if (construct && i > at + 1 && tagged.countryAt.get(i)?.kind === 'demonym') return i;
    if (tagged.countryAt.has(linker?.lastToken ?? i) && (linker !== undefined || /^[بل]/.test(tokens[i]?.folded ?? '')))
      return i;
    if (!(tokens[i]?.folded.startsWith('ال') ?? false) || tagged.heads.has(i)) return undefined;
  }
  return undefined;
}

/** Longest chain of further portfolios, in tokens. */
const CHAIN = 14;

/** "العمومي", "الدينية": an adjective that goes on with a portfolio; a first name such as "الطيب" is none. */
const ADJECTIVE = /^ال\S*ه$|^ال\S{3,}ي$/;

/**
 * "وزير الداخلية [و الأمن العمومي واللامركزية والشؤون العامة والدينية] X": several more portfolios, each behind an
 * "and", before the name or a comma. One alone is too often another person's.
 */
export function arabicChain(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  at: number,
  to: number,
): number | undefined {
  let links = 0;
  let i = at;
  // "والأمن [العمومي و…]": the adjective of the portfolio before.
  if (ADJECTIVE.test(tokens[i]?.folded ?? '') && !tagged.countryAt.has(i) && !tagged.heads.has(i)) i++;
  while (i < Math.min(at + CHAIN, to)) {
    const alone = tokens[i]?.folded === 'و';
    const noun = alone ? i + 1 : i;
    const word = tokens[noun]?.folded ?? '';
    const bare = alone ? word : word.slice(1);
    const joins = alone ? bare.startsWith('ال') : word.startsWith('وال');
    if (!joins || tagged.heads.has(i) || tagged.heads.has(noun) || tagged.honorifics.has(noun)) break;
    if (tagged.lexicon.nameEnds.has(bare)) break;
    links++;
    i = noun + 1;
    if (ADJECTIVE.test(tokens[i]?.folded ?? '') && !tagged.heads.has(i) && !tagged.countryAt.has(i)) i++;
  }
  const next = tokens[i];
  const closes = next?.folded === ',' || tagged.honorifics.has(i) || tagged.countryAt.get(i)?.kind === 'demonym';
  const name = next?.kind === 'word' && !tagged.lexicon.nameEnds.has(next.folded) && !/^[بلو]?ال|^لل/.test(next.folded);
  return links >= 2 && (closes || name) && i < to ? i : undefined;
}

/** Longest unknown portfolio of a list, in words. */
const UNKNOWN_WORDS = 5;

/**
 * "du Commerce[ et du Développement des exportations], Karim …": a further portfolio that no list holds, between a
 * joiner with its linker and the comma before the name (or another joiner).
 */
export function unknownTail(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  at: number,
  to: number,
): number | undefined {
  const joiner = tagged.joiners.get(at);
  const linker = joiner === undefined ? undefined : tagged.linkers.get(joiner.lastToken);
  if (linker === undefined || tagged.determiners.get(joiner?.lastToken ?? at)?.pattern === 'le') return undefined;
  if (tokens[linker.lastToken]?.upper !== true) return undefined;
  for (let i = linker.lastToken; i < Math.min(linker.lastToken + UNKNOWN_WORDS, to); i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' && token?.folded !== "'") return undefined;
    if (tagged.heads.has(i) || tagged.countryAt.has(i) || tagged.placeAt.has(i)) return undefined;
    if (tagged.triggers.some((trigger) => trigger.firstToken === i)) return undefined;
    const next = tokens[i + 1];
    if (
      next?.folded === ',' &&
      (tokens[i + 2]?.upper === true || tagged.linkers.has(i + 2) || tagged.honorifics.has(i + 2))
    )
      return i + 1;
    if (i > linker.lastToken - 1 && tagged.joiners.has(i + 1) && tagged.linkers.has(i + 2)) return i + 1;
  }
  return undefined;
}

/** Longest tail of a title in words that no list holds. */
const TITLE_TAIL = 16;

/**
 * "ministro del Interior[, Promoción de la Descentralización y del Desarrollo Local de Mauritania]": capitals and small
 * words up to the country. Two small words at least, or it might be a name: "the minister, John Smith of Canada".
 */
export function unknownPortfolios(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  at: number,
  to: number,
): CountryTag | undefined {
  if (!tagged.joiners.has(at)) return undefined;
  let small = 0;
  for (let i = at; i < Math.min(at + TITLE_TAIL, to); i++) {
    const token = tokens[i];
    const country = tagged.weakCountryAt.get(i);
    if (country?.kind === 'name' && tagged.linkers.has(i - 1)) return small >= 3 ? country : undefined;
    if (token === undefined) return undefined;
    if (tagged.linkers.has(i) || (tagged.joiners.has(i) && token.kind === 'word')) small++;
    else if (token.folded !== ',' && !token.upper) return undefined;
  }
  return undefined;
}
