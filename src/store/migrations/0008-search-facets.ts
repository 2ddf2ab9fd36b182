import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** By what results are narrowed and counted. Filled after the last step, when the tables are those that the code knows. */
export const searchFacets: Migration = {
  number: 8,
  name: 'search-facets',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    const document = dialect.name === 'postgres' ? 'bigint' : integer;
    const clustered = dialect.name === 'sqlite' ? ' without rowid' : '';
    const statements = [
      `create table search_facet_names (number ${counter}, kind ${text} not null, value ${text} not null, unique (kind, value))`,
      `create table search_filters (facet ${integer} not null, document ${document} not null, primary key (facet, document))${clustered}`,
      `create table search_facets (document ${document} not null primary key, packed ${text} not null)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
