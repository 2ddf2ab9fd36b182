import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** An annotated page. What is absent or empty was not annotated. */
export interface GoldPage {
  readonly id: string;
  readonly url: string;
  /** Kind of page, where the set says it. */
  readonly type?: string;
  readonly html: string;
  readonly gold: {
    readonly text?: string | null;
    /** Phrases that must, and must not, be in the body. */
    readonly with_?: readonly string[] | null;
    readonly without?: readonly string[] | null;
    readonly title?: string | null;
    readonly author?: string | null;
    readonly date?: string | null;
  };
}

/** Reads JSON lines, compressed or not. */
export function readGoldPages(file: string): GoldPage[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const page = JSON.parse(line) as GoldPage;
      const { title, author, date } = page.gold;
      return { ...page, gold: { ...page.gold, title: plain(title), author: plain(author), date: plain(date) } };
    });
}

/** Sets write several authors as a list, and a year as a number. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', quot: '"', '#39': "'", '#039': "'" };

/** The page as a text dump would hold it: tags and scripts away, a line for each block. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|noscript|template|svg)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(
      /<\/?(?:p|div|h[1-6]|li|ul|ol|tr|td|br|section|article|header|footer|nav|aside|figure|figcaption|blockquote|table|form|button|main)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]+>/g, '')
    .replace(/&(nbsp|amp|quot|#0?39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
