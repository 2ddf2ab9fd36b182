import { languagePacks } from '../../languages/packs.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { perLanguage, phrases } from './per-language.ts';
import { type ReadableSentence, sentencesIn } from './scope.ts';

/** What one person is reported to have said. `speaker` is the name or office as written. */
export interface FoundStatement {
  readonly speaker: string;
  readonly speakerStart: number;
  readonly speakerEnd: number;
  readonly direct: boolean;
  readonly text: string;
}

const SPEAKER_REACH = 14;
const PAPER_REACH = 9;
const LONGEST_SPEAKER = 9;
/** Quotation marks of this few words are a borrowed term, not a statement. */
const SHORTEST_QUOTE = 3;

/** Statements with a speaker, one a sentence: direct when the words stand in quotation marks, else indirect. */
export function findStatements(document: TextDocument, scope: Scope): Found<FoundStatement>[] {
  const found: Found<FoundStatement>[] = [];
  for (const sentence of sentencesIn(document, scope)) {
    if (sentence.block === 'headline') continue;
    const statement = statementOf(document, sentence);
    if (statement !== undefined) found.push(statement);
  }
  return found;
}

function statementOf(document: TextDocument, sentence: ReadableSentence): Found<FoundStatement> | undefined {
  const { tokens, text } = document;
  const lexicon = compiled(sentence.language);
  for (const verb of lexicon.speaks.find(tokens, sentence.firstToken, sentence.lastToken)) {
    // "the statement said": a paper speaks, that is an attribution.
    const near = Math.max(sentence.firstToken, verb.firstToken - PAPER_REACH);
    if (lexicon.papers.find(tokens, near, verb.firstToken).length > 0) continue;
    if (lexicon.papers.find(tokens, verb.lastToken, Math.min(sentence.lastToken, verb.lastToken + 2)).length > 0)
      continue;
    const speaker = speakerOf(tokens, lexicon, verb.firstToken, verb.lastToken, sentence);
    if (speaker === undefined) continue;
    if (lexicon.issuers.find(tokens, speaker.from, speaker.to).length > 0) continue;
    const speakerStart = tokens[speaker.from]?.start ?? verb.start;
    const speakerEnd = tokens[speaker.to - 1]?.end ?? verb.end;
    const quote = quoteIn(tokens, sentence);
    const said =
      quote ??
      indirect(tokens, lexicon, Math.max(verb.lastToken, speaker.from > verb.firstToken ? speaker.to : 0), sentence);
    const start = tokens[said.from]?.start;
    const end = tokens[said.to - 1]?.end;
    if (start === undefined || end === undefined || end <= start) continue;
    const turn = lexicon.turns.find(tokens, sentence.firstToken, sentence.lastToken).length > 0;
    return {
      value: {
        speaker: text.slice(speakerStart, speakerEnd),
        speakerStart,
        speakerEnd,
        direct: quote !== undefined,
        text: text.slice(start, end),
      },
      start: Math.min(speakerStart, start),
      end: Math.max(speakerEnd, end),
      sentence: sentence.index,
      rule: `statement:${sentence.language}${turn ? ':turn' : ''}`,
    };
  }
  return undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The nearest name or office on the side where the language puts its subject, else on the other. */
function speakerOf(
  tokens: readonly Token[],
  lexicon: Compiled,
  verbFirst: number,
  verbLast: number,
  sentence: ReadableSentence,
): Range | undefined {
  const turn = lexicon.turns.find(tokens, sentence.firstToken, verbFirst).at(-1);
  const before = (): Range | undefined =>
    (turn && nounFrom(tokens, lexicon, turn.lastToken, verbFirst)) ?? nounBefore(tokens, lexicon, verbFirst, sentence);
  const after = (): Range | undefined => nounAfter(tokens, lexicon, verbLast, sentence);
  return lexicon.verbFirst ? after() : (before() ?? after());
}

function nounBefore(
  tokens: readonly Token[],
  lexicon: Compiled,
  verb: number,
  sentence: ReadableSentence,
): Range | undefined {
  const from = Math.max(sentence.firstToken, verb - SPEAKER_REACH);
  const office = lexicon.offices.find(tokens, from, verb).at(-1);
  let name: Range | undefined;
  for (let i = verb - 1; i >= from; i--) {
    const token = tokens[i];
    if (token?.folded === ';' || token?.folded === '"') break;
    if (!isName(token, i === sentence.firstToken)) continue;
    let start = i;
    while (start > from && isName(tokens[start - 1], start - 1 === sentence.firstToken)) start--;
    // "in Algiers on Sunday": a place or a day, not who speaks.
    if (start > from && lexicon.prepositions.find(tokens, start - 1, start).length > 0) {
      i = start;
      continue;
    }
    name = { from: start, to: i + 1 };
    break;
  }
  if (office === undefined) return name;
  if (name !== undefined && name.from > office.lastToken + LONGEST_SPEAKER) return name;
  return { from: office.firstToken, to: extend(tokens, lexicon, office.lastToken, verb) };
}

/** After "for his part" the first one named speaks, however long the aside before the verb is. */
function nounFrom(tokens: readonly Token[], lexicon: Compiled, from: number, verb: number): Range | undefined {
  const office = lexicon.offices.find(tokens, from, verb)[0];
  for (let i = from; i < (office?.firstToken ?? verb); i++) {
    if (!isName(tokens[i], false)) continue;
    let last = i + 1;
    while (last < verb && isName(tokens[last], false)) last++;
    return { from: i, to: last };
  }
  return office && { from: office.firstToken, to: extend(tokens, lexicon, office.lastToken, verb) };
}

function nounAfter(
  tokens: readonly Token[],
  lexicon: Compiled,
  verb: number,
  sentence: ReadableSentence,
): Range | undefined {
  const to = Math.min(sentence.lastToken, verb + 4);
  const office = lexicon.offices.find(tokens, verb, to)[0];
  if (office !== undefined) {
    return {
      from: office.firstToken,
      to: extend(tokens, lexicon, office.lastToken, Math.min(sentence.lastToken, office.lastToken + LONGEST_SPEAKER)),
    };
  }
  if (lexicon.verbFirst) return undefined;
  const first = tokens[verb];
  if (!isName(first, false)) return undefined;
  let last = verb + 1;
  while (last < sentence.lastToken && isName(tokens[last], false)) last++;
  return { from: verb, to: last };
}

/** Over capitalised and joining words: "ministre de l'Intérieur", "minister of Defence". In Arabic over definite words. */
function extend(tokens: readonly Token[], lexicon: Compiled, from: number, limit: number): number {
  let last = from;
  for (let i = from; i < limit; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    if (lexicon.verbFirst ? token.folded.startsWith('ال') : token.upper) last = i + 1;
    else if (lexicon.verbFirst || lexicon.joins.find(tokens, i, i + 1).length === 0) {
      if (!lexicon.verbFirst && i === from) {
        last = i + 1; // an adjective: "le ministre marocain"
        continue;
      }
      break;
    }
  }
  return last;
}

function isName(token: Token | undefined, opensSentence: boolean): boolean {
  return token?.kind === 'word' && token.upper && token.folded.length > 2 && !opensSentence;
}

function quoteIn(tokens: readonly Token[], sentence: ReadableSentence): Range | undefined {
  let open = -1;
  for (let i = sentence.firstToken; i < sentence.lastToken; i++) {
    if (tokens[i]?.folded !== '"') continue;
    if (open < 0) open = i + 1;
    else {
      if (i - open >= SHORTEST_QUOTE) return { from: open, to: i };
      open = -1;
    }
  }
  return undefined;
}

function indirect(tokens: readonly Token[], lexicon: Compiled, after: number, sentence: ReadableSentence): Range {
  const that = lexicon.that.find(tokens, after, Math.min(sentence.lastToken, after + 8))[0];
  let from = that?.lastToken ?? after;
  let to = sentence.lastToken;
  // Post-posed speech ("…, a-t-il dit"): the words before are what was said.
  if (to - from < SHORTEST_QUOTE) {
    from = sentence.firstToken;
    to = after;
  }
  while (to > from && tokens[to - 1]?.kind === 'punctuation') to--;
  while (from < to && tokens[from]?.kind === 'punctuation') from++;
  return { from, to };
}

interface Compiled {
  readonly speaks: Matcher<true>;
  readonly papers: Matcher<true>;
  readonly turns: Matcher<true>;
  readonly offices: Matcher<true>;
  readonly joins: Matcher<true>;
  readonly prepositions: Matcher<true>;
  readonly issuers: Matcher<true>;
  readonly that: Matcher<true>;
  readonly verbFirst: boolean;
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].attribution;
  return {
    speaks: phrases(lexicon.speaks, language),
    papers: phrases(
      lexicon.papers.filter((entry) => entry.value.kind !== 'post').map((entry) => entry.pattern),
      language,
    ),
    turns: phrases(lexicon.turns, language),
    offices: phrases(lexicon.offices, language),
    joins: lexicon.joins.length === 0 ? { find: () => [] } : phrases(lexicon.joins, language),
    prepositions: phrases(lexicon.prepositions, language),
    issuers: phrases(lexicon.issuers, language),
    that: phrases(lexicon.that, language),
    verbFirst: lexicon.verbFirst,
  };
});
