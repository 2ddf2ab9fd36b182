import type { JSX } from 'hono/jsx/jsx-runtime';
import type { RelatedRecord } from '../../store/searching.ts';
import type { Room } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import { type PeopleById, personName } from '../wording/people.ts';
import { countryText, pairText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';
import { meetingPath } from './meeting-list.tsx';

/** Whether the record has anything to show beside the articles. */
export function hasRelated(related: RelatedRecord): boolean {
  const { meetings, people, countries, pairs } = related;
  return meetings.length + people.length + countries.length + pairs.length > 0;
}

/** Dossiers, people and meetings that belong to a search. */
export function SearchRelated(props: { related: RelatedRecord; people: PeopleById; room: Room }): JSX.Element {
  const { related, people, room } = props;
  const { tr } = room;
  const dossiers = related.pairs.length + related.countries.length;
  return (
    <section class="related" id="related" aria-labelledby="related-title">
      <h2 id="related-title">{tr.t('search.related')}</h2>
      <div class="related-groups">
        {dossiers > 0 && (
          <section aria-labelledby="related-dossiers">
            <h3 id="related-dossiers">{tr.t('search.dossiers')}</h3>
            <ul class="plain">
              {related.pairs.map((pair) => (
                <li>
                  <a href={`/dossiers/${pair.join('-')}`}>{pairText(pair, tr)}</a>
                </li>
              ))}
              {related.countries.map((code) => (
                <li>
                  <a href={`/countries/${code}`}>{countryText(code, tr)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {related.people.length > 0 && (
          <section aria-labelledby="related-people">
            <h3 id="related-people">{tr.t('search.people')}</h3>
            <ul class="plain">
              {related.people.map((person) => {
                const office = person.offices.at(-1);
                const country = office?.country === undefined ? undefined : countryText(office.country, tr);
                return (
                  <li>
                    <a href={`/people/${encodeURIComponent(person.slug)}`}>
                      <bdi>{clipText(personName(person, tr), 100)}</bdi>
                    </a>
                    {office !== undefined && (
                      <span class="meta">
                        {' '}
                        {[roleText(office, tr), country].filter(Boolean).join(tr.t('list.comma'))}
                      </span>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {related.meetings.length > 0 && (
          <section aria-labelledby="related-meetings">
            <h3 id="related-meetings">{tr.t('search.meetings')}</h3>
            <ul class="plain">
              {related.meetings.map((meeting) => (
                <li>
                  <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}
