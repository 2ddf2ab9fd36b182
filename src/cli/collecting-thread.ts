// What runs in the thread that collects while the site is open.
import { parentPort, workerData } from 'node:worker_threads';
import { readProfilesOf } from '../collect/read-profiles.ts';
import type { Settings } from '../config.ts';
import { giveWayToOthers } from '../jobs/reading/give-way.ts';
import { openArchive } from './archive.ts';
import { keepCollecting } from './keep-collecting.ts';

// The site answers first.
giveWayToOthers();
const settings = workerData as Settings;
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());
const archive = await openArchive(settings, { writes: false });
try {
  await keepCollecting(archive, settings, {
    now: () => new Date(),
    signal: stop.signal,
    // A hub that tells of news expects us soon.
    everyMs: 5_000,
    giveWay: true,
    profiles: readProfilesOf(archive.folder),
    log: (event, detail) => parentPort?.postMessage({ event, detail }),
  });
} finally {
  await archive.close();
  parentPort?.close();
}
