import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { searchProblemText } from '../../schemas/search-problems.ts';
import type { SearchHit, SearchResult } from '../../store/searching.ts';
import { feedsOf } from '../alternates.ts';
import { cleanQuery, findMatches, longestQuery, nextMatches, searchData } from '../data/search-data.ts';
import type { Translator } from '../i18n.ts';
import { readPeople } from '../people-of.ts';
import { rowLevel } from '../published-article.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { searchPath, withoutPiece } from '../search-query.ts';
import { cleanText, clipText, directionOf } from '../shown-text.ts';
import { ArticleSource, articlePath } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { languageTag } from '../views/quotations.tsx';
import { FilterChips, SearchFacetList, type SearchState } from '../views/search-facets.tsx';
import { hasRelated, SearchRelated } from '../views/search-related.tsx';
import { SearchWays } from '../views/search-ways.tsx';
import { type PeopleById, personName } from '../wording/people.ts';

const pageSize = 20;
const lastPage = 500;

/** `/search?q=`: all words must match, accents never matter, filters are part of the query. */
export async function searchPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const text = cleanQuery(room.query['q'] ?? '');
  const page = pageNumber(room.query['page']);
  const order = room.query['order'] === 'rank' ? 'rank' : 'newest';
  const request = { text, order, limit: pageSize, offset: (page - 1) * pageSize } as const;
  const result = text === '' ? undefined : await findMatches(room, request);
  if (room.path.endsWith('.json')) return renderJson(c, searchData(room, text, result, nextMatches(result, request)));
  const people = await readPeople(room.store, result?.related?.meetings ?? []);
  const state: SearchState = { text, order, tr, names: await readNames(room, result) };
  return renderPage(
    c,
    <Layout
      room={room}
      title={text === '' ? tr.t('search.title') : tr.t('search.title-for', { text: clipText(text, 80) })}
      noindex
      json={text === '' ? undefined : searchPath(text, order).replace('/search', '/search.json')}
      feeds={text === '' ? [] : feedsOf('/search', `?q=${encodeURIComponent(text)}`)}
    >
      <header class="room-head">
        <h1>{tr.t('search.title')}</h1>
        <form class="search-form" action="/search" method="get">
          <label for="search-words">{tr.t('search.label')}</label>
          <div class="search-line">
            <input id="search-words" type="search" name="q" maxlength={longestQuery} dir="auto" value={text} />
            {order === 'rank' && <input type="hidden" name="order" value="rank" />}
            <button type="submit">{tr.t('search.button')}</button>
          </div>
          <p class="meta">{tr.t('search.help')}</p>
        </form>
        {result !== undefined && <Understood result={result} state={state} />}
      </header>
      {result === undefined ? (
        <SearchWays tr={tr} />
      ) : (
        <Results result={result} state={state} page={page} people={people} room={room} />
      )}
    </Layout>,
  );
}

/** The facets know people under the name of the register; a reader knows them under that of the own script. */
async function readNames({ store, tr }: Room, result: SearchResult | undefined): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const filtered = (result?.filters ?? []).filter(({ field }) => field === 'person').flatMap(({ values }) => values);
  for (const { value } of [...(result?.facets?.person ?? []), ...filtered]) {
    if (names.has(value)) continue;
    const person = await store.record.getPerson(value);
    if (person !== undefined) names.set(value, personName(person, tr));
  }
  return names;
}

function pageNumber(value: string | undefined): number {
  const page = Number(value ?? '1');
  return Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage) : 1;
}

