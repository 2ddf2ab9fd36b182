import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { looksLikeHtml } from '../../core/read/page-format.ts';
import type { StoredPage } from '../../store/store.ts';
import type { ExportedPage } from './exported-pages.ts';

const compress = promisify(gzip);

/** What was written for a page, for an index. */
export interface WrittenRecord {
  readonly page: StoredPage;
  readonly title?: string;
  /** `response`, `resource`, `conversion` or `revisit`. */
  readonly type: string;
  readonly mime: string;
  /** SHA-256 of the page, with its name in front. */
  readonly digest: string;
  /** The record, packed. */
  readonly bytes: Uint8Array;
}

export interface WarcWriter {
  /** The record that a file begins with. */
  info(filename: string, date: string): Promise<Uint8Array>;
  record(page: ExportedPage): Promise<WrittenRecord>;
}

interface Original {
  readonly id: string;
  readonly url: string;
  readonly date: string;
}

/** Some tens of megabytes. What is forgotten is written again in full. */
const remembered = 200_000;

/**
 * Makes WARC 1.1 records of pages, each packed by itself. Bytes that were written before under another address become a
 * revisit of that record. Ids derive from the content: the same archive gives the same file.
 */
export function openWarcWriter(software: string): WarcWriter {
  const originals = new Map<string, Original>();
  return {
    async info(filename, date) {
      const block = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.1\r\n`);
      const fields = [
        ['WARC-Type', 'warcinfo'],
        ['WARC-Record-ID', recordId(`info ${filename}`)],
        ['WARC-Date', warcDate(date)],
        ['WARC-Filename', filename],
        ['Content-Type', 'application/warc-fields'],
      ] as const;
      return compress(serialise(fields, block));
    },
    async record({ page, bytes, title }) {
      const { hash } = page;
      const url = page.url !== undefined && /^https?:/i.test(page.url) ? page.url : undefined;
      const kind = kindOf(page, url);
      const mime = page.contentType ?? guessType(page, bytes);
      const http = kind === 'response' ? httpHead(mime, bytes.length) : Buffer.alloc(0);
      const original = kind === 'response' ? originals.get(hash) : undefined;
      const isRevisit = original !== undefined && original.url !== url;
      const id = recordId(`${page.articleId} ${page.version} ${hash}`);
      const date = warcDate(page.savedAt);
      if (kind === 'response' && url !== undefined && original === undefined) {
        originals.set(hash, { id, url, date });
        forgetOldest(originals);
      }
      const block = isRevisit ? http : Buffer.concat([http, bytes]);
      const fields: (readonly [string, string])[] = [
        ['WARC-Type', isRevisit ? 'revisit' : kind],
        ['WARC-Record-ID', id],
        ['WARC-Date', date],
        ['WARC-Target-URI', url ?? `urn:x-rapporteur:page:${page.articleId}`],
        ['WARC-Payload-Digest', `sha256:${hash}`],
        ['WARC-Block-Digest', `sha256:${createHash('sha256').update(block).digest('hex')}`],
        ['Content-Type', kind === 'response' ? 'application/http; msgtype=response' : mime],
        ...(isRevisit ? revisitFields(original) : []),
        ['Rapporteur-Page', noteOf(page, date)],
      ];
      return {
        page,
        type: isRevisit ? 'revisit' : kind,
        mime: mime.split(';', 1)[0]?.trim() ?? mime,
        digest: `sha256:${hash}`,
        bytes: await compress(serialise(fields, block)),
        ...(title === undefined ? {} : { title }),
      };
    },
  };
}

/** A page whose type a server gave is an answer; what a program wrote down of a page is a conversion of it. */
function kindOf(page: StoredPage, url: string | undefined): 'response' | 'resource' | 'conversion' {
  if (url === undefined) return 'resource';
  if (page.format === 'text' && page.origin !== 'collect') return 'conversion';
  return page.contentType === undefined ? 'resource' : 'response';
}

function guessType({ format }: StoredPage, bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (/^MIME-Version:|^From:|\nContent-Type: multipart\/related/i.test(start)) return 'multipart/related';
  return format === 'html' || (format === undefined && looksLikeHtml(start)) ? 'text/html' : 'text/plain';
}

/** Of the answer its type was kept, and only answers of 200 are. */
function httpHead(contentType: string, length: number): Buffer {
  return Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${oneLine(contentType)}\r\nContent-Length: ${length}\r\n\r\n`);
}

function revisitFields({ id, url, date }: Original): (readonly [string, string])[] {
  return [
    ['WARC-Profile', 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'],
    ['WARC-Refers-To', id],
    ['WARC-Refers-To-Target-URI', url],
    ['WARC-Refers-To-Date', date],
  ];
}

/** What another Rapporteur needs to keep it as the same page; ASCII only, as old readers want it. */
function noteOf(page: StoredPage, date: string): string {
  const note = {
    articleId: page.articleId,
    version: page.version,
    ...(page.name === undefined ? {} : { name: page.name }),
    ...(page.format === undefined ? {} : { format: page.format }),
    contentType: page.contentType ?? null,
    ...(page.savedAt === date ? {} : { savedAt: page.savedAt }),
  };
  return JSON.stringify(note).replace(
    /[\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function serialise(fields: readonly (readonly [string, string])[], block: Uint8Array): Buffer {
  const head = fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('');
  return Buffer.concat([
    Buffer.from(`WARC/1.1\r\n${head}Content-Length: ${block.length}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** UTC, as the standard wants it. */
export function warcDate(instant: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(instant)) return instant;
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '1970-01-01T00:00:00Z' : new Date(time).toISOString();
}

/** A UUID of version 8: the standard leaves its bits to whoever makes it. */
function recordId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

function forgetOldest(originals: Map<string, Original>): void {
  if (originals.size <= remembered) return;
  for (const oldest of originals.keys()) {
    originals.delete(oldest);
    return;
  }
}
