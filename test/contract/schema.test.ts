import { readFile, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { dumpSchema } from '../../src/store/dump-schema.ts';
import { openPoolStore, openSqliteStore } from '../../src/store/open-store.ts';
import { createPostgresKyselyDialect } from '../../src/store/postgres/dialect.ts';
import { createSqliteKyselyDialect } from '../../src/store/sqlite/dialect.ts';
import { openBinding } from '../../src/store/sqlite/driver.ts';
import type { Tables } from '../../src/store/tables.ts';
import { createPglitePool } from '../../src/testing/pglite-pool.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

// `UPDATE_SCHEMA=1 npx vitest run test/contract/schema.test.ts` writes the files after a new migration.
async function expectFile(name: string, dump: string): Promise<void> {
  const file = new URL(`../../src/store/${name}`, import.meta.url);
  if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(file, dump);
  expect(await readFile(file, 'utf8')).toBe(dump);
}

describe('the committed schema is what the migrations make', () => {
  test('SQLite', async () => {
    const folder = await createTemporaryFolder();
    const path = folder.file('schema.db');
    await (await openSqliteStore(path)).close();
    const db = new Kysely<Tables>({ dialect: createSqliteKyselyDialect(await openBinding(path)) });
    try {
      await expectFile('schema.sql', await dumpSchema(db, 'sqlite'));
    } finally {
      await db.destroy();
      await folder.remove();
    }
  });

  test('PostgreSQL', async () => {
    const postgres = await PGlite.create();
    const db = new Kysely<Tables>({ dialect: createPostgresKyselyDialect(createPglitePool(postgres, 'public')) });
    try {
      await (await openPoolStore(createPglitePool(postgres, 'public'))).close();
      await expectFile('schema.postgres.sql', await dumpSchema(db, 'postgres'));
    } finally {
      await db.destroy();
      await postgres.close();
    }
  }, 120_000);
});
