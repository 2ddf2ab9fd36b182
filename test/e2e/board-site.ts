import type { Source } from '../../src/store/collecting.ts';
import type { Store } from '../../src/store/store.ts';
import { inventOutlet, inventSource, storeInvented } from '../../src/testing/invented.ts';
import type { Room } from './rooms.ts';
import { openSite, type SampleSite } from './sample-site.ts';

/** The day that every site of these tests lives in. */
const today = Date.parse('2025-06-02T00:00:00Z');
const dayMs = 86_400_000;
const isoDay = (before: number) => new Date(today - before * dayMs).toISOString().slice(0, 10);

interface Invented {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly source?: Partial<Source>;
  /** Articles that came so many days ago, in each language. */
  readonly came: (before: number, weekday: number, language: string) => number;
}

const workdays = (weekday: number, n: number) => (weekday < 6 && weekday > 0 ? n : 1);

const outlets: readonly Invented[] = [
  {
    id: 'anchor',
    name: 'The Harbour Anchor',
    languages: ['en', 'fr'],
    came: (before, weekday, language) => (language === 'en' ? workdays(weekday, 4 + (before % 3)) : 1 + (before % 2)),
  },
  {
    id: 'bay',
    name: 'Courrier de la Baie',
    languages: ['fr'],
    came: (before, weekday) => (before < 4 ? 0 : workdays(weekday, 3)),
  },
  {
    id: 'cliff',
    name: 'La Voz del Acantilado',
    languages: ['es'],
    source: { state: 'blocked', reason: 'outlet-blocks', detail: 'HTTP 403', lastGood: `${isoDay(9)}T06:00:00Z` },
    came: (before) => (before < 10 ? 0 : 2),
  },
  {
    id: 'dune',
    name: 'صدى الكثبان',
    languages: ['ar'],
    source: { addedAt: `${isoDay(6)}T08:00:00Z` },
    came: (before) => (before < 6 ? 2 : 0),
  },
  { id: 'estuary', name: 'Estuary Weekly', languages: ['en'], source: { state: 'paused' }, came: () => 0 },
];

/** A site whose outlets are followed, each in another state. */
export function openBoardSite(): Promise<SampleSite> {
  return openSite(async (store) => {
    for (const outlet of outlets) await invent(store, outlet);
  });
}

export const boardRooms: readonly Room[] = [
  { name: 'board', path: '/outlets' },
  { name: 'board-outlet', path: '/outlets/anchor' },
  { name: 'board-silent', path: '/outlets/bay' },
];

async function invent(store: Store, { id, name, languages, source, came }: Invented): Promise<void> {
  await store.outlets.put(inventOutlet(id, { slug: id, name, languages, origin: 'collect' }));
  const visited = `${isoDay(0)}T07:00:00Z`;
  await store.collect.putSource(
    inventSource(id, { addedAt: `${isoDay(45)}T08:00:00Z`, lastPoll: visited, lastGood: visited, ...source }),
  );
  for (const language of languages) {
    for (let before = 40; before >= 0; before--) {
      const weekday = new Date(today - before * dayMs).getUTCDay();
      for (let n = 0; n < came(before, weekday, language); n++) {
        const title = `${name} ${isoDay(before)} ${n + 1}`;
        await storeInvented(store, {
          title,
          name: `${id}-${language}-${before}-${n}`,
          outlet: id,
          language,
          published: isoDay(before),
          savedAt: `${isoDay(before)}T0${n}:00:00Z`,
        });
      }
    }
  }
}
