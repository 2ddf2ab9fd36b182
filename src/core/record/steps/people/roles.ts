import type { RoleHead } from '../../../languages/language-pack.ts';
import type { Match } from '../../../text/matcher.ts';
import type { Token } from '../../../text/tokens.ts';
import type { CountryTag, TaggedSentence } from '../../context.ts';
import { arabicChain, arabicTail, unknownPortfolios, unknownTail } from './role-tails.ts';

/** A role phrase: "le ministre français de l'Intérieur", "Moroccan counterpart". */
export interface RolePhrase {
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  readonly code: string;
  readonly rank: RoleHead['rank'];
  /** See `RoleHead.usual`. */
  readonly usual?: string;
  /** Countries inside the phrase, in order; more than one only for plural heads. */
  readonly countries: readonly string[];
  readonly counterpart: boolean;
  readonly plural: boolean;
  /** "le ministre français": a head that misses its portfolio. */
  readonly bare: boolean;
  readonly acting: boolean;
  readonly former: boolean;
  /** Arabic: the phrase begins with "and", so it is another person than the one before. */
  readonly joined: boolean;
}

/** Finds role phrases from left to right; they do not overlap. */
export function findRolePhrases(tagged: TaggedSentence, tokens: readonly Token[]): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  const { firstToken, lastToken } = tagged.sentence;
  let i = firstToken;
  while (i < lastToken) {
    const phrase = readRolePhrase(tagged, tokens, i);
    if (phrase !== undefined) {
      phrases.push(phrase);
      i = phrase.lastToken;
    } else i++;
  }
  return phrases;
}

interface Draft {
  at: number;
  head: RoleHead | undefined;
  counterpart: boolean;
  plural: boolean;
  portfolios: string[];
  countries: string[];
  acting: boolean;
  former: boolean;
  deputy: boolean;
  elect: boolean;
  joined: boolean;
  /** Country of the citizens in a portfolio: "… et des Marocains résidant à l'étranger". */
  citizens: string | undefined;
}

function readRolePhrase(tagged: TaggedSentence, tokens: readonly Token[], start: number): RolePhrase | undefined {
  const draft: Draft = {
    at: start,
    head: undefined,
    counterpart: false,
    plural: false,
    portfolios: [],
    countries: [],
    acting: false,
    former: false,
    deputy: false,
    elect: false,
    joined: false,
    citizens: undefined,
  };
  if (!readBeforeHead(tagged, tokens, draft)) return undefined;
  // "Saudi and Egyptian Minister": only several office holders have several countries.
  if (draft.countries.length > 1 && !draft.plural && new Set(draft.countries).size > 1) return undefined;
  readAfterHead(tagged, tokens, draft);
  return finish(draft, start);
}

/** Reads qualifiers, a country and (in English) a portfolio, then the head noun. */
function readBeforeHead(tagged: TaggedSentence, tokens: readonly Token[], draft: Draft): boolean {
  const { lastToken } = tagged.sentence;
  for (let steps = 0; steps < 12 && draft.at < lastToken; steps++) {
    const head = tagged.heads.get(draft.at);
    const counterpart = tagged.counterparts.get(draft.at);
    if (counterpart !== undefined && (head === undefined || head.lastToken <= counterpart.lastToken)) {
      draft.counterpart = true;
      draft.joined = beginsAnew(tokens[draft.at], counterpart.pattern);
      draft.plural = counterpart.value.plural === true;
      draft.at = counterpart.lastToken;
      return true;
    }
    if (head !== undefined) {
      draft.head = head.value;
      draft.joined = beginsAnew(tokens[draft.at], head.pattern);
      draft.plural = head.value.plural === true;
      draft.at = head.lastToken;
      if (head.value.country !== undefined) draft.countries.push(head.value.country);
      return true;
    }
    const qualifier = tagged.qualifiers.get(draft.at);
    const country = adjectiveOrName(tagged.countryAt.get(draft.at));
    const portfolio = tagged.lexicon.pack.portfolioFirst ? tagged.portfolios.get(draft.at) : undefined;
    if (qualifier !== undefined) {
      applyQualifier(draft, qualifier.value);
      draft.at = qualifier.lastToken;
    } else if (country !== undefined && tagged.lexicon.pack.portfolioFirst && draft.portfolios.length === 0) {
      draft.countries.push(country.code);
      draft.at = listedCountry(tagged, tokens, country.lastToken) ?? country.lastToken;
      // "France's", "U.S. Secretary".
      const sign = tokens[draft.at]?.folded;
      if (sign === "'s" || sign === "'" || sign === '.') draft.at++;
    } else if (portfolio !== undefined) {
      takePortfolio(tagged, draft, portfolio);
      draft.at = portfolio.lastToken;
    } else if (tokens[draft.at]?.folded === 'and' && draft.portfolios.length > 0) draft.at++;
    else return false;
  }
  return false;
}

