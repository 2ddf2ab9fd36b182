import { feedsOf } from '../alternates.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { publishLevel } from '../published-article.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { ArticleList, languageName } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { NextPage } from '../views/next-page.tsx';
import { dayText } from '../wording/days.ts';
import { joinList } from '../wording/meeting-sentence.ts';
import { countryText } from '../wording/places.ts';

/** `/outlets`: who is heard, in which languages, how lately, and how much of it is shown. */
export async function outletsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const outlets = await room.store.outlets.list();
  return renderPage(
    c,
    <Layout room={room} title={tr.t('outlets.title')} description={tr.t('outlets.text')}>
      <header class="room-head">
        <h1>{tr.t('outlets.title')}</h1>
        <p class="standfirst">{tr.t('outlets.text')}</p>
      </header>
      {outlets.length === 0 ? (
        <p>{tr.t('outlets.none')}</p>
      ) : (
        <section class="table-frame" aria-label={tr.t('outlets.title')} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{tr.t('outlet.name')}</th>
                <th scope="col">{tr.t('outlet.country')}</th>
                <th scope="col">{tr.t('outlet.languages')}</th>
                <th scope="col" class="figure">
                  {tr.t('outlet.articles')}
                </th>
                <th scope="col">{tr.t('outlet.last')}</th>
                <th scope="col">{tr.t('outlet.shown')}</th>
              </tr>
            </thead>
            <tbody>
              {outlets.map((outlet) => (
                <tr>
                  <th scope="row">
                    <a href={`/outlets/${encodeURIComponent(outlet.slug)}`}>
                      <bdi>{clipText(outlet.name, 100)}</bdi>
                    </a>
                    {outlet.hosts[0] !== undefined && (
                      <span class="meta" dir="ltr">
                        {' '}
                        {clipText(outlet.hosts[0], 60)}
                      </span>
                    )}
                  </th>
                  <td>{outlet.homeCountry === undefined ? '–' : countryText(outlet.homeCountry, tr)}</td>
                  <td>
                    {joinList(
                      outlet.languages.map((language) => languageName(language, tr)),
                      tr,
                    )}
                  </td>
                  <td class="num figure">{outlet.articles.toLocaleString(tr.locale)}</td>
                  <td class="num day">
                    {outlet.lastPublished === undefined ? '–' : (dayText(outlet.lastPublished, tr, 'short') ?? '–')}
                  </td>
                  <td>{tr.t(`shown.${publishLevel(outlet, room.settings)}` as MessageKey)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Layout>,
  );
}

/** `/outlets/:slug`: what one outlet printed, newest first. */
export async function outletPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const id = c.req.param('id') ?? '';
  const outlet = await store.outlets.get(id);
  if (outlet === undefined) return respondProblem(c, problemOf('not-found'));
  if (id !== outlet.slug) return c.redirect(`/outlets/${encodeURIComponent(outlet.slug)}`, 301);
  const cursor = room.query['cursor'];
  const page = await store.articles.list({ outlet: outlet.id, limit: 40, ...(cursor === undefined ? {} : { cursor }) });
  return renderPage(
    c,
    <Layout
      room={room}
      title={clipText(outlet.name, 160)}
      feeds={feedsOf(`/outlets/${encodeURIComponent(outlet.slug)}`)}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('outlet.kicker')}</p>
        <h1>
          <bdi>{clipText(outlet.name, 160)}</bdi>
        </h1>
        <p class="meta num figures-line">
          {outlet.homeCountry !== undefined && <span>{countryText(outlet.homeCountry, tr)}</span>}
          <span>
            {joinList(
              outlet.languages.map((language) => languageName(language, tr)),
              tr,
            )}
          </span>
          <span>{tr.t('count.articles', { count: page.total })}</span>
          <span>{tr.t(`shown.${publishLevel(outlet, room.settings)}` as MessageKey)}</span>
        </p>
      </header>
      <ArticleList rows={page.items} tr={tr} settings={room.settings} standfirsts />
      <NextPage room={room} next={page.next} />
    </Layout>,
  );
}
