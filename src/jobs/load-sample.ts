import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extractorVersion } from '../core/extract/extract-article.ts';
import { coderVersion } from '../core/record/code-record.ts';
import type { Publish, Store } from '../store/store.ts';
import { isFusionDue } from './fusion-due.ts';
import { importPage } from './import-page.ts';
import { openOutletBook } from './outlets.ts';
import { processPending } from './process.ts';
import { rebuild } from './rebuild.ts';

interface SamplePress {
  readonly outlets: readonly {
    readonly id: string;
    readonly name: string;
    readonly host: string;
    readonly languages: readonly string[];
    readonly homeCountry?: string;
    readonly publish: Publish;
  }[];
  readonly pages: readonly {
    readonly file: string;
    readonly url: string;
    readonly outlet: string;
    readonly savedAt: string;
  }[];
}

const sampleFolder = new URL('../../sample/', import.meta.url);
const loadedSetting = 'sample.loaded';
/** Sample pages are ours and small; the limit of a page is only there because an import has one. */
const maxBytes = 20 * 1024 * 1024;

function readSample() {
  const manifest = readFileSync(new URL('press.json', sampleFolder));
  const press = JSON.parse(manifest.toString('utf8')) as SamplePress;
  const pages = press.pages.map((page) => ({ ...page, bytes: readFileSync(new URL(page.file, sampleFolder)) }));
  const hash = createHash('sha256').update(manifest);
  for (const page of pages) hash.update(page.bytes);
  const fingerprint = `${hash.digest('hex').slice(0, 16)} ${extractorVersion} ${coderVersion}`;
  return { outlets: press.outlets, pages, fingerprint };
}

/** True when the archive holds this very sample, read by this very engine, to the end. */
export async function isSampleLoaded(store: Store): Promise<boolean> {
  const loaded = await store.getSetting(loadedSetting);
  return loaded === readSample().fingerprint && !(await isFusionDue(store));
}

/** Loads the sample press. Doing it again brings it up to date with the sample and the engine. */
export async function loadSample(
  store: Store,
  options: { readonly onPage?: (done: number, total: number) => void } = {},
): Promise<{ readonly pages: number }> {
  const { outlets: sampleOutlets, pages, fingerprint } = readSample();
  for (const { host, ...outlet } of sampleOutlets) {
    await store.outlets.put({ ...outlet, slug: outlet.id, hosts: [host], origin: 'sample' });
  }
  const outlets = await openOutletBook(store);
  const before = await store.getSetting(loadedSetting);
  for (const [at, page] of pages.entries()) {
    const { bytes, file, url, savedAt } = page;
    await importPage(
      store,
      outlets,
      { kind: 'page', name: file, url, bytes, savedAt },
      { origin: 'sample', maxBytes, savedAt, identity: file },
    );
    options.onPage?.(at + 1, pages.length);
  }
  // After an update of the engine the pages are the same, but what it reads from them is not.
  if (before === undefined) await processPending(store);
  else await rebuild(store, { from: 'extract' });
  await store.setSetting(loadedSetting, fingerprint);
  return { pages: pages.length };
}
