import type { ArchiveHead } from '../schemas/archive-pages.ts';
import type { Collected } from './collected.ts';
import { type ByteStream, pagesOfJson, pagesOfJsonLines, piecesOf } from './json-pages.ts';

const name = '-';

/**
 * Standard input may be one page, one JSON document or JSON lines. Its first line tells: a whole JSON object there means
 * JSON lines, which are read one at a time; anything else is read to the end first.
 */
export async function* readStandardInput(
  stdin: ByteStream,
  maxBytes: number,
  onHead?: (head: ArchiveHead) => Promise<void>,
): AsyncGenerator<Collected> {
  const source = stdin[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let length = 0;
  let ended = false;
  const more = async () => {
    const next = await source.next();
    if (next.done) ended = true;
    else {
      chunks.push(Buffer.from(next.value));
      length += next.value.length;
    }
  };
  while (!ended && length <= maxBytes && !isLineComplete(chunks)) await more();
  if (isObject(firstLine(Buffer.concat(chunks)))) {
    yield* pagesOfJsonLines(piecesOf(rejoin(chunks, source)), { name, maxBytes, ...(onHead && { onHead }) });
    return;
  }
  while (!ended && length <= maxBytes) await more();
  if (!ended || length > maxBytes) {
    await source.return?.();
    yield { kind: 'failure', name, code: 'page-too-large' };
    return;
  }
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString('utf8');
  // A page of text may begin with a bracket: only what really is JSON is taken for it.
  if (text.trimStart().startsWith('{') || (text.trimStart().startsWith('[') && isJson(text))) {
    yield* pagesOfJson(text, name);
  } else yield { kind: 'page', name, bytes };
}

/** True when the first line is all there, or when it cannot be JSON anyway. */
function isLineComplete(chunks: readonly Buffer[]): boolean {
  const text = Buffer.concat(chunks).toString('utf8').trimStart();
  return text !== '' && (!text.startsWith('{') || text.includes('\n'));
}

function firstLine(bytes: Buffer): string {
  const text = bytes.toString('utf8').trimStart();
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

function isObject(text: string): boolean {
  return text.startsWith('{') && isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* rejoin(chunks: readonly Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await source.next(); !next.done; next = await source.next()) yield Buffer.from(next.value);
}