function takePortfolio(tagged: TaggedSentence, draft: Draft, portfolio: Match<string>): void {
  draft.portfolios.push(portfolio.value);
  for (let i = portfolio.firstToken; i < portfolio.lastToken; i++) {
    const country = tagged.weakCountryAt.get(i);
    // Only the nationals of a country are its minister's care: a portfolio of several words that names them.
    if (country?.kind === 'demonym' && portfolio.lastToken - portfolio.firstToken > 1) draft.citizens ??= country.code;
  }
}

/** "Azerbaijani, Turkish and Georgian Defense Ministers": steps over a comma or "and" to the next adjective. */
function listedCountry(tagged: TaggedSentence, tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  for (let n = 0; n < 2 && (tokens[next]?.folded === ',' || tokens[next]?.folded === 'and'); n++) next++;
  const country = next > at ? tagged.countryAt.get(next) : undefined;
  return country?.kind === 'demonym' ? next : undefined;
}

/** Reads portfolios, countries and qualifiers after the head, over linkers and joiners. */
function readAfterHead(tagged: TaggedSentence, tokens: readonly Token[], draft: Draft): void {
  const { lastToken } = tagged.sentence;
  const begun = tagged.countries.find(
    (country) => country.kind === 'name' && country.firstToken < draft.at && country.lastToken > draft.at,
  );
  if (begun !== undefined && draft.countries.length === 0) {
    draft.countries.push(begun.code);
    draft.at = begun.lastToken;
  }
  for (let steps = 0; steps < 40 && draft.at < lastToken; steps++) {
    const next = skipTo(tagged, tokens, draft, draft.at, lastToken);
    if (next === undefined) return;
    draft.at = next;
  }
}

