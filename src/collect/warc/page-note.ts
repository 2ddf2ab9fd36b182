/**
 * What a Rapporteur notes on a page of its exports beside what the format holds, so that another one takes it in as the
 * same page. In a WARC it is the field `Rapporteur-Page`.
 */
export interface PageNote {
  /** What makes it the same page when it has no address. */
  readonly name?: string;
  readonly format?: 'html' | 'text';
  /** As it was kept; null when none was. */
  readonly contentType?: string | null;
  readonly savedAt?: string;
}

export function readPageNote(text: string | undefined): PageNote | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    if (typeof value !== 'object' || value === null) return undefined;
    const { name, format, contentType, savedAt } = value;
    return {
      ...(typeof name === 'string' ? { name } : {}),
      ...(format === 'html' || format === 'text' ? { format } : {}),
      ...(typeof contentType === 'string' || contentType === null ? { contentType } : {}),
      ...(typeof savedAt === 'string' && !Number.isNaN(Date.parse(savedAt)) ? { savedAt } : {}),
    };
  } catch {
    return undefined;
  }
}
