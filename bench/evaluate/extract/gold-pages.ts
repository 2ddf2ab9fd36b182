import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

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

/** Reads JSON lines, compressed or not, one page at a time: what is measured is the extractor, not the file. */
export async function* readGoldPages(file: string): AsyncGenerator<GoldPage> {
  const bytes = createReadStream(file);
  const input = isCompressed(file) ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const page = JSON.parse(line) as GoldPage;
    const { title, author, date } = page.gold;
    yield { ...page, gold: { ...page.gold, title: plain(title), author: plain(author), date: plain(date) } };
  }
}

/** Whether a file begins as gzip files do. */
export function isCompressed(file: string): boolean {
  const head = Buffer.alloc(2);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 2, 0);
  } finally {
    closeSync(handle);
  }
  return head[0] === 0x1f && head[1] === 0x8b;
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
