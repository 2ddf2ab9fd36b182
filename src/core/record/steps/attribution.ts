import { languagePacks } from '../../languages/packs.ts';
import type { Issue } from '../../languages/record-lexicons.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { perLanguage, phrases } from './per-language.ts';
import { type ReadableSentence, sentencesIn } from './scope.ts';

export interface FoundAttribution {
  readonly kind: Issue['kind'];
  /** Who issued it, as written. */
  readonly issuer?: string;
  readonly issuerStart?: number;
  readonly issuerEnd?: number;
  readonly channel: 'communique' | 'agency' | 'own' | 'unknown';
}

const REPORT_REACH = 10;
const ISSUER_REACH = 6;
const LONGEST_ISSUER = 12;
/** Letters written on to an Arabic word. */
const LONGEST_CLITICS = 3;

/** To whom the text gives its words: a communiqué with its issuer, an agency, sources. In document order. */
export function findAttribution(document: TextDocument, scope: Scope): Found<FoundAttribution>[] {
  const found: Found<FoundAttribution>[] = [];
  for (const sentence of sentencesIn(document, scope)) {
    if (sentence.block === 'headline') continue;
    const lexicon = compiled(sentence.language);
    const { tokens, text } = document;
    for (const paper of lexicon.papers.find(tokens, sentence.firstToken, sentence.lastToken)) {
      const from = Math.max(sentence.firstToken, paper.firstToken - REPORT_REACH);
      const to = Math.min(sentence.lastToken, paper.lastToken + REPORT_REACH);
      const reported = lexicon.reports.find(tokens, from, to).length > 0;
      if (!reported && NEEDS_REPORT.has(paper.value.kind)) continue;
      const issuer =
        issuerAfter(tokens, lexicon, paper.lastToken, sentence) ??
        issuerBefore(tokens, lexicon, paper.firstToken, sentence);
      const issuerStart = afterClitics(tokens[issuer?.from ?? -1], sentence.language);
      const issuerEnd = tokens[(issuer?.to ?? 0) - 1]?.end;
      const named = issuerStart !== undefined && issuerEnd !== undefined && issuerEnd > issuerStart;
      found.push({
        value: {
          kind: paper.value.kind,
          channel: CHANNEL[paper.value.kind],
          ...(named ? { issuer: text.slice(issuerStart, issuerEnd), issuerStart, issuerEnd } : {}),
        },
        start: named ? Math.min(paper.start, issuerStart) : paper.start,
        end: named ? Math.max(paper.end, issuerEnd) : paper.end,
        sentence: sentence.index,
        rule: `attribution:${sentence.language}:${paper.value.kind}`,
      });
    }
    const ministry = ministrySays(document, lexicon, sentence);
    if (ministry !== undefined && found.at(-1)?.sentence !== sentence.index) found.push(ministry);
  }
  return found;
}

/**
 * Where the name itself begins: the Arabic preposition or conjunction written on to it is no part of it. One before the
 * article melts with it ("للوزارة"); what is left is the name without its article.
 */
function afterClitics(token: Token | undefined, language: LanguageCode): number | undefined {
  if (token === undefined || !languagePacks[language].clitics) return token?.start;
  const { issuers } = languagePacks[language].attribution;
  if (issuers.includes(token.folded) || issuers.includes(token.folded.replace(/^ال/u, ''))) return token.start;
  for (let cut = 1; cut <= LONGEST_CLITICS; cut++) {
    const rest = token.folded.slice(cut);
    // The folded form drops marks of vowels: only where both are as long does a cut fall on the same letter.
    if (token.folded.length !== token.end - token.start) return token.start;
    if (issuers.includes(rest) || (rest.startsWith('ال') && issuers.includes(rest.slice(2)))) return token.start + cut;
  }
  return token.start;
}

/** "Communiqué" alone may be a thing that was signed; "statement" a thing that was made. */
const NEEDS_REPORT: ReadonlySet<Issue['kind']> = new Set(['communique', 'statement', 'agency']);

const CHANNEL: Readonly<Record<Issue['kind'], FoundAttribution['channel']>> = {
  communique: 'communique',
  statement: 'communique',
  agency: 'agency',
  source: 'own',
  'press-conference': 'own',
  post: 'communique',
};

interface Range {
  readonly from: number;
  readonly to: number;
}

