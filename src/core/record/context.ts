import { findCountries } from '../gazetteer/find-countries.ts';
import { findPlaces } from '../gazetteer/places.ts';
import type { Anaphor, LanguagePack, RoleHead, RoleQualifier, StatusCue, Trigger } from '../languages/language-pack.ts';
import { languagePacks } from '../languages/packs.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import type { Match } from '../text/matcher.ts';
import type { Token } from '../text/tokens.ts';
import { type Lexicon, lexiconOf, type TagMap, tagMap, type WordClass } from './steps/people/lexicon.ts';

/** A country named in a sentence, by name, adjective, capital or compound adjective. */
export interface CountryTag {
  readonly code: string;
  readonly kind: 'name' | 'demonym' | 'dyad' | 'capital';
  /** All countries of the compound it is part of. */
  readonly dyad?: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
  /** See `CountryMention.particle`. */
  readonly particle?: string;
  /** Other countries have the same name or adjective. */
  readonly shared: boolean;
}

export interface PlaceTag {
  /** Canonical English name. */
  readonly name: string;
  /** Absent where none is told. */
  readonly country?: string;
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly particle?: string;
}

/** What the lexicons found in one sentence, by the token where it begins. */
export interface TaggedSentence {
  readonly sentence: Sentence;
  readonly lexicon: Lexicon;
  readonly heads: TagMap<RoleHead>;
  readonly portfolios: TagMap<string>;
  readonly qualifiers: TagMap<RoleQualifier>;
  readonly counterparts: TagMap<{ readonly plural?: boolean }>;
  readonly anaphors: TagMap<Anaphor>;
  readonly linkers: TagMap<true>;
  readonly joiners: TagMap<true>;
  readonly determiners: TagMap<true>;
  readonly honorifics: TagMap<true>;
  readonly relatives: TagMap<true>;
  readonly words: readonly Match<WordClass>[];
  readonly triggers: readonly Match<Trigger>[];
  readonly cues: readonly Match<StatusCue>[];
  readonly countries: readonly CountryTag[];
  readonly countryAt: ReadonlyMap<number, CountryTag>;
  /** Doubtful ones too: "presidente de Chile Gabriel Boric" looks like one long name. */
  readonly weakCountryAt: ReadonlyMap<number, CountryTag>;
  readonly places: readonly PlaceTag[];
  readonly placeAt: ReadonlyMap<number, PlaceTag>;
  /** Arabic words written with a final ى: folding makes "على" (on) and "علي" (a name) the same. */
  readonly finalAlif: ReadonlySet<number>;
}

/** Everything that the steps read; they add nothing to it. */
export interface RecordContext {
  readonly document: TextDocument;
  readonly sentences: readonly TaggedSentence[];
  /** Country of the outlet, from the caller or the address: only ever an inference. */
  readonly homeCountry?: string;
}

/** Arabic: "فيصل" is a name and not "ف" + "يصل", "البحث" a noun and not the verb; only "و" joins verbs. */
function isWhole(lexicon: Lexicon, tokens: readonly Token[], match: Match<Trigger>): boolean {
  if (!lexicon.pack.clitics || match.value.tense === 'noun') return true;
  const token = tokens[match.firstToken];
  if (lexicon.beforeNouns.has(tokens[match.firstToken - 1]?.folded ?? '')) return false;
  const word = token?.folded ?? '';
  const bare = word.startsWith('و') && !lexicon.verbs.has(word) ? word.slice(1) : word;
  if (bare.startsWith('س') && lexicon.verbs.has(bare)) return match.value.tense === 'future';
  return lexicon.verbs.has(word) || (word.startsWith('و') && lexicon.verbs.has(word.slice(1)));
}

/** In order of the text; of two that begin together the longer one, of equals the one that tells the kind of meeting. */
function byWeight(a: Match<Trigger>, b: Match<Trigger>): number {
  return (
    a.firstToken - b.firstToken ||
    b.lastToken - a.lastToken ||
    Number(a.value.type === 'meeting') - Number(b.value.type === 'meeting')
  );
}

/** Drops matches that begin inside an earlier one: "a tenu une réunion" over "réunion avec". */
function outermost(matches: readonly Match<Trigger>[]): Match<Trigger>[] {
  const kept: Match<Trigger>[] = [];
  let end = -1;
  for (const match of [...matches].sort(byWeight)) {
    if (match.firstToken < end) continue;
    kept.push(match);
    end = match.lastToken;
  }
  return kept;
}

/** Tags every sentence of a supported language. Sentences of other languages give nothing. */
export function buildContext(document: TextDocument, homeCountry?: string): RecordContext {
  const sentences: TaggedSentence[] = [];
  for (const sentence of document.sentences) {
    const language = sentence.language === 'und' ? document.language : sentence.language;
    if (language === 'und') continue;
    sentences.push(tagSentence(document, sentence, languagePacks[language]));
  }
  settleSharedNames(document, sentences);
  return { document, sentences, ...(homeCountry === undefined ? {} : { homeCountry }) };
}

/** "عمان" is Oman in a text that says "the Sultanate of Oman" elsewhere: a shared name is read as the whole text has it. */
function settleSharedNames(document: TextDocument, sentences: TaggedSentence[]): void {
  const named = new Set<string>();
  for (const { countries } of sentences) for (const { code, shared } of countries) if (!shared) named.add(code);
  sentences.forEach(({ sentence, lexicon, countries }, index) => {
    if (!countries.some(({ code, shared }) => shared && !named.has(code))) return;
    sentences[index] = tagSentence(document, sentence, lexicon.pack, named);
  });
}

