import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import {
  type Invented,
  inventMeeting,
  inventOutlet,
  inventPerson,
  inventRecord,
  inventSource,
  storeInvented,
} from './invented.ts';

/** A small invented press: four languages, an article in two versions, a dispatch of two, a page without address. */
const press: readonly Invented[] = [
  {
    url: 'https://courrier.example/reunion',
    title: 'Réunion sur la pêche à Almaville',
    paragraphs: ['Première version du texte.'],
    published: '2024-01-10',
    outlet: 'courrier',
    agency: 'AIV',
  },
  {
    url: 'https://courrier.example/reunion?utm_source=feed',
    title: 'Réunion sur la pêche à Almaville',
    paragraphs: ['Les deux ministres sont convenus d’un accord sur la pêche.', 'Ils se reverront l’été prochain.'],
    published: '2024-01-10',
    outlet: 'courrier',
    agency: 'AIV',
    ticker: 'Bourse Météo',
  },
  {
    url: 'https://herald.example/talks',
    title: 'Ministers agree on fisheries',
    paragraphs: ["The ministers' agreement was announced after talks in Almaville."],
    language: 'en',
    published: '2024-01-11T09:30:00+01:00',
    outlet: 'herald',
  },
  {
    name: 'reunion.txt',
    title: 'Reunión de ministros en Almaville',
    paragraphs: ['La cooperación pesquera continúa este año.'],
    language: 'es',
    notLaterThan: '2024-02-01',
  },
  {
    name: 'liqaa.txt',
    title: 'لقاء وزاري حول الصيد البحري',
    paragraphs: ['أعلن الوزيران عن توقيع اتفاقية جديدة.'],
    language: 'ar',
    published: '2024-01-12',
  },
];

/** Fills an empty archive with something of everything that it can hold. */
export async function fillGoldenArchive(store: Store): Promise<void> {
  await store.outlets.put(inventOutlet('courrier', { name: 'Courrier d’Almaville', homeCountry: 'MA' }));
  await store.outlets.put(inventOutlet('herald', { name: 'Almaville Herald', languages: ['en'], publish: 'full' }));
  for (const invented of press) await storeInvented(store, invented);
  const ids = await store.articles.ids();
  for (const id of ids) {
    const stored = await store.articles.get(id);
    if (stored !== undefined) await store.record.putRecord(inventRecord(id, stored.article.textVersion));
  }
  const [fr = '', en = '', es = '', ar = ''] = ids;
  await store.articles.setGroups([
    { articleId: fr, dispatchId: `d-${fr}`, storyId: `s-${fr}` },
    { articleId: en, dispatchId: `d-${en}`, storyId: `s-${fr}` },
    { articleId: es, dispatchId: `d-${fr}`, storyId: `s-${fr}` },
    { articleId: ar, dispatchId: `d-${ar}`, storyId: `s-${ar}` },
  ]);
  const person = inventPerson('Éloi Tarbes', 'MA');
  const talks = {
    id: 'm-talks',
    countries: ['MA', 'ES'],
    day: '2024-01-10',
    person: person.id,
    topic: 'trade',
    outcome: 'commitment',
  } as const;
  const early = { id: 'm-early', countries: ['MA', 'ES'], articles: [es], day: '2024-01-10' };
  await store.record.replaceFused({
    meetings: [{ ...talks, articles: [fr, en] }, early].map(inventMeeting),
    people: [],
  });
  await store.record.replaceFused({
    meetings: [
      inventMeeting({ ...talks, articles: [fr, en, es] }),
      inventMeeting({ id: 'm-undated', countries: ['MA', 'ES', 'PT'], articles: [ar] }),
    ],
    people: [person],
  });
  const correction = { kind: 'correct', meetingId: 'm-talks', field: 'status', value: 'held', was: 'planned' } as const;
  const signature = { actor: 'editor', reason: 'checked with the ministry', at: '2024-02-01T10:00:00Z' };
  await store.decisions.add({
    ...signature,
    action: correction,
    inverse: { ...correction, value: 'planned', was: 'held' },
  });
  await store.decisions.add({
    ...signature,
    action: { kind: 'not-same', meetingId: 'm-talks', otherId: 'm-undated' },
    inverse: { kind: 'undo', decisionId: 'd2' },
  });
  await store.decisions.add({
    ...signature,
    action: { kind: 'undo', decisionId: 'd2' },
    inverse: { kind: 'undo', decisionId: 'd3' },
  });
  await store.decisions.setProblems(new Map([['d1', 'the field has no such value']]));
  await store.setSetting('golden', 'yes');
  await fillFollowed(store, fr);
}

