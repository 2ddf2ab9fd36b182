import { join, resolve } from 'node:path';
import { Kysely, type Dialect as KyselyDialect, type PostgresPool } from 'kysely';
import { createAccessTokenStore } from './archive/access-tokens.ts';
import { createArticleStore } from './archive/articles.ts';
import { checkArchive, countArchive } from './archive/check.ts';
import type { ArchiveContext } from './archive/context.ts';
import { createDecisionStore } from './archive/decisions.ts';
import { createGroupingStore } from './archive/grouping/grouping-store.ts';
import { createHostStore } from './archive/hosts.ts';
import { createHubStore } from './archive/hubs.ts';
import { createImportStore } from './archive/imports.ts';
import { createKeepingStore } from './archive/keeping.ts';
import { createNoveltyStore } from './archive/novelty-prints.ts';
import { createOutletStore } from './archive/outlets.ts';
import { createPageStore } from './archive/pages.ts';
import { createReaderReportStore } from './archive/reader-reports.ts';
import { createRecordStore } from './archive/record-store.ts';
import { readSetting, swapSetting, writeSetting } from './archive/settings.ts';
import { createCollectStore } from './archive/sources.ts';
import { createWebhookStore } from './archive/webhooks.ts';
import type { Dialect } from './dialect.ts';
import { latestSchema, migrate, readSchemaNumber } from './migrate.ts';
import { aloneInDatabase } from './postgres/alone.ts';
import { createPostgresKyselyDialect, postgresDialect } from './postgres/dialect.ts';
import { openPool } from './postgres/pool.ts';
import { createPostgresQueue } from './queue/postgres-queue.ts';
import type { Queue, QueueOptions } from './queue/queue.ts';
import { createSqliteQueue } from './queue/sqlite-queue.ts';
import { createKnownWords } from './search/known-words.ts';
import { createSearchStore } from './search/search-store.ts';
import { createSnapshotStore } from './snapshot/create-snapshot-store.ts';
import { createSqliteKyselyDialect, pragmas, sqliteDialect } from './sqlite/dialect.ts';
import { openBinding } from './sqlite/driver.ts';
import { toSqliteError } from './sqlite/errors.ts';
import { shareTransactions, standInLine, type Write } from './sqlite/share-transactions.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export interface OpenOptions {
  /** Bring the schema up to date while opening. @default true */
  readonly migrate?: boolean;
  /** Only as far as this number: the rows of an older copy come first. @default as far as this code knows */
  readonly migrateTo?: number;
  /** Clock for the log of migrations, ISO instant. */
  readonly now?: () => string;
  /** How patient the queue is. */
  readonly queue?: QueueOptions;
}

export interface SqliteOptions extends OpenOptions {
  /** Statements run after ours when the file is opened, e.g. `pragma cache_size = -64000`. */
  readonly pragmas?: readonly string[];
}

export interface PostgresOptions extends OpenOptions {
  /** Schema that holds the tables; it must exist. @default the first of the user's search path */
  readonly schema?: string;
  /** Connections at most. @default 8 */
  readonly connections?: number;
}

/** How often work is tried when another writer was in its way. */
const MAX_ATTEMPTS = 4;

/** File of the embedded database inside the data folder. */
export const databaseFile = 'rapporteur.db';

/** Opens the archive that the configuration names: a database server, else the file in the data folder. */
export async function openStore(
  config: { readonly dataDir: string; readonly databaseUrl?: string | undefined },
  options: OpenOptions = {},
): Promise<Store> {
  const { dataDir, databaseUrl } = config;
  return databaseUrl === undefined || databaseUrl === ''
    ? openSqliteStore(join(dataDir, databaseFile), options)
    : openPostgresStore(databaseUrl, options);
}

