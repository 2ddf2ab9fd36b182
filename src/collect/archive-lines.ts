import { createHash } from 'node:crypto';
import { type ArchiveHead, type ArchivePage, archiveLineSchema } from '../schemas/archive-pages.ts';
import type { CollectedFailure, CollectedPage } from './collected.ts';

/** A line of what a Rapporteur exports of its archive; nothing when it is another form. */
export function parseArchiveLine(
  value: unknown,
  name: string,
): CollectedPage | CollectedFailure | ArchiveHead | undefined {
  if ((value as { readonly schema?: unknown } | null)?.schema !== 'rapporteur.pages/1') return undefined;
  const parsed = archiveLineSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { kind: 'failure', name, code: 'json-invalid', detail: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  return parsed.data.kind === 'head' ? parsed.data : pageOf(parsed.data.page, name);
}

function pageOf(page: ArchivePage, name: string): CollectedPage | CollectedFailure {
  const { url, contentType, format, savedAt } = page;
  const bytes = page.text === undefined ? Buffer.from(page.base64 ?? '', 'base64') : Buffer.from(page.text, 'utf8');
  if (createHash('sha256').update(bytes).digest('hex') !== page.hash) {
    return {
      kind: 'failure',
      name,
      code: 'record-broken',
      detail: 'the bytes do not have the hash that stands beside them',
    };
  }
  return {
    kind: 'page',
    name,
    bytes,
    savedAt,
    identity: page.name ?? null,
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(format === undefined ? {} : { format }),
  };
}
