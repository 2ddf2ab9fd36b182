import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';

/** Tokens that look like a person's name. */
export interface NameRun {
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  /** Arabic: "and" is written on its first word and does not belong to it. */
  readonly glued?: true;
}

/** Where the name itself begins in the text. */
export function nameStart(tokens: readonly Token[], { firstToken, glued }: NameRun): number {
  return (tokens[firstToken]?.start ?? 0) + (glued === true ? 1 : 0);
}

const LONGEST_NAME = 8;

/** Capitalised runs of a sentence in a script with capital letters, particles and initials included. */
export function findNameRuns(tagged: TaggedSentence, tokens: readonly Token[], taken: readonly NameRun[]): NameRun[] {
  const runs: NameRun[] = [];
  const { firstToken, lastToken } = tagged.sentence;
  const blocked = new Set<number>();
  for (const span of taken) for (let i = span.firstToken; i < span.lastToken; i++) blocked.add(i);
  for (const spot of [...tagged.countries, ...tagged.places]) {
    if (spot.lastToken - spot.firstToken > 1) for (let i = spot.firstToken; i < spot.lastToken; i++) blocked.add(i);
  }
  // Titles of several words ("General of Police") are no part of the name after them.
  for (const title of tagged.honorifics.values()) {
    if (title.lastToken - title.firstToken > 1) for (let i = title.firstToken; i < title.lastToken; i++) blocked.add(i);
  }
  let i = firstToken;
  while (i < lastToken) {
    const end = blocked.has(i) ? i : readLatinName(tagged, tokens, i, blocked);
    if (end > i) {
      runs.push({ firstToken: i, lastToken: end });
      i = end;
    } else i++;
  }
  return runs;
}

/** End of the name that begins at `start`, or `start` when none does. */
function readLatinName(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  start: number,
  blocked: ReadonlySet<number>,
): number {
  const to = tagged.sentence.lastToken;
  let end = start;
  let words = 0;
  for (let i = start; i < to && words < LONGEST_NAME; ) {
    const token = tokens[i];
    if (token === undefined || blocked.has(i)) break;
    // "President [Emmanuel] Macron": brackets of an editor inside a name.
    if ((token.folded === ']' || token.folded === '[') && end > start) {
      i++;
      continue;
    }
    if (isNameWord(tagged, tokens, i, end > start)) {
      words++;
      end = i + 1;
      i = afterInitial(tokens, i, to);
      if (i > end) end = i;
      // Hyphens without spaces hold compound names together, "Tae-yul" too.
      while (glued(tokens, i - 1, i) && tokens[i]?.folded === '-' && glued(tokens, i, i + 1)) {
        i++;
        const part = tokens[i];
        if (part?.kind !== 'word' || part.upper || tagged.lexicon.particles.has(part.folded)) break;
        if (i + 1 > to || tagged.countryAt.has(i)) break;
        end = i + 1;
        i++;
      }
      continue;
    }
    const next = particleEnd(tagged, tokens, i, to);
    if (next > i && (end > start || token.upper || mayOpen(tagged, tokens, i))) {
      i = next;
      continue;
    }
    break;
  }
  while (end > start && tokens[end - 1]?.folded === ']') end--;
  if (end === start) return start;
  // A lone initial or a lone particle is no name.
  const only = tokens[start];
  if (end === start + 1 && only !== undefined && only.end - only.start < 2) return start;
  // "(SRE)": one word in brackets is the short name of what stands before.
  if (end === start + 1 && tokens[start - 1]?.folded === '(' && tokens[end]?.folded === ')') return start;
  return end;
}

const NAME_PREFIXES: ReadonlySet<string> = new Set(['al', 'el', 'ben', 'bin', 'ould']);

/** A particle in small letters may begin a name, but not where it is the article of the language: "visitó el Capitolio". */
function mayOpen(tagged: TaggedSentence, tokens: readonly Token[], index: number): boolean {
  const folded = tokens[index]?.folded ?? '';
  if (!isNamePrefix(folded)) return false;
  return !tagged.lexicon.pack.names.articles.includes(folded) || tokens[index + 1]?.folded === '-';
}

function isNamePrefix(folded: string): boolean {
  return NAME_PREFIXES.has(folded);
}

function isNameWord(tagged: TaggedSentence, tokens: readonly Token[], index: number, inside: boolean): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || !token.upper) return false;
  // "G20", "16H50"
  if (/\d/.test(token.folded)) return false;
  if (tagged.lexicon.nameStops.has(token.folded) && !(inside && isFamilyName(tagged, tokens, index))) return false;
  if (tagged.heads.has(index) && !inside) return false;
  if (tagged.countryAt.has(index) || tagged.placeAt.has(index)) return false;
  if (!inside && tagged.honorifics.has(index)) return false;
  if (tagged.lexicon.particles.has(token.folded) && !inside && !isNamePrefix(token.folded)) return false;
  return true;
}

/** "Jane May", but not "Jane Doe May 5". */
function isFamilyName(tagged: TaggedSentence, tokens: readonly Token[], index: number): boolean {
  if (!tagged.lexicon.familyStops.has(tokens[index]?.folded ?? '')) return false;
  return !/^\d/.test(tokens[index + 1]?.folded ?? '');
}

