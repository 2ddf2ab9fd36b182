import type { Store } from '../../src/store/store.ts';
import { createDice, type Dice } from '../search/dice.ts';
import { bulkId, bulkWord } from '../search/invent-archive.ts';

/** Addresses of one kind of page. A kind with one address is asked in every language of the interface. */
export interface PageKind {
  readonly name: string;
  readonly paths: readonly string[];
}

/** Addresses of every kind of page that the site has, spread over the archive. */
export async function siteAddresses(store: Store, articles: number, perKind: number): Promise<PageKind[]> {
  const dice = createDice(31);
  const pairs = (await store.record.listPairs()).map(({ pair }) => pair.join('-'));
  const countries = [...new Set(pairs.flatMap((pair) => pair.split('-')))];
  const people: string[] = [];
  for await (const person of store.record.eachPerson()) people.push(encodeURIComponent(person.slug));
  const outlets = (await store.outlets.list()).map(({ slug }) => encodeURIComponent(slug));
  const facets = await store.record.meetingFacets();
  const topics = facets.topics.map(({ value }) => value);
  const mechanisms = (await store.record.mechanisms()).map(({ slug }) => encodeURIComponent(slug));
  const meetings = Math.floor(articles / 5);
  const some = (make: (dice: Dice) => string): string[] => [
    ...new Set(Array.from({ length: perKind }, () => make(dice))),
  ];
  const one = (from: readonly string[]) => from[dice.below(from.length)] ?? '';
  const article = () => `/articles/${bulkId(dice.below(articles))}`;
  const word = () =>
    encodeURIComponent(bulkWord((['fr', 'en', 'es', 'ar'] as const)[dice.below(4)] ?? 'fr', dice.below(3_000)));
  const filters = () =>
    [
      `pair=${one(pairs)}`,
      `country=${one(countries)}`,
      `topic=${one(topics)}`,
      `person=${one(people)}`,
      `year=${2014 + dice.below(10)}`,
      'status=planned',
      `country=${one(countries)}&topic=${one(topics)}`,
    ][dice.below(7)] ?? '';
  const cursor = (await store.record.listMeetings({ limit: 50 })).next ?? '';
  return [
    { name: 'front', paths: ['/'] },
    { name: 'article', paths: some(article) },
    { name: 'article, what is new', paths: some(() => `${article()}?show=new`) },
    { name: 'article, copies', paths: some(() => `${article()}?show=copies`) },
    { name: 'article, versions', paths: some(() => `${article()}/versions`) },
    { name: 'story', paths: some(() => `/stories/bs${dice.below(meetings)}`) },
    { name: 'meeting', paths: some(() => `/meetings/bm${dice.below(meetings)}`) },
    { name: 'dossiers', paths: ['/dossiers'] },
    { name: 'dossier', paths: some(() => `/dossiers/${one(pairs)}`) },
    { name: 'country', paths: some(() => `/countries/${one(countries)}`) },
    { name: 'people', paths: ['/people'] },
    { name: 'person', paths: some(() => `/people/${one(people)}`) },
    { name: 'topics', paths: ['/topics'] },
    { name: 'topic', paths: topics.map((topic) => `/topics/${topic}`) },
    { name: 'mechanisms', paths: ['/mechanisms'] },
    { name: 'mechanism', paths: some(() => `/mechanisms/${one(mechanisms)}`) },
    { name: 'record, table', paths: ['/record', ...some(() => `/record?${filters()}`), `/record?cursor=${cursor}`] },
    { name: 'record, map', paths: ['/record?view=map', ...some(() => `/record?view=map&${filters()}`)] },
    { name: 'record, calendar', paths: ['/record?view=calendar', ...some(() => `/record?view=calendar&${filters()}`)] },
    { name: 'search, word', paths: some(() => `/search?q=${word()}`) },
    { name: 'search, two words', paths: some(() => `/search?q=${word()}+${word()}`) },
    { name: 'search, filters', paths: some(() => `/search?q=country%3A${one(countries)}+topic%3A${one(topics)}`) },
    { name: 'outlets', paths: ['/outlets'] },
    { name: 'outlet', paths: some(() => `/outlets/${one(outlets)}`) },
    { name: 'feed', paths: ['/feed.rss', '/feed.atom', '/feed.json', '/record.rss'] },
    {
      name: 'feed of a list',
      paths: some(
        () =>
          [`/dossiers/${one(pairs)}.atom`, `/outlets/${one(outlets)}.rss`, `/topics/${one(topics)}.feed.json`][
            dice.below(3)
          ] ?? '',
      ),
    },
    { name: 'data of a meeting', paths: some(() => `/meetings/bm${dice.below(meetings)}.json`) },
  ];
}
