import type { ExportedPage } from './exported-pages.ts';
import { openWarcWriter } from './warc-records.ts';

/** An archive as one WARC file, `.warc.gz`. */
export async function* writeWarc(
  pages: AsyncIterable<ExportedPage>,
  options: { readonly filename: string; readonly software: string },
): AsyncGenerator<Uint8Array> {
  const writer = openWarcWriter(options.software);
  let begun = false;
  for await (const page of pages) {
    // The file is dated by its first page: the same archive gives the same bytes.
    if (!begun) yield writer.info(options.filename, page.page.savedAt);
    begun = true;
    yield (await writer.record(page)).bytes;
  }
  if (!begun) yield writer.info(options.filename, '1970-01-01T00:00:00Z');
}
