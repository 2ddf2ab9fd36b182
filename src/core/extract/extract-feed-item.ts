import type { Article } from '../model/article.ts';
import type { FeedItem } from '../model/feed.ts';
import type { PageInput } from '../model/page.ts';
import { type ExtractOptions, extractArticle } from './extract-article.ts';

/**
 * An item of a feed as the page that it would be alone: its title over its text. Pure, so that the same item gives the
 * same page, the same text version and the same offsets.
 *
 * @example
 * import { pageOfFeedItem, readPage } from 'rapporteur';
 *
 * const page = readPage(pageOfFeedItem({ title: 'Ferry', link: 'https://paper.example/1', content: '<p>It sailed.</p>' }));
 * console.log(page.format, page.url);
 */
export function pageOfFeedItem(item: FeedItem): PageInput {
  const title = item.title?.replace(/\s+/g, ' ').trim() ?? '';
  const content = item.content ?? '';
  const isHtml =
    item.contentType === undefined ? /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.test(content) : item.contentType === 'html';
  const body = isHtml
    ? content
    : content
        .split(/\r?\n\s*/)
        .filter((line) => line.trim() !== '')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('\n');
  // The feed says that it is an article: how short it is decides nothing.
  const head = `<meta property="og:type" content="article">${item.outlet ? `<meta property="og:site_name" content="${escaped(item.outlet)}">` : ''}`;
  const heading = title === '' ? '' : `<h1>${escaped(title)}</h1>\n`;
  const lang = item.language && /^[a-z]{2,3}(?:-\w+)*$/i.test(item.language) ? ` lang="${item.language}"` : '';
  return {
    text: `<!doctype html><html${lang}><head>${head}</head><body><article>\n${heading}<div class="article-body">\n${body}\n</div>\n</article></body></html>`,
    format: 'html',
    ...(item.link ? { url: item.link } : {}),
  };
}

/**
 * The article that an item of a feed carries: title, authors and dates with the basis `feed`, and the body that its
 * content holds.
 *
 * @example
 * import { bodyText, extractFeedItem } from 'rapporteur';
 *
 * const content = '<p>The ferry between the two islands sailed on Monday, for the first time since spring.</p>';
 * const item = { title: 'Ferry sails again', link: 'https://paper.example/1', published: '2024-01-19', content };
 * const article = extractFeedItem(item);
 * console.log(article.title?.value, article.published?.value.edtf, bodyText(article));
 */
export function extractFeedItem(item: FeedItem, options: Omit<ExtractOptions, 'feed'> = {}): Article {
  const { content: _, ...claims } = item;
  const article = extractArticle(pageOfFeedItem(item), { ...options, feed: claims });
  // The heading was made of the feed's title: it is the feed that says it.
  return article.title && article.title.basis !== 'feed'
    ? { ...article, title: { ...article.title, basis: 'feed' } }
    : article;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
