import type { DatabaseConnection, Driver } from 'kysely';
import { RapporteurError } from '../errors.ts';

/** The driver, with its errors as ours: nothing above ever sees a code of SQLite or PostgreSQL. */
export function withErrors(driver: Driver, toError: (error: unknown) => RapporteurError | undefined): Driver {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const outer = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const fail = (error: unknown): never => {
    throw error instanceof RapporteurError ? error : (toError(error) ?? unexpected(error));
  };
  const guard = <T>(promise: Promise<T>): Promise<T> => promise.catch(fail);
  const unwrap = (connection: DatabaseConnection): DatabaseConnection => inner.get(connection) ?? connection;
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    const known = outer.get(connection);
    if (known !== undefined) return known;
    const wrapped: DatabaseConnection = {
      // The SQLite driver throws before it returns a promise.
      executeQuery: async (query) => {
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          return fail(error);
        }
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
    inner.set(wrapped, connection);
    outer.set(connection, wrapped);
    return wrapped;
  };
  return {
    init: () => guard(driver.init()),
    acquireConnection: async () => wrap(await guard(driver.acquireConnection())),
    beginTransaction: (connection, settings) => guard(driver.beginTransaction(unwrap(connection), settings)),
    commitTransaction: (connection) => guard(driver.commitTransaction(unwrap(connection))),
    rollbackTransaction: (connection) => guard(driver.rollbackTransaction(unwrap(connection))),
    releaseConnection: (connection) => guard(driver.releaseConnection(unwrap(connection))),
    destroy: () => guard(driver.destroy()),
  };
}

function unexpected(error: unknown): RapporteurError {
  const message = error instanceof Error ? error.message : String(error);
  return new RapporteurError('internal', 'The database refused a statement.', {
    cause: error,
    context: { private: { message } },
  });
}
