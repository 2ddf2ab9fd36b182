import type { Article, BlockLabel } from '../../core/model/article.ts';
import { hash64 } from '../../core/text/hash.ts';
import { type Token, tokenize } from '../../core/text/tokens.ts';
import { articleLabels } from '../store.ts';
import { plain, stemWord } from './stem.ts';

/** One stretch of the canonical text that search reads. */
export type TextPart = readonly [label: BlockLabel, start: number, end: number, language: string];

/**
 * Terms in the order of the text; `GAP` where a phrase must not reach across. `rest` are terms found only beyond the
 * ordered part: they can be found, but not inside a phrase.
 */
export interface AnalysedText {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly rest: readonly string[];
  /** Folded word and stem, each pair once. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A term that no query can contain. */
export const GAP = '¶';

// PostgreSQL keeps 16,383 positions a document and 256 a word, and a megabyte of words in all: both databases stop
// before that, so that both find the same.
const MAX_POSITIONS = 16_000;
const MAX_REPEATS = 250;
const MAX_TERM_UNITS = 250_000;

/** The parts of an article that belong to the article itself. */
export function findParts(article: Article): TextPart[] {
  const parts: TextPart[] = [];
  for (const block of article.blocks) {
    if (!articleLabels.has(block.label)) continue;
    const language = block.language === 'und' ? article.language.value : block.language;
    parts.push([block.label, block.start, block.end, language]);
  }
  return parts;
}

/** Title and text as index terms. The title is the shown one, wherever on the page it came from. */
export function analyseArticle(
  title: string,
  language: string,
  text: string,
  parts: readonly TextPart[],
): AnalysedText {
  const collector = createCollector();
  const headline = parts.find(([label]) => label === 'headline');
  collector.add('head', title, 0, title.length, headline?.[3] ?? language);
  for (const [label, start, end, partLanguage] of parts) {
    if (label === 'headline' && text.slice(start, end) === title) continue;
    collector.add('body', text, start, end, partLanguage);
  }
  return collector.result();
}

/** Tokens of a text that are words to search: no punctuation, no elided article, no possessive ending. */
export function searchTokens(text: string, start = 0, end: number = text.length): Token[] {
  return tokenize(text, start, end).filter(
    (token) => token.kind !== 'punctuation' && !token.folded.endsWith("'") && token.folded !== "'s",
  );
}

function createCollector() {
  const head: string[] = [];
  const body: string[] = [];
  const rest = new Set<string>();
  const repeats = new Map<string, number>();
  const words = new Map<string, Set<string>>();
  let units = 0;
  return {
    add(column: 'head' | 'body', text: string, start: number, end: number, language: string): void {
      const target = column === 'head' ? head : body;
      if (target.length > 0) target.push(GAP);
      for (const token of searchTokens(text, start, end)) {
        const stem = stemWord(text.slice(token.start, token.end), language);
        if (stem === '') continue;
        const count = repeats.get(stem) ?? 0;
        if (count === 0) {
          if (units + stem.length > MAX_TERM_UNITS) continue;
          units += stem.length;
        }
        repeats.set(stem, count + 1);
        remember(words, plain(token.folded), stem);
        if (head.length + body.length < MAX_POSITIONS) target.push(count < MAX_REPEATS ? stem : GAP);
        else if (count === 0) rest.add(stem);
      }
    },
    result: (): AnalysedText => ({ head, body, rest: [...rest], words }),
  };
}

function remember(words: Map<string, Set<string>>, folded: string, stem: string): void {
  const stems = words.get(folded);
  if (stems === undefined) words.set(folded, new Set([stem]));
  else stems.add(stem);
}

const PROBES: readonly (readonly [string, string])[] = [
  ['fr', "L'accord signé aujourd'hui à l'été renforce les réunions bilatérales des ministères, qu'œuvrer"],
  ['en', "The ministers' meetings renewed yesterday's agreements on 14 co-operating agencies"],
  ['es', 'Las reuniones del año reforzarán la cooperación entre los ministerios españoles'],
  ['ar', 'وأجرى الوزراء محادثات ثنائية حول العلاقات الأمنية والاتفاقيات ٢٠٢٤'],
  ['und', 'Straße Ελλάδα über'],
];

/**
 * Names how words become terms. It is computed from probe sentences, so that a change anywhere below (tokens, folding,
 * a stemmer's release) shows as another version and `check` can say that the index is stale.
 */
export const analyserVersion: string = hash64(
  JSON.stringify(
    PROBES.map(([language, text]) =>
      searchTokens(text).map((token) => [token.folded, stemWord(text.slice(token.start, token.end), language)]),
    ),
  ),
);
