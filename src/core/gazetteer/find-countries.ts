import { languagePacks } from '../languages/packs.ts';
import type { Span } from '../model/evidence.ts';
import { type DetectedLanguage, type LanguageCode, languageCodes } from '../model/language.ts';
import type { CountryCode } from '../model/record.ts';
import { foldWord } from '../text/normalise.ts';
import type { Token } from '../text/tokens.ts';
import { type CompoundParts, compoundParts, splitCompound } from './compounds.ts';
import { type CountryForm, countryForms } from './countries.ts';
import { compileForms, type FormMatch, type FormMatcher } from './forms.ts';
import { looksLikePersonName } from './names-of-people.ts';

/**
 * A span that names a country. `demonym` is any adjective or noun of its people, `dyad` one half of a compound adjective
 * (`maroco-` and `espagnole`), `capital` a capital that may stand for its government.
 */
export interface CountryMention extends Span {
  readonly code: CountryCode;
  readonly kind: 'name' | 'demonym' | 'dyad' | 'capital';
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  /** Countries that share the form: `congolais`, `Dominican`, `عمان` (Amman or Oman). */
  readonly alternatives: readonly CountryCode[];
  /** All countries of the compound that the mention is part of: `maroco-espagnol`, `Spain-Morocco`. */
  readonly dyad?: readonly CountryCode[];
  /** The form is more often something else, or part of a person's name, and nothing beside it says state. */
  readonly weak: boolean;
  /** Arabic: the particles joined to the first word, such as `ب`, where there are any. */
  readonly particle?: string;
}

interface Compiled {
  readonly matcher: FormMatcher<CountryForm>;
  readonly compounds: CompoundParts;
  readonly context: ReadonlySet<string>;
}

const compiled = new Map<LanguageCode, Compiled>();

/**
 * Finds countries in `tokens[from, to)`, in order. Never resolves `the Kingdom` or `the two countries`. A form shared by
 * several countries goes to the one that the same stretch (or the text around it, as `named`) names otherwise, else to
 * the most frequent. Weak mentions are left out unless asked for.
 */
export function findCountries(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: DetectedLanguage,
  options: { readonly weak?: boolean; readonly named?: ReadonlySet<CountryCode> } = {},
): CountryMention[] {
  const code = languageCodes.find((known) => known === language);
  if (code === undefined) return [];
  const { matcher, compounds, context } = compiledOf(code);
  const mentions: CountryMention[] = [];
  const conjoined = new Set<number>();
  const matches = matcher.find(tokens, from, to);
  const named = new Set(
    matches.flatMap((match) => (match.values.length === 1 ? match.values.map((form) => form.code) : [])),
  );
  for (const [index, match] of matches.entries()) {
    const form = choose(match, named, options.named, isHyphen(tokens[match.lastToken]));
    if (form === undefined || form.kind === 'none') continue;
    const next = matches[index + 1];
    // A prefix counts only with the other half of its compound.
    const joined = next !== undefined && isHyphen(tokens[match.lastToken]) && next.firstToken === match.lastToken + 1;
    if (form.kind === 'prefix' && !joined) continue;
    const told = context.has(tokens[match.firstToken - 1]?.folded ?? '');
    const person = looksLikePersonName(tokens, match.firstToken, match.lastToken, from, to);
    const weak = (form.weak && !told) || person;
    if (weak && options.weak !== true) continue;
    if (/^[وف]/.test(match.particle)) conjoined.add(match.firstToken);
    const alternatives = match.values.map((value) => value.code).filter((other) => other !== form.code && other !== '');
    mentions.push({
      code: form.code,
      kind: form.kind === 'prefix' ? 'dyad' : form.kind,
      start: match.start,
      end: match.end,
      firstToken: match.firstToken,
      lastToken: match.lastToken,
      alternatives: [...new Set(alternatives)],
      weak,
      ...(match.particle === '' ? {} : { particle: match.particle }),
    });
  }
  addCompounds(tokens, from, to, compounds, mentions);
  const sideBySide = (left: CountryMention, right: CountryMention): boolean =>
    languagePacks[code].clitics && right.firstToken === left.lastToken && !conjoined.has(right.firstToken);
  return joinDyads(tokens, withShortNames(tokens, mentions), sideBySide);
}

/** "República de China (Taiwán)": the short name in brackets tells which country the long one is. */
function withShortNames(tokens: readonly Token[], mentions: readonly CountryMention[]): CountryMention[] {
  const result: CountryMention[] = [];
  for (const mention of mentions) {
    const long = result.at(-1);
    const closing = tokens[mention.lastToken];
    if (
      long?.kind === 'name' &&
      mention.kind === 'name' &&
      long.code !== mention.code &&
      mention.firstToken === long.lastToken + 1 &&
      tokens[long.lastToken]?.folded === '(' &&
      closing?.folded === ')'
    ) {
      const { code, alternatives } = mention;
      result[result.length - 1] = { ...long, code, alternatives, end: closing.end, lastToken: mention.lastToken + 1 };
    } else result.push(mention);
  }
  return result;
}

