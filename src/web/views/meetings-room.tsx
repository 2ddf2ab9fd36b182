import type { MeetingQuery } from '../../store/store.ts';
import { alternatesOf, feedsOf } from '../alternates.ts';
import { openListEvidence } from '../list-evidence.ts';
import { readPeople } from '../people-of.ts';
import { TopicsOverTime } from '../pictures/topics-over-time.tsx';
import { readAll } from '../read-meetings.ts';
import { filterAddress, type RecordFilters } from '../record-filters.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Announced } from './announced.tsx';
import { Layout } from './layout.tsx';
import { MapSection, totalOf } from './map-section.tsx';
import { Promises } from './promises.tsx';
import { TimelineSection } from './timeline-section.tsx';

export interface MeetingsRoom {
  readonly path: string;
  readonly title: string;
  /** The title is a name from the press, which may be written in another direction. */
  readonly isName?: boolean;
  readonly kicker: string;
  /** The same meetings in the record: for the links of pictures, and for data. */
  readonly filters: RecordFilters;
  readonly query: MeetingQuery;
}

/** A dossier about anything: timeline, promises, topics, map, downloads. */
export async function meetingsRoom(c: WebContext, about: MeetingsRoom): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const query = { ...about.query, includeBackground: true };
  const meetings = await readAll(store, query);
  const people = await readPeople(store, meetings);
  const evidence = await openListEvidence(room, meetings);
  // What the links of the page lead to: the record does not list meetings that are only recalled.
  const facets = await store.record.meetingFacets(about.query);
  const total = totalOf(facets);
  const address = filterAddress('', about.filters);
  return renderPage(
    c,
    <Layout
      room={room}
      title={about.title}
      json={`/record.json${address}`}
      feeds={feedsOf(about.path)}
      alternates={alternatesOf('/record', facets.years.length > 0, tr, address)}
    >
      <header class="room-head">
        <p class="kicker">{about.kicker}</p>
        <h1>{about.isName === true ? <bdi>{about.title}</bdi> : about.title}</h1>
        <p class="meta num">
          <a href={`/record${address}`}>{tr.t('count.meetings', { count: total })}</a>
        </p>
      </header>
      {meetings.length === 0 ? (
        <p>{tr.t('record.none')}</p>
      ) : (
        <>
          <TimelineSection
            meetings={meetings}
            people={people}
            evidence={evidence}
            facets={facets}
            filters={about.filters}
            tr={tr}
          />
          <Promises meetings={meetings} evidence={evidence} tr={tr} />
          <Announced
            meetings={meetings}
            people={people}
            evidence={evidence}
            today={room.now.toISOString().slice(0, 10)}
            tr={tr}
          />
          <TopicsOverTime meetings={meetings} tr={tr} />
          <MapSection facets={facets} filters={about.filters} room={room} />
        </>
      )}
    </Layout>,
  );
}
