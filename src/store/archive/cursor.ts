import { RapporteurError } from '../../errors.ts';

/** The sort key of the last row shown, as an opaque word. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws RapporteurError `invalid-parameter` when the cursor is not one of ours */
export function readCursor(cursor: string, shape: readonly ('string' | 'number')[]): (string | number)[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    key = undefined;
  }
  const fits =
    Array.isArray(key) && key.length === shape.length && key.every((part, index) => isPart(part, shape[index]));
  if (!fits) throw notOurs();
  return key as (string | number)[];
}

/** A cursor that only counts what came before. */
export function readOffset(cursor: string, most: number): number {
  const [offset] = readCursor(cursor, ['number']);
  if (typeof offset !== 'number' || offset > most) throw notOurs();
  return offset;
}

/** What no database takes is refused here: characters that are no text, numbers that fit no column. */
function isPart(part: unknown, kind: 'string' | 'number' | undefined): boolean {
  if (kind === 'string') return typeof part === 'string' && !part.includes('\u0000');
  return typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= largestNumber;
}

const largestNumber = 2_147_483_647;

function notOurs(): RapporteurError {
  return new RapporteurError('invalid-parameter', 'The page cursor is not valid.', {
    context: { public: { parameter: 'cursor' } },
  });
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1_000;

export function readLimit(limit: number | undefined): number {
  if (limit === undefined || !Number.isFinite(limit)) return DEFAULT_LIMIT;
  return Math.min(MAX_LIMIT, Math.max(1, Math.floor(limit)));
}

/** `ids` in runs that fit the parameter limit of both databases. */
export function* inBatches<T>(items: readonly T[], size = 500): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}
