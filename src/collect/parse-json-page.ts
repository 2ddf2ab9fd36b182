import type { Collected } from './collected.ts';

type Fields = Readonly<Record<string, unknown>>;

// Names that programs which save the press give to the same things: the first one that is there counts.
const names = {
  html: ['html', 'raw_html', 'rawHtml', 'page_source', 'html_content', 'content_html', 'body_html', 'response_body'],
  text: [
    'text',
    'maintext',
    'articleBody',
    'article_text',
    'raw_content',
    'plain_text',
    'full_text',
    'fulltext',
    'content',
    'body',
    'article',
  ],
  url: [
    'url',
    'link',
    'uri',
    'webUrl',
    'web_url',
    'canonical_url',
    'article_url',
    'permalink',
    'target_uri',
    'WARC-Target-URI',
  ],
  savedAt: [
    'savedAt',
    'saved_at',
    'capturedAt',
    'captured_at',
    'date_download',
    'download_date',
    'crawl_date',
    'crawled_at',
    'fetched_at',
    'scraped_at',
    'retrieved_at',
    'WARC-Date',
  ],
  title: ['title', 'headline', 'title_page'],
  standfirst: ['description', 'summary', 'standfirst', 'excerpt', 'lead'],
  published: [
    'published',
    'date',
    'date_publish',
    'publish_date',
    'published_at',
    'publishedAt',
    'publication_date',
    'datePublished',
    'published_date',
    'pub_date',
    'pubDate',
    'published_time',
  ],
  outlet: ['outlet', 'site_name', 'sitename', 'publisher', 'source_name', 'newspaper', 'source_domain', 'domain'],
  authors: ['authors', 'author', 'byline'],
  language: ['language', 'lang'],
} as const;

/**
 * One page from an object: `{ id?, url?, savedAt?, html | text }`, or the same under names that other programs give.
 * A text with a title or a day beside it becomes a small page that holds all of them.
 */
export function parseJsonPage(value: unknown, name: string): Collected {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'failure', name, code: 'json-invalid', detail: 'not an object' };
  }
  const item = value as Fields;
  const content = contentOf(item);
  if (content === undefined) return { kind: 'failure', name, code: 'json-invalid', detail: 'neither html nor text' };
  const id = idOf(item);
  const url = textOf(item, names.url);
  const savedAt = instantOf(textOf(item, names.savedAt));
  return {
    kind: 'page',
    name,
    bytes: new TextEncoder().encode(content.text),
    format: content.format,
    contentType: content.format === 'text' ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(savedAt === undefined ? {} : { savedAt }),
  };
}

function contentOf(item: Fields): { readonly text: string; readonly format: 'html' | 'text' } | undefined {
  const html = textOf(item, names.html);
  if (html !== undefined) return { text: html, format: 'html' };
  // An empty text is a page too: it is reported as one.
  const text = textOf(item, names.text) ?? (typeof item['html'] === 'string' ? '' : undefined) ?? emptyText(item);
  if (text === undefined) return undefined;
  if (/^\s*<(?:!doctype|html|head|body|div|p|article|section|h1)\b/i.test(text)) return { text, format: 'html' };
  const page = composePage(item, text);
  return page === undefined ? { text, format: 'text' } : { text: page, format: 'html' };
}

function emptyText(item: Fields): string | undefined {
  return names.text.some((key) => item[key] === '') ? '' : undefined;
}

function textOf(item: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) if (typeof item[key] === 'string' && item[key] !== '') return item[key];
  return undefined;
}

function idOf(item: Fields): string | undefined {
  for (const key of ['id', '_id', 'uuid', 'guid']) {
    const value = item[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** What is no instant is left out: nothing on a page may be later than its capture. */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return text;
  // Programs that write no zone mean UTC more often than the zone of whoever reads.
  const bare = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text);
  const time = Date.parse(bare ? `${bare[1]}T${bare[2]}Z` : text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Nothing when the text stands alone. */
function composePage(item: Fields, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const title = textOf(item, names.title);
  const published = textOf(item, names.published);
  if (title === undefined && published === undefined) return undefined;
  const metas: readonly (readonly [string, string | undefined])[] = [
    ['article:published_time', published],
    ['og:title', title],
    ['og:site_name', textOf(item, names.outlet)],
    ['og:description', textOf(item, names.standfirst)],
  ];
  const language = textOf(item, names.language);
  const paragraphs = text
    .split(/\r?\n(?:[ \t]*\r?\n)*/)
    .map((line) => line.trim())
    .filter((line, at) => line !== '' && !(at === 0 && line === title?.trim()));
  return [
    `<!doctype html>\n<html${language === undefined ? '' : ` lang="${markup(language)}"`}><head><meta charset="utf-8">`,
    `<title>${markup(title ?? '')}</title>`,
    ...metas.flatMap(([key, value]) =>
      value === undefined ? [] : [`<meta property="${key}" content="${markup(value)}">`],
    ),
    ...authorsOf(item).map((author) => `<meta name="author" content="${markup(author)}">`),
    '</head><body><article>',
    ...(title === undefined ? [] : [`<h1>${markup(title)}</h1>`]),
    ...paragraphs.map((line) => `<p>${markup(line)}</p>`),
    '</article></body></html>\n',
  ].join('\n');
}

function authorsOf(item: Fields): readonly string[] {
  for (const key of names.authors) {
    const value = item[key];
    if (typeof value === 'string' && value !== '') return [value];
    if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string' && one !== '');
  }
  return [];
}

function markup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
