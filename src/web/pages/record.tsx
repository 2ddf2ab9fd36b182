import type { JSX } from 'hono/jsx/jsx-runtime';
import { renderMeetingList } from '../../schemas/meeting-list.ts';
import { meetingStatusSchema, meetingTypeSchema, topicSchema } from '../../schemas/vocabulary.ts';
import type { MeetingFacets, MeetingQuery } from '../../store/store.ts';
import { alternatesOf, feedsOf } from '../alternates.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { openListEvidence } from '../list-evidence.ts';
import { readPeople } from '../people-of.ts';
import { MonthCalendar, neighbourMonth } from '../pictures/month-calendar.tsx';
import { mapPoints } from '../pictures/world-map.tsx';
import {
  filterAddress,
  filterNames,
  ignoredFilters,
  parseFilters,
  queryOf,
  type RecordFilters,
} from '../record-filters.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { MapSection, totalOf } from '../views/map-section.tsx';
import { MeetingTable } from '../views/meeting-list.tsx';
import { NextPage } from '../views/next-page.tsx';
import { ActiveFilters, type FacetNames, RecordFacets } from '../views/record-facets.tsx';
import { dayText } from '../wording/days.ts';
import { personName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';

const pageSize = 50;
/** No month of one archive has more meetings than a page can show. */
const mostInMonth = 500;

const views = ['table', 'map', 'calendar'] as const;
type View = (typeof views)[number];

/** What an address asks of the record: filters, and the query that they make. */
export interface RecordRequest {
  readonly filters: RecordFilters;
  readonly query: MeetingQuery;
}

/** Reads the filters of a request; a person is asked for by address, which only the archive knows. */
export async function readRecordRequest(room: Room): Promise<RecordRequest> {
  const filters = parseFilters(room.query);
  const person = filters.person === undefined ? undefined : await room.store.record.getPerson(filters.person);
  // An address of nobody finds nothing.
  return { filters, query: queryOf(filters, filters.person === undefined ? undefined : (person?.id ?? '')) };
}

/** `/record.json`: the filters of the page; one that was not understood is refused. */
export async function recordData(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { filters, query } = await readRecordRequest(room);
  if (ignoredFilters(room.query, filters).length > 0) return respondProblem(c, problemOf('invalid-parameter'));
  return renderJson(c, renderMeetingList(await room.store.record.listMeetings({ ...query, ...cursorOf(room) })));
}

function cursorOf({ query }: Room): Pick<MeetingQuery, 'cursor' | 'limit'> {
  const { cursor } = query;
  return { limit: pageSize, ...(cursor === undefined || cursor.length > 300 ? {} : { cursor }) };
}

/** `/record`: every meeting, narrowed by facets, as a table, on a map or in a calendar. */
export async function recordPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { filters, query } = await readRecordRequest(room);
  const view: View = views.find((name) => name === room.query['view']) ?? 'table';
  const facets = await store.record.meetingFacets(query);
  const names = await readNames(room, facets, filters);
  const asked = view === 'table' ? {} : { view };
  const hrefOf = (change: Readonly<Record<string, string | undefined>>) =>
    filterAddress('/record', filters, { ...asked, ...change });
  const total = totalOf(facets);
  const address = (ending: string) => filterAddress(`/record.${ending}`, filters);
  return renderPage(
    c,
    <Layout
      room={room}
      title={tr.t('record.title')}
      description={tr.t('record.text')}
      json={address('json')}
      feeds={feedsOf('/record', filterAddress('', filters))}
      alternates={alternatesOf('/record', facets.years.length > 0, tr, filterAddress('', filters))}
    >
      <header class="room-head">
        <h1>{tr.t('record.title')}</h1>
        <p class="standfirst">{tr.t('record.text')}</p>
        <p class="meta on-screen">
          <a href="/record/digest">{tr.t('digest.link')}</a>
        </p>
      </header>
      <ActiveFilters filters={filters} hrefOf={hrefOf} names={names} tr={tr} />
      <ViewSwitch view={view} filters={filters} tr={tr} />
      <div class="with-facets">
        <div class="record-view">
          {total === 0 ? (
            <p>{tr.t('record.none')}</p>
          ) : view === 'map' ? (
            <MapSection facets={facets} filters={filters} room={room} />
          ) : view === 'calendar' ? (
            await calendarView(room, filters, query)
          ) : (
            await tableView(room, query, total)
          )}
        </div>
        <aside>
          <Filters filters={filters} facets={facets} view={view} tr={tr} />
          <RecordFacets facets={facets} filters={filters} hrefOf={hrefOf} names={names} tr={tr} />
        </aside>
      </div>
    </Layout>,
  );
}

async function tableView(room: Room, query: MeetingQuery, total: number): Promise<JSX.Element> {
  const { store, tr } = room;
  const page = await store.record.listMeetings({ ...query, ...cursorOf(room) });
  const people = await readPeople(store, page.items);
  return (
    <>
      <MeetingTable
        meetings={page.items}
        people={people}
        tr={tr}
        caption={tr.t('record.caption', { count: total })}
        evidence={await openListEvidence(room, page.items)}
      />
      <NextPage room={room} next={page.next} />
    </>
  );
}

