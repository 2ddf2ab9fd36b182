import type { Article } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';

/**
 * The article without its words: title, address, dates and people stay, and so do the words of `kept`. Blanks stand for
 * the others, so that every span of the record points where it did.
 *
 * @param at ISO instant of the decision
 */
export function dropText(article: Article, kept: readonly Span[], at: string): Article {
  const { standfirst: _standfirst, videos: _videos, items: _items, embeds: _embeds, ...rest } = article;
  const all = [...(article.title?.spans ?? []), ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  for (const { start, end } of all) {
    if (end <= text.length) continue;
    const from = Math.max(start, text.length);
    text += blank(article.text.slice(text.length, from)) + article.text.slice(from, end);
  }
  text += blank(article.text.slice(text.length));
  return {
    ...rest,
    text,
    // Captions and the words of links are text of the outlet too; where they lead is not.
    images: article.images.map(({ url, lead }) => ({ url, ...(lead && { lead }) })),
    links: [],
    dropped: { at, kept },
  };
}

/** Line breaks stay: they are the bounds of blocks. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
