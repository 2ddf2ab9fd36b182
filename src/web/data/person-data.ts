import type { Person } from '../../core/model/record.ts';
import { type PersonOut, renderPerson } from '../../schemas/person.ts';
import { openQuoteOf } from '../published-article.ts';
import type { Room } from '../room.ts';

/** Articles that the quotations of one person are read from; evidence in others is given without its words. */
const articlesRead = 200;

/** `/people/:slug` as data. */
export async function personData(
  { store, settings }: Pick<Room, 'store' | 'settings'>,
  person: Person,
): Promise<PersonOut> {
  const articleIds = new Set(
    [...person.offices, ...person.names].flatMap(({ evidence = [] }) => evidence.map(({ articleId }) => articleId)),
  );
  return renderPerson(person, await openQuoteOf(store, [...articleIds].slice(0, articlesRead), settings));
}