/** "Michael R. Pompeo": steps over the full stop of an initial. */
function afterInitial(tokens: readonly Token[], index: number, to: number): number {
  const token = tokens[index];
  const dot = tokens[index + 1];
  if (token !== undefined && dot !== undefined && index + 1 < to && dot.folded === '.') {
    if (token.end - token.start === 1 && dot.start === token.end) return index + 2;
  }
  return index + 1;
}

function glued(tokens: readonly Token[], left: number, right: number): boolean {
  const a = tokens[left];
  const b = tokens[right];
  return a !== undefined && b !== undefined && a.end === b.start;
}

/** Index after particles (and their hyphen) that lead to another capitalised word, else `index`. */
function particleEnd(tagged: TaggedSentence, tokens: readonly Token[], index: number, to: number): number {
  let i = index;
  for (let n = 0; n < 3 && i < to; n++) {
    const token = tokens[i];
    if (token === undefined || !tagged.lexicon.particles.has(token.folded)) break;
    i++;
    if (tokens[i]?.folded === '-' && glued(tokens, i - 1, i)) i++;
  }
  if (i === index || i >= to) return index;
  return isNameWord(tagged, tokens, i, true) ? i : index;
}

/** Longest Arabic name without a chain of "بن". */
const ARABIC_WORDS = 4;

/**
 * End of the Arabic name that begins at `start` (after a role or an honorific), or `start`. A first name that is also
 * that of a country ("جورجيا", "تشاد") opens one only where a role behind it says so.
 */
export function readArabicName(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  start: number,
  roleBehind: boolean = false,
): number {
  const to = tagged.sentence.lastToken;
  const { nameEnds, alifEnds, alsoNames, particles } = tagged.lexicon;
  let words = 0;
  let i = start;
  for (; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    const word = token.folded;
    if (particles.has(word)) continue;
    const afterParticle = i > start && particles.has(tokens[i - 1]?.folded ?? '');
    if (!afterParticle && words >= ARABIC_WORDS) break;
    // "الشيخ صباح الأحمد": right behind a title even a word for the morning is a name, unless it goes on as a time.
    const both = i === start && alsoNames.has(word) && isTitledAt(tagged, i);
    const titled = both && !nameEnds.has(tokens[i + 1]?.folded ?? '');
    const ends = !titled && nameEnds.has(word) && (!alifEnds.has(word) || tagged.finalAlif.has(i));
    if (ends || (word.startsWith('و') && endsByAnd(tagged, word, i === start)) || DUAL_VERB.test(word)) break;
    if (!afterParticle && words > 1 && opensAnother(tagged, tokens, i)) break;
    if (!afterParticle && (tagged.heads.has(i) || tagged.counterparts.has(i) || tagged.anaphors.has(i))) break;
    // "محمد شياع السوداني": after a name the adjective of a country is its last part.
    const country = tagged.countryAt.get(i);
    const opens = roleBehind && i === start && country?.kind === 'name' && country.lastToken === i + 1;
    if (!afterParticle && country !== undefined && !opens) {
      const last = words > 0 && country.kind === 'demonym' && word.startsWith('ال') && words < ARABIC_WORDS;
      if (last) i++;
      break;
    }
    if (tagged.triggers.some((trigger) => trigger.firstToken === i && trigger.value.tense !== 'noun')) break;
    if (/^[بل]ال|^لل/.test(word) && word.length > 4) break;
    words++;
  }
  while (i > start && particles.has(tokens[i - 1]?.folded ?? '')) i--;
  return words === 0 ? start : i;
}

/** "نواز شريف الأمير سالم": a title with the article between two names opens the second, unless nothing follows it. */
function opensAnother(tagged: TaggedSentence, tokens: readonly Token[], index: number): boolean {
  const title = tagged.honorifics.get(index);
  const next = title === undefined ? undefined : tokens[title.lastToken];
  if (title === undefined || next?.kind !== 'word' || tokens[index]?.folded.startsWith('ال') !== true) return false;
  if (title.lastToken >= tagged.sentence.lastToken || tagged.lexicon.nameEnds.has(next.folded)) return false;
  return !tagged.heads.has(title.lastToken) && !/^[بلو]?ال|^لل/.test(next.folded);
}

function isTitledAt(tagged: TaggedSentence, index: number): boolean {
  for (const honorific of tagged.honorifics.values()) if (honorific.lastToken === index) return true;
  return false;
}

/** True when most longer words of a headline are capitals: then a capital says nothing about names. */
export function isTitleCase(tagged: TaggedSentence, tokens: readonly Token[]): boolean {
  let upper = 0;
  let all = 0;
  for (let i = tagged.sentence.firstToken; i < tagged.sentence.lastToken; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.end - token.start < 4) continue;
    all++;
    if (token.upper) upper++;
  }
  return all >= 4 && upper / all > 0.7;
}

/** "يبحثان", "يؤكدان": a verb of two people right after a title. */
const DUAL_VERB = /^ي[^و]\S{2,}ان$/;

/** "والوفد", "ووزير": the word begins with "and"; at the very start of a name only before the article. */
function endsByAnd(tagged: TaggedSentence, word: string, first: boolean): boolean {
  const rest = word.slice(1);
  if (first) return rest.startsWith('ال') || tagged.lexicon.nameEnds.has(rest);
  return rest.startsWith('ال') || rest.length > 4 || tagged.lexicon.nameEnds.has(rest);
}
