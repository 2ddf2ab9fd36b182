import { type ErrorCode, RapporteurError } from '../../errors.ts';

/** Primary result codes; extended ones start with the same word. */
const CODES: readonly (readonly [start: string, code: ErrorCode, sentence: string, retry: boolean])[] = [
  ['SQLITE_BUSY', 'database-busy', 'Another process is writing to the database.', true],
  ['SQLITE_LOCKED', 'database-busy', 'Another process is writing to the database.', true],
  ['SQLITE_PROTOCOL', 'database-busy', 'Another process is opening the database.', true],
  ['SQLITE_FULL', 'disk-full', 'The disk is full.', false],
  ['SQLITE_READONLY', 'data-folder-unwritable', 'The database cannot be written.', false],
  ['SQLITE_PERM', 'data-folder-unwritable', 'The database cannot be written.', false],
  ['SQLITE_CANTOPEN', 'data-folder-unwritable', 'The database cannot be opened.', false],
  ['SQLITE_IOERR', 'database-unreachable', 'The disk did not answer as it should.', true],
  ['SQLITE_NOTADB', 'database-damaged', 'The file is not a database.', false],
  ['SQLITE_CORRUPT', 'database-damaged', 'The database file is damaged.', false],
];

export function toSqliteError(error: unknown): RapporteurError | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof message === 'string' && message.includes('directory does not exist')) {
    return new RapporteurError('data-folder-unwritable', 'The folder of the database does not exist.', {
      cause: error,
    });
  }
  if (typeof code !== 'string') return undefined;
  const known = CODES.find(([start]) => code.startsWith(start));
  if (known === undefined) return undefined;
  const [, ours, sentence, retry] = known;
  return new RapporteurError(ours, sentence, { cause: error, retry, context: { private: { code } } });
}
