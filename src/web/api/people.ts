import { personSchema } from '../../schemas/person.ts';
import { personListSchema, renderPersonList } from '../../schemas/person-list.ts';
import { personData } from '../data/person-data.ts';
import { countryParameter, wordSchema } from '../filter-parameters.ts';
import { apiRoute } from './api-route.ts';
import { given } from './pages.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const tag = 'people';

const personList = apiRoute({
  path: '/people',
  tag,
  summary: 'People named with a public office, by name',
  noun: 'people',
  answer: personListSchema,
  query: {
    name: wordSchema.optional().describe('Part of a name in any spelling and script that the archive knows.'),
    country: countryParameter.optional().describe('Country of an office.'),
    limit: limitParameter(50),
    cursor: cursorParameter,
  },
  read: async ({ room, query }) => renderPersonList(await room.store.record.listPeople(given(query))),
});

const person = apiRoute({
  path: '/people/{id}',
  tag,
  summary: 'One person: offices and spellings with their evidence',
  idText: 'Slug or id of the person.',
  noun: 'person',
  answer: personSchema,
  query: {},
  async read({ room, id }) {
    const found = await room.store.record.getPerson(id);
    return found === undefined ? undefined : personData(room, found);
  },
});

export const personRoutes = [personList, person];
