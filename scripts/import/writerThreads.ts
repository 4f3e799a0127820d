import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { BatchResult } from "../../subgraphs/shared/imports/importProgressStore";
import type { WriteBatch } from "./batchWriter";
import type { FileBatch } from "./fileBatch";
import type { BatchAnswer, WorkerTask } from "./workerMessages";

/** Threads that write batches, each over a connection of its own. */
export interface WriterThreads {
  readonly write: WriteBatch;
  close(): Promise<void>;
}

// A worker thread is started from a file, so under a TypeScript test runner the built one is taken.
const WORKER_FILE = __filename.endsWith(".ts")
  ? join(__dirname, "../../dist/scripts/import/importWorker.js")
  : join(__dirname, "importWorker.js");

/** A thread holds one batch at once; without a bound its heap grows to whatever the machine has. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 64 };

interface Waiting {
  resolve(result: BatchResult | null): void;
  reject(error: Error): void;
}

/** Starts so many threads. A batch goes to who has least in hand; who gives too many at once holds them all in memory. */
export function startWriterThreads(count: number, task: WorkerTask): WriterThreads {
  const waiting = new Map<number, Waiting>();
  let failure: Error | null = null;
  const failAll = (error: Error): void => {
    failure ??= error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  // The command line's flag would count for more than a thread's own bounds: for threads it is taken back.
  setFlagsFromString("--max-semi-space-size=0");
  const threads = Array.from({ length: count }, () => {
    const worker = new Worker(WORKER_FILE, { workerData: task, resourceLimits: THREAD_MEMORY });
    worker.on("message", (message: BatchAnswer) => settle(waiting, message));
    worker.on("error", failAll);
    worker.on("exit", () => failAll(new Error("A writing thread ended.")));
    return { worker, inHand: 0 };
  });
  return {
    async write(batch: FileBatch) {
      // A thread that is gone answers nothing: whoever gave it a batch would wait for ever.
      if (failure !== null) throw failure;
      const thread = threads.reduce((least, one) => (one.inHand < least.inHand ? one : least));
      thread.inHand += 1;
      try {
        return await new Promise<BatchResult | null>((resolve, reject) => {
          waiting.set(batch.number, { resolve, reject });
          thread.worker.postMessage(batch);
        });
      } finally {
        thread.inHand -= 1;
      }
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function settle(waiting: Map<number, Waiting>, message: BatchAnswer): void {
  const one = waiting.get(message.number);
  waiting.delete(message.number);
  if ("failure" in message) one?.reject(new Error(`A batch could not be written: ${message.failure}`));
  else one?.resolve(message.result);
}
