import { hasCalendarDay } from '../../core/export/icalendar.ts';
import type { PairRow } from '../../store/store.ts';
import { alternatesOf, feedsOf } from '../alternates.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import { openListEvidence } from '../list-evidence.ts';
import { readPeople } from '../people-of.ts';
import { readAll } from '../read-meetings.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { MapSection } from '../views/map-section.tsx';
import { pairPath } from '../views/pair-link.tsx';
import { TimelineSection } from '../views/timeline-section.tsx';
import { personName } from '../wording/people.ts';
import { countryText, isCountryCode } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';

/** `/countries/MA`: its dossiers, its people, its meetings. */
export async function countryPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const code = c.req.param('id') ?? '';
  if (!/^[A-Za-z]{2}$/.test(code)) return respondProblem(c, problemOf('not-found'));
  const country = code.toUpperCase();
  const name = countryText(country, tr);
  if (!isCountryCode(country)) return respondProblem(c, problemOf('not-found'));
  if (code !== country) return c.redirect(`/countries/${country}`, 301);
  const meetings = await readAll(store, { country, includeBackground: true });
  const pairs = (await store.record.listPairs()).filter((row) => row.pair.includes(country));
  const officials = (await store.record.listPeople({ country, limit: 60 })).items;
  const people = await readPeople(store, meetings);
  const listed = await openListEvidence(room, meetings);
  const facets = await store.record.meetingFacets({ country });
  return renderPage(
    c,
    <Layout
      room={room}
      title={name}
      json={`/record.json?country=${country}`}
      feeds={feedsOf(`/countries/${country}`)}
      alternates={alternatesOf('/record', meetings.some(hasCalendarDay), tr, `?country=${country}`)}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('country.kicker')}</p>
        <h1>{name}</h1>
      </header>
      {meetings.length === 0 && <p>{tr.t('country.none')}</p>}
      {pairs.length > 0 && (
        <section aria-labelledby="pairs-title">
          <h2 id="pairs-title">{tr.t('country.dossiers')}</h2>
          <ul class="plain in-columns">
            {[...pairs]
              .sort((a, b) => b.meetings - a.meetings)
              .map((row) => (
                <li>
                  <a href={pairPath(row.pair[0], row.pair[1])}>{countryText(otherOf(row, country), tr)}</a>{' '}
                  <span class="meta num">{tr.t('count.meetings', { count: row.meetings })}</span>
                </li>
              ))}
          </ul>
        </section>
      )}
      {meetings.length > 0 && (
        <TimelineSection
          meetings={meetings}
          people={people}
          evidence={listed}
          facets={facets}
          filters={{ country }}
          tr={tr}
        />
      )}
      <MapSection facets={facets} filters={{ country }} room={room} />
      {officials.length > 0 && (
        <section aria-labelledby="officials-title">
          <h2 id="officials-title">{tr.t('country.people')}</h2>
          <ul class="plain in-columns">
            {officials.map((person) => {
              const office = person.offices.find((held) => held.country === country) ?? person.offices[0];
              return (
                <li>
                  <a href={`/people/${encodeURIComponent(person.slug)}`}>
                    <bdi>{personName(person, tr)}</bdi>
                  </a>{' '}
                  {office !== undefined && <span class="meta">{roleText(office, tr)}</span>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </Layout>,
  );
}

function otherOf(row: PairRow, country: string): string {
  return row.pair[0] === country ? row.pair[1] : row.pair[0];
}
