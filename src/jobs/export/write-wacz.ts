import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { waczHeadName } from '../../collect/warc/read-wacz.ts';
import type { ArchiveHead } from '../../schemas/archive-pages.ts';
import { cdxjLine } from './cdxj.ts';
import type { ExportedPage } from './exported-pages.ts';
import { openWarcWriter, warcDate } from './warc-records.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/** Below what old ZIP readers can address, and what people like to copy. */
const partBytes = 1024 * 1024 * 1024;

/**
 * An archive as WACZ 1.1.1: WARC files of a gigabyte at most, stored so that they can be read in place; an index of them;
 * the list of pages; what the archive holds beside pages; and the hash of each file.
 */
export async function* writeWacz(
  head: ArchiveHead,
  pages: AsyncIterable<ExportedPage>,
  options: { readonly software: string; readonly title: string; readonly partBytes?: number },
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const failure: { error?: unknown } = {};
  const filling = fill(zip, head, pages, options).catch((error: unknown) => {
    failure.error = error;
    (zip.outputStream as PassThrough).destroy(error as Error);
  });
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) yield chunk;
  await filling;
  if (failure.error !== undefined) throw failure.error;
}

async function fill(
  zip: ZipFile,
  head: ArchiveHead,
  pages: AsyncIterable<ExportedPage>,
  options: { readonly software: string; readonly title: string; readonly partBytes?: number },
): Promise<void> {
  const limit = options.partBytes ?? partBytes;
  const writer = openWarcWriter(options.software);
  const resources: Resource[] = [];
  const index: string[] = [];
  const listed: string[] = [JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' })];
  let part: Part | undefined;
  let newest = '1970-01-01T00:00:00Z';
  const close = async () => {
    if (part !== undefined) resources.push(await part.end());
  };
  for await (const page of pages) {
    const { savedAt } = page.page;
    if (part === undefined || part.size >= limit) {
      await close();
      part = openPart(zip, `data-${String(resources.length + 1).padStart(4, '0')}.warc.gz`, savedAt);
      await part.write(await writer.info(part.name, savedAt));
    }
    const record = await writer.record(page);
    index.push(cdxjLine(record, { filename: part.name, offset: part.size }));
    await part.write(record.bytes);
    const date = warcDate(savedAt);
    if (date > newest) newest = date;
    const { url, articleId, version } = page.page;
    if (url !== undefined) {
      listed.push(
        JSON.stringify({
          id: `${articleId}-${version}`,
          url,
          ts: date,
          ...(page.title === undefined ? {} : { title: page.title }),
        }),
      );
    }
  }
  if (part === undefined) {
    part = openPart(zip, 'data-0001.warc.gz', newest);
    await part.write(await writer.info(part.name, newest));
  }
  await close();
  const add = (path: string, text: string): Resource => {
    const bytes = Buffer.from(text);
    zip.addBuffer(bytes, path, { mtime: new Date(newest), compress: path.endsWith('.jsonl') || path === waczHeadName });
    return { name: path.split('/').at(-1) ?? path, path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length };
  };
  // Code units, as every reader of such an index compares them.
  resources.push(
    add(
      'indexes/index.cdx',
      index
        .sort()
        .map((line) => `${line}\n`)
        .join(''),
    ),
  );
  resources.push(add('pages/pages.jsonl', `${listed.join('\n')}\n`));
  resources.push(add(waczHeadName, `${JSON.stringify(head)}\n`));
  const description = `${JSON.stringify(
    {
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: options.title,
      software: options.software,
      created: newest,
      resources,
    },
    null,
    2,
  )}\n`;
  const { path, hash } = add('datapackage.json', description);
  add('datapackage-digest.json', `${JSON.stringify({ path, hash })}\n`);
  zip.end();
}

interface Part {
  readonly name: string;
  readonly size: number;
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<Resource>;
}

/** A file inside that grows while it is packed. */
function openPart(zip: ZipFile, name: string, date: string): Part {
  const path = `archive/${name}`;
  const stream = new PassThrough();
  const hash: Hash = createHash('sha256');
  let size = 0;
  zip.addReadStream(stream, path, { compress: false, mtime: new Date(warcDate(date)) });
  return {
    name,
    get size() {
      return size;
    },
    async write(bytes) {
      size += bytes.length;
      hash.update(bytes);
      if (!stream.write(bytes)) await once(stream, 'drain');
    },
    async end() {
      stream.end();
      return { name, path, hash: `sha256:${hash.digest('hex')}`, bytes: size };
    },
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
