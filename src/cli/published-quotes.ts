import type { Meeting } from '../core/model/record.ts';
import type { QuoteOf } from '../schemas/evidence.ts';
import type { QuoteOfEvidence } from '../schemas/meeting.ts';
import { publishedText, quoteFrom } from '../schemas/publish.ts';
import { evidenceSpansOf } from '../schemas/record.ts';
import type { Store } from '../store/store.ts';

/** Articles kept at hand: the reports of one meeting stand close together in the archive. */
const keptArticles = 200;

/**
 * Gives, for a meeting, the function that quotes its evidence, within what the outlet of each article allows. Evidence
 * that points into an older text of an article is not quoted.
 */
export function openQuotes(store: Store): (meeting: Meeting) => Promise<QuoteOfEvidence> {
  const quotes = new Map<string, { readonly textVersion: string; readonly quoteOf: QuoteOf } | undefined>();
  const load = async (articleId: string) => {
    if (quotes.has(articleId)) return;
    const stored = await store.articles.get(articleId);
    const record = await store.record.getRecord(articleId);
    if (stored === undefined) {
      quotes.set(articleId, undefined);
      return;
    }
    const published = publishedText(
      stored.article,
      stored.outlet?.publish ?? 'excerpt',
      record === undefined ? [] : evidenceSpansOf(record),
    );
    quotes.set(articleId, { textVersion: stored.article.textVersion, quoteOf: quoteFrom(stored.article, published) });
  };
  return async (meeting) => {
    if (quotes.size >= keptArticles) quotes.clear();
    for (const { articleId } of meeting.reports) await load(articleId);
    return ({ articleId, textVersion, start, end }) => {
      const article = quotes.get(articleId);
      return article?.textVersion === textVersion ? article.quoteOf({ start, end }) : null;
    };
  };
}
