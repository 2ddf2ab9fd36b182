import { countrySchema, renderCountry } from '../../schemas/country.ts';
import { dossierSchema } from '../../schemas/dossier.ts';
import { dossierListSchema, renderDossierList } from '../../schemas/dossier-list.ts';
import { mechanismListSchema, renderMechanismList } from '../../schemas/mechanism-list.ts';
import { renderTopicList, topicListSchema } from '../../schemas/topic-list.ts';
import { topicSchema } from '../../schemas/vocabulary.ts';
import type { FacetCount } from '../../store/store.ts';
import { dossierData } from '../data/dossier-data.ts';
import { countryParameter } from '../filter-parameters.ts';
import { parsePair } from '../parse-pair.ts';
import { isCountryCode } from '../wording/places.ts';
import { apiRoute } from './api-route.ts';
import { pageOf } from './pages.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const tag = 'dossiers';
const paging = { limit: limitParameter(100), cursor: cursorParameter };

const dossierList = apiRoute({
  path: '/dossiers',
  tag,
  summary: 'Pairs of countries that the record knows',
  noun: 'dossiers',
  answer: dossierListSchema,
  query: { country: countryParameter.optional().describe('One country of the pair.'), ...paging },
  async read({ room, query }) {
    const { country } = query;
    const rows = await room.store.record.listPairs();
    return renderDossierList(
      pageOf(country === undefined ? rows : rows.filter(({ pair }) => pair.includes(country)), query),
    );
  },
});

const dossier = apiRoute({
  path: '/dossiers/{pair}',
  tag,
  summary: 'All meetings of two countries, in the order of their days, at most 300',
  idText: 'Two country codes in either order: `ES-MA`.',
  noun: 'dossier',
  answer: dossierSchema,
  query: {},
  async read({ room, id }) {
    const pair = parsePair(id);
    return pair === undefined ? undefined : dossierData(room, pair);
  },
});

const country = apiRoute({
  path: '/countries/{code}',
  tag,
  summary: 'One country: its dossiers, topics and office holders',
  idText: 'Country code, ISO 3166-1 alpha-2.',
  noun: 'country',
  answer: countrySchema,
  query: {},
  async read({ room, id }) {
    const code = id.toUpperCase();
    if (!isCountryCode(code)) return undefined;
    const { record } = room.store;
    const asked = { country: code, includeBackground: true };
    const { total } = await record.listMeetings({ ...asked, limit: 1 });
    const pairs = (await record.listPairs()).filter(({ pair }) => pair.includes(code));
    const { topics } = await record.meetingFacets(asked);
    const { items: people } = await record.listPeople({ country: code, limit: 60 });
    return renderCountry({ code, meetings: total, pairs, topics: topicCounts(topics), people });
  },
});

const topics = apiRoute({
  path: '/topics',
  tag,
  summary: 'What meetings are about, the most frequent first',
  noun: 'topics',
  answer: topicListSchema,
  query: paging,
  async read({ room, query }) {
    return renderTopicList(pageOf(topicCounts((await room.store.record.meetingFacets()).topics), query));
  },
});

const mechanisms = apiRoute({
  path: '/mechanisms',
  tag,
  summary: 'Standing bodies that the press names',
  noun: 'mechanisms',
  answer: mechanismListSchema,
  query: paging,
  read: async ({ room, query }) => renderMechanismList(pageOf(await room.store.record.mechanisms(), query)),
});

function topicCounts(counts: readonly FacetCount[]) {
  return counts.flatMap(({ value, meetings }) => {
    const topic = topicSchema.safeParse(value).data;
    return topic === undefined ? [] : [{ topic, meetings }];
  });
}

export const dossierRoutes = [dossierList, dossier, country, topics, mechanisms];
