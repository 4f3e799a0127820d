import { Kysely, PostgresDialect, type Dialect, type LogEvent } from "kysely";
import { Pool, types } from "pg";
import { nameStatements } from "./nameStatements";
import { createPgliteClient } from "./pgliteClient";
import { createPgliteDialect } from "./pgliteDialect";
import { runAgain } from "./runAgain";

/** A subgraph's store, whichever engine holds it. Rows come back alike from both (see `parseColumn`). */
export interface Database {
  readonly db: Kysely<unknown>;
  /** Stands whole or not at all. `work` is run again where the engine took it back for the sake of another one. */
  transaction<T>(work: (tx: Kysely<unknown>) => Promise<T>): Promise<T>;
  /** Tells of each statement that ran, outside and inside transactions; answers how to stop listening. */
  onStatement(listener: (statement: string) => void): () => void;
  /** Opens an embedded store now and not with its first statement: that takes seconds, in a thread of its own. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** An embedded store. */
export interface EmbeddedLocation {
  /** Its folder; `memory://` keeps nothing. */
  readonly directory: string;
  /** A tar file of PGlite's, which a new store is a copy of. To set one up from nothing takes four times as long. */
  readonly copyOf?: string;
}

/** A PostgreSQL address, or an embedded store. */
export type DatabaseLocation = { readonly url: string } | EmbeddedLocation;

/** Enough for one subgraph process on a few cores; more connections only queue inside PostgreSQL. */
const POOL_SIZE = 10;
/** A statement that takes longer has lost its reader: the gateway gives up before. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** How long a request waits for a connection before the store counts as unavailable. */
const CONNECT_TIMEOUT_MS = 3_000;

/** PostgreSQL's driver tells of these and PGlite's does not; a count of statements is about the others. */
const TRANSACTION_STATEMENTS = new Set(["begin", "commit", "rollback"]);

const POSTGRES_DATE = 1082;
const POSTGRES_INT8 = 20;

// The driver's types list the column types that it knows; a database may have others.
const parserOf = types.getTypeParser as (oid: number, format: "text") => (text: string) => unknown;

/** Calendar days stay text and counts become numbers, as the embedded store reads them too. */
function parseColumn(oid: number): (text: string) => unknown {
  if (oid === POSTGRES_DATE) return text => text;
  if (oid === POSTGRES_INT8) return Number;
  return parserOf(oid, "text");
}

/** Opens a store. Throws when the folder cannot be read; a PostgreSQL server is first asked on first use. */
export function openDatabase(location: DatabaseLocation): Database {
  const listeners = new Set<(statement: string) => void>();
  const log = (event: LogEvent): void => {
    if (event.level !== "query" || TRANSACTION_STATEMENTS.has(event.query.sql)) return;
    for (const listener of listeners) listener(event.query.sql);
  };
  const { dialect, open, close } = "url" in location ? createServer(location.url) : createEmbedded(location);
  const db = new Kysely<unknown>({ dialect, log });
  return {
    db,
    transaction: work => runAgain(() => db.transaction().execute(work)),
    onStatement(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    async close() {
      await db.destroy();
      await close();
    },
  };
}

interface Engine {
  readonly dialect: Dialect;
  open(): Promise<void>;
  /** What Kysely leaves: it closes only what was asked something. */
  close(): Promise<void>;
}

function createEmbedded(location: EmbeddedLocation): Engine {
  const client = createPgliteClient(location);
  return { ...client, dialect: createPgliteDialect(client) };
}

function createServer(url: string): Engine {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser: parseColumn as typeof types.getTypeParser },
  });
  // An idle connection that the server cuts must not end the process: the next query opens another.
  pool.on("error", () => undefined);
  const dialect = new PostgresDialect({ pool: nameStatements(pool) });
  return { dialect, open: () => Promise.resolve(), close: () => Promise.resolve() };
}
