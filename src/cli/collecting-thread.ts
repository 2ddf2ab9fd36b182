// What runs in the thread that collects while the site is open.
import { parentPort, workerData } from 'node:worker_threads';
import { readProfilesOf } from '../collect/read-profiles.ts';
import type { Settings } from '../config.ts';
import { openArchive } from './archive.ts';
import { keepCollecting } from './keep-collecting.ts';

const settings = workerData as Settings;
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());
const archive = await openArchive(settings, { writes: false });
try {
  await keepCollecting(archive, settings, {
    now: () => new Date(),
    signal: stop.signal,
    profiles: readProfilesOf(archive.folder),
    log: (event, detail) => parentPort?.postMessage({ event, detail }),
  });
} finally {
  await archive.close();
  parentPort?.close();
}