/** What is followed, and how its host wants to be treated. */
async function fillFollowed({ collect }: Store, articleId: string): Promise<void> {
  const at = '2024-02-01T10:00:00.000Z';
  const source = inventSource('courrier', {
    etag: 'W/"1-é"',
    folder: ['Presse', 'Côte'],
    state: 'failing',
    failures: 2,
  });
  await collect.putSource(source);
  const [told, late] = ['reunion', 'suite'].map((name) => `https://courrier.example/${name}`);
  const feed = { link: told ?? '', title: 'Réunion', modified: '2024-01-10T08:00:00Z' };
  await collect.addItems(source.id, [{ address: told ?? '', feed }, { address: late ?? '' }], at);
  for (const item of await collect.items({ sourceId: source.id }))
    await collect.putItem(
      item.address === told
        ? { ...item, state: 'stored', articleId }
        : { ...item, tries: 1, nextTry: '2024-02-01T10:10:00.000Z', reason: 'fetch-failed', detail: 'HTTP 500' },
    );
  await collect.notePoll({ sourceId: source.id, at, outcome: 'items', found: 2, fresh: 2, milliseconds: 12 });
  await collect.putDomain({ domain: 'courrier.example', refusals: 1, blockedUntil: '2024-02-01T11:00:00.000Z' });
  await collect.putDomain({
    domain: 'https://courrier.example',
    refusals: 0,
    robots: 'User-agent: *',
    robotsUntil: at,
  });
}

export const goldenQueries: readonly string[] = [
  'reunion',
  'peche',
  '"accord sur la peche"',
  'agreement',
  'cooperacion',
  'الوزير',
  'meteo',
];

/** Everything that an archive says of itself through the interface, for comparing one before and after an upgrade. */
export async function describeArchive(store: Store, queries: readonly string[]): Promise<Record<string, unknown>> {
  const articles: unknown[] = [];
  for (const id of await store.articles.ids()) {
    const stored = await store.articles.get(id);
    const versions = await store.pages.versions(id);
    articles.push({
      stored,
      record: await store.record.getRecord(id),
      claims: await store.record.listClaims({ articleId: id }),
      pages: await Promise.all(
        versions.map(async (page) => ({ page, bytes: digest(await store.pages.bytes(page.hash)) })),
      ),
    });
  }
  const meetings: unknown[] = [];
  for await (const meeting of store.record.eachMeeting()) meetings.push(meeting);
  const people: unknown[] = [];
  for await (const person of store.record.eachPerson()) people.push(person);
  const searches: Record<string, readonly string[]> = {};
  for (const text of queries) searches[text] = (await store.search.find({ text })).hits.map((hit) => hit.article.id);
  const sources = await Promise.all(
    (await store.collect.sources()).map(async (source) => ({
      source,
      items: await store.collect.items({ sourceId: source.id }),
      polls: await store.collect.polls(source.id, 10),
    })),
  );
  const domains = ['courrier.example', 'https://courrier.example'];
  return {
    sources,
    domains: await Promise.all(domains.map((domain) => store.collect.domain(domain))),
    counts: await store.counts(),
    findings: await store.check(),
    list: (await store.articles.list()).items,
    stories: (await store.articles.listStories()).items,
    outlets: await store.outlets.list(),
    pairs: await store.record.listPairs(),
    former: await store.record.getMeeting('m-early'),
    decisions: await store.decisions.list(),
    setting: await store.getSetting('golden'),
    articles,
    meetings,
    people,
    searches,
  };
}

function digest(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex');
}
