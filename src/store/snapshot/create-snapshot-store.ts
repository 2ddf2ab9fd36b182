import { sql } from 'kysely';
import { countArchive } from '../archive/check.ts';
import { packedBytes } from '../archive/compression.ts';
import type { ArchiveContext } from '../archive/context.ts';
import { hashBytes } from '../archive/page-identity.ts';
import { readSchemaNumber } from '../migrate.ts';
import { readRows, writeRows } from './rows.ts';
import type { SnapshotStore } from './snapshot.ts';

export function createSnapshotStore(context: ArchiveContext): SnapshotStore {
  const { db, dialect } = context;
  return {
    schemaNumber: () => readSchemaNumber(context),
    write: async (path) => {
      // One read transaction of SQLite's own: other processes go on writing, and the copy is of one instant.
      if (dialect.name === 'postgres') return writeRows(context, path);
      await sql`vacuum into ${path}`.execute(db);
      await sql`attach database ${path} as snapshot`.execute(db);
      try {
        return await countArchive(db.withSchema('snapshot'));
      } finally {
        await sql`detach database snapshot`.execute(db);
      }
    },
    readRows: (path) => readRows(context, path),
    damagedBytes: () => findDamagedBytes(context),
  };
}

const atOnce = 50;

async function findDamagedBytes({ db }: ArchiveContext): Promise<string[]> {
  const damaged: string[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('blobs')
      .selectAll()
      .where('hash', '>', after)
      .where('encoding', '!=', 'dropped')
      .orderBy('hash')
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      const bytes = await packedBytes(row).catch(() => undefined);
      if (bytes === undefined || hashBytes(bytes) !== row.hash) damaged.push(row.hash);
    }
    const last = rows.at(-1);
    if (last === undefined) return damaged;
    after = last.hash;
  }
}
