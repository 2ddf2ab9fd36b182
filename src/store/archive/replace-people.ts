import type { Person } from '../../core/model/record.ts';
import { foldName } from '../../core/text/normalise.ts';
import type { PersonTableRow, Writer } from '../tables.ts';
import { storableText } from './compression.ts';
import { inBatches } from './cursor.ts';
import { changedFields, type NewChange, personFacts } from './history.ts';
import { hashBytes } from './page-identity.ts';

export interface PreparedPerson {
  readonly person: Person;
  readonly row: PersonTableRow;
}

export function preparePerson(person: Person): PreparedPerson {
  const data = JSON.stringify(person);
  const name = storableText(person.name);
  return {
    person,
    row: { id: person.id, slug: person.slug, name, sort_name: foldName(name), digest: hashBytes(data), data },
  };
}

/**
 * Makes the stored people equal to the given ones, touching only what differs; gives the steps for their history.
 * @param scope ids that may go; all when absent
 */
export async function replacePeople(
  tx: Writer,
  people: ReadonlyMap<string, PreparedPerson>,
  scope?: ReadonlySet<string>,
): Promise<NewChange[]> {
  const stored = await readKnown(tx, scope === undefined ? undefined : [...new Set([...scope, ...people.keys()])]);
  const known = new Map(stored.map((row) => [row.id, row.digest]));
  const changes: NewChange[] = [];
  for (const { person, row } of people.values()) {
    const before = known.get(row.id);
    if (before === row.digest) continue;
    if (before === undefined) {
      await tx.insertInto('people').values(row).execute();
      changes.push({ subject: 'person', subjectId: row.id, kind: 'added', fields: [] });
    } else {
      const old = await tx.selectFrom('people').select('data').where('id', '=', row.id).executeTakeFirst();
      const fields = changedFields(personFacts(JSON.parse(old?.data ?? '{}') as Person), personFacts(person));
      if (fields.length > 0) changes.push({ subject: 'person', subjectId: row.id, kind: 'changed', fields });
      await tx.updateTable('people').set(row).where('id', '=', row.id).execute();
      for (const table of ['person_countries', 'person_spellings', 'person_posts'] as const) {
        await tx.deleteFrom(table).where('person_id', '=', row.id).execute();
      }
    }
    await writeRows(tx, person);
  }
  const gone = stored.map((row) => row.id).filter((id) => !people.has(id) && (scope === undefined || scope.has(id)));
  for (const some of inBatches(gone)) await tx.deleteFrom('people').where('id', 'in', some).execute();
  for (const id of gone) changes.push({ subject: 'person', subjectId: id, kind: 'removed', fields: [] });
  return changes;
}

/** @param ids all when absent */
async function readKnown(
  tx: Writer,
  ids: readonly string[] | undefined,
): Promise<{ readonly id: string; readonly digest: string }[]> {
  const known = tx.selectFrom('people').select(['id', 'digest']);
  if (ids === undefined) return known.execute();
  const found = [];
  for (const some of inBatches(ids)) found.push(...(await known.where('id', 'in', some).execute()));
  return found;
}

async function writeRows(tx: Writer, person: Person): Promise<void> {
  const person_id = person.id;
  const countries = [...new Set(person.offices.flatMap((office) => office.country?.toUpperCase() ?? []))];
  if (countries.length > 0) {
    await tx
      .insertInto('person_countries')
      .values(countries.map((country) => ({ person_id, country })))
      .execute();
  }
  const byName = new Map<string, { full: string; script: string; reports: number }>();
  for (const { full, script, count } of person.names) {
    const folded = foldName(full);
    const known = byName.get(folded);
    byName.set(folded, { full: known?.full ?? full, script, reports: (known?.reports ?? 0) + (count ?? 0) });
  }
  const spellings = [...byName].map(([folded, { full, script, reports }], position) => ({
    person_id,
    position,
    folded,
    full_name: storableText(full),
    script,
    reports,
  }));
  for (const some of inBatches(spellings, 100)) await tx.insertInto('person_spellings').values(some).execute();
  const posts = person.offices.map((office, position) => ({
    person_id,
    position,
    role_code: office.roleCode,
    country: office.country ?? '',
    first_seen: office.firstSeen ?? null,
    last_seen: office.lastSeen ?? null,
    held_from: office.from ?? null,
    held_until: office.until ?? null,
  }));
  for (const some of inBatches(posts, 100)) await tx.insertInto('person_posts').values(some).execute();
}