/** One step of the phrase after its head: the token after what was read, or undefined when the phrase ends. */
function skipTo(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  draft: Draft,
  at: number,
  to: number,
): number | undefined {
  const qualifier = tagged.qualifiers.get(at);
  if (qualifier !== undefined) {
    applyQualifier(draft, qualifier.value);
    return qualifier.lastToken;
  }
  if (draft.countries.length > 0 && tagged.lexicon.stateNouns.has(tokens[at]?.folded ?? '')) return at + 1;
  const country = adjectiveOrName(tagged.countryAt.get(at));
  // "وزير المالية" is the minister of finance, not of Mali.
  const finance =
    tagged.lexicon.pack.clitics &&
    draft.head?.portfolio === 'required' &&
    draft.portfolios.length === 0 &&
    tagged.portfolios.has(at);
  // "والمصريين بالخارج", "Moroccans abroad": nationals in a portfolio.
  const nationals =
    (tagged.portfolios.get(at)?.lastToken ?? 0) > (country?.lastToken ?? 0) && draft.portfolios.length > 0;
  if (country !== undefined && country.kind === 'demonym' && !finance && !nationals) {
    if (draft.countries.length > 0 && !draft.plural && !draft.countries.includes(country.code)) return undefined;
    draft.countries.push(country.code);
    return country.lastToken;
  }
  const isSent = draft.head?.rank === 'ambassador' || draft.head?.rank === 'organisation';
  const accredited = isSent ? accreditation(tagged, tokens, at, to) : undefined;
  if (accredited !== undefined) return accredited;
  let p = at;
  let joined = false;
  let linked = false;
  const joiner = tagged.joiners.get(p);
  if (joiner !== undefined) {
    p = joiner.lastToken;
    joined = true;
    if (tokens[p - 1]?.folded === ',') {
      const second = tagged.joiners.get(p);
      if (second !== undefined) p = second.lastToken;
    }
  }
  for (let n = 0; n < 4 && p < to; n++) {
    const linker = tagged.linkers.get(p);
    if (linker === undefined) break;
    p = linker.lastToken;
    linked = true;
  }
  const pack = tagged.lexicon.pack;
  const arabicJoin = pack.clitics && (tokens[p]?.folded.startsWith('و') ?? false);
  const portfolio = tagged.portfolios.get(p);
  const headHere = tagged.heads.get(p);
  if (portfolio !== undefined && !draft.counterpart && draft.head?.portfolio !== 'none' && headHere === undefined) {
    // "ministro del Poder Popular para": the head ends with the linker.
    const ended = at === draft.at && tagged.linkers.has(at - 1);
    const direct = linked || ended || pack.clitics || draft.portfolios.length > 0 || draft.head?.strict === true;
    const follows = !joined || draft.portfolios.length > 0;
    const comma = joined && tokens[at]?.folded === ',' && !linked && !continues(tagged, tokens, portfolio.lastToken);
    if (direct && follows && !comma && !(arabicJoin && draft.portfolios.length === 0)) {
      takePortfolio(tagged, draft, portfolio);
      return portfolio.lastToken;
    }
  }
  const tail =
    draft.portfolios.length === 0
      ? undefined
      : pack.clitics
        ? (arabicTail(tagged, tokens, at, to) ?? arabicChain(tagged, tokens, at, to))
        : unknownTail(tagged, tokens, at, to);
  if (tail !== undefined) return tail;
  // The official name of a country may begin inside the linker: "de la [République fédérale d'Allemagne]".
  const rest = draft.portfolios.length > 0 ? unknownPortfolios(tagged, tokens, at, to) : undefined;
  if (rest !== undefined && draft.countries.length === 0) {
    draft.countries.push(rest.code);
    return rest.lastToken;
  }
  const place =
    adjectiveOrName(tagged.countryAt.get(p)) ?? (linked ? countryBehind(tagged, tokens, at, p, to) : undefined);
  if (place !== undefined && (linked || pack.clitics || place.kind === 'demonym' || (joined && draft.plural))) {
    if (joined && !(draft.plural && draft.countries.length > 0)) return undefined;
    if (place.kind === 'name' && !linked && !pack.clitics && !(joined && draft.plural)) return undefined;
    if (draft.countries.length > 0 && !draft.plural) {
      return draft.countries.includes(place.code) && !joined ? place.lastToken : undefined;
    }
    draft.countries.push(place.code);
    return place.lastToken;
  }
  return undefined;
}

/** "Agricultura, Pesca y Alimentación": a list of portfolios goes on after this one. */
function continues(tagged: TaggedSentence, tokens: readonly Token[], at: number): boolean {
  const joiner = tagged.joiners.get(at);
  if (joiner === undefined) return tagged.countryAt.get(at)?.kind === 'demonym';
  const next = tagged.linkers.get(joiner.lastToken)?.lastToken ?? joiner.lastToken;
  return tokens[at]?.kind === 'word' && tagged.portfolios.has(next);
}

