import type { Page, PageInput, Problem } from '../model/page.ts';
import { decodeBytes } from './encoding.ts';
import { parseMhtml } from './mhtml.ts';
import { findMojibake } from './mojibake.ts';
import { looksLikeHtml } from './page-format.ts';
import { findSaveNotes, type SaveNotes } from './saved-page.ts';

export interface ReadOptions {
  /** Largest page that is read, in bytes, or UTF-16 units for text. @default 20 MB */
  readonly maxBytes?: number;
}

const defaultMaxBytes = 20 * 1024 * 1024;

/**
 * Bytes or text to a decoded page: finds the encoding, decides between HTML and a bare text dump, and reports what is
 * wrong with the page. Never throws for bad content: an empty, binary or oversized page comes back with an empty
 * `source` (an oversized text is cut) and a problem that says why.
 *
 * Page offsets are offsets in `source`. What cannot stand in a text (lone surrogates, NUL) is replaced one for one.
 *
 * @example
 * import { readPage } from 'rapporteur';
 *
 * const page = readPage({ bytes: new TextEncoder().encode('<p>Déjà vu</p>'), contentType: 'text/html' });
 * console.log(page.format, page.encoding, page.problems);
 */
export function readPage(input: PageInput, options: ReadOptions = {}): Page {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const problems: Problem[] = [];
  const known = {
    ...(input.url === undefined ? {} : { url: input.url }),
    ...(input.savedAt === undefined ? {} : { savedAt: input.savedAt }),
  };
  const failed = (code: Problem['code'], detail?: string): Page => ({
    format: input.format ?? 'text',
    source: '',
    encoding: 'utf-8',
    encodingBasis: 'given',
    ...known,
    problems: [...problems, detail === undefined ? { code } : { code, detail }],
  });

  let contentType = input.contentType;
  /** What the saved file says of itself; the caller knows better. */
  let saved: SaveNotes = {};
  let decoded: { text: string; encoding: string; basis: Page['encodingBasis'] };
  if (input.text !== undefined) {
    if (input.text.length > maxBytes) return failed('page-too-large', String(input.text.length));
    decoded = {
      text: input.text.charCodeAt(0) === 0xfeff ? input.text.slice(1) : input.text,
      encoding: 'utf-8',
      basis: 'given',
    };
  } else {
    const bytes = input.bytes ?? new Uint8Array();
    if (bytes.length > maxBytes) return failed('page-too-large', String(bytes.length));
    const kind = binaryKind(bytes);
    if (kind) return failed('binary-page', kind);
    const archive = parseMhtml(bytes);
    if (archive) {
      contentType = archive.contentType;
      saved = archive;
    }
    const result = decodeBytes(archive?.bytes ?? bytes, contentType);
    problems.push(...result.problems);
    decoded = result;
  }
  // Random bytes carry about 10 % of them, a text with scattered damage under 1 %.
  if (hasControls(decoded.text, 0.04)) return failed('binary-page');
  // NUL and lone surrogates can be stored and searched nowhere; same length, so that offsets stay.
  const source = /[\0\ud800-\udfff]/.test(decoded.text)
    ? decoded.text.replaceAll('\0', ' ').toWellFormed()
    : decoded.text;
  if (!/\S/.test(source)) return failed('empty-page');
  const broken = findMojibake(source);
  if (broken !== undefined) problems.push({ code: 'encoding-errors', at: broken, detail: 'double-encoded' });
  const format = input.format ?? (looksLikeHtml(source, contentType) ? 'html' : 'text');
  if (format === 'html' && saved.url === undefined) saved = { ...findSaveNotes(source), ...saved };
  const { encoding, basis: encodingBasis } = decoded;
  const { url = saved.url, savedAt = saved.savedAt } = input;
  return {
    format,
    source,
    encoding,
    encodingBasis,
    ...(url === undefined ? {} : { url }),
    ...(savedAt === undefined ? {} : { savedAt }),
    problems,
  };
}

const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['elf', [0x7f, 0x45, 0x4c, 0x46]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

function binaryKind(bytes: Uint8Array): string | undefined {
  return signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Whether more than this share of the first 8 kB are control characters that no text uses. */
function hasControls(text: string, share: number): boolean {
  const end = Math.min(text.length, 8192);
  return controlsIn(text, end) > end * share;
}

/** The loop stands alone: with a comparison after it V8 compiled it in vain for every page. */
function controlsIn(text: string, end: number): number {
  let controls = 0;
  for (let i = 0; i < end; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls;
}

function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd;
}
