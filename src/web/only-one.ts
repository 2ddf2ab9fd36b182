import { alignSentences } from '../core/compare/align-sentences.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import { compareFacts, type ToldFact } from '../core/compare/told-facts.ts';
import type { Span } from '../core/model/evidence.ts';
import { contentWords } from '../core/novelty/content-words.ts';
import { tokenize } from '../core/text/tokens.ts';
import type { ArticleRow } from '../store/store.ts';
import type { PublishedArticle } from './published-article.ts';
import type { StoryText } from './story-texts.ts';

/** A fact that one outlet of a story tells and no other does. */
export interface OwnFact {
  readonly fact: ToldFact;
  readonly row: ArticleRow;
  /** First words that support it, when they may be shown. */
  readonly span: Span | undefined;
}

export interface OwnSentence {
  readonly row: ArticleRow;
  readonly text: string;
}

export interface OnlyOne {
  readonly facts: readonly OwnFact[];
  readonly sentences: readonly OwnSentence[];
}

const mostFacts = 12;
const mostSentences = 8;
/** Sentences of one outlet before those of the next. */
const perOutlet = 2;
/** Words of the content that make a sentence worth a line. */
const leastWords = 6;

/** What only one outlet of a story says: facts of the record, and sentences with no partner in another text of its language. */
export function findOnlyOne(texts: readonly StoryText[]): OnlyOne {
  const outletOf = (row: ArticleRow) => row.outletId ?? row.outletName ?? row.id;
  const read = texts.flatMap(({ row, article }) => (article === undefined ? [] : [{ row, article }]));
  if (new Set(read.map(({ row }) => outletOf(row))).size < 2) return { facts: [], sentences: [] };
  return { facts: ownFacts(read, outletOf), sentences: ownSentences(read, outletOf) };
}

type Read = readonly { readonly row: ArticleRow; readonly article: PublishedArticle }[];
type OutletOf = (row: ArticleRow) => string;

function ownFacts(read: Read, outletOf: OutletOf): OwnFact[] {
  const byId = new Map(read.map((one) => [one.row.id, one]));
  const records = read.flatMap(({ article }) => article.record ?? []);
  // Only against others that tell of the event at all.
  const tellers = new Set(
    records.flatMap((record) => {
      const one = record.meetings.some(({ prominence }) => prominence !== 'background')
        ? byId.get(record.articleId)
        : undefined;
      return one === undefined ? [] : [outletOf(one.row)];
    }),
  );
  if (tellers.size < 2) return [];
  return compareFacts(records)
    .filter(({ field }) => field !== 'type' && field !== 'status' && field !== 'side')
    .flatMap((fact): OwnFact[] => {
      const told = fact.tellers.flatMap(({ articleId, spans }) => {
        const one = byId.get(articleId);
        return one === undefined ? [] : [{ ...one, spans }];
      });
      const [first] = told;
      if (first === undefined || new Set(told.map(({ row }) => outletOf(row))).size !== 1) return [];
      return [{ fact, row: first.row, span: first.spans.find((span) => first.article.quoteOf(span) !== null) }];
    })
    .slice(0, mostFacts);
}

function ownSentences(read: Read, outletOf: OutletOf): OwnSentence[] {
  const texts = read.map(({ row, article }) => {
    const compared = comparedArticle(article.stored.article);
    const tokens = compared.sentences.map(({ start, end }) => tokenize(compared.text, start, end));
    return { row, article, compared, tokens, keys: tokens.map((list) => list.map(({ folded }) => folded)) };
  });
  const found: OwnSentence[] = [];
  for (const own of texts) {
    const others = texts.filter(
      (other) => other.compared.language === own.compared.language && outletOf(other.row) !== outletOf(own.row),
    );
    if (others.length === 0) continue;
    const shared = new Set(others.flatMap((other) => alignSentences(own.keys, other.keys).map(({ before }) => before)));
    let count = 0;
    own.compared.sentences.forEach((span, index) => {
      if (shared.has(index) || count >= perOutlet) return;
      const { article } = own.article.stored;
      const block = article.blocks.find(({ start, end }) => start <= span.start && span.start < end);
      const words = contentWords(article.text, own.tokens[index] ?? [], own.compared.language).length;
      const text = block?.label === 'body' && words >= leastWords ? own.article.quoteOf(span) : null;
      if (text === null) return;
      count++;
      found.push({ row: own.row, text });
    });
  }
  return found.slice(0, mostSentences);
}
