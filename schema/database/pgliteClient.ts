import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { EmbeddedLocation } from "./openDatabase";
import type { WorkerAnswer, WorkerRequest } from "./pgliteWorker";

/** What the embedded store answers to one statement. */
export interface PgliteResult {
  readonly rows: readonly unknown[];
  readonly affectedRows: number;
}

/** The embedded store seen from the main thread. */
export interface PgliteClient {
  /** Starts the thread and opens the folder. A store that is never used starts none. */
  open(): Promise<void>;
  query(sql: string, parameters: readonly unknown[]): Promise<PgliteResult>;
  close(): Promise<void>;
}

/** PGlite ignores statement_timeout, so a runaway statement is ended by ending its thread. */
const STATEMENT_TIMEOUT_MS = 60_000; // a seeding batch on a busy machine stays well below it

// A worker thread is started from a file, so under a TypeScript test runner the built one is taken.
const WORKER_FILE = __filename.endsWith(".ts")
  ? join(__dirname, "../../dist/schema/database/pgliteWorker.js")
  : join(__dirname, "pgliteWorker.js");

interface Pending {
  resolve(result: PgliteResult): void;
  reject(error: Error): void;
  readonly deadline: NodeJS.Timeout;
}

/** Starts PGlite in a worker thread, so that a slow statement never holds up the event loop. */
export function createPgliteClient(location: EmbeddedLocation): PgliteClient {
  const pending = new Map<number, Pending>();
  let nextId = 0;
  let worker: Worker | null = null;

  function failAll(error: Error): void {
    worker = null;
    for (const one of pending.values()) {
      clearTimeout(one.deadline);
      one.reject(error);
    }
    pending.clear();
  }

  function start(): Worker {
    const started = new Worker(WORKER_FILE, { workerData: location });
    started.on("message", (answer: WorkerAnswer) => settle(pending, answer));
    started.on("error", error => failAll(error));
    started.on("exit", () => {
      if (worker === started) failAll(new Error("The embedded store's thread ended."));
    });
    return started;
  }

  function send(request: Omit<WorkerRequest, "id">): Promise<PgliteResult> {
    worker ??= start();
    const target = worker;
    const id = nextId++;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        failAll(new Error("The embedded store did not answer in time; it is started again."));
        void target.terminate();
      }, STATEMENT_TIMEOUT_MS);
      pending.set(id, { resolve, reject, deadline });
      target.postMessage({ id, ...request });
    });
  }

  return {
    open: () => send({ kind: "open" }).then(() => undefined),
    query: (sql, parameters) => send({ kind: "query", sql, parameters }),
    async close() {
      const target = worker;
      if (target === null) return;
      try {
        await send({ kind: "close" });
      } finally {
        worker = null;
        await target.terminate(); // also where the folder could not be opened: nothing may hold up the process's end
      }
    },
  };
}

function settle(pending: Map<number, Pending>, answer: WorkerAnswer): void {
  const one = pending.get(answer.id);
  if (one === undefined) return;
  pending.delete(answer.id);
  clearTimeout(one.deadline);
  if (answer.error === undefined)
    one.resolve({ rows: answer.rows ?? [], affectedRows: answer.affectedRows ?? 0 });
  else one.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
}
