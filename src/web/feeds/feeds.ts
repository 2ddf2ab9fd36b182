import { topicSchema } from '../../schemas/vocabulary.ts';
import type { MeetingQuery } from '../../store/store.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { readRecordRequest } from '../pages/record.tsx';
import { parsePair } from '../parse-pair.ts';
import { readPeople } from '../people-of.ts';
import { filterAddress, ignoredFilters } from '../record-filters.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { personName } from '../wording/people.ts';
import { countryText, pairText } from '../wording/places.ts';
import { type FeedFormat, type FeedItem, feedFormats } from './feed-document.ts';
import { articleItem, meetingItem } from './feed-items.ts';
import { type Listed, respondFeed } from './respond-feed.ts';

type PageOfRoom = (c: WebContext) => Promise<Response>;
/** What a list tells: absent when there is no such list. */
export type ReadFeed = (room: Room, id: string, site: string) => Promise<Listed | undefined>;

export const itemsInFeed = 50;
const longestFirst = [...feedFormats].sort((a, b) => b.ending.length - a.ending.length);

/** `/dossiers/ES-MA.atom` is the dossier as a feed; every other address is for the page. */
export function orFeed(page: PageOfRoom, read: ReadFeed): PageOfRoom {
  return async (c) => {
    const parameter = c.req.param('id') ?? '';
    const format = longestFirst.find(({ ending }) => parameter.endsWith(`.${ending}`));
    if (format === undefined) return page(c);
    return writeFeed(c, format, read, parameter.slice(0, -format.ending.length - 1));
  };
}

/** `/record.rss`: a list with one address. */
export function feedOf(format: FeedFormat, read: ReadFeed): PageOfRoom {
  return (c) => writeFeed(c, format, read, c.req.param('id') ?? '');
}

async function writeFeed(c: WebContext, format: FeedFormat, read: ReadFeed, id: string): Promise<Response> {
  const room = c.get('room');
  const listed = await read(room, id, c.get('room').origin);
  if (listed === undefined) return respondProblem(c, problemOf('not-found'));
  return respondFeed(c, format, { ...listed, title: `${listed.title} · ${room.tr.t('site.name')}` });
}

async function meetings(room: Room, site: string, query: MeetingQuery): Promise<readonly FeedItem[]> {
  const { items } = await room.store.record.listMeetings({ ...query, limit: itemsInFeed });
  const people = await readPeople(room.store, items);
  return items.map((meeting) => meetingItem(meeting, people, site, room.tr));
}

/** `/feed.rss`: the latest articles of all outlets. */
export const latestFeed: ReadFeed = async (room, _id, site) => {
  const { items } = await room.store.articles.list({ limit: itemsInFeed });
  return {
    title: room.tr.t('feed.latest'),
    description: room.tr.t('site.title'),
    path: '/',
    items: items.map((row) => articleItem(row, room, site)),
  };
};

/** `/record.rss`, with the filters of the record. */
export const recordFeed: ReadFeed = async (room, _id, site) => {
  const { filters, query } = await readRecordRequest(room);
  if (ignoredFilters(room.query, filters).length > 0) return undefined;
  return {
    title: room.tr.t('record.title'),
    description: room.tr.t('record.text'),
    path: filterAddress('/record', filters),
    items: await meetings(room, site, query),
  };
};

export const dossierFeed: ReadFeed = async (room, id, site) => {
  const codes = parsePair(id);
  if (codes === undefined) return undefined;
  const [a, b] = codes;
  const items = await meetings(room, site, { pair: [a, b] });
  if (items.length === 0) return undefined;
  const pair = pairText([a, b], room.tr);
  return {
    title: room.tr.t('dossier.title', { pair }),
    description: room.tr.t('dossier.description', { pair }),
    path: `/dossiers/${a}-${b}`,
    items,
  };
};

export const countryFeed: ReadFeed = async (room, id, site) => {
  const country = id.toUpperCase();
  const title = countryText(country, room.tr);
  if (!/^[A-Z]{2}$/.test(country) || title === country) return undefined;
  const items = await meetings(room, site, { country });
  return { title, description: room.tr.t('feed.meetings-of', { of: title }), path: `/countries/${country}`, items };
};

export const personFeed: ReadFeed = async (room, id, site) => {
  const person = await room.store.record.getPerson(id);
  if (person === undefined) return undefined;
  const title = personName(person, room.tr);
  return {
    title,
    description: room.tr.t('feed.meetings-of', { of: title }),
    path: `/people/${encodeURIComponent(person.slug)}`,
    items: await meetings(room, site, { personId: person.id }),
  };
};

export const topicFeed: ReadFeed = async (room, id, site) => {
  const topic = topicSchema.safeParse(id).data;
  if (topic === undefined) return undefined;
  const title = room.tr.t(`topic.${topic}` as MessageKey);
  const description = room.tr.t('feed.meetings-of', { of: title });
  return { title, description, path: `/topics/${topic}`, items: await meetings(room, site, { topic }) };
};

export const mechanismFeed: ReadFeed = async (room, id, site) => {
  const mechanism = (await room.store.record.mechanisms()).find(({ slug }) => slug === id);
  if (mechanism === undefined) return undefined;
  const title = clipText(mechanism.name, 160);
  return {
    title,
    description: room.tr.t('feed.meetings-of', { of: title }),
    path: `/mechanisms/${encodeURIComponent(id)}`,
    items: await meetings(room, site, { mechanism: id }),
  };
};

export const outletFeed: ReadFeed = async (room, id, site) => {
  const outlet = await room.store.outlets.get(id);
  if (outlet === undefined) return undefined;
  const { items } = await room.store.articles.list({ outlet: outlet.id, limit: itemsInFeed });
  const title = clipText(outlet.name, 160);
  return {
    title,
    description: room.tr.t('feed.articles-of', { of: title }),
    path: `/outlets/${encodeURIComponent(outlet.slug)}`,
    items: items.map((row) => articleItem(row, room, site)),
  };
};

export const storyFeed: ReadFeed = async (room, id, site) => {
  const story = await room.store.articles.getStory(id);
  if (story === undefined) return undefined;
  const title = clipText(story.lead.title, 200);
  return {
    title,
    description: room.tr.t('feed.reports-of', { of: title }),
    path: `/stories/${encodeURIComponent(id)}`,
    items: story.reports.slice(0, itemsInFeed).map((row) => articleItem(row, room, site)),
  };
};

/** `/search.rss?q=`: what matches, newest first: a search kept as a feed. */
export const searchFeed: ReadFeed = async (room, _id, site) => {
  const text = (room.query['q'] ?? '').trim().slice(0, 300);
  if (text === '') return undefined;
  const { hits } = await room.store.search.find({ text, order: 'newest', limit: itemsInFeed, offset: 0 });
  return {
    title: room.tr.t('search.title-for', { text: clipText(text, 80) }),
    description: room.tr.t('search.title-for', { text: clipText(text, 80) }),
    path: `/search?q=${encodeURIComponent(text)}`,
    items: hits.map(({ article }) => articleItem(article, room, site)),
  };
};
