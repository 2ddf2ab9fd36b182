import type { Collected, CollectedFailure } from './collected.ts';

/** What a file or standard input gives. */
export type ByteStream = AsyncIterable<Buffer>;

/** One page from a value of a JSON file: `{ id?, url?, savedAt?, html | text }`. */
export function parseJsonPage(value: unknown, name: string): Collected {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'failure', name, code: 'json-invalid', detail: 'not an object' };
  }
  const item = value as Readonly<Record<string, unknown>>;
  const optional = (key: string) => (typeof item[key] === 'string' && item[key] !== '' ? item[key] : undefined);
  const html = typeof item['html'] === 'string' ? item['html'] : undefined;
  const text = typeof item['text'] === 'string' ? item['text'] : undefined;
  const content = html ?? text;
  if (content === undefined) return { kind: 'failure', name, code: 'json-invalid', detail: 'neither html nor text' };
  const id = optional('id') ?? (typeof item['id'] === 'number' ? String(item['id']) : undefined);
  const url = optional('url');
  const savedAt = optional('savedAt');
  return {
    kind: 'page',
    name,
    bytes: new TextEncoder().encode(content),
    format: html === undefined ? 'text' : 'html',
    contentType: html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(savedAt === undefined ? {} : { savedAt }),
  };
}

function parse(text: string, name: string): { value: unknown } | CollectedFailure {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'failure', name, code: 'json-invalid', detail: (error as Error).message };
  }
}

/** The pages of a JSON document: one object, or a list of them. */
export function* pagesOfJson(text: string, name: string): Generator<Collected> {
  const parsed = parse(text.replace(/^\uFEFF/, ''), name);
  if ('kind' in parsed) yield parsed;
  else if (Array.isArray(parsed.value)) {
    for (const [at, item] of parsed.value.entries()) yield parseJsonPage(item, `${name}#${at + 1}`);
  } else yield parseJsonPage(parsed.value, name);
}

/**
 * The pages of JSON lines, one at a time, so that a file of any size can be read. A line longer than `maxBytes` is
 * reported and skipped without being kept in memory.
 */
export async function* pagesOfJsonLines(stream: ByteStream, name: string, maxBytes: number): AsyncGenerator<Collected> {
  let line = 0;
  for await (const bytes of splitLines(stream, maxBytes)) {
    line += 1;
    const label = `${name}#${line}`;
    if (bytes === 'too-long') {
      yield { kind: 'failure', name: label, code: 'page-too-large' };
      continue;
    }
    const text = new TextDecoder()
      .decode(bytes)
      .replace(/^\uFEFF/, '')
      .trim();
    if (text === '') continue;
    const parsed = parse(text, label);
    yield 'kind' in parsed ? parsed : parseJsonPage(parsed.value, label);
  }
}

/** Lines of a byte stream. Bytes, not text, are split: a character may straddle two chunks, a newline cannot. */
async function* splitLines(stream: ByteStream, maxBytes: number): AsyncGenerator<Uint8Array | 'too-long'> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array | 'too-long' => {
    const line = length > maxBytes ? 'too-long' : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      if (length <= maxBytes) parts.push(chunk.subarray(from, at));
      length += at - from;
      yield take();
      from = at + 1;
    }
    if (length <= maxBytes) parts.push(chunk.subarray(from));
    length += chunk.length - from;
  }
  if (length > 0) yield take();
}
