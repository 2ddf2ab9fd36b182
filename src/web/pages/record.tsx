import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MeetingStatus, Topic } from '../../core/model/record.ts';
import { renderMeetingList } from '../../schemas/meeting-list.ts';
import { meetingStatusSchema, topicSchema } from '../../schemas/vocabulary.ts';
import type { MeetingQuery } from '../../store/store.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { readPeople } from '../people-of.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { MeetingTable } from '../views/meeting-list.tsx';
import { NextPage } from '../views/next-page.tsx';
import { countryText } from '../wording/places.ts';

const pageSize = 50;

/** `/record`: every meeting as a table with plain filters. */
export async function recordPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const filters = parseFilters(room.query);
  const isData = room.path.endsWith('.json');
  if (isData && ignoresOneOf(room.query, filters)) return respondProblem(c, problemOf('invalid-parameter'));
  const page = await store.record.listMeetings({ ...filters, limit: pageSize });
  if (isData) {
    return renderJson(c, renderMeetingList(page));
  }
  const people = await readPeople(store, page.items);
  const countries = await countriesOfRecord(room);
  const query = new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const json = `/record.json${query.size === 0 ? '' : `?${query.toString()}`}`;
  return renderPage(
    c,
    <Layout room={room} title={tr.t('record.title')} description={tr.t('record.text')} json={json}>
      <header class="room-head">
        <h1>{tr.t('record.title')}</h1>
        <p class="standfirst">{tr.t('record.text')}</p>
      </header>
      <Filters filters={filters} countries={countries} tr={tr} />
      {page.items.length === 0 ? (
        <p>{tr.t('record.none')}</p>
      ) : (
        <MeetingTable
          meetings={page.items}
          people={people}
          tr={tr}
          caption={tr.t('record.caption', { count: page.total })}
        />
      )}
      <NextPage room={room} next={page.next} />
    </Layout>,
  );
}

/** A program that asks for `status=plannd` must not be given everything: data refuses what a page leaves out. */
function ignoresOneOf(query: Room['query'], filters: MeetingQuery): boolean {
  const names = ['country', 'status', 'topic', 'from', 'to', 'cursor'] as const;
  return names.some((name) => Boolean(query[name]) && filters[name] === undefined);
}

/** Unknown values are left out: a filter never makes a page for people fail. */
function parseFilters(query: Room['query']): MeetingQuery {
  const country = query['country']?.toUpperCase();
  const status = meetingStatusSchema.safeParse(query['status']).data as MeetingStatus | undefined;
  const topic = topicSchema.safeParse(query['topic']).data as Topic | undefined;
  const from = day(query['from']);
  const to = day(query['to']);
  const cursor = query['cursor'];
  return {
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(status === undefined ? {} : { status }),
    ...(topic === undefined ? {} : { topic }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(cursor === undefined || cursor.length > 300 ? {} : { cursor }),
  };
}

function day(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

async function countriesOfRecord(room: Room): Promise<string[]> {
  const codes = new Set((await room.store.record.listPairs()).flatMap((row) => [...row.pair]));
  return [...codes].sort((a, b) => countryText(a, room.tr).localeCompare(countryText(b, room.tr), room.tr.locale));
}

function Filters(props: { filters: MeetingQuery; countries: readonly string[]; tr: Translator }): JSX.Element {
  const { filters, countries, tr } = props;
  return (
    <form class="filters" action="/record" method="get">
      <label>
        <span>{tr.t('filter.country')}</span>
        <select name="country">
          <option value="">{tr.t('filter.all')}</option>
          {countries.map((code) => (
            <option value={code} selected={filters.country === code}>
              {countryText(code, tr)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{tr.t('filter.status')}</span>
        <select name="status">
          <option value="">{tr.t('filter.all')}</option>
          {meetingStatusSchema.options.map((status) => (
            <option value={status} selected={filters.status === status}>
              {tr.t(`status.${status}` as MessageKey)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{tr.t('filter.topic')}</span>
        <select name="topic">
          <option value="">{tr.t('filter.all')}</option>
          {topicSchema.options.map((topic) => (
            <option value={topic} selected={filters.topic === topic}>
              {tr.t(`topic.${topic}` as MessageKey)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{tr.t('filter.button')}</button>
      <a href="/record">{tr.t('filter.reset')}</a>
    </form>
  );
}