function tagSentence(
  document: TextDocument,
  sentence: Sentence,
  pack: LanguagePack,
  around?: ReadonlySet<string>,
): TaggedSentence {
  const { tokens } = document;
  const from = sentence.firstToken;
  const to = sentence.lastToken;
  const lexicon = lexiconOf(pack);
  const named = findCountries(tokens, from, to, pack.code, {
    weak: true,
    ...(around === undefined ? {} : { named: around }),
  }).map((country) => ({ ...country, shared: country.alternatives.length > 0 }));
  const countries = named.filter((country) => !country.weak);
  const isOther = (start: number, code: string | undefined): boolean =>
    countries.some((country) => country.shared && country.start === start && country.code !== code);
  const found = findPlaces(tokens, from, to, pack.code).filter(({ start, place }) => !isOther(start, place.country));
  const places = found.map(({ place, start, end, firstToken, lastToken, particle }) => ({
    name: place.name,
    ...(place.country === undefined ? {} : { country: place.country }),
    start,
    end,
    firstToken,
    lastToken,
    ...(particle === undefined ? {} : { particle }),
  }));
  const honorifics = tagMap(lexicon.honorifics.find(tokens, from, to));
  const titled = new Set([...honorifics.values()].map(({ lastToken }) => lastToken));
  const isNoOffice = ({ firstToken }: Match<RoleHead>): boolean =>
    isOtherWord(document, pack, firstToken) || isFamilyName(tokens, from, pack, titled, firstToken);
  const heads = tagMap(lexicon.heads.find(tokens, from, to).filter((match) => !isNoOffice(match)));
  const joiners = tagMap(lexicon.joiners.find(tokens, from, to));
  // "Visited Peru and a market", "received the minister with a letter": the verb has an object of its own before.
  const isObject = (at: number): boolean =>
    heads.has(at) ||
    joiners.has(at) ||
    places.some(({ firstToken }) => firstToken === at) ||
    countries.some(({ kind, firstToken }) => kind === 'name' && firstToken === at);
  const otherSenses = lexicon.otherSenses.find(tokens, from, to).filter(({ firstToken, lastToken }) => {
    for (let at = firstToken; at < lastToken; at++) if (isObject(at)) return false;
    return true;
  });
  const isOtherSense = ({ lastToken }: Match<Trigger>): boolean =>
    otherSenses.some((sense) => sense.firstToken < lastToken && lastToken <= sense.lastToken);
  return {
    sentence,
    lexicon,
    heads,
    portfolios: tagMap(lexicon.portfolios.find(tokens, from, to)),
    qualifiers: tagMap(lexicon.qualifiers.find(tokens, from, to)),
    counterparts: tagMap(lexicon.counterparts.find(tokens, from, to)),
    anaphors: tagMap(lexicon.anaphors.find(tokens, from, to)),
    linkers: tagMap(lexicon.linkers.find(tokens, from, to)),
    joiners,
    determiners: tagMap(lexicon.determiners.find(tokens, from, to)),
    honorifics,
    relatives: tagMap(lexicon.relatives.find(tokens, from, to)),
    words: lexicon.words.find(tokens, from, to),
    triggers: outermost(
      lexicon.triggers
        .find(tokens, from, to)
        .filter((match) => isWhole(lexicon, tokens, match) && !isOtherSense(match)),
    ),
    cues: lexicon.cues.find(tokens, from, to),
    countries,
    weakCountryAt: new Map(named.map((country) => [country.firstToken, country])),
    countryAt: new Map(countries.map((country) => [country.firstToken, country])),
    places,
    placeAt: new Map(places.map((place) => [place.firstToken, place])),
    finalAlif: pack.clitics ? finalAlif(document, from, to) : new Set(),
  };
}

/** "La Secretaría" is no "secretaria": what only the accent tells apart. */
function isOtherWord({ tokens, text }: TextDocument, { roles }: LanguagePack, index: number): boolean {
  const token = tokens[index];
  // "3:30pm" is a time of day.
  if (token !== undefined && !token.upper && token.folded.length === 2 && /^\d+$/.test(tokens[index - 1]?.folded ?? ''))
    return true;
  if (roles.notHeads === undefined || token === undefined) return false;
  return roles.notHeads.includes(text.slice(token.start, token.end).toLowerCase());
}

/** "Bruno Le Maire", but not "Son Excellence Le Ministre" nor "REÇOIT LE MINISTRE": a family name. */
function isFamilyName(
  tokens: readonly Token[],
  from: number,
  { roles }: LanguagePack,
  titled: ReadonlySet<number>,
  index: number,
): boolean {
  const [first, article, office] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (index - 2 < from || first?.upper !== true || article?.upper !== true || office?.upper !== true) return false;
  return !office.capitals && !titled.has(index - 1) && roles.nameArticles?.includes(article.folded) === true;
}

function finalAlif(document: TextDocument, from: number, to: number): Set<number> {
  const found = new Set<number>();
  for (let i = from; i < to; i++) {
    const end = document.tokens[i]?.end;
    if (end !== undefined && document.text[end - 1] === 'ى') found.add(i);
  }
  return found;
}
