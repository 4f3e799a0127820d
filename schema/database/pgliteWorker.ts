import { PGlite } from "@electric-sql/pglite";
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { EmbeddedLocation } from "./openDatabase";

/** What the main thread asks. */
export interface WorkerRequest {
  readonly id: number;
  readonly kind: "open" | "query" | "close";
  readonly sql?: string;
  readonly parameters?: readonly unknown[];
}

/** What the thread answers; an error keeps its SQLSTATE. */
export interface WorkerAnswer {
  readonly id: number;
  readonly rows?: readonly unknown[];
  readonly affectedRows?: number;
  readonly error?: { readonly message: string; readonly code?: string };
}

const POSTGRES_DATE = 1082;
const POSTGRES_INT8 = 20;
const POSTGRES_NUMERIC = 1700;

// The same shapes as openDatabase asks of PostgreSQL's driver.
const parsers = {
  [POSTGRES_DATE]: (text: string) => text,
  [POSTGRES_INT8]: (text: string) => Number(text),
  [POSTGRES_NUMERIC]: (text: string) => text,
};

const { directory, copyOf } = workerData as EmbeddedLocation;
let store: Promise<PGlite> | null = null;

function open(): Promise<PGlite> {
  store ??= create();
  return store;
}

async function create(): Promise<PGlite> {
  if (copyOf === undefined) return PGlite.create(directory);
  return PGlite.create(directory, { loadDataDir: new Blob([await readFile(copyOf)]) });
}

async function answer(request: WorkerRequest): Promise<Omit<WorkerAnswer, "id">> {
  const pglite = await open();
  if (request.kind === "open") return {};
  if (request.kind === "close") {
    await pglite.close();
    return {};
  }
  const sql = request.sql ?? "";
  const parameters = request.parameters ?? [];
  // Without parameters the simple protocol is used: a migration file holds many statements.
  const result =
    parameters.length === 0
      ? (await pglite.exec(sql, { parsers })).at(-1)
      : await pglite.query(sql, [...parameters], { parsers });
  return { rows: result?.rows ?? [], affectedRows: result?.affectedRows ?? 0 };
}

parentPort?.on("message", (request: WorkerRequest) => {
  answer(request).then(
    result => parentPort?.postMessage({ id: request.id, ...result }),
    (error: unknown) => parentPort?.postMessage({ id: request.id, error: describe(error) }),
  );
});

function describe(error: unknown): NonNullable<WorkerAnswer["error"]> {
  const { message, code } = error as Error & { code?: string };
  return code === undefined ? { message } : { message, code };
}
