import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { countArchive } from '../archive/check.ts';
import type { ArchiveContext } from '../archive/context.ts';
import { inBatches } from '../archive/cursor.ts';
import type { ArchiveCounts } from '../store.ts';
import type { Queries, Writer } from '../tables.ts';

/** Made anew from the texts after a restore: another database has another index. */
const derived: ReadonlySet<string> = new Set(['search_documents', 'search_words', 'schema_migrations']);
const rowsAtOnce = 200;
const rowsOfInsert = 20;

/** Every row of every table as one line of JSON, all of one instant. */
export async function writeRows({ db }: ArchiveContext, path: string): Promise<ArchiveCounts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await pipeline(linesOf(tx), createGzip({ level: 4 }), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return countArchive(tx);
    });
}

async function* linesOf(tx: Queries): AsyncGenerator<string> {
  for (const table of await tablesInOrder(tx)) {
    await sql`declare rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx);
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(rowsAtOnce)} from rows`.execute(tx);
      if (rows.length === 0) break;
      for (const row of rows) yield `${JSON.stringify([table, mapValues(row, packValue)])}\n`;
    }
    await sql`close rows`.execute(tx);
  }
}

/** Those that others refer to come first. */
async function tablesInOrder(db: Queries): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname`.execute(db);
  const links = await sql<{ name: string; needs: string }>`
    select c.relname as name, n.relname as needs
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid and c.relnamespace = current_schema()::regnamespace
    join pg_class n on n.oid = k.confrelid
    where k.contype = 'f' and c.oid <> n.oid`.execute(db);
  const ordered: string[] = [];
  const place = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const link of links.rows) if (link.name === name) place(link.needs);
    ordered.push(name);
  };
  for (const { name } of tables.rows) place(name);
  return ordered.filter((name) => !derived.has(name));
}

/** Puts the rows into an archive that holds none, in one transaction: it is filled whole or not at all. */
export async function readRows(context: ArchiveContext, path: string): Promise<void> {
  const { db, dialect } = context;
  // A new archive has a few values of its own, which the copy has too.
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('settings').execute();
    let table = '';
    let rows: Record<string, unknown>[] = [];
    const seen = new Set<string>();
    const flush = async () => {
      for (const some of inBatches(rows, rowsOfInsert)) await insertRows(tx, table, some);
      rows = [];
    };
    const lines = createInterface({
      input: createReadStream(path).pipe(createGunzip()),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      const [name, row] = JSON.parse(line) as [string, Record<string, unknown>];
      if (name !== table || rows.length >= rowsAtOnce) await flush();
      table = name;
      seen.add(name);
      rows.push(mapValues(row, unpackValue));
    }
    await flush();
    if (dialect.name === 'postgres') for (const name of seen) await continueCounter(tx, name);
  });
}

async function insertRows(tx: Writer, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
    tx,
  );
}

/** Rows came with their numbers: the next one of ours must be larger. */
async function continueCounter(tx: Writer, table: string): Promise<void> {
  const columns = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = to_regclass(${table}) and attidentity <> ''`.execute(tx);
  for (const { name } of columns.rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${name}),
      (select coalesce(max(${sql.ref(name)}), 0) + 1 from ${sql.table(table)}), false)`.execute(tx);
}

function mapValues(row: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
}

function packValue(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function unpackValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return Buffer.from(String(value.base64), 'base64');
}
