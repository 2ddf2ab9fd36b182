import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { renderSearch, type SearchOut } from '../../schemas/search.ts';
import type { SearchHit, SearchResult } from '../../store/store.ts';
import { feedsOf } from '../alternates.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { rowLevel } from '../published-article.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { cleanText, clipText, directionOf } from '../shown-text.ts';
import { ArticleSource, articlePath } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { languageTag } from '../views/quotations.tsx';

const pageSize = 20;
const longestQuery = 300;
const lastPage = 500;

/** `/search?q=`: all words must match, accents never matter. */
export async function searchPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const text = cleanText((room.query['q'] ?? '').slice(0, longestQuery)).trim();
  const page = pageNumber(room.query['page']);
  const order = room.query['order'] === 'rank' ? 'rank' : 'newest';
  const result: SearchResult | undefined =
    text === ''
      ? undefined
      : await room.store.search.find({ text, order, limit: pageSize, offset: (page - 1) * pageSize });
  if (room.path.endsWith('.json')) return renderJson(c, searchJson(text, result, room));
  const query = `?q=${encodeURIComponent(text)}${order === 'rank' ? '&order=rank' : ''}`;
  return renderPage(
    c,
    <Layout
      room={room}
      title={text === '' ? tr.t('search.title') : tr.t('search.title-for', { text: clipText(text, 80) })}
      noindex
      json={text === '' ? undefined : `/search.json${query}`}
      feeds={text === '' ? [] : feedsOf('/search', `?q=${encodeURIComponent(text)}`)}
    >
      <header class="room-head">
        <h1>{tr.t('search.title')}</h1>
        <form class="search-form" action="/search" method="get">
          <label for="search-words">{tr.t('search.label')}</label>
          <div class="search-line">
            <input id="search-words" type="search" name="q" maxlength={longestQuery} dir="auto" value={text} />
            <button type="submit">{tr.t('search.button')}</button>
          </div>
          <p class="meta">{tr.t('search.help')}</p>
        </form>
      </header>
      {result !== undefined && (
        <Results result={result} text={text} page={page} query={query} order={order} room={room} />
      )}
    </Layout>,
  );
}

function pageNumber(value: string | undefined): number {
  const page = Number(value ?? '1');
  return Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage) : 1;
}

function Results(props: {
  result: SearchResult;
  text: string;
  page: number;
  query: string;
  order: 'newest' | 'rank';
  room: Room;
}): JSX.Element {
  const { result, page, query, order, room } = props;
  const { tr } = room;
  const more = page * pageSize < result.total && page < lastPage;
  const base = `?q=${encodeURIComponent(props.text)}`;
  return (
    <section aria-labelledby="results-title">
      <div class="results-head">
        <h2 id="results-title">{tr.t('search.found', { count: result.total })}</h2>
        {result.total > 1 && (
          <nav class="switches" aria-label={tr.t('search.order')}>
            <a href={base} aria-current={order === 'newest' ? 'true' : undefined}>
              {tr.t('search.newest')}
            </a>
            <a href={`${base}&order=rank`} aria-current={order === 'rank' ? 'true' : undefined}>
              {tr.t('search.rank')}
            </a>
          </nav>
        )}
      </div>
      {result.problemCode !== undefined && (
        <p class="publish-note">{tr.t(`search.problem.${result.problemCode}` as MessageKey)}</p>
      )}
      {result.total === 0 && <p>{tr.t('search.none')}</p>}
      <ol class="hits plain">
        {result.hits.map((hit) => (
          <Hit hit={hit} room={room} tr={tr} />
        ))}
      </ol>
      {(page > 1 || more) && (
        <nav class="pages" aria-label={tr.t('search.pages')}>
          {page > 1 && (
            <a rel="prev" href={`${query}&page=${page - 1}`}>
              {tr.t('list.previous')}
            </a>
          )}
          {more && (
            <a rel="next" href={`${query}&page=${page + 1}`}>
              {tr.t('list.next')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function Hit({ hit, room, tr }: { hit: SearchHit; room: Room; tr: Translator }): JSX.Element {
  const { article } = hit;
  const language = { lang: languageTag(article.language), dir: directionOf(article.language) };
  return (
    <li>
      <a class="headline" href={articlePath(article.id)} {...language}>
        {article.title.trim() === '' ? tr.t('article.untitled') : marked(article.title, hit.titleMarks)}
      </a>
      {rowLevel(article, room.settings) !== 'facts' && hit.snippet !== '' && (
        <p class="snippet" {...language}>
          {marked(hit.snippet, hit.marks)}
        </p>
      )}
      <ArticleSource row={article} tr={tr} />
    </li>
  );
}

/** Text with its matches in `<mark>`; long titles end where a list has no more room. */
function marked(text: string, marks: SearchHit['marks']): Child[] {
  const limit = 400;
  const parts: Child[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > Math.min(text.length, limit)) continue;
    parts.push(cleanText(text.slice(at, start)), <mark>{cleanText(text.slice(start, end))}</mark>);
    at = end;
  }
  parts.push(clipEnd(text.slice(at, Math.max(at, limit)), text.length > limit));
  return parts;
}

function clipEnd(text: string, cut: boolean): string {
  return cleanText(text) + (cut ? '…' : '');
}

function searchJson(text: string, result: SearchResult | undefined, room: Room): SearchOut {
  const { hits = [], ...rest } = result ?? { total: 0 };
  // What may be shown depends on where the site listens, not on the outlet alone.
  const shown = hits.map((hit) => ({
    ...hit,
    article: { ...hit.article, publish: rowLevel(hit.article, room.settings) },
  }));
  return renderSearch(text, { ...rest, hits: shown });
}
