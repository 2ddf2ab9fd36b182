import { sql } from 'kysely';
import { RapporteurError } from '../errors.ts';
import type { ArchiveContext } from './archive/context.ts';
import { readSetting, writeSetting } from './archive/settings.ts';
import { migrations } from './migrations/migrations.ts';
import { fillFacets } from './search/facet-rows.ts';
import { initialiseAnalyser } from './search/search-store.ts';
import type { Queries, Writer } from './tables.ts';

/** Number of the newest schema that this code knows. */
export const latestSchema: number = migrations.at(-1)?.number ?? 0;

/**
 * Applies what is missing, each step in a transaction of its own that first looks again: two processes starting
 * together apply it once, and a kill in the middle leaves the step undone as a whole.
 * @throws RapporteurError `database-newer` when the schema is younger than this code
 */
export async function migrate(
  context: ArchiveContext,
  upTo: number = latestSchema,
): Promise<{ readonly from: number; readonly to: number }> {
  const from = await readSchemaNumber(context);
  refuseNewer(from);
  if (from < upTo) {
    for (const migration of migrations.filter(({ number }) => number <= upTo)) {
      await context.write(async (tx) => {
        await context.dialect.lock(tx, 'schema');
        await sql
          .raw(
            `create table if not exists schema_migrations (number integer not null primary key, name ${context.dialect.types.text} not null, applied_at ${context.dialect.types.text} not null)`,
          )
          .execute(tx);
        const reached = await readSchemaNumber(context, tx);
        refuseNewer(reached);
        if (reached >= migration.number) return;
        await migration.up(tx, context.dialect);
        await tx
          .insertInto('schema_migrations')
          .values({ number: migration.number, name: migration.name, applied_at: context.now() })
          .execute();
      });
    }
    await context.write(initialiseAnalyser);
    await context.write(initialiseFacets);
  }
  return { from, to: upTo };
}

/** An archive that was filled before search had facets gets them once. */
async function initialiseFacets(tx: Writer): Promise<void> {
  if ((await readSetting(tx, 'search-facets')) !== undefined) return;
  await fillFacets(tx);
  await writeSetting(tx, 'search-facets', '1');
}

function refuseNewer(number: number): void {
  if (number <= latestSchema) return;
  throw new RapporteurError('database-newer', 'The database was written by a newer version of Rapporteur.', {
    context: { public: { database: number, supported: latestSchema } },
  });
}

/** 0 for an empty database. */
export async function readSchemaNumber(context: ArchiveContext, db: Queries = context.db): Promise<number> {
  if (!(await context.dialect.hasTable(db, 'schema_migrations'))) return 0;
  const row = await db
    .selectFrom('schema_migrations')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}
