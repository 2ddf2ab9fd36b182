import type { ArchiveHead, ArchiveLine } from '../../schemas/archive-pages.ts';
import type { ExportedPage } from './exported-pages.ts';

/** An archive as JSON lines: what it holds beside pages, then every page with its bytes. */
export async function* writePages(head: ArchiveHead, pages: AsyncIterable<ExportedPage>): AsyncGenerator<string> {
  yield line(head);
  for await (const { page, bytes } of pages) {
    const { articleId, version, hash, savedAt, url, name, contentType, format } = page;
    yield line({
      schema: 'rapporteur.pages/1',
      kind: 'page',
      page: {
        articleId,
        version,
        hash,
        savedAt,
        ...(url === undefined ? {} : { url }),
        ...(name === undefined ? {} : { name }),
        ...(contentType === undefined ? {} : { contentType }),
        ...(format === undefined ? {} : { format }),
        ...content(bytes),
      },
    });
  }
}

function content(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return Buffer.from(text, 'utf8').equals(buffer) ? { text } : { base64: buffer.toString('base64') };
}

function line(value: ArchiveLine): string {
  return `${JSON.stringify(value)}\n`;
}