/**
 * A country after a linker that is not the very next word: its official name began inside the linker ("de la
 * [République fédérale d'Allemagne]"), other capitals stand before it ("República Federativa de Brasil"), or it is only
 * sure here ("presidente de Chile Gabriel Boric").
 */
function countryBehind(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
): CountryTag | undefined {
  const around = tagged.countries.find(
    (country) =>
      country.kind === 'name' && country.firstToken >= at && country.firstToken < from && country.lastToken >= from,
  );
  if (around !== undefined) return around;
  const weak = adjectiveOrName(tagged.weakCountryAt.get(from));
  if (weak !== undefined) return weak;
  for (let i = from; i < Math.min(from + 4, to); i++) {
    const country = tagged.weakCountryAt.get(i);
    // "la République italienne": the adjective closes the official name.
    if (country?.kind === 'name' || (country?.kind === 'demonym' && i > from)) return country;
    if (tokens[i]?.upper !== true && !tagged.linkers.has(i)) return undefined;
    if (tagged.portfolios.has(i) || tagged.heads.has(i)) return undefined;
  }
  return undefined;
}

/**
 * Arabic writes "و" (and), "ب", "ل" (with, to) on the word after them: the phrase belongs to another person than the one
 * before. The pattern shows whether the letter is the word's own.
 */
export function beginsAnew(token: Token | undefined, pattern: string): boolean {
  const word = token?.folded ?? '';
  const first = word.charAt(0);
  if (!'وبل'.includes(first) || first === '') return false;
  return pattern.startsWith(first) ? word.startsWith(first + first) : true;
}

/**
 * "ambassadeur de France en Tunisie", "السفير لدى المملكة", "l'envoyée des Nations unies pour la Libye": where somebody
 * is sent is not whom they serve.
 */
function accreditation(tagged: TaggedSentence, tokens: readonly Token[], at: number, to: number): number | undefined {
  const word = tokens[at]?.folded ?? '';
  if (!tagged.lexicon.placeWords.has(word) && !tagged.lexicon.accredited.has(word)) return undefined;
  for (let i = at + 1; i < Math.min(at + 4, to); i++) {
    const spot = tagged.weakCountryAt.get(i) ?? tagged.placeAt.get(i);
    if (spot !== undefined) return spot.lastToken;
    if (tagged.lexicon.stateNouns.has(tokens[i]?.folded ?? '')) return i + 1;
  }
  return undefined;
}

function adjectiveOrName(country: CountryTag | undefined): CountryTag | undefined {
  return country !== undefined && (country.kind === 'name' || country.kind === 'demonym') ? country : undefined;
}

function applyQualifier(draft: Draft, qualifier: string): void {
  if (qualifier === 'acting') draft.acting = true;
  else if (qualifier === 'former') draft.former = true;
  else if (qualifier === 'deputy') draft.deputy = true;
  else if (qualifier === 'elect') draft.elect = true;
}

function finish(draft: Draft, start: number): RolePhrase | undefined {
  const { head } = draft;
  const base = {
    firstToken: start,
    lastToken: draft.at,
    countries: draft.countries.length === 0 && draft.citizens !== undefined ? [draft.citizens] : draft.countries,
    plural: draft.plural,
    acting: draft.acting,
    former: draft.former,
    joined: draft.joined,
  };
  if (draft.counterpart) {
    return { ...base, code: 'counterpart', rank: 'state', counterpart: true, bare: false };
  }
  if (head === undefined) return undefined;
  const portfolio = head.fixedPortfolio ?? draft.portfolios[0];
  const bare = head.portfolio === 'required' && portfolio === undefined;
  if (bare && head.strict === true) return undefined;
  let code = portfolio === undefined ? head.code : `${head.code}:${portfolio}`;
  let rank = head.rank;
  if (draft.deputy && rank === 'state') {
    code = `deputy_${code}`;
    rank = 'official';
  }
  return { ...base, code, rank, counterpart: false, bare, ...(head.usual === undefined ? {} : { usual: head.usual }) };
}
