import { sql } from 'kysely';
import { foldName } from '../../core/text/normalise.ts';
import type { FacetValue, SearchFilter, SearchProblem, SearchQuery, SearchSpelling } from '../searching.ts';
import type { Queries } from '../tables.ts';
import { searchTokens } from './analyse.ts';
import type { Clause } from './clause.ts';
import { firstDocument, lastDocument } from './document-number.ts';
import { findFacetNumbers } from './facet-rows.ts';
import { findSpellings } from './other-spellings.ts';
import { findTerms, type ParsedQuery, type QueryMember, type QueryWord } from './parse-query.ts';
import type { IndexMember } from './search-index.ts';
import { plain } from './stem.ts';

/** A query that the index can answer. */
export interface ResolvedQuery {
  readonly groups: readonly (readonly IndexMember[])[];
  readonly none: readonly IndexMember[];
  readonly from?: number;
  readonly to?: number;
  /** What is to be marked in the results. */
  readonly marked: readonly Clause[];
  readonly filters: readonly SearchFilter[];
  readonly problems: readonly SearchProblem[];
  readonly spellings: readonly SearchSpelling[];
}

/** As many outlets or people one name may mean. */
const MAX_NAMED = 20;

/** Asks the archive what the words and names of a query stand for there. */
export async function resolveQuery(
  db: Queries,
  parsed: ParsedQuery,
  options: Pick<SearchQuery, 'language' | 'outlet' | 'country'>,
): Promise<ResolvedQuery> {
  const problems = [...parsed.problems];
  const filters: SearchFilter[] = [];
  const spellings = await findSpellings(db, parsed.groups);
  const members = [...parsed.groups.flat(), ...parsed.none];
  const words = [
    ...members.flatMap((member) => (member.kind === 'words' ? member.words : [])),
    ...spellings.flatMap(({ spelling }) => wordsOf(spelling)),
  ];
  const known = await readKnownTerms(db, words);
  const language = options.language ?? languageOf(parsed);
  const clauseOf = (some: readonly QueryWord[], more: Partial<Clause>): Clause => ({
    places: some.map((word) => findTerms(word, known.get(word.folded), language)),
    ...more,
  });

  const resolve = async (member: QueryMember, excluded: boolean): Promise<IndexMember | undefined> => {
    const { start, end } = member;
    if (member.kind === 'words') {
      if (member.title) {
        const value = member.words.map((word) => word.surface).join(' ');
        filters.push({ field: 'title', values: [{ value }], excluded, start, end });
      }
      return { kind: 'words', clause: clauseOf(member.words, member.title ? { title: true } : {}) };
    }
    if (member.kind === 'days') {
      const { first, last } = member;
      const value = first !== undefined && first === last ? first : `${first ?? ''}..${last ?? ''}`;
      filters.push({ field: 'days', values: [{ value }], excluded, start, end });
      return {
        kind: 'documents',
        ...(first === undefined ? {} : { from: firstDocument(first) }),
        ...(last === undefined ? {} : { to: lastDocument(last) }),
      };
    }
    const { kind, value } = member;
    const named: readonly (FacetValue & { readonly id: string })[] =
      kind === 'outlet' || kind === 'person' ? await findNamed(db, kind, value) : [{ id: value, value }];
    if (named.length === 0) {
      const code = kind === 'outlet' ? 'unknown-outlet' : 'unknown-person';
      problems.push({ code, start, end, found: value });
      return undefined;
    }
    filters.push({ field: kind, values: named.map(({ id: _, ...one }) => one), excluded, start, end });
    const numbers = await findFacetNumbers(
      db,
      kind,
      named.map(({ id }) => id),
    );
    return { kind: 'facets', numbers };
  };

  const groups: IndexMember[][] = [];
  const bounds: { from: number[]; to: number[] } = { from: [], to: [] };
  for (const [at, group] of parsed.groups.entries()) {
    const resolved: IndexMember[] = [];
    for (const member of group) {
      const one = await resolve(member, false);
      if (one !== undefined) resolved.push(one);
    }
    for (const spelling of spellings) {
      if (spelling.groups.includes(at))
        resolved.push({ kind: 'words', clause: clauseOf(wordsOf(spelling.spelling), { spelling: true }) });
    }
    const [only] = resolved;
    if (resolved.length === 1 && only?.kind === 'documents') {
      if (only.from !== undefined) bounds.from.push(only.from);
      if (only.to !== undefined) bounds.to.push(only.to);
    } else if (resolved.length > 0) groups.push(resolved);
  }
  const none: IndexMember[] = [];
  for (const member of parsed.none) {
    const one = await resolve(member, true);
    if (one !== undefined) none.push(one);
  }
  const marked = groups.flat().flatMap((member) => (member.kind === 'words' ? [member.clause] : []));
  if (groups.length > 0 || bounds.from.length > 0 || bounds.to.length > 0)
    groups.push(...(await readFilterOptions(db, options)));
  return {
    groups,
    none,
    ...(bounds.from.length === 0 ? {} : { from: Math.max(...bounds.from) }),
    ...(bounds.to.length === 0 ? {} : { to: Math.min(...bounds.to) }),
    marked,
    filters,
    problems,
    spellings: spellings.map(({ groups: _, ...spelling }) => spelling),
  };
}