/** The reading of a shared form: a country named elsewhere, then by kind, then the most frequent. */
function choose(
  match: FormMatch<CountryForm>,
  named: ReadonlySet<CountryCode>,
  around: ReadonlySet<CountryCode> | undefined,
  beforeHyphen: boolean,
): CountryForm | undefined {
  const [first] = match.values;
  if (match.values.length < 2 || first?.kind === 'none') return first;
  const values = match.values.filter((value) => (value.kind === 'prefix') === beforeHyphen || value.kind !== 'prefix');
  const told = values.find((value) => named.has(value.code));
  if (told !== undefined) return told;
  const tellsOne = values.filter((value) => around?.has(value.code) === true);
  if (tellsOne[0] !== undefined && new Set(tellsOne.map((value) => value.code)).size === 1) return tellsOne[0];
  // `عمان` alone is Amman in the news, Oman is a Sultanate; elsewhere the country goes before its capital.
  const codes = new Set(values.map((value) => value.code));
  if (codes.has('JO') && codes.has('OM')) return values.find((value) => value.code === 'JO');
  return values.find((value) => value.kind !== 'capital') ?? values[0];
}

function isHyphen(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && token.folded === '-';
}

/** Compounds written as one word: `hispanomarroquí`. */
function addCompounds(
  tokens: readonly Token[],
  from: number,
  to: number,
  compounds: CompoundParts,
  mentions: CountryMention[],
): void {
  if (compounds.prefixes.size === 0) return;
  let added = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.end - token.start !== token.folded.length) continue;
    const split = splitCompound(token.folded, compounds);
    if (split === undefined) continue;
    const dyad = [split.first, split.second];
    const shared = { kind: 'dyad', firstToken: i, lastToken: i + 1, alternatives: [], dyad, weak: false } as const;
    const middle = token.start + split.at;
    mentions.push({ ...shared, code: split.first, start: token.start, end: middle });
    mentions.push({ ...shared, code: split.second, start: middle, end: token.end });
    added = true;
  }
  if (added) mentions.sort((a, b) => a.start - b.start);
}

/** Arabic adjectives of a compound follow each other without a conjunction. */
type Adjacency = (left: CountryMention, right: CountryMention) => boolean;

/** Tells the members of `franco-germano-polonais`, `Spain-Morocco`, `المغربية الإسبانية` of each other. */
function joinDyads(tokens: readonly Token[], mentions: CountryMention[], sideBySide: Adjacency): CountryMention[] {
  const result: CountryMention[] = [];
  let i = 0;
  while (i < mentions.length) {
    const first = mentions[i];
    if (first === undefined) break;
    const chain = [first];
    for (let next = mentions[i + 1]; next !== undefined; next = mentions[i + chain.length]) {
      const last = chain.at(-1) ?? first;
      if (first.dyad !== undefined || next.dyad !== undefined || next.code === last.code) break;
      if (!isCompound(tokens, last, next, sideBySide)) break;
      chain.push(next);
    }
    const dyad = chain.map((mention) => mention.code);
    for (const mention of chain) {
      if (chain.length === 1) result.push(mention);
      else result.push({ ...mention, kind: mention.kind === 'demonym' ? 'dyad' : mention.kind, dyad });
    }
    i += chain.length;
  }
  // A prefix whose other half was turned down says nothing.
  return result.filter((mention) => mention.kind !== 'dyad' || mention.dyad !== undefined);
}

function isCompound(
  tokens: readonly Token[],
  left: CountryMention,
  right: CountryMention,
  sideBySide: Adjacency,
): boolean {
  if (isHyphen(tokens[left.lastToken]) && right.firstToken === left.lastToken + 1) {
    return left.kind === 'dyad' || (left.kind === right.kind && left.kind !== 'capital') || left.kind === 'demonym';
  }
  // Arabic sets the two adjectives side by side: المباحثات المغربية الإسبانية.
  return sideBySide(left, right) && left.kind === 'demonym' && right.kind === 'demonym';
}

function compiledOf(language: LanguageCode): Compiled {
  let entry = compiled.get(language);
  if (entry === undefined) {
    const forms = countryForms(language);
    entry = {
      matcher: compileForms(forms, language),
      compounds: compoundParts(languagePacks[language].gazetteer.gluedCompounds ? forms : []),
      context: new Set(languagePacks[language].gazetteer.countryContext.map(foldWord)),
    };
    compiled.set(language, entry);
  }
  return entry;
}
