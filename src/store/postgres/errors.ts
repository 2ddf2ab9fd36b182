import { type ErrorCode, RapporteurError } from '../../errors.ts';

/** SQLSTATE codes and classes, most exact first. */
const STATES: readonly (readonly [start: string, code: ErrorCode, sentence: string, retry: boolean])[] = [
  ['53100', 'disk-full', 'The disk of the database server is full.', false],
  ['53', 'database-busy', 'The database server has no room for another connection.', true],
  ['40001', 'database-busy', 'Two writers met; one has to try again.', true],
  ['40P01', 'database-busy', 'Two writers met; one has to try again.', true],
  ['55P03', 'database-busy', 'Another process is writing to the database.', true],
  ['57', 'database-unreachable', 'The database server is shutting down or ended the connection.', true],
  ['08', 'database-unreachable', 'The connection to the database was lost.', true],
  ['28', 'database-unreachable', 'The database server refused the user or the password.', false],
  ['3D', 'database-unreachable', 'The database server has no database of that name.', false],
  ['42501', 'data-folder-unwritable', 'The database user may not write.', false],
  ['25006', 'data-folder-unwritable', 'The database is read only.', false],
];

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);
const LOST = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

export function toPostgresError(error: unknown): RapporteurError | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && !NETWORK.has(code)) {
    const known = STATES.find(([start]) => code.startsWith(start));
    if (known === undefined) return undefined;
    const [, ours, sentence, retry] = known;
    return new RapporteurError(ours, sentence, { cause: error, retry, context: { private: { code } } });
  }
  const lost = (typeof code === 'string' && NETWORK.has(code)) || (typeof message === 'string' && LOST.test(message));
  if (!lost) return undefined;
  return new RapporteurError('database-unreachable', 'The database server cannot be reached.', {
    cause: error,
    retry: true,
  });
}

/** Serialisation failure, deadlock, and a row that another writer put in first. */
const COLLISIONS: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505']);

export function isCollision(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return COLLISIONS.has(code) || COLLISIONS.has((cause as { code?: unknown } | undefined)?.code);
}
