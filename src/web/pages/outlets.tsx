import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CoverageBoard, OutletCoverage } from '../../jobs/coverage-board.ts';
import { feedsOf } from '../alternates.ts';
import { boardOf } from '../coverage-board.ts';
import { coverageData } from '../data/coverage-data.ts';
import { readEditedArticles } from '../edited-articles.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { CoverageStrip } from '../pictures/coverage-strip.tsx';
import { publishLevel } from '../published-article.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { ArticleList, languageName } from '../views/article-list.tsx';
import { CoverageSection, LastDay, StateMark } from '../views/coverage.tsx';
import { EditedList } from '../views/edited-list.tsx';
import { Layout } from '../views/layout.tsx';
import { NextPage } from '../views/next-page.tsx';
import { outletPath } from '../views/outlet-path.ts';
import { alertReason, alertTitle, coverageReason } from '../wording/coverage.ts';
import { dayText } from '../wording/days.ts';
import { joinList } from '../wording/meeting-sentence.ts';
import { countryText } from '../wording/places.ts';

/** Changed articles on the page of an outlet; the feed has more. */
const shownEdits = 5;
/** `/outlets`: who is heard, what was expected of them and what came, and what is out of the ordinary. */
export async function outletsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  if (room.path.endsWith('.json')) return renderJson(c, await coverageData(room));
  const board = await boardOf(room);
  return renderPage(
    c,
    <Layout room={room} title={tr.t('outlets.title')} description={tr.t('outlets.text')} json="/outlets.json">
      <header class="room-head">
        <h1>{tr.t('outlets.title')}</h1>
        <p class="standfirst">{tr.t('outlets.text')}</p>
      </header>
      <Alerts board={board} tr={tr} />
      {board.outlets.length === 0 ? (
        <p>{tr.t('outlets.none')}</p>
      ) : (
        <ul class="board">
          {board.outlets.map((covered) => (
            <OutletEntry covered={covered} room={room} />
          ))}
        </ul>
      )}
    </Layout>,
  );
}

function Alerts({ board, tr }: { board: CoverageBoard; tr: Translator }): JSX.Element | null {
  if (board.outlets.every(({ state }) => state === 'not-followed')) return null;
  const byId = new Map(board.outlets.map((covered) => [covered.outlet.id, covered]));
  return (
    <section class="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{tr.t('coverage.alerts')}</h2>
      {board.alerts.length === 0 ? (
        <p>{tr.t('coverage.alerts-none')}</p>
      ) : (
        <ul class="plain">
          {board.alerts.map((alert) => {
            const covered = byId.get(alert.outlet.id);
            return (
              <li>
                <a href={outletPath(alert.outlet.slug)}>{clipText(alertTitle(alert, tr), 160)}</a>
                {covered !== undefined && <p class="meta">{alertReason(alert, covered, tr)}</p>}
              </li>
            );
          })}
        </ul>
      )}
      <p class="meta">
        {tr.t('coverage.alerts-feed')} <a href="/outlets/alerts.atom">Atom</a>{' '}
        <a href="/outlets/alerts.json">JSON Feed</a>
      </p>
    </section>
  );
}

function OutletEntry({ covered, room }: { covered: OutletCoverage; room: Room }): JSX.Element {
  const { tr, settings } = room;
  const { outlet, state } = covered;
  return (
    <li>
      <div class="board-name">
        <h2>
          <a href={outletPath(outlet.slug)}>
            <bdi>{clipText(outlet.name, 100)}</bdi>
          </a>
        </h2>
        <p class="meta">
          {outlet.hosts[0] !== undefined && <bdi dir="ltr">{clipText(outlet.hosts[0], 60)}</bdi>}
          {outlet.homeCountry !== undefined && <span> · {countryText(outlet.homeCountry, tr)}</span>}
          {outlet.languages.length > 0 && <span> · {languagesText(outlet.languages, tr)}</span>}
        </p>
      </div>
      <div class="board-state">
        <StateMark state={state} tr={tr} />
        {state !== 'not-followed' && <p class="meta">{coverageReason(covered, tr)}</p>}
      </div>
      {state !== 'not-followed' && (
        <div class="board-picture">
          <CoverageStrip days={covered.days} tr={tr} />
        </div>
      )}
      <p class="board-figures meta num">
        <span>{tr.t('count.articles', { count: outlet.articles })}</span>
        {covered.lastDay !== undefined ? (
          <LastDay of={covered} tr={tr} />
        ) : (
          outlet.lastPublished !== undefined && (
            <span>
              {tr.t('coverage.last-article')} {dayText(outlet.lastPublished, tr, 'short')}
            </span>
          )
        )}
        <span>{tr.t('coverage.shown', { level: tr.t(`shown.${publishLevel(outlet, settings)}` as MessageKey) })}</span>
      </p>
    </li>
  );
}

function languagesText(languages: readonly string[], tr: Translator): string {
  return joinList(
    languages.map((language) => languageName(language, tr)),
    tr,
  );
}

/** `/outlets/:slug`: how well one outlet is covered, and what it printed, newest first. */
export async function outletPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  const outlet = await store.outlets.get(id);
  if (outlet === undefined) return respondProblem(c, problemOf('not-found'));
  const path = outletPath(outlet.slug);
  if (id !== outlet.slug) return c.redirect(json ? `${path}.json` : path, 301);
  if (json) return renderJson(c, await coverageData(room, outlet.id));
  const board = await boardOf(room);
  const covered = board.outlets.find((one) => one.outlet.id === outlet.id);
  const cursor = room.query['cursor'];
  const page = await store.articles.list({ outlet: outlet.id, limit: 40, ...(cursor === undefined ? {} : { cursor }) });
  const edited = cursor === undefined ? await readEditedArticles(store, outlet.id, shownEdits) : [];
  return renderPage(
    c,
    <Layout room={room} title={clipText(outlet.name, 160)} json={`${path}.json`} feeds={feedsOf(path)}>
      <header class="room-head">
        <p class="kicker">{tr.t('outlet.kicker')}</p>
        <h1>
          <bdi>{clipText(outlet.name, 160)}</bdi>
        </h1>
        <p class="meta num figures-line">
          {outlet.homeCountry !== undefined && <span>{countryText(outlet.homeCountry, tr)}</span>}
          <span>{languagesText(outlet.languages, tr)}</span>
          <span>{tr.t('count.articles', { count: page.total })}</span>
          <span>{tr.t(`shown.${publishLevel(outlet, room.settings)}` as MessageKey)}</span>
        </p>
      </header>
      {covered !== undefined && cursor === undefined && <CoverageSection covered={covered} tr={tr} />}
      <EditedList edited={edited} feed={`${path}/changes`} tr={tr} />
      <ArticleList rows={page.items} tr={tr} settings={room.settings} standfirsts />
      <NextPage room={room} next={page.next} />
    </Layout>,
  );
}
