import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { loadSample } from '../../src/jobs/load-sample.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createApp } from '../../src/web/app.tsx';

export interface SampleSite {
  readonly address: string;
  readonly store: Store;
  /** What the site wrote to its log: a healthy site writes nothing. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** The reading site over the sample press, in a passing folder and on a free port. */
export function openSampleSite(): Promise<SampleSite> {
  return openSite(async (store) => {
    await loadSample(store);
  });
}

/** The same over whatever fills the archive. */
export async function openSite(fill: (store: Store) => Promise<void>): Promise<SampleSite> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-site-'));
  const store = await openSqliteStore(join(folder, 'rapporteur.db'));
  await fill(store);
  const faults: unknown[] = [];
  const app = createApp({
    store,
    settings: { publishLocalInFull: true },
    now: () => new Date('2025-06-02T08:00:00Z'),
    log: { error: (event, detail) => faults.push({ event, ...detail }) },
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => {
    server.once('listening', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    store,
    faults,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