/** "un communiqué du ministère de l'Intérieur". */
function issuerAfter(
  tokens: readonly Token[],
  lexicon: Compiled,
  at: number,
  sentence: ReadableSentence,
): Range | undefined {
  const to = Math.min(sentence.lastToken, at + ISSUER_REACH);
  const head = lexicon.issuers.find(tokens, at, to)[0];
  if (head === undefined) return undefined;
  const opener = lexicon.issuedBy.find(tokens, at, head.firstToken);
  const glued = languagePacks[sentence.language].clitics && tokens[head.firstToken]?.folded.startsWith('ل') === true;
  if (opener.length === 0 && !glued) return undefined;
  return widen(tokens, lexicon, head.firstToken, head.lastToken, sentence);
}

/** "indique le ministère de l'Intérieur dans un communiqué". */
function issuerBefore(
  tokens: readonly Token[],
  lexicon: Compiled,
  at: number,
  sentence: ReadableSentence,
): Range | undefined {
  const from = Math.max(sentence.firstToken, at - LONGEST_ISSUER - 2);
  const head = lexicon.issuers.find(tokens, from, at).at(-1);
  if (head === undefined || lexicon.reports.find(tokens, Math.max(from - 3, sentence.firstToken), at).length === 0)
    return undefined;
  const range = widen(tokens, lexicon, head.firstToken, head.lastToken, sentence);
  return { from: range.from, to: Math.min(range.to, at) };
}

/** From the head noun over capitalised words and small joining words; in Arabic over definite words. */
function widen(
  tokens: readonly Token[],
  lexicon: Compiled,
  first: number,
  head: number,
  sentence: ReadableSentence,
): Range {
  const arabic = languagePacks[sentence.language].clitics;
  let from = first;
  // English: "the Moroccan Interior Ministry".
  while (
    from > sentence.firstToken &&
    tokens[from - 1]?.upper === true &&
    tokens[from - 1]?.kind === 'word' &&
    languagePacks[sentence.language].portfolioFirst
  )
    from--;
  let to = head;
  const furthest = Math.min(sentence.lastToken, head + LONGEST_ISSUER);
  for (let i = head; i < furthest; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    if (arabic ? /^(و)?(ال|لل)/u.test(token.folded) : token.upper) to = i + 1;
    else if (arabic || lexicon.joins.find(tokens, i, i + 1).length === 0) {
      // One adjective in lower case may stand between: "le ministère marocain de l'Intérieur".
      if (arabic || i !== head || lexicon.joins.find(tokens, i + 1, i + 2).length === 0) break;
    }
  }
  return { from, to };
}

/** "the ministry said": no paper named, but a body speaks. */
function ministrySays(
  document: TextDocument,
  lexicon: Compiled,
  sentence: ReadableSentence,
): Found<FoundAttribution> | undefined {
  const { tokens, text } = document;
  for (const report of lexicon.reports.find(tokens, sentence.firstToken, sentence.lastToken)) {
    const after = lexicon.issuers.find(tokens, report.lastToken, Math.min(sentence.lastToken, report.lastToken + 3))[0];
    const before = lexicon.issuers
      .find(tokens, Math.max(sentence.firstToken, report.firstToken - 2), report.firstToken)
      .at(-1);
    const head = after ?? before;
    if (head === undefined) continue;
    const range = widen(tokens, lexicon, head.firstToken, head.lastToken, sentence);
    const issuerStart = afterClitics(tokens[range.from], sentence.language) ?? head.start;
    const issuerEnd = tokens[range.to - 1]?.end ?? head.end;
    return {
      value: {
        kind: 'statement',
        channel: 'communique',
        issuer: text.slice(issuerStart, issuerEnd),
        issuerStart,
        issuerEnd,
      },
      start: Math.min(report.start, issuerStart),
      end: Math.max(report.end, issuerEnd),
      sentence: sentence.index,
      rule: `attribution:${sentence.language}:says`,
    };
  }
  return undefined;
}

interface Compiled {
  readonly papers: Matcher<Issue>;
  readonly issuedBy: Matcher<true>;
  readonly issuers: Matcher<true>;
  readonly reports: Matcher<true>;
  readonly joins: Matcher<true>;
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].attribution;
  return {
    papers: compileMatcher(lexicon.papers, { clitics: languagePacks[language].clitics }),
    issuedBy: phrases(lexicon.issuedBy, language),
    issuers: phrases(lexicon.issuers, language),
    reports: phrases(lexicon.reports, language),
    joins: lexicon.joins.length === 0 ? { find: () => [] } : phrases(lexicon.joins, language),
  };
});
