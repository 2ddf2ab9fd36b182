import { sql } from 'kysely';
import { foldName } from '../../core/text/normalise.ts';
import type { SearchSpelling } from '../searching.ts';
import type { Queries } from '../tables.ts';
import type { QueryMember } from './parse-query.ts';

/** A spelling of a person whom words of the query name, and the groups of the query that these words are. */
export interface FoundSpelling extends SearchSpelling {
  readonly groups: readonly number[];
}

/** A family name alone must be nearly nobody else's. */
const MAX_BEARERS = 3;
const MAX_SPELLINGS = 8;
const LONGEST_NAME = 6;

/**
 * Spellings in other scripts of the people that a query names: "Quillan" finds what Arabic papers print of her. Full
 * names count, and family names when few bear them.
 */
export async function findSpellings(
  db: Queries,
  groups: readonly (readonly QueryMember[])[],
): Promise<readonly FoundSpelling[]> {
  const names = findNames(groups);
  if (names.length === 0) return [];
  const full = names.filter((name) => name.text.includes(' '));
  const lone = names.filter((name) => !name.text.includes(' ') && name.text.length > 2);
  const found: FoundSpelling[] = [];
  const bearers = await findBearers(db, full, lone);
  if (bearers.length === 0) return [];
  const rows = await db
    .selectFrom('person_spellings as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['s.person_id', 's.folded', 's.full_name', 's.script', 's.reports', 'p.slug', 'p.name'])
    .where('s.person_id', 'in', [...new Set(bearers.map(({ personId }) => personId))])
    .orderBy('s.person_id')
    .orderBy('s.reports', 'desc')
    .orderBy('s.position')
    .execute();
  for (const { personId, name, script, isLone } of bearers) {
    const seen = new Set<string>();
    for (const row of rows) {
      if (row.person_id !== personId || row.script === script) continue;
      const spelling = isLone ? (row.full_name.trim().split(/\s+/).at(-1) ?? '') : row.full_name;
      const folded = foldName(spelling);
      if (folded.length < 3 || seen.has(folded)) continue;
      seen.add(folded);
      found.push({ personId, slug: row.slug, name: row.name, spelling, groups: name.groups });
    }
  }
  return found.slice(0, MAX_SPELLINGS);
}

interface Name {
  readonly text: string;
  readonly groups: readonly number[];
}

interface Bearer {
  readonly personId: string;
  readonly name: Name;
  readonly script: string;
  readonly isLone: boolean;
}

/** Every run of words of the query that could be a name: neighbours, or one phrase. */
function findNames(groups: readonly (readonly QueryMember[])[]): Name[] {
  const single = groups.map((group) => {
    const [member] = group;
    return group.length === 1 && member?.kind === 'words' && !member.title ? member.words : undefined;
  });
  const names: Name[] = [];
  single.forEach((words, at) => {
    if (words === undefined) return;
    if (words.length > 1) {
      names.push({ text: words.map((word) => word.folded).join(' '), groups: [at] });
      return;
    }
    let text = '';
    for (let to = at; to < Math.min(single.length, at + LONGEST_NAME) && single[to]?.length === 1; to++) {
      text = `${text} ${single[to]?.[0]?.folded ?? ''}`.trim();
      names.push({ text, groups: Array.from({ length: to - at + 1 }, (_, index) => at + index) });
    }
  });
  return names;
}

async function findBearers(db: Queries, full: readonly Name[], lone: readonly Name[]): Promise<Bearer[]> {
  const conditions = [
    ...(full.length === 0 ? [] : [sql`s.folded in (${sql.join(full.map((name) => name.text))})`]),
    ...lone.map((name) => sql`s.folded like ${`% ${name.text}`}`),
  ];
  if (conditions.length === 0) return [];
  const { rows } = await sql<{ person_id: string; folded: string; script: string }>`
    select s.person_id, s.folded, s.script from person_spellings s where ${sql.join(conditions, sql` or `)}
    order by s.person_id, s.position limit 200`.execute(db);
  const bearers = (name: Name, isLone: boolean): Bearer[] => {
    const of = rows.filter(({ folded }) => (isLone ? folded.endsWith(` ${name.text}`) : folded === name.text));
    const byPerson = new Map(of.map((row) => [row.person_id, row]));
    if (isLone && byPerson.size > MAX_BEARERS) return [];
    return [...byPerson.values()].map((row) => ({ personId: row.person_id, name, script: row.script, isLone }));
  };
  const inFull = full.flatMap((name) => bearers(name, false));
  const covered = new Set(inFull.flatMap(({ name }) => name.groups));
  const rest = lone.filter((name) => !name.groups.some((group) => covered.has(group)));
  return [...inFull, ...rest.flatMap((name) => bearers(name, true))];
}