/**
 * Opens or creates a database file; `:memory:` gives a passing one. Several processes may open one file.
 * @throws RapporteurError `sqlite-missing`, `data-folder-unwritable`, `database-newer`, `database-damaged`
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store> {
  try {
    const binding = await openBinding(path);
    try {
      for (const pragma of [...pragmas, ...(options.pragmas ?? [])]) binding.exec(pragma);
    } catch (error) {
      binding.close();
      throw error;
    }
    const world = { now: () => new Date(), random: Math.random };
    return await createStore(createSqliteKyselyDialect(binding), sqliteDialect, options, {
      openQueue: (context) => createSqliteQueue(context, world, options.queue),
      alone: (_name, work) => work(),
      share: (write) => shareTransactions(path === ':memory:' ? write : standInLine(resolve(path), write)),
    });
  } catch (error) {
    throw toSqliteError(error) ?? error;
  }
}

/**
 * @param url `postgres://user:password@host:port/database`, PostgreSQL 15 or later
 * @throws RapporteurError `database-unreachable`, `database-newer`
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const pool = openPool(url, options);
  return createStore(createPostgresKyselyDialect(pool), postgresDialect, options, {
    openQueue: () => createPostgresQueue(pool, options.queue),
    alone: (name, work) => aloneInDatabase(url, { schema: options.schema, name }, work),
  });
}

/** A store over whatever speaks the protocol of PostgreSQL: tests pass an embedded one. The pool is closed with it. */
export async function openPoolStore(pool: PostgresPool, options: OpenOptions = {}): Promise<Store> {
  return createStore(createPostgresKyselyDialect(pool), postgresDialect, options, {
    openQueue: () => createPostgresQueue(pool, options.queue),
    alone: (_name, work) => work(),
  });
}

interface BetweenProcesses {
  readonly openQueue: (context: ArchiveContext) => Queue;
  readonly alone: Store['alone'];
  /** Where there is one connection, transactions stand in line. */
  readonly share?: (write: Write) => Write;
}

async function createStore(
  kyselyDialect: KyselyDialect,
  dialect: Dialect,
  options: OpenOptions,
  { openQueue, alone, share = (write) => write }: BetweenProcesses,
): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: kyselyDialect });
  const knownWords = createKnownWords();
  const context: ArchiveContext = {
    db,
    dialect,
    knownWords,
    now: options.now ?? (() => new Date().toISOString()),
    write: share(async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          const { tx, result } = await db.transaction().execute(async (tx) => ({ tx, result: await work(tx) }));
          knownWords.commit(tx);
          return result;
        } catch (error) {
          if (attempt === MAX_ATTEMPTS || !dialect.isCollision(error)) throw error;
        }
      }
    }),
  };
  const search = createSearchStore(context);
  const store: Store = {
    dialect: dialect.name,
    pages: createPageStore(context),
    articles: createArticleStore(context),
    grouping: createGroupingStore(context),
    record: createRecordStore(context),
    outlets: createOutletStore(context),
    hosts: createHostStore(context),
    collect: createCollectStore(context),
    hubs: createHubStore(context),
    tokens: createAccessTokenStore(context),
    webhooks: createWebhookStore(context),
    imports: createImportStore(context),
    decisions: createDecisionStore(context),
    reports: createReaderReportStore(context),
    search,
    queue: openQueue(context),
    alone,
    keeping: createKeepingStore(context),
    novelty: createNoveltyStore(context),
    snapshot: createSnapshotStore(context),
    accounts: async (secret, hash) =>
      (await import('./accounts/open-accounts.ts')).openAccounts(context, {
        secret,
        ...(hash === undefined ? {} : { hash }),
      }),
    migrate: () => migrate(context),
    check: async () => {
      const schema = await readSchemaNumber(context);
      if (schema < latestSchema)
        return [{ code: 'schema-behind', count: latestSchema - schema, sample: [`${schema} < ${latestSchema}`] }];
      return checkArchive(db, search, context.now());
    },
    getSetting: (name) => readSetting(db, name),
    setSetting: (name, value) => context.write((tx) => writeSetting(tx, name, value)),
    swapSetting: (name, from, to) => context.write((tx) => swapSetting(tx, name, from, to)),
    revision: () => dialect.revision(db),
    counts: () => countArchive(db),
    close: () => db.destroy(),
  };
  try {
    // The first query shows whether the database can be reached at all.
    if (options.migrate === false) await readSchemaNumber(context);
    else await migrate(context, options.migrateTo);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }
  return store;
}