/** The one language that a query asks for, if it does: its words need no stem of another. */
function languageOf(parsed: ParsedQuery): string | undefined {
  for (const group of parsed.groups) {
    const [member] = group;
    if (group.length === 1 && member?.kind === 'language') return member.value;
  }
  return undefined;
}

async function readFilterOptions(
  db: Queries,
  { language, outlet, country }: Pick<SearchQuery, 'language' | 'outlet' | 'country'>,
): Promise<IndexMember[][]> {
  const members: IndexMember[][] = [];
  const add = async (kind: string, values: readonly string[]): Promise<void> => {
    members.push([{ kind: 'facets', numbers: await findFacetNumbers(db, kind, values) }]);
  };
  if (language !== undefined) await add('language', [language]);
  if (outlet !== undefined) {
    const rows = await db
      .selectFrom('outlets')
      .select('id')
      .where((where) => where.or([where('id', '=', outlet), where('slug', '=', outlet)]))
      .execute();
    await add('outlet', rows.length === 0 ? [outlet] : rows.map((row) => row.id));
  }
  if (country !== undefined) await add('country', [country.toUpperCase()]);
  return members;
}

/** Outlets or people by address, id or part of the name, in any spelling. */
async function findNamed(
  db: Queries,
  kind: 'outlet' | 'person',
  value: string,
): Promise<(FacetValue & { readonly id: string })[]> {
  const table = kind === 'outlet' ? 'outlets' : 'people';
  const exact = await db
    .selectFrom(table)
    .select(['id', 'slug', 'name'])
    .where((where) => where.or([where('id', '=', value), where('slug', '=', value)]))
    .execute();
  if (exact.length > 0) return exact.map(({ id, slug, name }) => ({ id, value: slug, name }));
  const words = foldName(value.replaceAll('_', ' ')).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  if (kind === 'outlet') {
    const all = await db.selectFrom('outlets').select(['id', 'slug', 'name']).orderBy('slug').orderBy('id').execute();
    return all
      .filter(({ name }) => words.every((word) => foldName(name).includes(word)))
      .slice(0, MAX_NAMED)
      .map(({ id, slug, name }) => ({ id, value: slug, name }));
  }
  return (await findPeople(db, words, MAX_NAMED)).map(({ id, slug, name }) => ({ id, value: slug, name }));
}

/** People one of whose spellings has all these words, the most reported first. */
export async function findPeople(
  db: Queries,
  words: readonly string[],
  limit: number,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string; readonly data: string }[]> {
  const has = words.map((word) => sql`(' ' || s.folded) like ${`% ${word}%`}`);
  const { rows } = await sql<{ id: string; slug: string; name: string; data: string }>`
    select p.id, p.slug, p.name, p.data from people p
    join (select s.person_id, max(s.reports) as reports from person_spellings s
      where ${sql.join(has, sql` and `)} group by s.person_id) f on f.person_id = p.id
    order by f.reports desc, p.sort_name, p.id limit ${limit}`.execute(db);
  return rows;
}

function wordsOf(text: string): QueryWord[] {
  return searchTokens(text)
    .map((token) => ({ surface: text.slice(token.start, token.end), folded: plain(token.folded) }))
    .filter((word) => word.folded !== '');
}

async function readKnownTerms(db: Queries, words: readonly QueryWord[]): Promise<Map<string, Set<string>>> {
  const known = new Map<string, Set<string>>();
  if (words.length === 0) return known;
  const folded = [...new Set(words.map((word) => word.folded))];
  const rows = await db.selectFrom('search_words').selectAll().where('folded', 'in', folded).execute();
  for (const row of rows) {
    const stems = known.get(row.folded);
    if (stems === undefined) known.set(row.folded, new Set([row.stem]));
    else stems.add(row.stem);
  }
  return known;
}