/** How the query was read: filters in use, what was not understood, names that were searched too. */
function Understood({ result, state }: { result: SearchResult; state: SearchState }): JSX.Element {
  const { text, order, tr } = state;
  const byPerson = new Map(result.spellings.map((one) => [one.personId, one]));
  return (
    <>
      <FilterChips {...state} filters={result.filters} />
      {result.problems.length > 0 && (
        <ul class="query-problems plain">
          {result.problems.map((problem) => {
            const { sentence, instead } = searchProblemText(problem, tr.language);
            const query = `${text.slice(0, problem.start)}${problem.instead ?? ''}${text.slice(problem.end)}`;
            return (
              <li class="publish-note">
                {clipText(sentence, 700)}{' '}
                {instead !== undefined && problem.instead?.endsWith('…') !== true && (
                  <a href={searchPath(query, order)}>{clipText(instead, 200)}</a>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {[...byPerson.values()].map(({ personId, name, slug }) => (
        <p class="meta also-searched">
          {tr.rich('search.spellings', {
            name: (
              <a href={`/people/${encodeURIComponent(slug)}`}>
                <bdi>{clipText(name, 100)}</bdi>
              </a>
            ),
            spellings: (
              <bdi>
                {result.spellings
                  .filter((one) => one.personId === personId)
                  .map(({ spelling }) => clipText(spelling, 80))
                  .join(tr.t('list.comma'))}
              </bdi>
            ),
          })}
        </p>
      ))}
    </>
  );
}

function Results(props: {
  result: SearchResult;
  state: SearchState;
  page: number;
  people: PeopleById;
  room: Room;
}): JSX.Element {
  const { result, state, page, room } = props;
  const { text, order, tr } = state;
  const { related, facets } = result;
  const more = page * pageSize < result.total && page < lastPage;
  return (
    <div class="search-results">
      <div>
        {related !== undefined && hasRelated(related) && (
          <SearchRelated related={related} people={props.people} room={room} />
        )}
        <section aria-labelledby="results-title" id="articles">
          <div class="results-head">
            <h2 id="results-title">
              {result.total === 0 ? tr.t('search.none-title') : tr.t('search.found', { count: result.total })}
            </h2>
            {result.total > 1 && (
              <nav class="switches" aria-label={tr.t('search.order')}>
                <a href={searchPath(text, 'newest')} aria-current={order === 'newest' ? 'true' : undefined}>
                  {tr.t('search.newest')}
                </a>
                <a href={searchPath(text, 'rank')} aria-current={order === 'rank' ? 'true' : undefined}>
                  {tr.t('search.rank')}
                </a>
                {facets !== undefined && (
                  <a class="to-facets" href="#facets">
                    {tr.t('search.narrow')}
                  </a>
                )}
              </nav>
            )}
          </div>
          {result.total === 0 && <Nothing state={state} result={result} />}
          <ol class="hits plain" start={(page - 1) * pageSize + 1}>
            {result.hits.map((hit) => (
              <Hit hit={hit} room={room} tr={tr} />
            ))}
          </ol>
          {(page > 1 || more) && (
            <nav class="pages" aria-label={tr.t('search.pages')}>
              {page > 1 && (
                <a rel="prev" href={searchPath(text, order, page - 1)}>
                  {tr.t('list.previous')}
                </a>
              )}
              {more && (
                <a rel="next" href={searchPath(text, order, page + 1)}>
                  {tr.t('list.next')}
                </a>
              )}
            </nav>
          )}
        </section>
      </div>
      {facets !== undefined && result.total > 0 && (
        <SearchFacetList {...state} facets={facets} filters={result.filters} total={result.total} />
      )}
    </div>
  );
}

/** Ways on from a search that finds nothing: the same with one piece less, and what a query can say. */
function Nothing({ state, result }: { state: SearchState; result: SearchResult }): JSX.Element {
  const { text, order, tr } = state;
  // What was left out already is no reason.
  const pieces = [...piecesOf(text)].filter(
    ({ start, end }) => !result.problems.some((problem) => problem.start < end && start < problem.end),
  );
  return (
    <>
      <p>{tr.t('search.none')}</p>
      {pieces.length > 1 && (
        <ul class="plain less">
          {pieces.slice(0, 8).map((piece) => (
            <li>
              <a href={searchPath(withoutPiece(text, piece), order)} rel="nofollow">
                {tr.rich('search.without', { text: <bdi>{clipText(text.slice(piece.start, piece.end), 80)}</bdi> })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <SearchWays tr={tr} />
    </>
  );
}

function* piecesOf(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(/[^\s"“”„«»]*["“”„«»][^"“”„«»]*["“”„«»]|\S+/g)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
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
      {hit.bySpelling && <p class="meta by-spelling">{tr.t('search.by-spelling')}</p>}
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
