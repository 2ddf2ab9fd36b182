// `node scripts/make-golden-data-folder.mjs`: keeps the present form of the archive under test/golden/data-folders/NNNN,
// as a data folder with SQLite and as a SQL dump of PostgreSQL. Run it (after `npm run build`) before adding a migration:
// a test upgrades every kept form.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { root, say } from './setup.mjs';

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { databaseFile, openPoolStore, openSqliteStore } = await built('store/open-store.js');
const { latestSchema } = await built('store/migrate.js');
const { dumpSchema } = await built('store/dump-schema.js');
const { createPostgresKyselyDialect } = await built('store/postgres/dialect.js');
const { describeArchive, fillGoldenArchive, goldenQueries } = await built('testing/golden-archive.js');
const { createPglitePool } = await built('testing/pglite-pool.js');

const now = () => '2024-03-01T00:00:00.000Z';
const target = join(root, 'test/golden/data-folders', String(latestSchema).padStart(4, '0'));
if (existsSync(target)) {
  process.stderr.write(`${target} is kept already: a form that was released is never written again.\n`);
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'rapporteur-golden-'));
try {
  const expected = await keepSqlite(join(folder, databaseFile));
  await keepPostgres(join(folder, 'postgres.sql'), expected);
  await writeFile(
    join(folder, 'expected.json'),
    `${JSON.stringify({ queries: goldenQueries, archive: expected }, null, 1)}\n`,
  );
  await mkdir(join(target, '..'), { recursive: true });
  await rename(folder, target).catch(async () => {
    const { cp } = await import('node:fs/promises');
    await cp(folder, target, { recursive: true });
  });
  say(`Kept as ${target}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function keepSqlite(file) {
  const store = await openSqliteStore(file, { now });
  await fillGoldenArchive(store);
  const expected = await describeArchive(store, goldenQueries);
  await store.close();
  // One small file, without the log beside it.
  const raw = new Database(file);
  raw.pragma('journal_mode = delete');
  raw.pragma('page_size = 1024');
  raw.exec('vacuum');
  raw.close();
  return expected;
}

async function keepPostgres(file, expected) {
  const postgres = await PGlite.create();
  const store = await openPoolStore(createPglitePool(postgres, 'public'), { now });
  await fillGoldenArchive(store);
  const found = await describeArchive(store, goldenQueries);
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error('The two databases tell different things.');
  await store.close();
  const db = new Kysely({ dialect: createPostgresKyselyDialect(createPglitePool(postgres, 'public')) });
  const statements = (await dumpSchema(db, 'postgres')).split(/;\n\n?/).filter((statement) => statement !== '');
  await db.destroy();
  const isLate = (statement) => !statement.startsWith('create table');
  const tables = statements.filter((statement) => !isLate(statement));
  const names = tables.map((statement) => statement.split(' ')[2]);
  const rows = [];
  for (const name of names) rows.push(...(await dumpRows(postgres, name)));
  const all = [...tables, ...rows, ...statements.filter(isLate)];
  await writeFile(file, `${all.join(';\n')};\n`);
  await postgres.close();
}

async function dumpRows(postgres, table) {
  const columns = (
    await postgres.query(
      `select column_name as name, is_identity = 'YES' as counts from information_schema.columns
       where table_name = $1 and table_schema = 'public' order by ordinal_position`,
      [table],
    )
  ).rows;
  const names = columns.map((column) => column.name);
  const literals = names.map((name) => `quote_nullable(${name}::text)`).join(` || ', ' || `);
  const { rows } = await postgres.query(`select ${literals} as row from ${table} order by ${names.join(', ')}`);
  const inserts = rows.map(({ row }) => `insert into ${table} (${names.join(', ')}) values (${row})`);
  const counter = columns.find((column) => column.counts)?.name;
  if (counter === undefined || rows.length === 0) return inserts;
  const [last] = (await postgres.query(`select max(${counter}) + 1 as next from ${table}`)).rows;
  return [...inserts, `alter table ${table} alter column ${counter} restart with ${last.next}`];
}
