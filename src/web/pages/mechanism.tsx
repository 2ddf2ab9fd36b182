import { problemOf, respondProblem } from '../errors.tsx';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { meetingsRoom } from '../views/meetings-room.tsx';
import { dayText } from '../wording/days.ts';
import { countryText } from '../wording/places.ts';

/** `/mechanisms`: the standing bodies that the press names. */
export async function mechanismsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const mechanisms = await room.store.record.mechanisms();
  return renderPage(
    c,
    <Layout room={room} title={tr.t('mechanisms.title')} description={tr.t('mechanisms.text')}>
      <header class="room-head">
        <h1>{tr.t('mechanisms.title')}</h1>
        <p class="standfirst">{tr.t('mechanisms.text')}</p>
      </header>
      {mechanisms.length === 0 ? (
        <p>{tr.t('mechanisms.none')}</p>
      ) : (
        <ul class="pairs plain">
          {mechanisms.map(({ slug, name, countries, meetings, lastDay }) => (
            <li>
              <a class="headline" href={`/mechanisms/${encodeURIComponent(slug)}`}>
                <bdi>{name}</bdi>
              </a>
              <p class="meta num figures-line">
                <span>{countries.map((country) => countryText(country, tr)).join(' · ')}</span>
                <span>{tr.t('count.meetings', { count: meetings })}</span>
                {lastDay !== undefined && (
                  <span>{tr.t('dossiers.last', { day: dayText(lastDay, tr, 'short') ?? '' })}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Layout>,
  );
}

/** `/mechanisms/:slug`: one standing body, its sessions and what they agreed. */
export async function mechanismPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const slug = c.req.param('id') ?? '';
  const mechanism = (await room.store.record.mechanisms()).find((row) => row.slug === slug);
  if (mechanism === undefined) return respondProblem(c, problemOf('not-found'));
  return meetingsRoom(c, {
    path: `/mechanisms/${encodeURIComponent(slug)}`,
    title: mechanism.name,
    isName: true,
    kicker: tr.t('mechanism.kicker', {
      countries: mechanism.countries.map((country) => countryText(country, tr)).join(' · '),
    }),
    filters: { mechanism: slug },
    query: { mechanism: slug },
  });
}