async function calendarView(room: Room, filters: RecordFilters, query: MeetingQuery): Promise<JSX.Element> {
  const { store, tr } = room;
  const month = await monthOf(room, query);
  const { items } = await store.record.listMeetings({
    ...query,
    from: `${month}-01`,
    to: `${month}-31`,
    order: 'oldest',
    limit: mostInMonth,
  });
  const people = await readPeople(store, items);
  const link = (step: -1 | 1) => {
    const other = neighbourMonth(month, step);
    return (
      <a rel={step < 0 ? 'prev' : 'next'} href={filterAddress('/record', filters, { view: 'calendar', month: other })}>
        {dayText(other, tr)}
      </a>
    );
  };
  return (
    <section class="calendar-section" aria-label={tr.t('calendar.label')}>
      <nav class="months" aria-label={tr.t('calendar.months')}>
        {link(-1)}
        {link(1)}
      </nav>
      <MonthCalendar month={month} meetings={items} people={people} tr={tr} />
      <p class="meta">{tr.t('calendar.note')}</p>
    </section>
  );
}

/** The month asked for, else that of the latest meeting whose day is known. */
async function monthOf(room: Room, query: MeetingQuery): Promise<string> {
  const asked = room.query['month'] ?? '';
  if (/^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(asked)) return asked;
  const today = room.now.toISOString().slice(0, 10);
  const { record } = room.store;
  const dated = await record.meetingIds({ ...query, from: query.from ?? '0001-01-01', limit: 1 });
  const [latest] = await record.meetings(dated);
  return (latest?.when.edtf ?? today).slice(0, 7).padEnd(7, '-01');
}

/** What links and chips call people, places and mechanisms. */
async function readNames(room: Room, facets: MeetingFacets, filters: RecordFilters): Promise<FacetNames> {
  const { store, tr } = room;
  const people = new Map<string, { slug: string; name: string }>();
  const named = await store.record.people(facets.people.slice(0, 30).map(({ value }) => value));
  const own = filters.person === undefined ? undefined : await store.record.getPerson(filters.person);
  for (const person of [...named, ...(own === undefined ? [] : [own])]) {
    people.set(person.id, { slug: person.slug, name: personName(person, tr) });
  }
  const asked = filters.place === undefined ? [] : [{ value: filters.place, meetings: 0 }];
  const points = mapPoints([...facets.places, ...asked], tr);
  const mechanism =
    filters.mechanism === undefined
      ? undefined
      : (await store.record.mechanisms()).find(({ slug }) => slug === filters.mechanism)?.name;
  return {
    people,
    places: new Map(
      points.map(({ value, name, countryOnly }) => [
        value,
        countryOnly ? tr.t('map.country-only', { country: name }) : name,
      ]),
    ),
    ...(mechanism === undefined ? {} : { mechanism }),
  };
}

function ViewSwitch(props: { view: View; filters: RecordFilters; tr: Translator }): JSX.Element {
  const { view, filters, tr } = props;
  return (
    <nav class="switches" aria-label={tr.t('record.views')}>
      {views.map((name) => (
        <a
          href={filterAddress('/record', filters, name === 'table' ? {} : { view: name })}
          aria-current={name === view ? 'true' : undefined}
        >
          {tr.t(`record.view-${name}` as MessageKey)}
        </a>
      ))}
    </nav>
  );
}

function Filters(props: { filters: RecordFilters; facets: MeetingFacets; view: View; tr: Translator }): JSX.Element {
  const { filters, facets, tr } = props;
  const codes = new Set([...facets.countries.map(({ value }) => value), ...(filters.country ? [filters.country] : [])]);
  const countries = [...codes].map((code) => ({ value: code, text: countryText(code, tr) }));
  countries.sort((a, b) => a.text.localeCompare(b.text, tr.locale));
  const words = (name: 'topic' | 'type' | 'status', values: readonly string[]) =>
    values.map((value) => ({ value, text: tr.t(`${name}.${value}` as MessageKey) }));
  const selects = [
    ['country', countries],
    ['topic', words('topic', topicSchema.options)],
    ['type', words('type', meetingTypeSchema.options)],
    ['status', words('status', meetingStatusSchema.options)],
  ] as const;
  const inForm = new Set<string>(['country', 'topic', 'type', 'status', 'from', 'to']);
  return (
    <form class="filters" action="/record" method="get">
      {filterNames
        .filter((name) => !inForm.has(name) && filters[name] !== undefined)
        .map((name) => (
          <input type="hidden" name={name} value={filters[name]} />
        ))}
      {props.view !== 'table' && <input type="hidden" name="view" value={props.view} />}
      {selects.map(([name, options]) => (
        <label>
          <span>{tr.t(`filter.${name}` as MessageKey)}</span>
          <select name={name}>
            <option value="">{tr.t('filter.all')}</option>
            {options.map(({ value, text }) => (
              <option value={value} selected={filters[name] === value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label>
          <span>{tr.t(`filter.${name}`)}</span>
          <input type="date" name={name} value={filters[name]} />
        </label>
      ))}
      <button type="submit">{tr.t('filter.button')}</button>
      <a href="/record">{tr.t('filter.reset')}</a>
    </form>
  );
}
