import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";
import type { PgliteClient } from "./pgliteClient";

/**
 * The embedded store as a Kysely dialect: PostgreSQL's language, one connection, in a worker thread. Whoever made the
 * client closes it, since Kysely does so only where something was asked.
 */
export function createPgliteDialect(client: PgliteClient): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createPgliteDriver(client),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createPgliteDriver(client: PgliteClient): Driver {
  const connection = createConnection(client);
  // PGlite has one connection: whoever holds it may be in a transaction, so the others stand in line.
  const waiting: ((connection: DatabaseConnection) => void)[] = [];
  let held = false;
  const run = (sql: string): Promise<unknown> => client.query(sql, []);
  return {
    init: () => client.open(),
    acquireConnection() {
      if (held) return new Promise(resolve => waiting.push(resolve));
      held = true;
      return Promise.resolve(connection);
    },
    releaseConnection() {
      const next = waiting.shift();
      if (next === undefined) held = false;
      else next(connection);
      return Promise.resolve();
    },
    async beginTransaction() {
      await run("BEGIN");
    },
    async commitTransaction() {
      await run("COMMIT");
    },
    async rollbackTransaction() {
      await run("ROLLBACK");
    },
    destroy: () => Promise.resolve(),
  };
}

function createConnection(client: PgliteClient): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affectedRows } = await client.query(query.sql, query.parameters);
      return { rows: rows as Row[], numAffectedRows: BigInt(affectedRows) };
    },
    // Kysely asks for streaming only where a caller calls `.stream()`, and no store does.
    streamQuery(): AsyncIterableIterator<QueryResult<never>> {
      throw new Error("The embedded store answers whole results only.");
    },
  };
}
