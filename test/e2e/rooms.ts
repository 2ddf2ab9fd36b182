import type { Store } from '../../src/store/store.ts';

export interface Room {
  readonly name: string;
  readonly path: string;
}

/** One address of each kind of page, with the fullest content that the archive has. */
export async function roomsOf(store: Store): Promise<Room[]> {
  const meetings = (await store.record.listMeetings({ limit: 100 })).items;
  const fullest = [...meetings].sort(
    (a, b) =>
      b.contradictions.length - a.contradictions.length ||
      b.reports.length - a.reports.length ||
      b.outcomes.length - a.outcomes.length,
  )[0];
  const [pair] = [...(await store.record.listPairs())].sort((a, b) => b.meetings - a.meetings);
  const stories = (await store.articles.listStories({ limit: 50 })).items;
  const story = [...stories].sort((a, b) => b.articles - a.articles)[0];
  const articles = (await store.articles.list({ limit: 100 })).items;
  const told = (language: string) => articles.find((row) => row.language === language && row.meetingIds.length > 0);
  const copied = articles.find(
    (row) =>
      row.dispatchId !== undefined && articles.some((other) => other !== row && other.dispatchId === row.dispatchId),
  );
  const person = fullest?.sides.flatMap((side) => side.participants).find((one) => one.personId !== undefined);
  const slug = person?.personId === undefined ? undefined : (await store.record.getPerson(person.personId))?.slug;
  const outlet = (await store.outlets.list())[0]?.slug;
  const rooms: (Room | undefined)[] = [
    { name: 'front', path: '/' },
    room('article', '/articles/', told('fr')?.id),
    room('article-ar', '/articles/', told('ar')?.id),
    room('article-new', '/articles/', told('fr')?.id, '?show=new'),
    room('article-new-ar', '/articles/', told('ar')?.id, '?show=new'),
    room('article-copies', '/articles/', copied?.id, '?show=copies'),
    room('meeting', '/meetings/', fullest?.id),
    room('dossier', '/dossiers/', pair?.pair.join('-')),
    room('dossier-open', '/dossiers/', pair?.pair.join('-'), `?open=${encodeURIComponent(fullest?.id ?? '')}`),
    room('briefing', '/dossiers/', pair?.pair.join('-'), '/briefing'),
    room('digest', '/dossiers/', pair?.pair.join('-'), '/digest'),
    { name: 'digest-empty', path: '/record/digest?day=2001-01-01' },
    room('story', '/stories/', story?.storyId),
    room('person', '/people/', slug),
    room('report', '/reports/new?meeting=', fullest?.id),
    { name: 'dossiers', path: '/dossiers' },
    { name: 'record', path: '/record' },
    { name: 'record-map', path: '/record?view=map&status=held' },
    { name: 'record-calendar', path: '/record?view=calendar' },
    { name: 'topics', path: '/topics' },
    room('topic', '/topics/', meetings.flatMap(({ topics }) => topics)[0]?.topic),
    { name: 'mechanisms', path: '/mechanisms' },
    room('mechanism', '/mechanisms/', (await store.record.mechanisms())[0]?.slug),
    { name: 'people', path: '/people' },
    { name: 'outlets', path: '/outlets' },
    { name: 'api', path: '/api' },
    { name: 'docs', path: '/docs' },
    { name: 'docs-page', path: '/docs/tutorial/first-five-minutes' },
    room('outlet', '/outlets/', outlet),
    room('country', '/countries/', pair?.pair[0]),
    { name: 'search', path: '/search?q=rabat' },
    { name: 'search-ways', path: '/search' },
    {
      name: 'search-problems',
      path: `/search?q=${encodeURIComponent('rabat contry:MA -lang:es date:01/05/2024 absent')}`,
    },
    { name: 'search-filters', path: `/search?q=${encodeURIComponent('country:MA from:2020')}` },
    { name: 'reading-list', path: '/reading-list' },
    { name: 'not-found', path: '/nothing-here' },
  ];
  return rooms.filter((one): one is Room => one !== undefined);
}

function room(name: string, prefix: string, id: string | undefined, query = ''): Room | undefined {
  return id === undefined ? undefined : { name, path: `${prefix}${encodeURIComponent(id)}${query}` };
}
