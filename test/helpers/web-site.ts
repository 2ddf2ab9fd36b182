import { createApp } from '../../src/web/app.tsx';
import type { WebSettings } from '../../src/web/settings.ts';
import type { WebArchive } from './web-archive.ts';

/** What went wrong inside the sites of one test file. */
export const faults: unknown[] = [];

/** The site over an archive, at a fixed day. */
export function siteOf({ store }: WebArchive, settings: Partial<WebSettings> = {}) {
  return createApp({
    store,
    settings: { publishLocalInFull: false, ...settings },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: (event, detail) => faults.push({ event, detail }) },
  });
}
