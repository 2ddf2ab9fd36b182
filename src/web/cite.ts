import { type CitationFormat, type CitedArticle, citationFormats } from '../core/export/citation.ts';
import { problemOf, respondProblem } from './errors.tsx';
import { type PublishedArticle, readPublishedArticle } from './published-article.ts';
import type { WebContext } from './room.ts';
import { safeUrl } from './shown-text.ts';
import { articlePath } from './views/article-list.tsx';

type PageOfRoom = (c: WebContext) => Promise<Response>;

/** `/articles/:id.bib` cites the article for a reference manager; every other address is for the page. */
export function orCitation(page: PageOfRoom): PageOfRoom {
  return async (c) => {
    const parameter = c.req.param('id') ?? '';
    const format = citationFormats.find(({ ending }) => parameter.endsWith(`.${ending}`));
    return format === undefined ? page(c) : writeCitation(c, parameter.slice(0, -format.ending.length - 1), format);
  };
}

async function writeCitation(c: WebContext, id: string, format: CitationFormat): Promise<Response> {
  const { store, settings } = c.get('room');
  const article = await readPublishedArticle(store, id, settings);
  if (article === undefined) return respondProblem(c, problemOf('not-found'));
  const cited = citedArticle(article, c.get('room').origin);
  c.header('Cache-Control', 'private, no-cache');
  c.header('Content-Disposition', `inline; filename="${id.replace(/[^\w-]/g, '_')}.${format.ending}"`);
  return c.body(format.write(cited), 200, { 'Content-Type': format.mediaType });
}

/** What may be said of an article in a citation. `site` is the address of this site. */
export function citedArticle({ stored, published }: PublishedArticle, site: string): CitedArticle {
  const { article, page, outlet } = stored;
  const url = safeUrl(article.canonicalUrl) ?? safeUrl(article.url);
  return {
    id: article.id,
    title: published.title ?? outlet?.name ?? article.id,
    authors: article.authors.map(({ value }) => value),
    ...(outlet === undefined ? {} : { outlet: outlet.name }),
    ...(article.agency === undefined ? {} : { agency: article.agency.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
    ...(article.language.value === 'und' ? {} : { language: article.language.value }),
    ...(url === undefined ? {} : { url }),
    archiveUrl: site + articlePath(article.id),
    captured: page.savedAt,
    hash: page.hash,
  };
}
