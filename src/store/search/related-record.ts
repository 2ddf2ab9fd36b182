import { sql } from 'kysely';
import { countryByName } from '../../core/gazetteer/countries.ts';
import type { Meeting, Person } from '../../core/model/record.ts';
import { inBatches } from '../archive/cursor.ts';
import { readMeetings } from '../archive/meetings.ts';
import type { RelatedRecord, SearchFilter } from '../searching.ts';
import type { Queries } from '../tables.ts';
import type { ParsedQuery } from './parse-query.ts';
import { findPeople } from './resolve-query.ts';

const MAX_MEETINGS = 6;
const MAX_PEOPLE = 6;
const MAX_COUNTRIES = 4;
const languages = ['en', 'fr', 'es', 'ar'] as const;

/** Meetings, people and dossiers that belong to a query. */
export async function findRelated(
  db: Queries,
  parsed: ParsedQuery,
  filters: readonly SearchFilter[],
  articleIds: readonly string[],
): Promise<RelatedRecord> {
  const named = filters.filter(({ excluded }) => !excluded);
  const countries = await findCountries(db, parsed, named);
  return {
    meetings: await findMeetings(db, articleIds),
    people: await findNamedPeople(db, parsed, named),
    countries,
    pairs: await findPairs(db, countries),
  };
}

/** Meetings that the matches tell of, newest first. */
async function findMeetings(db: Queries, articleIds: readonly string[]): Promise<Meeting[]> {
  const found = new Map<string, string>();
  for (const some of inBatches(articleIds)) {
    const rows = await db
      .selectFrom('meeting_articles as ma')
      .innerJoin('meetings as m', 'm.id', 'ma.meeting_id')
      .select(['m.id', 'm.sort_day'])
      .where('ma.article_id', 'in', some)
      .where('m.background', '=', 0)
      .execute();
    for (const row of rows) found.set(row.id, row.sort_day);
  }
  const ids = [...found].sort(([a, x], [b, y]) => (x === y ? (a < b ? 1 : -1) : x < y ? 1 : -1)).map(([id]) => id);
  return readMeetings(db, ids.slice(0, MAX_MEETINGS));
}

async function findNamedPeople(db: Queries, parsed: ParsedQuery, filters: readonly SearchFilter[]): Promise<Person[]> {
  const slugs = filters
    .filter(({ field }) => field === 'person')
    .flatMap(({ values }) => values.map((one) => one.value));
  if (slugs.length > 0) {
    const rows = await db.selectFrom('people').select('data').where('slug', 'in', slugs).orderBy('slug').execute();
    return rows.slice(0, MAX_PEOPLE).map((row) => JSON.parse(row.data) as Person);
  }
  const words = typedWords(parsed).filter((word) => word.length > 1);
  if (words.length === 0 || words.length > 6) return [];
  const rows = await findPeople(db, words, MAX_PEOPLE);
  return rows.map((row) => JSON.parse(row.data) as Person);
}

/** Countries that the query names and the record knows. */
async function findCountries(db: Queries, parsed: ParsedQuery, filters: readonly SearchFilter[]): Promise<string[]> {
  const codes = new Set(
    filters.filter(({ field }) => field === 'country').flatMap(({ values }) => values.map((one) => one.value)),
  );
  const words = parsed.groups
    .flat()
    .flatMap((member) => (member.kind === 'words' ? [member.words] : []))
    .flat();
  for (let at = 0; at < words.length; at++) {
    for (let to = at + 1; to <= Math.min(words.length, at + 4); to++) {
      const name = words
        .slice(at, to)
        .map((word) => word.surface)
        .join(' ');
      const code = languages.flatMap((language) => countryByName(name, language) ?? [])[0];
      if (code !== undefined) codes.add(code);
    }
  }
  if (codes.size === 0) return [];
  const rows = await db
    .selectFrom('meeting_countries')
    .select('country')
    .distinct()
    .where('country', 'in', [...codes])
    .execute();
  const met = new Set(rows.map((row) => row.country));
  return [...codes].filter((code) => met.has(code)).slice(0, MAX_COUNTRIES);
}

/** Every two of them that met. */
async function findPairs(db: Queries, countries: readonly string[]): Promise<[string, string][]> {
  if (countries.length < 2) return [];
  const { rows } = await sql<{ a: string; b: string }>`select distinct x.country as a, y.country as b
    from meeting_countries x join meeting_countries y on y.meeting_id = x.meeting_id and x.country < y.country
    join meetings m on m.id = x.meeting_id and m.background = 0
    where x.country in (${sql.join(countries)}) and y.country in (${sql.join(countries)})
    order by a, b`.execute(db);
  return rows.map((row) => [row.a, row.b]);
}

function typedWords(parsed: ParsedQuery): string[] {
  return parsed.groups.flatMap((group) => {
    const [member] = group;
    return member?.kind === 'words' ? member.words.map((word) => word.folded) : [];
  });
}
