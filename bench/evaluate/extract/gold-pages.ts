import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Parser } from 'htmlparser2';

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

const unseen = new Set(['script', 'style', 'noscript', 'template', 'svg']);
const lines = new Set(
  'title p div h1 h2 h3 h4 h5 h6 li ul ol tr td th br section article header footer nav aside figure figcaption blockquote table form button main dd dt'.split(
    ' ',
  ),
);

/** The page as a text dump would hold it: tags and scripts away, entities read, a line for each block. */
export function withoutTags(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (unseen.has(name)) hidden++;
      if (lines.has(name)) text += '\n';
    },
    ontext(data) {
      if (hidden === 0) text += data.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
      if (lines.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
