import { parseMessageDate } from './message-date.ts';

/** What a browser or an extension wrote into a page when it saved it. */
export interface SaveNotes {
  readonly url?: string;
  /** ISO instant. */
  readonly savedAt?: string;
}

/**
 * The address and the day that a saved page carries: the comment of "Save as" (`saved from url=(0024)…`), the comment of
 * SingleFile (`url:`, `saved date:`), the metadata of other savers. Only the beginning of the page is searched.
 */
export function findSaveNotes(source: string): SaveNotes {
  const head = source.slice(0, 20_000);
  const mark = /<!--\s*saved from url=\(\d{1,5}\)\s*(\S+?)\s*-->/i.exec(head);
  if (mark?.[1] && isAddress(mark[1])) return { url: mark[1] };
  const comment = /<!--(?:(?!-->)[\s\S]){0,600}?\burl:\s*(\S+)(?:(?!-->)[\s\S]){0,400}?-->/i.exec(head);
  if (comment && isAddress(comment[1] ?? '')) {
    const date = /saved date:\s*([^\n\r]{10,80})/i.exec(comment[0])?.[1];
    const savedAt = date === undefined ? undefined : parseMessageDate(date);
    return { url: comment[1] as string, ...(savedAt ? { savedAt } : {}) };
  }
  return {};
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>]{3,2000}$/i.test(text);
}
