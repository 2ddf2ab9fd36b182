/**
 * The archive and the site, for programs that hold Rapporteur inside them. The engine alone is `rapporteur`,
 * which loads none of this.
 *
 * @example
 * import { createApp, openStore, processPending } from 'rapporteur/server';
 *
 * const store = await openStore({ dataDir: 'archive' });
 * await processPending(store);
 * const app = createApp({ store, settings: { publishLocalInFull: false }, now: () => new Date(), log: console });
 */
export { type ErrorCode, type ErrorContext, RapporteurError } from './errors.ts';
export { type ImportedPage, importPage } from './jobs/import-page.ts';
export { openOutletBook } from './jobs/outlets.ts';
export { type ProcessOptions, type ProcessResult, processPending } from './jobs/process.ts';
export { type RebuildFrom, type RebuildOptions, rebuild } from './jobs/rebuild.ts';
export type { HostStore } from './store/host-store.ts';
export { openPostgresStore, openSqliteStore, openStore } from './store/open-store.ts';
export type * from './store/store.ts';
export { type AppOptions, createApp } from './web/app.tsx';
