/** Helpers for whoever writes another store or tests against one. */
export { createPglitePool, type EmbeddedPostgres } from './pglite-pool.ts';
export { type Runner, type StoreHome, storeContract } from './store-contract.ts';
